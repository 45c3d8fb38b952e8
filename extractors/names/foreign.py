"""Foreign names: behind the post of another state, as the partner of a talk, and shortened to their last part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.gazetteer import countries, country_names, world_cities
from extractors.learned.standing import ends
from extractors.lexicon import HAN, LEFT_BOUNDS, alternatives
from extractors.names.foreign_bodies import LETTERS
from extractors.names.personname import IN_NAMES, may_follow_name, trimmed_foreign
from extractors.names.vocabulary import plain
from extractors.names.words import is_common_word
from extractors.reading import Reading
from extractors.text import occurrences

_TITLES = (
    "总裁 主任专员 高级专员 执行主任 执行秘书 行政长官 总统 总理 首相 国王 议长 外长 外交部长 外交大臣 国防部长 国防大臣 财政部长 财长 主席 秘书长 大使 驻华大使 总书记 特使 领导人 部长 大臣 州长 王储 副总统 副总理 副首相 "
    "参议长 众议长 女王 大公 亲王 公主 酋长 埃米尔 副议长 副主席 发言人 外相 防长 书记 元首 总督 行长 总干事 会长 高级代表 新闻秘书 总参谋长 参谋长 总司令 司令 国务卿 检察长 市长 警察局长"
).split()
_TITLE = rf"(?:代|前|候任|常务)?(?:{alternatives(_TITLES)})"
_POST = re.compile(
    rf"(?P<country>{alternatives(country_names())}|[{LETTERS}](?={_TITLE}|国防部长|外交部长)(?!市长|州长|书记|主席|会长|行长|检察长)|(?:{alternatives(world_cities())})(?=市长|州长)|欧盟委员会|欧洲理事会|欧盟|联合国|北约|世界银行|国际货币基金组织|世界卫生组织|国际奥委会|亚奥理事会|国际足联|国际残奥委会|国际原子能机构|世界贸易组织|世贸组织|世界知识产权组织|亚洲开发银行|亚投行|上海合作组织|上合组织|东盟|非盟|阿盟)"
    rf"(?:[{HAN}]{{0,10}}?)(?P<title>{_TITLE}(?:发言人)?)(?!团|们|会|部|馆|级|及|并|兼|新闻|府|夫人|候选|特使|顾问|助理|办公|选举|大选)(?P<name>[{HAN}·]{{2,14}})"
)
_NEXT = re.compile(rf"(?:、|和|及)(?:共和国)?(?P<title>{_TITLE})(?P<name>[{HAN}·]{{2,14}})")
# 同米德曼举行会谈: a name without a post, where the article lets the same one speak
_PARTNER = re.compile(rf"[同与和](?P<name>[{HAN}·]{{2,10}}?)(?:举行|进行)[^，。；\n]{{0,16}}?(?:会谈|会晤|交谈)")
_SPEAKS = r"(?:表示|指出|强调|说|介绍|转达|感谢|祝贺|抵达)"
_FUNCTION = re.compile(
    rf"(?!{IN_NAMES})[的了在与和将对等为]|峰会|到访|昨|今天|举行|共同|宣布|表示|访问|会谈|会见|会晤|通话|通电话|致电|讲话"
)
_HAN_END = re.compile(rf"[{HAN}]\Z")
_BEFORE_SHORT = "同与和向对由请为、"


class ForeignName(NamedTuple):
    """A foreign name as it stands in the text.

    `scope` is the state or body that the person stands for, and `post` where the words for it begin, if told.
    """

    start: int
    end: int
    scope: str | None
    post: int | None = None


def leaders(reading: Reading) -> Iterator[ForeignName]:
    """Yield the names of any shape behind the post of another state, up to a word that may follow a name."""
    text = reading.text
    at = 0
    while (m := _POST.search(text, at)) is not None:
        found: re.Match[str] | None = m
        at = m.start("name")  # the next post may stand in the words taken for the name: 总统|甲和某国总统乙
        while found is not None:
            begin = found.start("name")
            begin += 2 * text.startswith("代表", begin)  # 埃米尔|代表|米德曼亲王
            end = learned_end(reading, begin) or trimmed_foreign(text, begin, found.end())
            if end is not None and text.startswith("-", end):
                end = trimmed_foreign(text, end + 1, min(len(text), end + 9)) or end  # 甲斯-乙尔
            if end is not None and text.endswith(("亲王", "公主", "殿下"), begin + 2, end):
                end -= 2
            if end is None or not reading.free(begin, end) or not _is_name(text[begin:end]) or text[begin] == "被":
                break
            yield ForeignName(begin, end, m["country"], m.start() if found is m else None)
            found = _NEXT.match(text, end)


SOUNDS = frozenset(
    "玛丽莎琳黛茜明杜康顿登喀娅宾松汤阿埃艾安奥巴贝本比彼波伯布查达戴丹德迪蒂丁多厄恩尔法菲费弗福夫盖戈哥格古哈海汉赫亨胡霍基吉加贾杰卡凯坎柯科克肯库拉莱兰朗劳勒雷里利列林伦隆卢鲁罗洛马迈麦曼"
    "梅门蒙米莫姆穆纳娜南内尼涅诺努欧帕佩皮蓬普奇齐乔切琼萨赛塞桑瑟森沙尚舍申圣施什史士斯苏索塔泰坦特提图托陀瓦威韦维魏温翁沃乌武西希谢辛休雅亚扬耶伊因英尤约泽扎詹珍朱兹佐"
)


def transcribed_end(text: str, at: int) -> int | None:
    """Return where a name in the characters of foreign sounds ends that stands behind a post: 首席执行官|克拉克率领."""
    end = trimmed_foreign(text, at, min(len(text), at + _LONGEST_SOUND))
    return end if end is not None and end - at > 1 and set(text[at:end]) <= SOUNDS else None


_LONGEST_SOUND = 7


def partners(reading: Reading) -> Iterator[ForeignName]:
    """Yield the partners of talks that are named without a post, where the article lets them speak, too."""
    text = reading.text
    for m in _PARTNER.finditer(text):
        begin, end = m.span("name")
        name = m["name"]
        if not reading.free(begin, end) or not _is_name(name) or is_common_word(name):
            continue
        if re.search(rf"(?<![{HAN}]){re.escape(name)}{_SPEAKS}", text):
            yield ForeignName(begin, end, None)


_TITLED = re.compile(
    rf"(?<=[同与和向、对请])(?P<name>[{HAN}]{{2,7}}?)(?=(?:当选|候任|过渡)?(?:总统|总理|首相|国王|议长|外长))"
)
_NO_TITLED = re.compile(
    r"[两各贵该本我副前代任国联方长众参兼以]$|^[我你他其该贵各两和]|当选|政府|国会|议会|内阁|过渡|代理|王储|中非|及"
)


def titled(reading: Reading) -> Iterator[ForeignName]:
    """Yield the names before their titles: 同米德曼总统、科林恩总理保持沟通."""
    for m in _TITLED.finditer(reading.text):
        begin, end = m.span("name")
        name = m["name"]
        state = reading.text.endswith(country_names(), 0, end)  # 安提瓜和|巴布达总理
        known = state or name.startswith(country_names()) or _NO_TITLED.search(name) or plain(name) or plain(name[:2])
        if not known and reading.free(begin, end) and _is_name(name):
            yield ForeignName(begin, end, None)


def short_forms(reading: Reading, name: str) -> Iterator[ForeignName]:
    """Yield where the first or the last part of a name with dots stands for the whole."""
    first, last = name.split("·", 1)[0], name.rsplit("·", 1)[-1]
    for part in dict.fromkeys((last, first)):
        if part == name or len(part) < 2 or is_common_word(part) or (part == first and len(part) < 3):
            continue
        for start, end in occurrences(reading.text, part):
            before = reading.text[max(0, start - 1) : start]
            opens = not _HAN_END.search(before) or (len(part) > 2 and before in _BEFORE_SHORT)
            if opens and before != "·" and may_follow_name(reading.text, end) and reading.free(start, end):
                yield ForeignName(start, end, None)


def learned_end(reading: Reading, at: int, least: int = 0) -> int | None:
    """Return where a name that the corpus taught ends, beyond `least`: 外长|巴赫季亚洛夫 is not cut short."""
    if reading.model is None:
        return None
    return next((e for e in reading.model.ends_at(reading.text, at) if e > least and ends(reading.text, at, e)), None)


def _is_name(word: str) -> bool:
    """A foreign name is no verb, holds no function word and is no row of words: 总统|能源发展战略."""
    return (
        word not in LEFT_BOUNDS
        and word not in countries()
        and word[1:] not in countries()
        and word[:2] not in LEFT_BOUNDS
        and not word.startswith(
            ("称", "说", "所作", "所做", "定于", "飞抵", "致", "互致", "访华", "就", "向", "应", "国工", "声", "后再")
        )
        and (set(word) <= SOUNDS or not plain(word))
        and not _FUNCTION.search(word)
        and not (plain(word[:2]) and plain(word[2:4]))
    )

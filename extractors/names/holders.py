"""Persons who hold offices: the names behind a post, and the one person that equal names with equal offices are."""

from __future__ import annotations

import re

from extractors.gazetteer import countries, load_gazetteer
from extractors.hits import PlaceHit
from extractors.lexicon import HAN, POSTS, SURNAMES, alternatives
from extractors.names import foreign
from extractors.names.namechars import likely_end, weight
from extractors.names.office_units import Office
from extractors.names.personname import (
    looks_like_name,
    may_follow_name,
    name_end,
    sounded_end,
    written_by_sounds,
    yi_end,
)
from extractors.names.rare_surnames import rare_end
from extractors.names.tokens import SINGLE, segment
from extractors.names.vocabulary import FUNCTION, NOUN, NUMBER, PROPER, VERB, vocabulary
from extractors.names.words import is_common_word
from extractors.reading import Entity, Reading
from extractors.text import compact, occurrences
from extractors.trained.names import person_end

POST_PREFIXES = ("原", "时任", "前", "新任", "现任", "名誉", "执行", "常务", "兼职", "挂职", "驻会", "专职", "第一")
POST = re.compile(
    rf"(?:{alternatives(POST_PREFIXES)})?(?:{alternatives(POSTS)}|(?<=[、，委部乡镇道])组织委员)(?!会|班子|(?<=指挥)部)(?:[（(](?:兼|代|正[处科厅]级|副[处科厅]级|主持工作|主持全面工作|挂职)[）)])?"
)
TITLES = frozenset(POSTS)
_LIST_MARK = re.compile(r"[、，]| 和|和|与|及|以及")
_SPEAKS = re.compile("致[欢答贺]?迎?[辞词]|讲话|发言|通报|宣读")
_ACTS = re.compile(
    r"[\u4e00-\u9fff]着|告诉|坦言|当场|主持|出席|参加|强调|指出|表示|陪同|率|带队|介绍说|任|、|，(?:副|市|县|区|省)"
)


# 常务副县长、|某某河乐川段河长|田砚秋: what one is beside one's post
_PATRON = re.compile(rf"(?:[、，兼][{HAN}]{{1,14}}?(?:河长|河湖长|湖长|林长|链长|田长)(?![制办]))+")


_DID = re.compile(rf"(?P<verb>[{HAN}])了(?!解)(?:(?P=verb)|[一他她自手额头])")
"""负责人杨某|擦了擦汗: the last character is what he did."""
_SAID = re.compile("说[，：。“]")  # 党员玉罕|说，
_TALKED = re.compile("作(?:讲解|介绍|汇报|说明|交流发言)")  # 主任杨某|作讲解
_ENTRY_ENDS = re.compile(r"[，、。；（(\s]|$|同志|等")
BY_SURNAME = re.compile(
    rf"[{HAN}](?:先生|女士|小姐|大爷|大妈|大娘|大姐|大哥|大叔|大婶|阿姨|师傅|老师|老汉|奶奶|爷爷|婆婆|同学|老伯|大伯|阿婆)"
)
"""Somebody whose surname alone is told: no name."""


# 局长陈砚|受县政府委托作的报告
_ENTRUSTED = re.compile(rf"(?P<name>[{HAN}]{{2,3}}?)受[^，。；]{{2,12}}委托")


_NAME_AND_COLON = re.compile(rf" (?=[{HAN}]{{2,3}}：)")


_NO_NAMES = tuple("班主任 安抚 慕名 富起 强起 副 各 兼 已 并 应当 应该 联络员 信息员 那年 那时 那天 那会".split())
"""What stands behind a post and begins no name."""


_OTHER_WORDS = ("地处长", "社区长", "习主席")
"""What ends as a post and is none before a name: 地处|长江上游, 社区|长者食堂, 习主席|关怀."""


def people_behind(
    reading: Reading, offices: list[Office], at: int, known: dict[str, Entity], *, sure: bool = True
) -> None:
    """Read the names after a run of posts, and give each of them all the posts."""
    text, begin = reading.text, offices[0].start
    if text.endswith(_OTHER_WORDS, 0, at):
        return
    if offices[-1].title == "总书记" and not text.startswith(tuple(GENERAL_SECRETARIES), at):
        return
    patron = _PATRON.match(text, at)
    at = patron.end() if patron is not None else at
    at += _NAME_AND_COLON.match(text, at) is not None  # 某公司经理| 田砚秋：…
    colon = text.startswith("：", at)
    if colon:
        at += 1
    if text.startswith("同志", at):
        at += 2
    if text.startswith("发言人", at) and offices[-1].title:
        offices[-1].title += "发言人"
        at += 3
    there = reading.name_at(at)
    if there is not None and there.label == "Person" and there.start == at:  # read as a foreign name
        for office in offices:
            if office.body is not None and not reading.has_fact("HOLDS_POST", there.entity, office.body):
                hold(reading, there.entity, office, (begin, there.end))
        return
    autonomous, region = _autonomous(reading), "".join(d.name for d in reading.home.path)
    while True:
        end = (yi_end(text, at) or sounded_end(text, at, region) if autonomous else None) or name_end(
            text, at, known.keys() | set()
        )
        if end is None:
            end = max(_by_words(text, at, sure=sure) or 0, likely_end(text, at) or 0) or None
        if end is None:
            end = rare_end(text, at, sure=sure and offices[-1].title != "")
        entrusted = _ENTRUSTED.match(text, at) if text[at : at + 1] in SURNAMES else None
        end = entrusted.end("name") if entrusted is not None else end
        whole = end is not None and ("·" in text[at:end] or written_by_sounds(text[at:end]))
        end = foreign.learned_end(reading, at, end or 0) or (end if whole else person_end(reading, at, end))
        if end is not None and set(text[at : end + 1]) <= foreign.SOUNDS and not may_follow_name(text, end):
            end = foreign.transcribed_end(text, at) or end  # 梅德韦|杰夫
        if end is None or not may_follow_name(text, end):
            end = _named_again(text, at) or (_before_aspect(text, at) if end is None and sure else None) or end
        if end is not None and end - at == 3 and (_DID.match(text, end - 1) or _TALKED.match(text, end - 1)):
            end -= 1
        if end is not None and end - at == 2 and _named_longer(text, at, end):
            end += 1
        if end is not None and end - at > _SHORT_NAME and _SAID.match(text, end - 1):
            end -= 1
        hit = reading.hits.at(at)
        if hit is not None and hit.start == at and (hit.full or (at > offices[-1].end and spoken_of(reading, hit))):
            return  # 主任甲、|柳湾的…
        if (
            end is None
            and text[at : at + 1] == "和"
            and _ACTS.match(text, at + 3)
            and sure
            and not is_common_word(text[at + 1 : at + 3])
        ):
            end = at + 3  # the surname 和, as many Naxi have it
        if end is None and sure and at == offices[-1].end and offices[-1].body is not None:
            end = (
                _any_name(text, at)
                or _unlisted_surname(text, at)
                or _four(reading, at)
                or foreign.transcribed_end(text, at)
            )
        if end is None and text[at - 1] == "、":
            listed = _LISTED.match(text, at)
            end = (
                listed.end()
                if listed and not is_plain_word(listed[0]) and listed[0][-1] not in "会委局办部所"
                else None
            )
        if end is None or not reading.free(at, end) or (not sure and is_plain_word(text[at:end])):
            return
        if text.startswith("杯”", end - 1):
            return  # 学生“文澜杯”竞赛
        if is_common_word(text[at:end]) and not _ACTS.match(text, end) and not _called_again(text, at, end):
            return
        if text[at:end] in countries() or text[at + 1 : end] in countries() or BY_SURNAME.match(text, at):
            return  # 秘书长|苏丹问题特别代表, 市民|陈老师
        if text.startswith(("祝贺", "宣讲", "卓越的", "纪念馆"), at) or (
            colon and at == offices[-1].end + 1 and not _ENTRY_ENDS.match(text, end)
        ):
            return  # 发言人：|祝贺香港…, 委员|宣讲团, 某行主席：|高通胀已成负担
        if text.startswith("任", at) and text[at + 1 : end] in _TASKS:
            return  # 由分管副市长|任组长
        if text[at - 1] == "长" and text[end - 1] in "县区市" and load_gazetteer().named(text[at - 1 : end]):
            return  # 贵州省|长顺县
        if text[end - 1] == "垸":
            return  # 柳湾市|长春垸
        town = reading.hits.at(at)
        if town is not None and town.start == at - 1 and town.end == end and text[at - 2] in "省市县区州":
            return  # 某县|长江镇
        if text.startswith("同志任", at - 2) and not offices[-1].title:
            return  # 由市政府负责同志|任分总指挥
        if (
            text[at] in "向由于从经对"
            and text[at + 1 : end] in vocabulary()
            and not _named_yu(reading, at, end, sure=sure)
        ):
            return  # 代表|向市民
        if text[end - 1] == "村" and text[at - 2 : at] in ("镇长", "乡长"):
            return  # 夏家营镇|长寿村
        if text[at] == "边" and "边" in text[at + 1 : at + 5]:
            return  # 委员|边视察、边思考
        ordinary = not sure and text[at + 1 : end] in vocabulary() and likely_end(text, at) != end
        if ordinary and not _TELLS.match(text, end):
            return  # 村民|种优质|再生稻, but 村民李和平说
        word = vocabulary().get(text[at:end], ("", 0))[0]
        if word == VERB or (word == NOUN and not offices[-1].title and "、" not in (text[at - 1], text[end : end + 1])):
            return
        if text.startswith(_NO_NAMES, at) or text[at:end] in TITLES:
            return
        doubtful = end - at == 3 and is_common_word(text[at : at + 2]) and likely_end(text, at) != end
        if doubtful and not any(p.match(text, end) for p in (_LIST_MARK, _TELLS, _ACTS, _SPEAKS)):
            return  # 常委|班子成|员
        person = person_of(reading, text[at:end], offices, known)
        reading.claim(person, at, end, "person-post", 0.95)
        for office in offices:
            hold(reading, person, office, (begin, end))
        if any(_SINGLE_POST.fullmatch(office.title) for office in offices):
            # 县长甲以及乙等领导: of the names that follow none holds a post that only one can hold
            offices = [Office("", None, offices[-1].start, offices[-1].end)]
        mark = _LIST_MARK.match(text, end)
        if not mark or mark[0] == "，":
            return
        at = mark.end()
        while text[at : at + 1] == " ":
            at += 1
        if POST.match(text, at) or reading.name_at(at):
            return


def _called_again(text: str, at: int, end: int) -> bool:
    """全国政协委员金花在…, where the article says 金花委员 of her elsewhere."""
    return text[at - 2 : at] in ("委员", "代表") and (text[at:end] + text[at - 2 : at]) in text


def spoken_of(reading: Reading, hit: PlaceHit) -> bool:
    """Tell whether the short name of a place that looks like a person is that of the home or of a place named in full."""
    return hit.division in reading.home.path or hit.division.name in reading.text


_TO = frozenset("向由于从经对和与")


def _named_again(text: str, at: int) -> int | None:
    """院长陈平生|一声令下…陈平生|在现场: return where the name ends that stands elsewhere too with something else behind it."""
    for size in (3, 2):
        name = text[at : at + size]
        if name[:1] in _TO or not looks_like_name(name) or is_common_word(name) or is_common_word(name[:2]):
            continue
        found = list(occurrences(text, name))
        words = [token for token in segment(name) if token.end - token.start > 1]
        opens = any(text[span.start - 1 : span.start] in tuple("，。\n；”") for span in found)
        if len({text[span.end : span.end + 1] for span in found}) > 1 and (
            not words or (opens and len(words) == 1 and words[0].start == 1)
        ):
            return at + size
    return None


_ASPECT = re.compile(f"[{HAN}][着了](?!解)")


def _before_aspect(text: str, at: int) -> int | None:
    """馆长贺得海|掰着手指, 书记魏得川|红了脸: return where three characters end that a verb of one with its ending follows."""
    name = text[at : at + 3]
    fits = looks_like_name(name) and _ASPECT.match(text, at + 3) is not None and not _ASPECT.match(text, at + 2)
    if not fits or is_common_word(name[:2]) or is_common_word(name[1:]):
        return None
    return at + 3 if all(token.end - token.start == 1 for token in segment(name)) else None


def _named_longer(text: str, at: int, end: int) -> bool:
    """厂长郭行|从在车间…。郭行从说: a word behind two characters is the third of the name, where that speaks elsewhere."""
    longer = text[at : end + 1]
    return (
        text[end : end + 1] in "从为将由自向以" and re.search(longer + "(?:说|介绍|表示|告诉|坦言)", text) is not None
    )


# what nobody does at a place: 副县长|于新平要求
_ACTS_HERE = re.compile(
    r"主持|强调|指出|要求|汇报|通报|表示|陪同|率|带队|致[辞词]|讲话|在[会讲调]|任|当场|说|介绍|告诉|坦言|[带笑看指]着|、|，(?:副|市|县|区|省)"
)


def _named_yu(reading: Reading, at: int, end: int, *, sure: bool) -> bool:
    """副县长|于新平要求, 县委书记|于海洋在会上: the surname 于, though a word or a county follows; not 书记|于兰州主持."""
    city = reading.hits.at(at + 1)
    if reading.text[at] != "于" or (city is not None and city.division.level in ("province", "prefecture")):
        return False
    kind = vocabulary()[reading.text[at + 1 : end]][0]
    return kind in ((PROPER, NOUN) if sure else (PROPER,)) and _ACTS_HERE.match(reading.text, end) is not None


_SINGLE_POST = re.compile(
    r"(?:代|代理)?(?:(?:党组|党委|党工委)?书记|[省市县区州乡镇]长|主席|董事长|总经理|总裁|总书记|总理)"
)
_TASKS = ("组长", "副组长", "成员", "主任", "副主任", "总指挥", "指挥长", "会长", "主席", "队长", "班长")
_RARE = re.compile(
    rf"[{HAN}]{{2,3}}(?=[，。、；]|主持|强调|指出|要求|表示|致辞|致欢迎|讲话|率|带队|出席|参加|陪同|宣布|介绍|先后|深入|来到|前往|一行|等|作[的了关])"
)


# 县委书记|子克拉格主持: names without a dot, as the Yi and others have them, in papers of autonomous places
_FOUR = re.compile(
    rf"[{HAN}]{{3,4}}?(?=说[，。：]|到[场会]|[，、。；等]|一[同起]|现场|[笑带指看]着|同志|告诉|表示|带领|主持|强调|指出|要求|出席|参加|陪同|带队|率队|宣布|介绍|一行|深入|来到|先后|汇报|致辞)"
)


def _autonomous(reading: Reading) -> bool:
    return any("自治" in d.name for d in reading.home.path)


_FOUR_CHARACTERS = 4


def _four(reading: Reading, at: int) -> int | None:
    """Return where a name of four characters ends before a word of acting, where the home is an autonomous place."""
    m = _FOUR.match(reading.text, at) if _autonomous(reading) else None
    if m is None or (len(m[0]) != _FOUR_CHARACTERS and m[0][0] in SURNAMES):
        return None
    words = segment(m[0])
    return m.end() if len(words) > 2 and all(w.kind in (SINGLE, NOUN, PROPER) for w in words) else None


def _any_name(text: str, at: int) -> int | None:
    """Return where characters that make no word, right behind a post, end as a name: 县长|憨振林，."""
    m = _RARE.match(text, at)
    if m is None or any(token.kind != SINGLE for token in segment(m[0].lstrip("从才"))):
        return None
    return m.end()


def _by_words(text: str, at: int, *, sure: bool) -> int | None:
    """Return where a surname and characters that make no word end as a name before a word of acting: 王志坚|靠前指挥, 张伟|奔走.

    Behind a role that is no post (not `sure`) the characters must be those of names.
    """
    if text[at : at + 1] not in SURNAMES or text[at + 1 : at + 2] in ("某", "姓", "家"):
        return None
    words = segment(text[at : at + _NAME_AND_WORDS])
    single = next((n for n, word in enumerate(words) if word.kind != SINGLE), 0)
    if single not in (2, 3) or words[single].kind not in (VERB, FUNCTION):
        return None
    if text[at + single - 1] in "的了":
        return at + 2 if single > _SHORT_NAME else None  # 总经理田春|的带领下
    following = words[single]
    if following.end - following.start < 2 and not _BEFORE_ACTING.match(text, at + following.start):
        return None
    if single == _SHORT_NAME and weight(text[at : at + single]) < 0:
        return None  # 习近平|复信
    return at + single if sure or likely_end(text, at) is not None else None


_NAME_AND_WORDS = 9
_SHORT_NAME = 2
_BEFORE_ACTING = re.compile("靠前|立即|一[路马声]|不[顾辞久断时停仅]")


def _unlisted_surname(text: str, at: int) -> int | None:
    """Return where characters that end as given names do end as a name right behind a post: 副县长|首正军通报, 主任|闭海燕，.

    They make no word, or the given name is a noun and a very usual one.
    """
    for size in (3, 2):
        end = at + size
        given = text[at:end]
        if not _ALL_HAN.fullmatch(given) or not may_follow_name(text, end):
            continue
        words = [token for token in segment(text[at : end + _NAME_AND_WORDS]) if token.start < size]
        plain = all(token.kind == SINGLE or token == (0, 1, NUMBER) for token in words)
        noun = len(words) == _SURNAME_AND_WORD and words[0].end == 1 and words[1].kind in (NOUN, PROPER)
        if words[-1].end == size and weight(given) >= (_LIKE_A_GIVEN_NAME if plain else _USUAL if noun else 99):
            return end
    return None


_SURNAME_AND_WORD = 2
_USUAL = 4.0
_LIKE_A_GIVEN_NAME = 1.0
_ALL_HAN = re.compile(f"[{HAN}]+")


_TELLS = re.compile(
    r"[，。、；：）”（\s]|说|介绍|告诉|在|的|表示|和|家|一[家边直]|正|看着|笑|乐|边|高兴|激动|开心|自豪|欣慰|感慨|满[脸怀心]"
)


def hold(
    reading: Reading, person: Entity, office: Office, span: tuple[int, int], rule: str = "post", **when: str | None
) -> None:
    """Record that the person holds the office; `from` and `to` say since or until when."""
    if office.body is None:
        return
    title = re.sub(r"^(?:时任|新任|自治区(?=.*主席))", "", office.title)
    committee = re.match(r"党工委|党委|党组", title)
    if committee and office.body.name.endswith(committee[0]):
        title = title.removeprefix(committee[0])
    if not office.body.mentions:
        reading.mention(office.body, office.start, office.end, "agency-of-post", 0.85, named=False)
    reading.fact("HOLDS_POST", person, office.body, span, rule, 0.93, title=title, **when)


def person_entity(reading: Reading, name: str, offices: list[Office]) -> Entity:
    """Return the Person of this name; the offices tell namesakes apart."""
    found = reading.entity("Person", name)
    if is_reporter(found):
        found = reading.entity("Person", name, key=f"official {name}")
    found.properties.setdefault("scope", _scope(reading, offices))
    return found


def is_reporter(entity: Entity) -> bool:
    """Tell whether a person is known only as a reporter of the article."""
    return entity.properties.get("scope") == "记者"


def person_of(reading: Reading, printed: str, offices: list[Office], known: dict[str, Entity]) -> Entity:
    name = compact(printed)
    known[name] = person_entity(reading, name, offices)
    return known[name]


def _scope(reading: Reading, offices: list[Office]) -> str:
    """Return what tells a person from namesakes: the place that the body serves, or the firm itself."""
    for office in offices:
        if office.body is None:
            continue
        if office.body.seat is not None and office.body.label != "Company":
            return load_gazetteer().path_name(office.body.seat.code)
        if office.body.label != "Agency":
            return office.body.name
        return "全国"
    return home_scope(reading)


def home_scope(reading: Reading) -> str:
    """Return the scope of a person of whom nothing else is known: the article's home, else the country."""
    return "".join(d.name for d in reading.home.path) or "全国"


# Between two commas of a list of persons any two or three characters are a name, whatever the surname.
_LISTED = re.compile(rf"[{HAN}]{{2,3}}(?=、|等?(?:出席|参加|列席|陪同|分别|一同))")

_SETTLED = ("镇", "乡", "村", "屯", "区", "县", "市")


def is_plain_word(word: str) -> bool:
    """A word, or one that begins with a word, is no name where no post vouches for it: 关于党, 全力以, 沙河镇."""
    return word.endswith(_SETTLED) or is_common_word(word) or (len(word) > 2 and is_common_word(word[:2]))


GENERAL_SECRETARIES = frozenset("习近平 胡锦涛 江泽民 赵紫阳 胡耀邦".split())

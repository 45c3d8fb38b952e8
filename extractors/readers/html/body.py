"""The paragraphs of an article, without what a web page sets around them: sharing, editors, related links."""

from __future__ import annotations

import re

from extractors.page import marks
from extractors.page.furniture import is_furniture
from extractors.page.lines import Line, read_lines

_INFO = re.compile(
    r"(?:[\[【(]?(?:信息来源|来源|稿源|发布时间|发布日期|发表时间|更新时间|时间|日期|发布|浏览|点击|阅读|字号|字体|打印|分享|当前位置|您?(?:现在)?的?位置|"
    r"索引号|文号|发文字号|视力保护色)[^一-鿿]{0,3}(?:[::]|$)|[\[【(]?(?:大|小|打印|关闭|收藏|字体|返回)[\s\]】)|]|首页 ?[>»/]|扫一扫|分享到?|A[+-])"
)
_AFTER = re.compile(
    r"[\[【(◆■▶>☆★·\s]*(?:相关(?:链接|阅读|新闻|报道|稿件|文档|信息|解读|文章|附件)|推荐阅读|延伸阅读|往期(?:推荐|回顾|精彩)|精彩推荐|热门(?:推荐|文章|新闻)|"
    r"猜你喜欢|上一[篇条页]|下一[篇条页]|前一篇|后一篇|上篇|下篇|扫一扫|扫码|分享到|分享[::]|打印(?:本页|本文|页面|此页)|【?打印】|关闭(?:窗口|本页|页面)|返回(?:顶部|列表|首页|目录)|"
    r"版权(?:所有|声明|与免责)|免责声明|主办单位|主办[::]|承办[::]|网站标识码|[一-鿿]?ICP备|我要(?:纠错|评论|留言)|网友评论|发表评论|阅读原文|点击.{0,10}关注|"
    r"长按.{0,8}(?:识别|关注|二维码)|点(?:个|亮)?.?在看|视频简介|本文(?:链接|地址)|责编邮箱|投稿邮箱|更多>|标签[::]|关键词[::])"
)
_EDITORS = r"(?:责任编辑|责任校对|责编|网络编辑|值班编辑|编辑|校对|审核|审校|初审|复审|终审|一审|二审|三审|值班(?:主任|总编|编委)|监制|主编|总编|录入|编审|签发|制作|统筹)"
_EDITOR_LINE = re.compile(rf"[\[【(<\s]*(?:{_EDITORS}|信息来源|来源|稿源|发布)\s*[::/][^。]*$")
_EDITOR_TAIL = re.compile(
    rf"\s{{0,20}}[\[【(<]\s{{0,20}}{_EDITORS}\s{{0,20}}[::][^\[\]【】()。]{{0,40}}[\]】)>]$|\s{{1,20}}{_EDITORS}\s{{0,20}}:[^。]{{1,30}}$"
)
_NO_BEGINNING = tuple("，。、；：！？）》”’")
_LONGEST_HEAD = 80
_LONGEST_AFTER = 60


def tidy(paragraphs: list[str], title: str) -> list[str]:
    """Return the paragraphs of the body: from the first to the last that belongs to the article."""
    lines = read_lines("\n".join(paragraphs))
    start, end = 0, len(lines)
    while start < end and _is_head(lines[start], title):
        start += 1
    end = next((at for at in range(start, end) if _is_after(lines[at])), end)
    while end > start and _is_foot(lines[end - 1]):
        end -= 1
    kept = [line.text for line in lines[start:end] if not _is_label(line)]
    if kept:
        shadow = lines[end - 1].shadow
        tail = _EDITOR_TAIL.search(shadow)
        if tail and kept[-1] == lines[end - 1].text:
            kept[-1] = kept[-1][: tail.start()].rstrip()
    return _joined(kept)


def _joined(texts: list[str]) -> list[str]:
    """Return the paragraphs; one that begins with what ends a phrase was torn off by broken markup and goes back."""
    joined: list[str] = []
    for text in texts:
        if joined and text[:1] in _NO_BEGINNING:
            joined[-1] += text
        elif text:
            joined.append(text)
    return joined


def _is_head(line: Line, title: str) -> bool:
    """Tell whether a line above the body is the title again or says where and when it was published."""
    if _letters(line.text) and _letters(line.text) in _letters(title):
        return True
    if marks.is_byline(line.shadow) or len(line.shadow) > _LONGEST_HEAD or marks.closed(line.shadow):
        return False
    return _is_after(line) or _INFO.match(line.shadow) is not None or is_furniture(line, head=True)


def _is_after(line: Line) -> bool:
    """Tell whether a line opens what follows an article: related links, sharing, the site's own words."""
    return len(line.shadow) <= _LONGEST_AFTER and _AFTER.match(line.shadow) is not None


def _is_foot(line: Line) -> bool:
    """Tell whether a line below the body names editors or source, or is a rule or a link of the page."""
    if marks.is_byline(line.shadow) or marks.closed(line.shadow):
        return False
    return _EDITOR_LINE.match(line.shadow) is not None or is_furniture(line, head=False)


def _is_label(line: Line) -> bool:
    return line.shadow in ("视频简介", "视频加载中", "点击播放", "图片", "正文", "字号", "分享", "打印")


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())

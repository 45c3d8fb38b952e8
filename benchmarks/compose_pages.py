"""Compose newspaper pages of many shapes from articles, with the truth beside them, to measure page division.

    python benchmarks/compose_pages.py ARTICLES.jsonl OUT [--seed 1] [--pages 4] [--shape NAME …]

ARTICLES.jsonl (or .gz) holds records with `title` and `body`, paragraphs parted by newlines. OUT receives
NAME.txt and NAME.articles.json: a list of {id, title, section, body} with kicker, subtitle and byline where printed.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Record = dict[str, Any]
_HALF = str.maketrans("，：；（）！？", ",:;()!?")
_NO_LINE_START = "，。、；：！？）》”’,.;:!?)"


@dataclass(frozen=True)
class Shape:
    """How a page is set. `gaps`: blank lines between `all` blocks, between `articles`, or `none`."""

    width: int = 0
    widths: tuple[int, ...] = ()
    indent: bool = False
    gaps: str = "all"
    paragraphs: bool = True
    column: int = 400
    half: bool = False
    articles: int = 4
    bylines: float = 0.6
    end_bylines: float = 0.1
    kickers: float = 0.0
    kicker_gap: bool = False
    stacked: float = 0.0
    subheads: float = 0.0
    subhead_gap: bool = False
    captions: int = 0
    captions_inside: int = 0
    intruders: int = 0
    at_sentence: bool = False
    bullets: int = 0
    briefs: int = 0
    sections: float = 0.0
    bracket: str = "{}"
    jump: bool = False
    rest: bool = False
    two_pages: bool = False
    centred: bool = False
    masthead: int = -1
    slogans: bool = True
    slogans_inside: int = 0
    traditional: bool = False
    noise: bool = False


SHAPES: dict[str, Shape] = {
    "flow": Shape(paragraphs=False, half=True, sections=0.5, captions=1, bylines=1.0, column=300),
    "flow-bare": Shape(paragraphs=False, half=True, bylines=0.0, column=250, slogans=False),
    "wrap18": Shape(width=18, indent=True, gaps="articles", bylines=0.7, sections=0.3, captions=1),
    "wrap14-narrow": Shape(width=14, indent=True, gaps="articles", column=200, bylines=0.5),
    "wrap26-nogap": Shape(width=26, gaps="none", bylines=0.5, column=0, slogans=False),
    "wrap20-nogap-bare": Shape(width=20, gaps="none", bylines=0.0, column=0, indent=True, slogans=False),
    "lines-nogap": Shape(gaps="none", bylines=0.3, column=0, slogans=False),
    "web": Shape(gaps="all", bylines=0.0, column=0, slogans=False, articles=3),
    "web-subheads": Shape(gaps="all", bylines=0.6, column=0, subheads=1.0, subhead_gap=True, articles=3),
    "wrap24-subheads": Shape(width=24, indent=True, gaps="articles", subheads=0.7, bylines=0.6),
    "lines-subheads": Shape(gaps="articles", subheads=0.7, bylines=0.3, column=300, indent=True),
    "intruders": Shape(paragraphs=False, intruders=2, column=250, articles=5, bylines=0.6, end_bylines=0.3),
    "intruders-wrapped": Shape(width=22, indent=True, gaps="articles", intruders=1, column=200, articles=4),
    "intruders-sentence": Shape(paragraphs=False, intruders=1, at_sentence=True, column=250, articles=4, bylines=1.0),
    "captions": Shape(width=20, indent=True, gaps="articles", captions=2, captions_inside=2, sections=0.4),
    "captions-nogap": Shape(width=24, gaps="none", captions=2, column=0, slogans=False, bylines=1.0),
    "briefs": Shape(width=20, indent=True, gaps="articles", briefs=4, bullets=4, bylines=0.8, articles=3),
    "bullets-flow": Shape(paragraphs=False, bullets=5, articles=3, half=True, captions=1),
    "kickers": Shape(width=22, indent=True, gaps="articles", kickers=0.7, stacked=0.6, bylines=0.7),
    "kickers-gap": Shape(gaps="all", kickers=0.6, kicker_gap=True, bylines=0.6, sections=0.4, bracket="【{}】"),
    "jumps": Shape(width=20, indent=True, gaps="articles", jump=True, rest=True, bylines=0.8),
    "two-pages": Shape(paragraphs=False, two_pages=True, bylines=0.8, articles=4),
    "widths": Shape(widths=(13, 18, 26, 34), indent=True, gaps="articles", bylines=0.6, captions=1),
    "widths-nogap": Shape(widths=(16, 22, 30), gaps="none", bylines=0.8, column=0, slogans=False),
    "centred": Shape(width=24, indent=True, gaps="articles", centred=True, stacked=0.3, bylines=0.6, sections=0.3),
    "slogans-inside": Shape(paragraphs=False, slogans_inside=2, bylines=0.7, column=250),
    "slogans-inside-wrapped": Shape(width=20, indent=True, gaps="articles", slogans_inside=2, bylines=0.7, column=200),
    "traditional": Shape(paragraphs=False, traditional=True, sections=0.4, captions=1, bylines=0.6),
    "noise": Shape(noise=True, half=True, gaps="articles", kickers=0.2, captions=1, bullets=2, sections=0.3, jump=True),
    "single": Shape(articles=1, gaps="articles", column=0, masthead=9, slogans=False, bylines=0.3),
    "single-subheads": Shape(articles=1, gaps="all", column=0, masthead=9, slogans=False, bylines=0.3, subheads=1.0),
    "single-wrapped": Shape(articles=1, width=30, indent=True, column=0, masthead=9, slogans=False, subheads=0.5),
}

_SURNAMES = "赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
_GIVEN = [
    "立明",
    "晓峰",
    "芳",
    "志远",
    "雪梅",
    "建",
    "海燕",
    "文博",
    "俊",
    "秀兰",
    "一帆",
    "宁",
    "国栋",
    "欣怡",
    "涛",
    "若溪",
]
_SECTIONS = [
    "政务动态",
    "要闻",
    "乡村振兴",
    "民生视线",
    "文明新风",
    "基层风采",
    "云桥县",
    "白塘区",
    "青石镇",
    "法治在线",
    "经济观察",
    "我们的节日",
    "奋进新征程",
]
_SLOGANS = (
    "团结奋斗 再创佳绩",
    "文明城市 共建共享",
    "节约用水 人人有责",
    "新时代 新作为 新篇章",
    "抓产业 促增收",
    "拼经济 抓发展",
    "保护耕地 从我做起",
)
_SUBHEADS = (
    "强产业 夯实发展根基", "抓改革，激发内生动力", "补短板，织密民生保障网", "党建引领聚合力", "一张蓝图绘到底",
    "从“有没有”到“好不好”", "服务更近，办事更快", "让好日子更有奔头", "三、压实各方责任", "守住绿水青山",
    "完善机制 提升治理效能", "推进项目建设，增强发展后劲", "聚焦群众所盼，用心用情解决身边小事", "走进车间看变化",
    "打通服务群众“最后一公里”", "凝心聚力谋发展 真抓实干开新局", "小田变大田，种地更省心", "“云上”管护更精准",
    "延长产业链条，带动农户增收", "建强队伍，提升服务能力和水平",
)  # fmt: skip
_CAPTIONS = (
    "近日，云桥县白塘村的大棚里，村民正在采摘草莓。",
    "图为工人在车间里检查刚下线的电机。该厂今年订单比去年多了两成。",
    "11月2日，青石镇中心小学的学生在操场上练习跳绳。",
    "连日来，各处河堤加固工程抢抓晴好天气施工。图①为浇筑护坡。图②为运送石料。",
)
_KICKERS = ("{}在调研时强调", "{}出席并讲话", "{}主持会议", "全县重点工作推进会要求")


class Composer:
    """Composes pages of one shape after another from one source of chance."""

    def __init__(self, articles: list[Record], seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - chance for test pages, no secret
        self.articles = articles
        self.truth: list[Record] = []
        self.shape = Shape()
        self.convert: Callable[[str], str] = str

    def name(self) -> str:
        return self.random.choice(_SURNAMES) + self.random.choice(_GIVEN)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def page(self, shape: Shape) -> tuple[str, list[Record]]:
        """Return the text of one page and its truth."""
        self.truth = []
        blocks: list[list[str]] = []
        picked = self.random.sample(self.articles, shape.articles + shape.intruders + shape.briefs + shape.bullets)
        main, intruders = picked[: shape.articles], picked[shape.articles : shape.articles + shape.intruders]
        short = picked[shape.articles + shape.intruders :]
        captions_inside, slogans_inside = shape.captions_inside, shape.slogans_inside
        if shape.slogans and self.chance(0.4):
            blocks.append([_SLOGANS[3]])
        section: str | None = None
        lasting = False
        for number, record in enumerate(main):
            self.shape = replace(shape, width=self.random.choice(shape.widths)) if shape.widths else shape
            head: list[list[str]] = []
            if self.chance(shape.sections):
                section = self.random.choice(_SECTIONS)
                lasting = section in ("政务动态", "要闻")
                head.append([shape.bracket.format(section)])
            elif not lasting:
                section = None
            chunks, title_rows, gold = self.article(record, section, first=number == 0, last=number == len(main) - 1)
            self.truth.append(gold)
            self.title(head, title_rows, chunks)
            pieces: list[list[str]] = head
            inside: list[list[list[str]]] = []
            if len(chunks) > 1 and intruders:
                inside.append(self.intruder(intruders.pop()))
            if len(chunks) > 1 and captions_inside:
                captions_inside -= 1
                inside.append([self.caption()])
            if len(chunks) > 1 and slogans_inside:
                slogans_inside -= 1
                inside.append([[self.random.choice(_SLOGANS)]])
            for at, chunk in enumerate(chunks):
                if at and inside:
                    pieces.extend(inside.pop(0))
                pieces.append(chunk)
            blocks.extend(pieces)
            if number < shape.captions:
                blocks.append(self.caption())
                lasting = False
        if shape.bullets:
            blocks.append(self.bullets(short[: shape.bullets]))
        if shape.briefs:
            blocks.append(["简 讯"])
            for record in short[shape.bullets :]:
                first = re.split(r"(?<=。)", record["body"].split("\n")[0])
                text = "".join(first[:2])
                self.truth.append({"id": record["id"], "title": record["title"], "section": "简 讯", "body": text})
                self.shape = shape
                blocks.append([record["title"], *self.rows([text])])
        if shape.slogans and self.chance(0.5):
            blocks.append([self.random.choice(_SLOGANS[:3])])
        return self.finish(shape, blocks), self.truth

    def article(
        self, record: Record, section: str | None, *, first: bool, last: bool
    ) -> tuple[list[list[str]], list[list[str]], Record]:
        """Return the column pieces of a body, the rows of its heading by group, and its truth."""
        shape = self.shape
        paragraphs = [p.strip() for p in record["body"].split("\n") if p.strip()]
        gold: Record = {"id": record["id"], "title": record["title"], "section": section}
        if shape.subheads and len(paragraphs) > 2 and self.chance(shape.subheads):
            heads = self.random.sample(_SUBHEADS, 2)
            paragraphs.insert(2, heads[0])
            if len(paragraphs) > 5:
                paragraphs.insert(5, heads[1])
        title: list[list[str]] = [[record["title"]]]
        if self.chance(shape.stacked) and " " in record["title"]:
            title = [record["title"].split(" ")]
        if self.chance(shape.kickers):
            gold["kicker"] = self.random.choice(_KICKERS).format(self.name())
            if shape.kicker_gap:
                title.insert(0, [gold["kicker"]])
            else:
                title[0].insert(0, gold["kicker"])
        own_line = ""
        if self.chance(shape.bylines):
            style = self.random.randrange(5)
            writer = f"记者 {self.name()}" + (f" 通讯员 {self.name()}" if self.chance(0.4) else "")
            if style < 3:
                gold["byline"] = f"本报讯（{writer}）"
                paragraphs[0] = gold["byline"] + (" " if self.chance(0.5) else "") + paragraphs[0]
            else:
                gold["byline"] = own_line = ("□ " if style == 3 else "") + "本报" + writer
        elif self.chance(shape.end_bylines):
            gold["byline"] = f"（记者 {self.name()}）"
            paragraphs[-1] += gold["byline"]
        if not shape.paragraphs:
            paragraphs = ["".join(paragraphs)]
        tail: list[str] = []
        if (shape.jump and first) or (shape.rest and last):
            whole = "\n".join(paragraphs)
            cut = len(whole) * 2 // 3
            if shape.rest and last:
                title.append(["（上接第1版）"])
                own_line = ""
                gold.pop("byline", None)
                paragraphs = whole[-cut:].strip().split("\n")
            else:
                paragraphs = whole[:cut].strip().split("\n")
                tail = ["（下转第3版）"]
        gold["body"] = own_line + "".join(paragraphs)
        chunks = self.columns(paragraphs)
        if own_line:
            title.append([own_line])
        chunks[-1].extend(tail)
        if shape.two_pages and first and len(chunks) > 1:
            chunks[0].append("（下转第2版）")
            chunks.insert(1, ["云桥日报 第02版：综合 2024年6月3日 星期一"])
            chunks.insert(2, [record["title"]])
            chunks[3].insert(0, "（上接第1版）")
        return chunks, title, gold

    def columns(self, paragraphs: list[str]) -> list[list[str]]:
        """Cut the rows of a body where a column of the page ends."""
        shape = self.shape
        if not shape.column:
            return [self.rows(paragraphs)]
        if shape.width:
            rows = self.rows(paragraphs)
            step = max(4, shape.column // shape.width)
            first = self.random.randint(step // 2, step)
            cuts = [0, *range(first, len(rows) - 2, step), len(rows)]
            return [rows[a:b] for a, b in itertools.pairwise(cuts) if b > a]
        chunks: list[list[str]] = [[]]
        room = self.random.randint(shape.column // 2, shape.column)
        for paragraph in paragraphs:
            rest = paragraph
            while len(rest) > room + 20:
                cut = room
                if shape.at_sentence:
                    cut = max(rest.rfind("。", 0, room) + 1, 1) if "。" in rest[:room] else room
                while cut < len(rest) and rest[cut] in _NO_LINE_START:
                    cut += 1
                chunks[-1].append(self.lead(paragraph, rest) + rest[:cut])
                chunks.append([])
                rest = rest[cut:]
                room = self.random.randint(shape.column * 3 // 4, shape.column)
            if rest:
                chunks[-1].append(self.lead(paragraph, rest) + rest)
            room = max(20, room - len(rest))
        return [chunk for chunk in chunks if chunk]

    def lead(self, paragraph: str, rest: str) -> str:
        return "　　" if self.shape.indent and paragraph is rest else ""

    def rows(self, paragraphs: list[str]) -> list[str]:
        """Return paragraphs as printed rows, wrapped when the shape has a width."""
        rows: list[str] = []
        for paragraph in paragraphs:
            rest = ("　　" if self.shape.indent else "") + paragraph
            width = self.shape.width or len(rest)
            while rest:
                cut, cells = 0, 0.0
                while cut < len(rest) and cells < width:
                    cells += 0.5 if rest[cut].isascii() else 1
                    cut += 1
                while cut < len(rest) and rest[cut] in _NO_LINE_START:
                    cut += 1
                rows.append(rest[:cut])
                rest = rest[cut:]
        return rows

    def title(self, head: list[list[str]], title: list[list[str]], chunks: list[list[str]]) -> None:
        """Put the heading above the body: in blocks of its own, or right above."""
        if self.shape.centred:
            title = [["　" * 7 + row for row in group] if at == 0 else group for at, group in enumerate(title)]
        if self.shape.gaps == "all":
            head.extend(title)
        else:
            chunks[0][:0] = [row for group in title for row in group]

    def intruder(self, record: Record) -> list[list[str]]:
        chunks, title, gold = self.article(record, None, first=False, last=False)
        self.truth.append(gold)
        head: list[list[str]] = []
        self.title(head, title, chunks)
        return [*head, *chunks]

    def caption(self) -> list[str]:
        text = self.random.choice(_CAPTIONS)
        credit = self.random.choice(
            ("　记者 {} 摄", "　本报记者 {} 摄", "　{} 摄", "（{} 摄）", "　通讯员 {} 摄影报道")
        )
        text += credit.format(self.name())
        self.truth.append({"id": f"C{len(self.truth)}", "title": "", "section": None, "body": text})
        indent, self.shape = self.shape, replace(self.shape, indent=False)
        rows = self.rows([text])
        self.shape = indent
        return rows

    def bullets(self, records: list[Record]) -> list[str]:
        rows = ["一句话新闻"]
        mark = self.random.choice("●◆■▲")
        for record in records:
            text = mark + re.split(r"(?<=。)", record["body"].split("\n")[0])[0]
            self.truth.append({"id": record["id"], "title": "", "section": "一句话新闻", "body": text})
            indent, self.shape = self.shape, replace(self.shape, indent=False)
            rows.extend(self.rows([text]))
            self.shape = indent
        return rows

    def finish(self, shape: Shape, blocks: list[list[str]]) -> str:
        masthead = shape.masthead if shape.masthead >= 0 else self.random.randrange(5)
        date = f"20{self.random.randint(10, 25)}年{self.random.randint(1, 12)}月{self.random.randint(1, 28)}日 星期三"
        top: list[list[str]] = {
            0: [["云桥日报", date, "第03版：综合新闻", "责任编辑：何立明 电话：0350-2000000"]],
            1: [["3 要闻", date, "责编：何宁 版式：陈俊 校对：张芳"]],
            2: [[f"{date}　责任编辑/何宁　版式/陈俊　　综 合　　03"]],
            3: [["云桥日报 | 02 时政 | 6月3日 星期一", "本版责编 何 宁 美编 陈俊 电子信箱:a@example.com"]],
            4: [],
        }.get(masthead, [])
        if shape.gaps == "all":
            text = "\n\n".join("\n".join(b) if shape.width else "\n".join(self.spread(b)) for b in [*top, *blocks])
        else:
            between = "\n" if shape.gaps == "none" else "\n\n"
            text = between.join("\n".join(block) for block in [*top, *blocks])
        if shape.noise:
            text = "\n".join(row + self.random.choice(("", " ", "　", "\x0b", "  ")) for row in text.split("\n"))
        if shape.half:
            text = text.translate(_HALF)
        if shape.traditional:
            text = self.convert(text)
            self.truth = [{k: self.convert(v) if isinstance(v, str) else v for k, v in t.items()} for t in self.truth]
        return text + "\n"

    def spread(self, block: list[str]) -> list[str]:
        """Blank lines between the paragraphs of a block too, when bodies keep their paragraphs."""
        if not self.shape.paragraphs or self.shape.column:
            return block
        return "\n\n".join(block).split("\n")


def read_articles(path: Path) -> list[Record]:
    """Return the articles that are long enough to fill a column and have a title of their own."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as rows:
        records = [json.loads(row) for row in rows if row.strip()]
    return [r for r in records if r.get("title") and 150 <= len(r.get("body") or "") <= 1500 and _is_one_article(r)]


def _is_one_article(record: Record) -> bool:
    """Leave out collections of news and bodies with headings inside: their own truth is not known."""
    paragraphs = [p.strip() for p in record["body"].split("\n") if p.strip()]
    sentences = all(p[-1] in "。！？”）…" and len(p) > 12 for p in paragraphs)
    return sentences and not re.search("快讯|速览|简讯", record["title"])


def traditional() -> Callable[[str], str]:
    """Return the conversion into traditional script, if OpenCC is there."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2t").convert
    return convert


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=4, help="pages of each shape")
    parser.add_argument("--shape", nargs="*", choices=sorted(SHAPES), default=None)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    composer = Composer(read_articles(args.articles), args.seed)
    composer.convert = traditional()
    for name in args.shape or SHAPES:
        for number in range(1, args.pages + 1):
            text, _ = composer.page(SHAPES[name])
            stem = args.out / f"{name}-{number}"
            stem.with_suffix(".txt").write_text(text, "utf-8")
            stem.with_suffix(".articles.json").write_text(
                json.dumps(composer.truth, ensure_ascii=False, indent=1), "utf-8"
            )


if __name__ == "__main__":
    main()

"""Documents told of without 《》: laws by their full names, plans and rules that begin with their place, standards put out."""

from __future__ import annotations

import re

from extractors.lexicon import HAN, alternatives
from extractors.reading import Reading

# 学习|中华人民共和国湖泊法, 宣讲|中国共产党护林工作条例
_NATIONAL = re.compile(
    rf"(?<![《〈])(?:中华人民共和国(?!和|与)(?:(?![的了关同、])[{HAN}]){{1,22}}?法(?![律院规官治定庭学法制])典?(?:实施条例)?"
    rf"|中国共产党(?:(?![的了、])[{HAN}]){{2,22}}?(?:条例|准则|规则))"
)
_TAILS = (
    "行动计划 行动方案 倍增计划 攻坚计划 实施方案 总体方案 提升规划 发展规划 专项规划 总体规划 保护规划 中长期规划 若干措施 若干意见 若干政策 "
    "促进条例 管理条例 保护条例 管理办法 实施办法 实施细则 应急预案 团体标准 地方标准 白皮书 振兴十条"
).split()
_NO_PART = (
    "出台 制定 制订 印发 发布 编制 召开 举行 一批 相关 有关 多项 系列 开展 组织 推进 完善 健全 全面 认真 上级 各级 各项 方案 计划"
).split()
_INNER = rf"(?:(?!{alternatives(_NO_PART)}|[的了等在将要为对把与])[{HAN}\d“”—])"
# 出台了|柳湾县推动企业上市三年行动计划, 按照|柳湾市老窑焕新行动方案（2024—2026年）
_OF_PLACE = re.compile(
    rf"(?:按照|根据|依据|对照|落实好?|用好|实施|出台了?|推出了?|发布了?|印发了?|公布了?|启动|列入|纳入|在|编制了?|制定了?|修订了?|执行|解读|通过了?|(?<=[，。；：\n”“]))"
    rf"(?P<name>(?!全|各|该|我|本|多|两|先导|示范|试点|试验|开发)(?:(?:(?![要落实把将在按据对推以和的了全])[{HAN}]){{1,5}}?(?:[省市县区州旗镇]|片区|地区)|[省市县](?=[{HAN}]{{5}}))(?![委政府局办长里内级境人民]){_INNER}{{2,26}}?"
    rf"(?:(?:[三五两]年)?(?:{alternatives(_TAILS)}))(?:（[^（）\n]{{2,14}}）)?)"
    rf"(?=[，。；、：）”\n里中]|以来|实施(?!主体)|提出|明确|要求|正在|重点|修订|落地|征求|$)"
)
# 会上发布了|柳湾羊绒地理标志产品团体标准|和|2025柳湾羊绒产业发展指数报告
_ISSUE = (
    rf"(?!多|一|系列|相关|有关|首个|最新|新版|[两三四五六七八九十]|《)(?:{_INNER}|(?<=..)与){{4,28}}?"
    r"(?:白皮书|蓝皮书|指数报告|发展报告|(?:团体|地方|行业|等级)标准|技术规程|(?:控制|包装|技术|管理|服务|生产|操作)规范)"
    r"(?:（[^（）\n]{2,14}）)?"
)
_PUT_OUT = re.compile(
    rf"(?:发布(?!会)|推出|首发)了?(?P<name>{_ISSUE})(?:[和、](?P<second>{_ISSUE}))?(?=[，。；：\n]|等|$)"
)


def read(reading: Reading) -> None:
    """Add them."""
    text = reading.text
    for m in _NATIONAL.finditer(text) if "中华人民共和国" in text or "中国共产党" in text else ():
        reading.claim(reading.entity("Policy", m[0]), *m.span(), "policy-untitled", 0.85)
    for m in _OF_PLACE.finditer(text) if any(tail in text for tail in _TAILS) else ():
        reading.claim(reading.entity("Policy", m["name"]), *m.span("name"), "policy-untitled", 0.75)
    for m in _PUT_OUT.finditer(text) if "发布" in text or "推出" in text or "首发" in text else ():
        for part in ("name", "second"):
            if m[part]:
                reading.claim(reading.entity("Policy", m[part]), *m.span(part), "policy-untitled", 0.75)

"""Firms that the name of a place leads: 青州公交, by what it is said to do, and 青州电厂."""

from __future__ import annotations

import re

from extractors.reading import Reading

# 青州公交|增发, 青州地铁|早高峰加开
_RUNS = re.compile(
    r"(?:公交|地铁|轨道交通)(?=(?:[早晚]高峰|今天|昨天|今日|全线|方面|于\d|将|已|计划|还|也|，)*(?:增发|增开|加开|延长|延时|推出|启动|调整|发布|介绍|采取|投入(?!使用|运)|增派|安排|组织))"
)
_PLANT = re.compile(r"(?:第[一二三])?(?:热电厂|电厂|炼油厂|炼化)(?![区路站镇街村小医社生宿家])")
_OWNER = re.compile("(?:大唐|华能|华电|国电|国能|华润|京能|国家能源)\\Z")


def read(reading: Reading) -> None:
    """Add such firms of the places that the article names."""
    text = reading.text
    if "公交" in text or "地铁" in text or "轨道交通" in text or "电厂" in text or "炼" in text:
        for hit in reading.hits:
            m = (_RUNS.match(text, hit.end) if not hit.full else None) or _PLANT.match(text, hit.end)
            if m is not None and reading.free(hit.start, m.end()):
                owner = _OWNER.search(text, max(0, hit.start - 3), hit.start)
                start = owner.start() if owner is not None else hit.start
                entity = reading.entity("Company", text[start : m.end()])
                entity.seat = entity.seat or hit.division
                reading.claim(entity, start, m.end(), "company-local", 0.75)

"""The place that an article is at home in: what 市, 县, 我市 and 全县 stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.gazetteer import Division, load_gazetteer

_LEVEL_WORDS = {
    "省": ("province",),
    "自治区": ("province",),
    "市": ("prefecture", "county", "province"),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "县": ("county",),
    "区": ("county", "province"),
    "旗": ("county",),
    "地区": ("prefecture",),
}


@dataclass(frozen=True, slots=True)
class Home:
    """The path of divisions from the province down; empty for a national paper."""

    path: tuple[Division, ...] = ()

    @classmethod
    def of(cls, home: str | None) -> Home:
        """Read a home such as `山西省吕梁市`; an unknown place gives an empty home."""
        gazetteer = load_gazetteer()
        division = gazetteer.home(home)
        if division is None or home is None:
            return cls()
        path = gazetteer.path(division.code)
        if not home.endswith(division.name):
            path = (*path[:-1], replace(division, name=_printed(home, path) or division.name))
        return cls(path)

    @property
    def division(self) -> Division | None:
        """The deepest division."""
        return self.path[-1] if self.path else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes from the province down."""
        return tuple(d.code for d in self.path)

    def stands_for(self, word: str) -> Division | None:
        """Return what a level word (省 市 县 区 州 旗 自治区) means here, or None.

        In a county-level city 市 is that city; elsewhere it is the prefecture, or the municipality.
        """
        levels = _LEVEL_WORDS.get(word, ())
        if word == "市" and self.path and self.path[-1].level == "county" and self.path[-1].name.endswith("市"):
            return self.path[-1]
        for level in levels:
            for division in self.path:
                if division.level == level and self._fits(word, division.name):
                    return division
        return None

    @staticmethod
    def _fits(word: str, name: str) -> bool:
        return (
            name.endswith(word)
            or (word == "区" and name.endswith("自治区"))
            or (word == "县" and name.endswith("自治县"))
        )


def _printed(home: str, path: tuple[Division, ...]) -> str | None:
    """Return the last name of the home as given, where the division has been renamed since: 祁阳县, now 祁阳市."""
    for parent in reversed(path[:-1]):
        at = home.rfind(parent.name)
        if at >= 0:
            return home[at + len(parent.name) :] or None
    return None

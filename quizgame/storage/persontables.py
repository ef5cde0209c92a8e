"""What goes along of a person, table by table: its columns, and which rows make sense."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any

from quizgame.domain import rules
from quizgame.domain.settings import Settings, of_the_machine
from quizgame.domain.spelling import BREAKS
from quizgame.storage.forms import ID
from quizgame.storage.kept import ASK, DAILY, REHEARSAL, ROUND, TABLE
from quizgame.storage.people import plain
from quizgame.storage.shapes import LONG

Row = list[Any]
LONGEST = 1_000
"""Characters of a text."""
_LONGEST_GAME = 4_000_000
"""Characters of a game that is not ended: some ten thousand cards."""
_HIGHEST = 2**53
_LATEST = 4_102_444_799.0
"""The end of 2099, in seconds since 1970: a clock from later would make cards due in centuries."""
_SLOWEST = 86_400.0 * 366
"""Seconds that a card may have been open."""
_MOST_POINTS = 1_000_000
_RATINGS = range(1, 5)
_WAYS = frozenset({ROUND, TABLE, DAILY, REHEARSAL})
_VERDICT = re.compile(r"[a-z]{1,20}")
_DAY = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} {ID.pattern.pattern}")
_TEXT, _NUMBER, _WHOLE = (str,), (int, float), (int,)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the kinds of its values, whether there may be none, how much and how long."""

    name: str
    kinds: tuple[type, ...]
    may_lack: bool = False
    most: float | None = None
    longest: int = LONGEST

    def bounded(self, value: Any) -> Any:  # noqa: ANN401 (whatever stands there)
        """Return a value, but the nearest that makes sense where a clock has gone astray."""
        if self.most is None or value is None or 0.0 <= value <= self.most:
            return value
        return min(max(value, 0.0), self.most)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns, what tells of a row's values if they make sense, and how many came later.

    In an older file the columns that came `later` are not there.
    """

    columns: tuple[Column, ...]
    sense: Callable[..., bool]
    later: int = 0

    def fitted(self, row: object) -> Row | None:
        """Return a row with all its columns; None where it cannot be one of this table."""
        most = len(self.columns)
        if not isinstance(row, list) or not most - self.later <= len(row) <= most:
            return None
        whole = [*row, *[None] * (most - len(row))]
        fits = all(_fits(value, column) for value, column in zip(whole, self.columns, strict=True))
        return whole if fits else None

    def bounded(self, row: Row) -> Row:
        """Return a row of this table, its times such as are taken up again."""
        pairs = zip(self.columns, row, strict=True)
        return [column.bounded(value) for column, value in pairs]


def _fits(value: object, column: Column) -> bool:
    if value is None:
        return column.may_lack
    if isinstance(value, bool) or not isinstance(value, column.kinds):
        return False
    if isinstance(value, str):
        return len(value) <= column.longest and value == plain(value)
    # Before it is asked whether it is finite: a number of 400 digits is none that could be.
    return isinstance(value, int | float) and abs(value) < _HIGHEST and isfinite(value)


def is_legible(text: str, least: int, most: int) -> bool:
    """Tell whether a text of so many characters, `least` to `most`, can stand on a page."""
    signs = (unicodedata.category(sign) for sign in text)
    return least <= len(text) <= most and BREAKS.isdisjoint(signs)


# -- what makes sense ----------------------------------------------------------------------------


def _named(*ids: str) -> bool:
    return all(ID.pattern.fullmatch(each) for each in ids)


def _is_time(*moments: float | None) -> bool:
    return all(at is None or 0 <= at <= _LATEST for at in moments)


def _is_watch_point(pack: str, tier: str) -> bool:
    return _named(pack) and (tier == ASK or _named(tier))


def _is_report(pack: str, card: str, at: float) -> bool:
    return _named(pack, card) and _is_time(at)


def _is_setting(key: str, value: str) -> bool:
    """Tell whether it is one of a person's: those of the machine are nobody's to bring."""
    own = (choice for choice in Settings().choices if not of_the_machine(choice.name))
    return any(choice.name == key and value in dict(choice.values) for choice in own)


def _is_envelope(  # noqa: PLR0913, PLR0917 (a row)
    pack: str, card: str, choice: str, sure: str, sealed: float, shown: float | None
) -> bool:
    # It is shown once it opens, also to others.
    fair = is_legible(choice, 1, LONG) and sure in rules.STAKES
    return fair and _named(pack, card) and _is_time(sealed, shown)


def _is_answer(  # noqa: PLR0913, PLR0917 (a row)
    pack: str,
    card: str,
    verdict: str,
    points: int,
    seconds: float,
    at: float,
    rating: int | None,
    way: str,
    run: int | None,
) -> bool:
    told = _named(pack, card) and bool(_VERDICT.fullmatch(verdict)) and way in _WAYS
    counted = abs(points) <= _MOST_POINTS and 0 <= seconds <= _SLOWEST and _is_time(at)
    rated = rating is None or rating in _RATINGS
    return told and counted and rated and (run is None or run > 0)


def _is_day(pack: str, day: str, run: int) -> bool:
    return _named(pack) and bool(_DAY.fullmatch(day)) and run > 0


def _is_game(pack: str, way: str, day: str, run: int, began: float, state: str) -> bool:  # noqa: PLR0913, PLR0917 (a row)
    """Tell whether it is a game that one player left: a table's is nobody's."""
    # Needed for nobody who has no such file, and it brings the rules of a round with it.
    from quizgame.storage.leftgames import makes_sense  # noqa: PLC0415

    dated = bool(_DAY.fullmatch(day)) if way == DAILY else way == ROUND and not day
    return dated and _named(pack) and run > 0 and _is_time(began) and makes_sense(state, pack)


_PACK, _CARD = Column("pack", _TEXT), Column("card", _TEXT)
_WAY, _RUN = Column("way", _TEXT), Column("run", _WHOLE)
_AT = Column("at", _NUMBER, most=_LATEST)
TABLES = {
    "watch_points": Table((_PACK, Column("tier", _TEXT)), _is_watch_point),
    "left_out": Table((_PACK, Column("note", _TEXT)), _named),
    "reports": Table((_PACK, _CARD, _AT), _is_report),
    "settings": Table((Column("key", _TEXT), Column("value", _TEXT)), _is_setting),
    "envelopes": Table(
        (
            _PACK,
            _CARD,
            Column("choice", _TEXT),
            Column("sure", _TEXT),
            Column("sealed", _NUMBER, most=_LATEST),
            Column("shown", _NUMBER, may_lack=True, most=_LATEST),
        ),
        _is_envelope,
    ),
    "answers": Table(
        (
            _PACK,
            _CARD,
            Column("verdict", _TEXT),
            Column("points", _WHOLE),
            Column("seconds", _NUMBER, most=_SLOWEST),
            _AT,
            Column("rating", _WHOLE, may_lack=True),
            _WAY,
            Column("run", _WHOLE, may_lack=True),
        ),
        _is_answer,
        later=1,
    ),
    "days": Table((_PACK, Column("day", _TEXT), _RUN), _is_day),
    "games": Table(
        (
            _PACK,
            _WAY,
            Column("day", _TEXT),
            _RUN,
            Column("began", _NUMBER, most=_LATEST),
            Column("state", _TEXT, longest=_LONGEST_GAME),
        ),
        _is_game,
    ),
}
"""By name. `days` are the daily sets that were played to their end, each the day of a run; `games`
are the runs that were not."""

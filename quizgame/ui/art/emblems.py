"""The signs on awards, given like all small signs: lines and areas on a square of 24 by 24."""

import math

Path = tuple[tuple[float, float], ...]


def _arc(x: float, y: float, radius: float, first: float, last: float) -> Path:
    """Return an arc around a point, from one angle in degrees to another, clockwise from right."""
    steps = range(25)
    turns = [math.radians(first + (last - first) * n / 24) for n in steps]
    return tuple((x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns)


def _closed(*points: tuple[float, float]) -> Path:
    return (*points, points[0])


def _shoulders(x: float, y: float, wide: float, high: float) -> Path:
    """Return half a disc with its flat side at `y`, closed."""
    turns = [math.pi * n / 16 for n in range(17)]
    return _closed(*((x - wide * math.cos(t), y - high * math.sin(t)) for t in turns))


_CROWN = _closed((4, 18.5), (3, 7.5), (8, 12), (12, 4.5), (16, 12), (21, 7.5), (20, 18.5))
_BOLT = _closed((13.5, 2.5), (4.8, 13.4), (11, 13.4), (9.6, 21.5), (19.2, 10), (12.8, 10))
_STAIRS = (
    (3.5, 19.5),
    (8, 19.5),
    (8, 14.5),
    (12.5, 14.5),
    (12.5, 9.5),
    (17, 9.5),
    (17, 4.5),
    (20.5, 4.5),
)
_PERSON = _shoulders(9, 19.5, 6.2, 7.2)

STROKES: dict[str, tuple[float, tuple[Path, ...]]] = {
    "steps": (2.6, (_STAIRS,)),
    "clapper": (
        2.0,
        (
            _closed((3.5, 10.5), (20.5, 10.5), (20.5, 20), (3.5, 20)),
            ((3.5, 10), (20, 4.6)),
            ((8.4, 8), (9.6, 10)),
            ((13.4, 6.4), (14.6, 10)),
        ),
    ),
    "crown": (1.8, (_CROWN,)),
    "gem": (
        2.0,
        (
            _closed((7, 4.5), (17, 4.5), (21.5, 10), (12, 20.5), (2.5, 10)),
            ((2.5, 10), (21.5, 10)),
            ((8.5, 10), (12, 20)),
            ((15.5, 10), (12, 20)),
        ),
    ),
    "bolt": (1.4, (_BOLT,)),
    "again": (2.6, (_arc(12, 13, 7.6, -20, 275), ((9.6, 1.8), (14, 5.5), (9.8, 9.6)))),
    "calendar": (
        2.0,
        (
            _closed((3.5, 5.5), (20.5, 5.5), (20.5, 20.5), (3.5, 20.5)),
            ((3.5, 10.5), (20.5, 10.5)),
            ((8, 3), (8, 7)),
            ((16, 3), (16, 7)),
            ((8.2, 15.4), (11, 18), (16, 13)),
        ),
    ),
    "company": (
        2.0,
        (
            _PERSON,
            _arc(9, 7.8, 2.2, 0, 360),
            _arc(16.4, 8.4, 2.0, -100, 100),
            ((17.6, 13.4), (19.6, 15), (20.8, 19.5)),
        ),
    ),
    "posters": (
        2.0,
        (
            ((9, 16.5), (3.5, 16.5), (3.5, 3.5), (13, 3.5), (13, 6.5)),
            _closed((10.5, 7.5), (20.5, 7.5), (20.5, 20.5), (10.5, 20.5)),
            ((13.5, 11.5), (17.5, 11.5)),
        ),
    ),
}
AREAS = {"crown": _CROWN, "bolt": _BOLT, "company": _PERSON}

"""How long `quizgame packs check` takes, from the file to the last finding."""

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from quizgame.services.checking import check
from tests.figures.percent import p50

SAYS = "time of `packs check` on 1,000 and 10,000 cards, median of five (goal: linear)"
SIZES = (1_000, 10_000)
_ROUNDS = 5
_PLACES = ("harbour", "orchard", "cellar", "bridge", "chapel", "mill", "quarry", "tower", "attic")
_DEEDS = ("hide", "bury", "find", "lose", "sell", "burn", "paint", "mend", "steal", "keep", "drop")
_LOOKS = ("red", "old", "silver", "broken", "wooden", "small", "heavy", "blue", "torn", "golden")
_THINGS = ("lamp", "letter", "key", "coat", "ring", "map", "clock", "basket", "violin", "ladder")
_PEOPLE = 100


def figure() -> Iterator[str]:
    """Yield the time at each size and, last, how it grows."""
    spent = {}
    with TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.yaml"
            path.write_text(_pack(size), encoding="utf-8")
            spent[size] = p50([_timed(path) for _ in range(_ROUNDS)])
            yield f"{size:7} cards: {spent[size]:.2f} s"
    few, many = SIZES
    growth = spent[many] / spent[few]
    yield f"check {spent[few]:.2f} s for {few:,} cards; ten times the cards take {growth:.1f} times"


def _timed(path: Path) -> float:
    began = time.perf_counter()
    check([path])
    return time.perf_counter() - began


def _pack(size: int) -> str:
    """Return an invented pack as YAML: a hundred people in five tiers, a quarter of it typed."""
    dice = Random(7)
    tiers = "".join(f"  - {{id: t{n}, label: Part {n + 1}}}\n" for n in range(5))
    people = "".join(
        f"  - {{id: p{n}, name: Person{n}, sort: person, tier: t{n % 5}}}\n" for n in range(_PEOPLE)
    )
    cards = "".join(_card(number, dice) for number in range(size))
    return (
        "format: 1\nid: big\ntitle: Big\nkind: book\nlanguage: en\nlicence: CC0-1.0\n"
        'authors: [Nobody]\nposter: ["#000000", "#ffffff"]\n'
        f"tiers:\n{tiers}terms:\n{people}cards:\n{cards}"
    )


def _card(number: int, dice: Random) -> str:
    who = f"Person{dice.randrange(_PEOPLE // 5) * 5 + number % 5}"
    place, deed = dice.choice(_PLACES), dice.choice(_DEEDS)
    looks, thing = dice.sample(_LOOKS, 3), dice.choice(_THINGS)
    if number % 4:
        asked = f"kind: choice\n    stem: What does {who} {deed} at the {place} on day {number}?\n"
        listed = ", ".join(f"The {look} {thing}" for look in looks)
        asked += f"    choices: [{listed}]\n    answer: The {dice.choice(looks)} {thing}\n"
    else:
        asked = f"kind: typed\n    stem: Who goes to the {place} by day {number} and meets {who}?\n"
        asked += f"    answers: [Person{number % 5}]\n"
    return (
        f"  - id: c{number}\n    tier: t{number % 5}\n    category: Things\n    difficulty: 1\n"
        f"    why: {who} has the {looks[0]} {thing} from day {number} on.\n    {asked}"
    )

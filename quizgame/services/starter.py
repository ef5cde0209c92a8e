"""A new pack for an author to fill: a ladder that suits the story, and cards as examples."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from string import Template

from quizgame.domain import languages
from quizgame.services.startertext import BETWEEN, FINDS, STARTER
from quizgame.storage.fields import clean
from quizgame.storage.forms import ID, LANGUAGE
from quizgame.storage.packformat import MOST_TIERS, PACK
from quizgame.storage.schema import MODELINE, SCHEMA_NAME
from quizgame.storage.shapes import Text, Texts

FALLBACK_ID = "my-pack"
NOBODY = "Your name"
MOST_PARTS = 999
_START = "not-started"
_YAML_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_NOT_ID = re.compile(r"[^a-z0-9]+")
_ASKED = re.compile(r"^#( *)\? ([a-z-]+)\.([a-z]+|\*)$", re.MULTILINE)
_NAME_WIDTH = 11


@dataclass(frozen=True, slots=True)
class Ladderful:
    """How a kind of story is cut into tiers: what a part is called, and how many are usual."""

    part: str
    usual: int
    done: str


LADDERS = {
    "film": Ladderful("part", 4, "I have seen it all"),
    "series": Ladderful("episode", 8, "I have seen it all"),
    "book": Ladderful("chapter", 12, "I have read it all"),
    "play": Ladderful("act", 5, "I have seen it all"),
    "game": Ladderful("chapter", 6, "I have played it all"),
    "other": Ladderful("part", 3, "I know it all"),
}
_Tier = tuple[str, str, str]
"""A tier as it is written: its id, its label and a hint."""
_FILM: tuple[_Tier, ...] = (
    ("first-act", "First act", "About the first third"),
    ("midway", "Midway", "About two thirds in"),
    ("final-act", "Final act", "Up to the last scene"),
    ("credits", "Credits", "I have seen it all"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an author says of a new pack; `parts` counts episodes, chapters, acts and the like."""

    id: str
    title: str
    kind: str
    parts: int
    language: str
    author: str


def objection(what: str, answer: str) -> str:
    """Return in one sentence why an answer will not do for a field of a Wish, or nothing."""
    match what:
        case "title" | "author":
            return _unfit(answer, "title" if what == "title" else "authors")
        case "kind":
            return "" if answer in LADDERS else f"it is one of {', '.join(LADDERS)}"
        case "parts":
            fit = answer.isascii() and answer.isdecimal() and 1 <= int(answer[:9]) <= MOST_PARTS
            return "" if fit else f"it must be a whole number from 1 to {MOST_PARTS}"
        case "language":
            code = languages.is_code(answer) and LANGUAGE.pattern.fullmatch(answer)
            return "" if code else f"it {LANGUAGE.must}; {languages.mend(answer)}"
        case _:
            return "" if ID.pattern.fullmatch(answer) else f"it {ID.must}"


def _unfit(text: str, field: str) -> str:
    shape = PACK.fields[field].shape
    cap = shape.cap if isinstance(shape, Text | Texts) else 0
    if not text:
        return "a pack needs the title of its story"
    if len(text) > cap:
        return f"it has {len(text)} characters; {cap} are the most"
    if any(unicodedata.category(sign) in _UNSEEN for sign in text):
        return "it holds a sign that cannot be shown"
    return ""


def id_of(text: str) -> str:
    """Return an id made of a text's letters, or nothing where it has none from a to z."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NOT_ID.sub("-", plain.replace("'", "")).strip("-")[:40].rstrip("-")


def starter(wish: Wish) -> str:
    """Return the YAML of a new pack that passes its check."""
    tiers = list(_tiers(wish))
    middle = len(tiers) // 2
    return Template(_ASKED.sub(_told, STARTER)).substitute(
        modeline=MODELINE,
        schema=SCHEMA_NAME,
        id=_plain(wish.id),
        title=_quoted(wish.title),
        kind=wish.kind,
        language=_plain(wish.language),
        author=_quoted(wish.author),
        tiers="\n".join(
            f"  - {{id: {ident}, label: {label}{hint and f', hint: {hint}'}}}"
            for ident, label, hint in tiers
        ),
        low=tiers[0][0],
        middle=tiers[middle][0],
        top=tiers[-1][0],
        early=_between(tiers, range(1, middle)),
        late=_between(tiers, range(middle + 1, len(tiers) - 1)),
    )


def _between(tiers: list[_Tier], places: range) -> str:
    """Return a card for each tier at these places, so that none is without."""
    cards = [
        Template(BETWEEN).substitute(
            number=place,
            tier=tiers[place][0],
            label=f"the {label.lower()}" if tiers[place] in _FILM else label,
            choices=", ".join(FINDS),
            answer=FINDS[place % len(FINDS)],
        )
        for place in places
        for label in (tiers[place][1],)
    ]
    return "".join(
        ["  # So that each part in between has something to ask.\n", *cards] if cards else []
    )


def _tiers(wish: Wish) -> Iterator[_Tier]:
    """Yield id, label and hint of each tier; a long story gets several parts to a tier."""
    yield _START, "Not started", "What everybody knows"
    way = LADDERS[wish.kind]
    if wish.kind == "film" and wish.parts == len(_FILM):
        yield from _FILM
        return
    step = -(-wish.parts // (MOST_TIERS - 1))
    for first in range(1, wish.parts + 1, step):
        last = min(first + step - 1, wish.parts)
        name = way.part.capitalize()
        label = f"{name} {last}" if first == last else f"{name}s {first} to {last}"
        yield f"{way.part}-{last}", label, way.done if last == wish.parts else ""


def _told(asked: re.Match[str]) -> str:
    """Return what the format says of a field, of all fields of a part, or of the kinds of card."""
    deeper, key, name = asked.groups()
    part = PACK.parts()[key]
    match name:
        case "*":
            rows = [(field.name, field.about) for field in part.fields.values()]
        case "kinds":
            rows = [
                (field.name, f"({kind}) {field.about}")
                for kind, of in part.kinds.items()
                for field in of.fields.values()
                if field.name not in part.fields
            ]
        case _:
            return f"# {part.fields[name].about}"
    return "\n".join(f"#   {deeper}{field:<{_NAME_WIDTH}} {about}" for field, about in rows)


def _plain(text: str) -> str:
    """Return a word as YAML, in quotes only where it would be taken for something else."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _YAML_WORDS
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(clean(text), ensure_ascii=False)

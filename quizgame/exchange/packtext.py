"""A draft pack as an author would write it: every text quoted where YAML could misread it."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgame.domain.cards import Card, SeveralRight, SingleChoice, TrueFalse, TypeAnswer
from quizgame.domain.tiers import Tier
from quizgame.exchange.carry import Carried
from quizgame.exchange.plaintext import legible
from quizgame.storage.packhead import DEFAULT_POSTER

TITLE_CAP = 120
UNTITLED = "Questions brought in"
_PLAIN = re.compile(r"[^\W\d_][\w'’()?!.,;/ -]*")
_SPECIAL = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_LADDERS = {
    "film": (
        ("not-started", "Not started", "Premise and cast"),
        ("first-act", "First act", "About the first third"),
        ("midway", "Midway", "About two thirds in"),
        ("final-act", "Final act", "Up to the last scene"),
        ("credits", "Credits", "I have seen it all"),
    ),
    "series": (
        ("not-started", "Not started", "Premise and cast"),
        ("episode-1", "Episode 1", "The first episode"),
        ("half-season", "Half the season", "Rename these after your episodes"),
        ("last-but-one", "The last episode but one", "All but the ending"),
        ("season", "The whole season", "I have seen it all"),
    ),
    "book": (
        ("not-started", "Not started", "What the cover tells"),
        ("first-third", "The first third", "Rename these after your chapters"),
        ("second-third", "The second third", "About two thirds in"),
        ("the-end", "The end", "I have read it all"),
    ),
    "play": (
        ("not-started", "Not started", "What the poster tells"),
        ("first-half", "Up to the interval", "About half of it"),
        ("the-end", "The end", "I have seen it all"),
    ),
    "game": (
        ("not-started", "Not started", "What the box tells"),
        ("early", "The first hours", "Rename these after your levels"),
        ("late", "Most of it", "All but the ending"),
        ("the-end", "The end", "I have played it all"),
    ),
    "other": (
        ("not-started", "Not started", "What everybody knows"),
        ("halfway", "Halfway", "About half of it"),
        ("the-end", "The end", "I know it all"),
    ),
}
KINDS = tuple(_LADDERS)


def ladder(kind: str) -> tuple[Tier, ...]:
    """Return the plain tiers for a kind of story, for the author to rename."""
    return tuple(Tier(*words) for words in _LADDERS[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a draft says of itself; `told` are the lines of comment that stand above it."""

    title: str
    kind: str
    language: str
    licence: str
    author: str
    told: tuple[str, ...]

    @property
    def ident(self) -> str:
        """The pack's id: the title's plain letters, or a number made of it when it has none."""
        flat = unicodedata.normalize("NFKD", self.title.casefold())
        words = re.findall(r"[a-z0-9]+", "".join(c for c in flat if c.isascii()))
        name = "-".join(words)[:40].strip("-")
        return name or f"pack-{hashlib.sha256(self.title.encode()).hexdigest()[:8]}"


def title_of(text: str) -> str:
    """Return a text as a title: legible, 120 characters at most, never empty."""
    return legible(text)[:TITLE_CAP].strip() or UNTITLED


def pack_text(head: Head, cards: Sequence[Carried], source: str) -> str:
    """Return the whole file; `source` is the name of the file the cards were brought from."""
    return "".join(f"{line}\n" for line in _lines(head, cards, source))


def quoted(text: str) -> str:
    """Return a text as a YAML scalar on one line: bare only where nothing could misread it."""
    bare = _PLAIN.fullmatch(text) and not text.endswith(" ") and text.casefold() not in _SPECIAL
    # A JSON string of printable signs is a double-quoted YAML scalar.
    return text if bare else json.dumps(text, ensure_ascii=False)


def _lines(head: Head, cards: Sequence[Carried], source: str) -> Iterator[str]:
    tiers = ladder(head.kind)
    yield from (f"# {line}" for line in head.told)
    yield from ("", "format: 1", f"id: {quoted(head.ident)}", f"title: {quoted(head.title)}")
    yield from (f"kind: {head.kind}", f"language: {quoted(head.language)}")
    yield from (f"licence: {quoted(head.licence)}", f"authors: [{quoted(head.author)}]")
    yield f'poster: ["{DEFAULT_POSTER[0]}", "{DEFAULT_POSTER[1]}"]'
    yield from ("", "tiers:")
    for tier in tiers:
        words = f"label: {quoted(tier.label)}, hint: {quoted(tier.hint)}"
        yield f"  - {{id: {tier.id}, {words}}}"
    yield from ("", "cards:")
    for one in cards:
        yield from _card(one, tiers[-1].id, source)


def _card(one: Carried, tier: str, source: str) -> Iterator[str]:
    card = one.card
    own = "" if one.own_why else "; no reason was given there, so 'why' only says the answer"
    yield f"  # {source}, {one.place}{own}."
    yield from (f"  # Carried, but {remark.why}." for remark in one.remarks)
    yield from (f"  - id: {quoted(card.id)}", f"    tier: {tier}")
    yield from _kind(card)
    yield f"    category: {quoted(card.category)}"
    yield f"    stem: {quoted(card.stem)}"
    yield from _answers(card)
    yield from (f"    why: {quoted(card.why)}", f"    difficulty: {card.difficulty}", "")


def _kind(card: Card) -> Iterator[str]:
    names = {
        TrueFalse: "true-false", SingleChoice: "choice", SeveralRight: "several",
        TypeAnswer: "typed",
    }  # fmt: skip
    yield f"    kind: {names[type(card.kind)]}"


def _answers(card: Card) -> Iterator[str]:
    kind = card.kind
    match kind:
        case TrueFalse():
            yield f"    answer: {'true' if kind.right == 0 else 'false'}"
        case SingleChoice():
            yield from _list("choices", kind.options)
            yield f"    answer: {quoted(kind.options[kind.right])}"
        case SeveralRight():
            yield from _list("choices", kind.options)
            yield from _list("answers", kind.right_words())
        case TypeAnswer():
            yield from _list("answers", kind.accepted)
        case _:
            message = "what is brought in is never to be put in order"
            raise ValueError(message)


def _list(name: str, texts: Sequence[str]) -> Iterator[str]:
    yield f"    {name}:"
    yield from (f"      - {quoted(text)}" for text in texts)

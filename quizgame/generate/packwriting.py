"""A pack in YAML as a person would write it, from cards that have been picked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizgame.domain.terms import Term
from quizgame.domain.tiers import Ladder
from quizgame.generate.facts import FactBook
from quizgame.generate.factwriting import text
from quizgame.generate.packlayout import Piece
from quizgame.generate.sketches import Sketch
from quizgame.generate.wrongs import Wrong

NOTES = {"violence": "Violence", "distress": "Distressing themes"}
_HEAD = """\
# Cards drawn from the facts of an explainer, which a person has confirmed. Beware: reading on means
# reading spoilers.
#
# Write over whatever you like, and add cards and terms of your own: rendering again
# ('quizgame generate render') renews only what nobody has touched. A card that you take out stays
# out.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person says of the pack, in words that anybody may see."""

    id: str
    title: str
    kind: str
    language: str = "en"
    licence: str = "CC-BY-4.0"
    authors: tuple[str, ...] = ("Your name",)
    poster: tuple[str, str] = ("#2b3a67", "#e9c46a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A card with its choices in their places, ready to be written.

    A prediction has the tier that answers it in `opens`; 0 on all other cards.
    """

    id: str
    sketch: Sketch
    choices: tuple[str, ...] = field(default=(), repr=False)
    wrong: tuple[Wrong, ...] = field(default=(), repr=False)
    tier: int = 0
    opens: int = 0
    mentions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def head(wish: Wish, book: FactBook, ladder: Ladder, raised: dict[str, int],
         notes: Sequence[str]) -> Iterator[Piece]:  # fmt: skip
    """Yield the fields before the terms; `raised` tells from which tier a title may be shown."""
    yield Piece("", (*_HEAD.splitlines(), ""))
    yield Piece("format", ("format: 1",))
    yield Piece("id", (f"id: {wish.id}",))
    yield Piece("title", (f"title: {text(wish.title)}",))
    yield Piece("kind", (f"kind: {wish.kind}",))
    yield Piece("language", (f"language: {text(wish.language)}",))
    yield Piece("licence", (f"licence: {text(wish.licence)}",))
    yield Piece("authors", (f"authors: [{', '.join(text(one) for one in wish.authors)}]",))
    yield Piece("poster", (f'poster: ["{wish.poster[0]}", "{wish.poster[1]}"]',))
    yield Piece("source", tuple(_source(book, ladder, raised)))
    yield Piece("", ("",))
    yield Piece("tiers", ("tiers:", *(_tier(one.id, one.label, one.hint) for one in ladder.tiers)))
    if notes:
        yield Piece("", ("",))
        listed = (f"  - {{id: {one}, label: {NOTES[one]}}}" for one in notes)
        yield Piece("notes", ("notes:", *listed))
    yield Piece("", ("",))


def _tier(ident: str, label: str, hint: str) -> str:
    more = f", hint: {text(hint)}" if hint else ""
    return f"  - {{id: {ident}, label: {text(label)}{more}}}"


def _source(book: FactBook, ladder: Ladder, raised: dict[str, int]) -> Iterator[str]:
    yield "source:"
    yield f"  title: {text(book.title)}"
    yield f"  tier: {ladder[raised['']].id}"
    yield f"  fingerprint: sha256:{book.sha256}"
    yield "  sections:"
    for one in book.sections:
        tier = ladder[raised[one.id]].id
        yield f"    - {{id: {one.id}, title: {text(one.title)}, tier: {tier}}}"


def term(one: Term, ladder: Ladder) -> Piece:
    """Return a term as a line of the file."""
    if one.fact:
        line = f"  - {{id: {one.id}, fact: {text(one.fact)}, tier: {ladder[one.tier].id}}}"
    else:
        aliases = ", ".join(text(name) for name in one.names[1:])
        line = (
            f"  - {{id: {one.id}, name: {text(one.names[0])}"
            + (f", aliases: [{aliases}]" if aliases else "")
            + (f", sort: {one.sort}" if one.sort else "")
            + f", tier: {ladder[one.tier].id}}}"
        )
    return Piece(one.id, (line,))


def card(one: Laid, ladder: Ladder, sections: dict[str, str]) -> Piece:
    """Return a card as lines of the file; `sections` gives the ids that sections have there."""
    return Piece(one.id, tuple(_card(one, ladder, sections)))


def _card(one: Laid, ladder: Ladder, sections: dict[str, str]) -> Iterator[str]:
    made = one.sketch
    yield f"  - id: {one.id}"
    yield f"    tier: {ladder[one.tier].id}"
    if one.opens:
        yield f"    opens: {ladder[one.opens].id}"
    yield f"    kind: {made.kind}"
    yield f"    category: {text(made.category)}"
    yield f"    stem: {text(made.stem)}"
    match made.kind:
        case "choice":
            yield from _list("choices", one.choices)
            yield f"    answer: {text(made.right[0])}"
        case "several":
            yield from _list("choices", one.choices)
            yield from _list("answers", [c for c in one.choices if c in made.right])
        case "order":
            yield from _list("steps", made.right)
        case "typed":
            yield from _list("answers", made.right)
        case _:
            yield f"    answer: {made.right[0]}"
    yield f"    why: {text(made.why)}"
    if made.cited and made.cited.section in sections:
        yield (
            f"    source: {{section: {sections[made.cited.section]}, "
            f'paragraph: {made.cited.paragraph}, passage: "{made.cited.passage}"}}'
        )
    yield f"    difficulty: {made.difficulty}"
    if one.mentions:
        yield f"    mentions: [{', '.join(one.mentions)}]"
    if one.notes:
        yield f"    notes: [{', '.join(one.notes)}]"


def _list(name: str, texts: Sequence[str]) -> Iterator[str]:
    yield f"    {name}:"
    yield from (f"      - {text(one)}" for one in texts)

"""Pairs of packs that agree up to a watch point and differ above it."""

import re
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import strategies as st

from tests.hostile.pictures import ogg, png
from tests.support import KINDS, card

TIERS = ("dusk", "night", "dawn", "noon")
MARKS = ("amber", "birch", "cedar", "delta")
"""A word for each tier: every text of a card holds the word of its tier."""
NOTES = ("storm", "fire")
HEAD = """\
format: 1
id: lighthouse
title: The Lighthouse Keeper
tagline: A tale of the coast
kind: book
year: 1911
language: en
licence: CC0-1.0
authors: [A keeper]
poster: ["#123456", "#abcdef"]
tiers:
  - {id: dusk, label: Dusk, hint: The first evening}
  - {id: night, label: Night, hint: Until midnight}
  - {id: dawn, label: Dawn, hint: Until the boat comes}
  - {id: noon, label: Noon, hint: I know it all}
notes:
  - {id: storm, label: Storms}
  - {id: fire, label: Fire}
"""


_NAMED = re.compile(r"file: ([\w-]+\.(?:png|ogg))")
OTHER = """\
format: 1
id: almanac
title: An Almanac
kind: book
language: en
licence: CC0-1.0
authors: [A keeper]
poster: ["#334455", "#667788"]
tiers: [{id: first, label: First}, {id: last, label: Last}]
cards:
  - {id: moon, tier: first, kind: true-false, category: Sky, stem: The moon is up., answer: true,
     why: It is full., difficulty: 1}
"""
"""A pack that lies beside the pair's on both shelves."""


def media(card_id: str, word: str) -> str:
    """Return a picture and a sound as fields of a card; their words hold `word`."""
    return (
        f"    image: {{file: {card_id}.png, alt: Seen {word}}}\n"
        f"    sound: {{file: {card_id}.ogg, alt: Heard {word}}}\n"
    )


def lay_beside(folder: Path, pack: str, *, without: str = "") -> None:
    """Write every picture and sound that a pack's file names beside it, but those so called."""
    for name in _NAMED.findall(pack):
        sound, side = name.endswith(".ogg"), 20 + zlib.crc32(name.encode()) % 50
        if not without or without not in name:
            (folder / name).write_bytes(ogg(side) if sound else png(side, 2 * side))


@dataclass(frozen=True, slots=True)
class Card:
    """A card to be: tier, kind, content note if any, the tier at which it ends if any.

    `broken` has a fault, so that the card is left out; `slipped` one that YAML cannot read.
    `disguised` says it is of the lowest tier, while its words ("words") or the terms it lists
    ("mentions") are of its true one. `section` is the one it cites, that of its tier if empty and
    none if "-"; `rich` is harder than all others and longer. That one has a picture and a sound,
    and so has one that is `pictured`. One that `opens` is a prediction, of which `right` begins
    the right choice; what opens holds the word of that tier.
    """

    id: str
    tier: int
    kind: str
    note: str = ""
    until: int | None = None
    broken: bool = False
    slipped: bool = False
    disguised: str = ""
    section: str = ""
    rich: bool = False
    pictured: bool = False
    opens: int | None = None
    right: str = "Two"

    def yaml(self) -> str:
        """Return the card as an item of the list."""
        extra = f"    notes: [{self.note}]\n" if self.note else ""
        if self.until is not None:
            extra += f"    until: {TIERS[self.until]}\n    later: It ended, {MARKS[self.until]}.\n"
        extra += "    colour: red\n" if self.broken else ""
        extra += "    mentions: oh: no\n" if self.slipped else ""
        known = self.tier if self.opens is None else self.opens
        extra += "" if self.opens is None else f"    opens: {TIERS[known]}\n"
        section = self.section or f"s-{TIERS[known]}"
        if section != "-":
            extra += f"    source: {{section: {section}, paragraph: 1, passage: {'0' * 16}}}\n"
        tier, word = TIERS[0 if self.disguised else self.tier], MARKS[self.tier]
        if self.disguised == "mentions":
            word = MARKS[0]
            extra += f"    mentions: [{MARKS[self.tier]}-0]\n"
        extra += media(self.id, word) if self.rich or self.pictured else ""
        made = card(self.id, tier, self.kind, word, extra=extra)
        if self.opens is not None:
            made = made.replace(f"Because of {word}.", f"Because of {MARKS[known]}.")
            made = made.replace("answer: Two", f"answer: {self.right}")
        if self.rich:
            made = made.replace("difficulty: 2", "difficulty: 3")
            made = made.replace(f"Because of {word}.", f"Because of {word}, and {word} again.")
            made = made.replace(f"Four {word}]", f"Four {word}, Five {word}, Six {word}]")
        return made


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack to be: its cards in the order of the file, and how many terms each tier has.

    `titles` are those of the sections by tier; `telling` is the title of one more, whose author
    has given it the lowest tier although it names a later term, or nothing.
    """

    cards: tuple[Card, ...]
    terms: tuple[int, ...] = (1, 1, 1, 1)
    titles: tuple[str, ...] = MARKS
    telling: str = ""

    def yaml(self) -> str:
        """Return the pack's file."""
        terms = "".join(
            f"  - {{id: {mark}-{n}, name: {mark}{n or ''}, tier: {tier}}}\n"
            for tier, mark, count in zip(TIERS, MARKS, self.terms, strict=True)
            for n in range(count)
        )
        # What is known last has another name, is somebody, and is something that happens.
        if self.terms[-1] > 1:
            terms += (
                "  - {id: delta-who, name: Deltus, aliases: [Delty], sort: person, tier: noon}\n"
            )
            terms += "  - {id: delta-fact, fact: Deltus puts the lamp out., tier: noon}\n"
        sections = "".join(
            f"    - {{id: s-{tier}, title: About {title}, tier: {tier}}}\n"
            for tier, title in zip(TIERS, self.titles, strict=True)
        )
        first = "dusk" if self.telling else "noon"
        sections += f"    - {{id: s-telling, title: About {self.telling}, tier: {first}}}\n"
        source = f"source:\n  title: All of it, {self.titles[-1]}\n  tier: noon\n"
        source += f"  fingerprint: sha256:{'0' * 64}\n  sections:\n{sections}"
        return f"{HEAD}{source}terms:\n{terms}cards:\n{''.join(c.yaml() for c in self.cards)}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two packs that agree up to the tier `agree`: what is above it is another story."""

    agree: int
    one: Pack
    two: Pack


def known_to(pack: Pack, tier: int) -> Pack:
    """Return the pack with nothing above a tier, and nothing that says that more will come."""
    cards = tuple(
        _untold(replace(c, until=None if c.until is not None and c.until > tier else c.until), tier)
        for c in pack.cards
        if c.tier <= tier
    )
    terms = tuple(count if place <= tier else 0 for place, count in enumerate(pack.terms))
    titles = tuple(title if place <= tier else "-" for place, title in enumerate(pack.titles))
    telling = pack.telling if pack.telling in MARKS[: tier + 1] else ""
    return Pack(cards, terms, titles, telling)


def _untold(made: Card, tier: int) -> Card:
    """Return a prediction that opens above a tier with another answer and another opening."""
    sealed = made.opens is not None and made.opens > tier
    return replace(made, opens=len(TIERS) - 1, right="Four") if sealed else made


@st.composite
def low_cards(draw: st.DrawFn, agree: int) -> tuple[Card, ...]:
    """Draw the cards that both packs share: at least two that everybody may be asked."""
    first = [Card("base-0", 0, "choice"), Card("base-1", 0, "true-false")]
    count = draw(st.integers(1, 6))
    for number in range(count):
        tier = draw(st.integers(0, agree))
        until = draw(st.sampled_from([None, *range(tier + 1, agree + 1)]))
        note = draw(st.sampled_from(["", "", *NOTES]))
        kind = draw(st.sampled_from(KINDS))
        made = Card(
            f"base-{number + 2}",
            tier,
            kind,
            note,
            until,
            section=draw(st.sampled_from(["", "", "s-telling"])),
            pictured=draw(st.sampled_from([False, False, True])),
        )
        first.append(made)
    for number in range(draw(st.integers(0, 2))):
        tier = draw(st.integers(0, agree))
        note = draw(st.sampled_from(["", *NOTES]))
        opens = draw(st.integers(tier + 1, 3))
        first.append(Card(f"bet-{number}", tier, "choice", note, opens=opens))
    return tuple(first)


@st.composite
def extended(draw: st.DrawFn, low: tuple[Card, ...], agree: int) -> Pack:
    """Draw a pack over the low cards: more above them, in between, with all that may go wrong."""
    cards = [
        replace(c, until=draw(st.integers(agree + 1, 3)))
        if c.until is None and c.opens is None and draw(st.booleans())
        else c
        for c in low
    ]
    cards = [
        replace(
            c,
            opens=draw(st.integers(agree + 1, 3)),
            right=draw(st.sampled_from(["One", "Two", "Four"])),
        )
        if c.opens is not None and c.opens > agree
        else c
        for c in cards
    ]
    for number in range(draw(st.integers(1, 5))):
        tier = draw(st.integers(agree + 1, 3))
        late = Card(
            f"late-{number}",
            tier,
            draw(st.sampled_from(KINDS)),
            draw(st.sampled_from(["", *NOTES])),
            draw(st.sampled_from([None, *range(tier + 1, 4)])),
            broken=draw(st.sampled_from([False, False, True])),
            slipped=draw(st.sampled_from([False, False, False, True])),
            disguised=draw(st.sampled_from(["", "", "words", "mentions"])),
            section=draw(st.sampled_from(["", "-"])),
            rich=draw(st.booleans()),
        )
        cards.insert(draw(st.integers(0, len(cards))), late)
    if agree + 1 < 3 and draw(st.booleans()):
        later = Card("bet-late", agree + 1, "choice", opens=3)
        cards.insert(draw(st.integers(0, len(cards))), later)
    terms = tuple(1 if tier <= agree else draw(st.integers(1, 3)) for tier in range(4))
    titles = tuple(
        mark if tier <= agree else draw(st.sampled_from([mark, f"the end of {mark}"]))
        for tier, mark in enumerate(MARKS)
    )
    telling = draw(st.sampled_from(["", *MARKS[agree + 1 :]]))
    return Pack(tuple(cards), terms, titles, telling)


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Draw two packs that agree up to a tier; one of the two may end there."""
    agree = draw(st.integers(0, 2))
    low = draw(low_cards(agree))
    one = draw(extended(low, agree))
    two = known_to(one, agree) if draw(st.booleans()) else draw(extended(low, agree))
    return Pair(agree, one, two)


def ended(pair: Pair) -> Pair:
    """Return the pair with nothing left, in the first pack, of what both have in common."""
    low = [
        c
        if c.tier > pair.agree or c.opens is not None
        else replace(c, until=c.until or pair.agree + 1)
        for c in pair.one.cards
    ]
    return replace(pair, one=replace(pair.one, cards=tuple(low)))

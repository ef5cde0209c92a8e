"""Confirmed facts become cards; what cannot pass the check is left out, with a reason."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgame.domain import itemrules, leaks
from quizgame.domain.findings import Finding
from quizgame.domain.flaws import WHOLE_PACK, Flaw
from quizgame.domain.guessing import outcomes
from quizgame.domain.issues import Issue
from quizgame.domain.items import items_of
from quizgame.domain.thresholds import Threshold
from quizgame.domain.waivers import judged
from quizgame.generate import betting
from quizgame.generate.article import Article
from quizgame.generate.assembling import Assembly, Before
from quizgame.generate.certificates import Certificates
from quizgame.generate.facts import FactBook
from quizgame.generate.known import Known
from quizgame.generate.packwriting import Laid, Wish
from quizgame.generate.predicting import Prediction
from quizgame.generate.sketches import FEWEST_WRONG, Sketch, picked
from quizgame.generate.slots import NO_WRONG, Slot, given_up, level, slots_of, spread
from quizgame.generate.wrongs import Wrong, dice
from quizgame.storage.packfile import LoadedPack, read_pack

MOST_ROUNDS = 1_000
MOST_SALTS = 12
_AT_ONCE = 3
"""Of so many cards that lie near another, one is made anew at a time."""
_OURS = WHOLE_PACK - {Flaw.EMPTY_TIER.code}
"""What is said of a pack as a whole and can be mended by other cards."""
_LUCK = "who knows nothing would guess it and its like more often than by chance"
_IN_DOUBT = "it is contradicted or doubted in the ledger"
_NO_ORDER = "one of the two cannot be told in a few words, or another card has them in order"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact, or a prediction, of which no card came, and why not."""

    fact: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A pack and what of it is the generator's, its cards, and what was left out.

    `issues` are those of the pack as a whole that could not be mended; `kept` the ids of the cards
    that a person wrote or changed.
    """

    pack: bytes = field(repr=False)
    mine: Certificates
    cards: tuple[Laid, ...]
    left_out: tuple[LeftOut, ...]
    issues: tuple[Issue, ...] = ()
    kept: tuple[str, ...] = ()


def render(
    book: FactBook,
    wish: Wish,
    article: Article | None = None,
    before: Before | None = None,
    predictions: Sequence[Prediction] = (),
) -> Rendered:
    """Return the pack made of the confirmed facts of a book, over one that stands already.

    Of the predictions those that are confirmed become cards too. The article, where it is at
    hand, makes more wrong answers certain. ValueError, with a sentence for a person, when the pack
    that stands has tiers of its own.
    """
    before = before or Before()
    _same_tiers(book, before)
    known = Known(book, article)
    slots = slots_of(known, {*before.cards, *before.dropped})
    bench = _Bench(Assembly(known, wish, before), slots, article.text if article else None)
    cards, issues = bench.settled()
    taken = {*before.cards, *before.dropped}
    wanted, not_made = betting.bets(known, bench.assembly.glossary, predictions, taken)
    bets, unproven = betting.proven(cards, wanted, bench.found) if wanted else ([], [])
    cards = sorted((*cards, *bets), key=lambda one: one.tier)
    pack, mine = bench.assembly.pack(cards)
    left = [
        LeftOut(one.facts[0], one.why_not or NO_WRONG)
        for one in slots
        if one.sketch is None and len(one.facts) == 1
    ]
    left += [LeftOut(fact.id, _IN_DOUBT) for fact in known.doubted if fact.state == "confirmed"]
    told = {ident for one in cards for ident in one.sketch.facts}
    orders = (fact.id for fact in known.usable if fact.relation == "happens_before")
    left += [LeftOut(ident, _NO_ORDER) for ident in orders if ident not in told]
    left += [LeftOut(ident, reason) for ident, reason in (*not_made, *unproven)]
    return Rendered(
        pack=pack,
        mine=mine,
        cards=tuple(cards),
        left_out=tuple(left),
        issues=issues,
        kept=tuple(before.cards),
    )


def _same_tiers(book: FactBook, before: Before) -> None:
    if before.draft is None:
        return
    ours = [tier.id for tier in book.ladder.tiers]
    there = [tier.id for tier in before.draft.pack.face.ladder.tiers]
    if [one for one in ours if one in there] != there or ours[-1] != there[-1]:
        message = (
            "the pack has other tiers than the facts; draft them again with --ladder and the pack"
        )
        raise ValueError(message)


class _Bench:
    """Where cards are laid out and checked, again and again, until nothing is found in them."""

    def __init__(self, assembly: Assembly, slots: list[Slot], text: str | None) -> None:
        self.assembly = assembly
        self.slots = slots
        self._text = text
        self._distressing: set[str] = set()
        self._salt = 0
        self._tiers: dict[tuple[str, ...], int] = {}
        # What a person's own cards bring with them is not ours to mend.
        self._theirs: set[str] = set()
        if assembly.before.draft is not None and assembly.before.cards:
            _, over_all = self.found([])
            self._theirs |= {one.code for one in over_all}

    def settled(self) -> tuple[list[Laid], tuple[Issue, ...]]:
        """Return the cards in which the check finds nothing, and what it finds over all."""
        cards: list[Laid] = []
        over_all: tuple[Issue, ...] = ()
        for _ in range(MOST_ROUNDS):
            while level(self.slots) or spread(self.slots):
                pass
            cards = self._laid()
            if level(self.slots) or spread(self.slots):
                continue
            placed, over_all = self.found(cards)
            if self._mended(placed) or (self._text and self._mended(self._unproven(cards))):
                continue
            loud = [one for one in over_all if one.code in _OURS - self._theirs]
            if not loud and not self._lucky(cards):
                break
            if self._salt < MOST_SALTS:
                self._salt += 1
            elif not given_up(self.slots, f"{loud[0].code}: {loud[0].message}" if loud else _LUCK):
                break
        return cards, over_all

    def _laid(self) -> list[Laid]:
        """Return the cards with their choices picked and put in places, by tier."""
        use: Counter[str] = Counter()
        places: Counter[int] = Counter()
        cards = []
        for slot in self.slots:
            while slot.sketch is not None:
                wrong = picked(self.assembly.known, slot.sketch, self._salt, use)
                if _too_few(slot.sketch, wrong):
                    slot.turn(NO_WRONG)
                    continue
                use.update(one.text for one in wrong)
                cards.append(self._one(slot.id, slot.sketch, wrong, places))
                break
        return sorted(cards, key=lambda one: one.tier)

    def _one(
        self, ident: str, sketch: Sketch, wrong: tuple[Wrong, ...], places: Counter[int]
    ) -> Laid:
        choices: list[str] = []
        if sketch.kind in {"choice", "several"}:
            salt = self._salt
            choices = sorted((one.text for one in wrong), key=lambda one: dice(ident, one, salt))
            for right in sketch.right:
                spots = range(len(choices) + 1)
                place = min(spots, key=lambda n: (places[n], dice(ident, n, right, salt)))
                places[place] += sketch.kind == "choice"
                choices.insert(place, right)
        notes = (*sketch.notes, *(("distress",) if ident in self._distressing else ()))
        return Laid(
            id=ident,
            sketch=sketch,
            choices=tuple(choices),
            wrong=wrong,
            tier=self._tier(sketch, wrong, choices),
            mentions=tuple(one for one in sketch.facts if one in self.assembly.facts),
            notes=notes,
        )

    def _tier(self, sketch: Sketch, wrong: tuple[Wrong, ...], choices: list[str]) -> int:
        """Return the highest tier of all that a card speaks of."""
        known, facts = self.assembly.known, self.assembly.facts
        texts = (sketch.stem, sketch.why, sketch.category, *sketch.right, *choices)
        if texts not in self._tiers:
            self._tiers[texts] = self.assembly.glossary.tier_of(texts)
        named = known.tier_of(one.ident for one in wrong if one.ident)
        rests_on = [facts.get(fact, 0) for fact in sketch.facts]
        return max(sketch.tier, self._tiers[texts], named, *rests_on)

    def _unproven(self, cards: list[Laid]) -> dict[str, Issue]:
        """Return what is found only beside the article, which takes longest to look up."""
        return self.found(cards, self._text)[0]

    def found(
        self, cards: list[Laid], text: str | None = None
    ) -> tuple[dict[str, Issue], tuple[Issue, ...]]:
        """Return the first finding of each card that is ours, and those of no card."""
        pack, _ = self.assembly.pack(cards)
        loaded = read_pack(pack, "")
        starts, idents = _cards_of(loaded, pack)
        mine = {one.id for one in cards}
        placed: dict[str, Issue] = {}
        over_all = []
        for one in _issues(loaded, text):
            at = bisect_right(starts, one.line) - 1
            if one.code in WHOLE_PACK or at < 0:
                over_all.append(one)
            elif idents[at] in mine:
                placed.setdefault(idents[at], one)
        return placed, tuple(over_all)

    def _lucky(self, cards: list[Laid]) -> bool:
        """Tell whether a player who has read nothing does well on few cards even."""
        draft = read_pack(self.assembly.pack(cards)[0], "").draft
        played = outcomes(items_of(draft)) if draft else ()
        errors = Threshold.STANDARD_ERRORS.number
        return any(one.hits > one.chance + errors * one.error for one in played)

    def _mended(self, placed: dict[str, Issue]) -> bool:
        """Turn each slot whose card has a finding; tell whether any was."""
        pairs = 0
        for slot in self.slots:
            one = placed.get(slot.id)
            if one is None:
                continue
            if one.code == Flaw.NO_NOTE.code and slot.id not in self._distressing:
                self._distressing.add(slot.id)
                continue
            slot.turn(f"{one.code}: {one.message}")
            pairs += one.code in {Flaw.TWICE.code, Flaw.GIVEN_AWAY.code}
            if pairs > len(placed) // _AT_ONCE:
                # With these cards others, the rest may be sound as they are.
                return True
        return bool(placed)


def _too_few(sketch: Sketch, wrong: tuple[Wrong, ...]) -> bool:
    asks = sketch.kind in {"choice", "several"} and not sketch.form.startswith("first")
    return asks and len(wrong) < FEWEST_WRONG


def _cards_of(loaded: LoadedPack, pack: bytes) -> tuple[list[int], list[str]]:
    """Return on which line each card of a pack begins, and its id."""
    found = [(one.line, one.card.id) for one in loaded.draft.cards] if loaded.draft else []
    known = {ident for _, ident in found}
    for number, line in enumerate(pack.decode().splitlines(), start=1):
        # A card that could not be read is among those of the file only.
        if line.startswith("  - id: ") and (ident := line[8:].strip("\"'")) not in known:
            found.append((number, ident))
    found.sort()
    return [line for line, _ in found], [ident for _, ident in found]


def _issues(loaded: LoadedPack, text: str | None) -> tuple[Issue, ...]:
    """Return all that `packs check` finds in a pack."""
    if loaded.draft is None:
        return loaded.issues
    explainer = None if text is None else (text,)
    found = [*leaks.found(loaded.draft), *itemrules.found(loaded.draft, explainer)]
    told = judged(loaded.draft, found, {Flaw.EVIDENCE.code} if text is None else ())
    alone = Finding.SEQUEL_ALONE.code
    return tuple(sorted((*loaded.issues, *(one for one in told if one.code != alone))))

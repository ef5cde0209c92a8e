"""Confirmed predictions as cards of a pack: asked at one tier, answered at another."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.terms import Glossary
from quizgame.generate.facts import Fact
from quizgame.generate.known import Known
from quizgame.generate.packwriting import Laid
from quizgame.generate.predicting import Prediction
from quizgame.generate.retelling import speech_of, ways
from quizgame.generate.sketches import base_of
from quizgame.generate.wrongs import Wrong
from quizgame.storage.faults import Fault

CATEGORY = "Predictions"
NO_FACT = "it names no fact that answers it; write its id as 'fact'"
NOT_USABLE = "the fact that answers it is not confirmed, or is doubted in the ledger"
NOT_SAID = "no sentence of ours can say the fact that answers it"
TOO_EARLY = "its question or a choice names what is known only later than it is asked"
ONE_TIER = "no other card stands between the tiers at which it is asked and answered"
_MOST_TRIES = 2

Found = Callable[[list[Laid]], tuple[dict[str, Issue], tuple[Issue, ...]]]
"""What gives the first finding of each card in a pack of these, and those of no card."""


def bets(
    known: Known, glossary: Glossary, predictions: Iterable[Prediction], taken: Collection[str]
) -> tuple[list[Laid], list[tuple[str, str]]]:
    """Return the confirmed predictions as cards, and of the rest the id and why there is none.

    Of `taken` ids none is made: a person has changed that card, or has taken it out.
    """
    usable = {fact.id: fact for fact in known.usable}
    cards, left = [], []
    for one in predictions:
        if one.state != "confirmed" or one.id in taken:
            continue
        fact = usable.get(one.fact)
        card = _card(known, glossary, one, fact) if fact else NOT_USABLE if one.fact else NO_FACT
        if isinstance(card, Laid):
            cards.append(card)
        else:
            left.append((one.id, card))
    return cards, left


def _card(known: Known, glossary: Glossary, one: Prediction, fact: Fact) -> Laid | str:
    whys = ways(known, fact, speech_of(known, fact).whys)
    if not whys:
        return NOT_SAID
    ladder = known.book.ladder
    number = {tier.id: n for n, tier in enumerate(ladder.tiers)}
    base = base_of(known, fact, whys[0])
    asked = number[one.asked]
    if glossary.tier_of((one.question, CATEGORY, *one.choices)) > asked:
        return TOO_EARLY
    wrong = tuple(
        Wrong(choice, "", f"it comes otherwise: {whys[0]}", fact.id)
        for choice in one.choices
        if choice != one.right
    )
    sketch = replace(
        base, form="bet", kind="choice", stem=one.question, right=(one.right,), wrong=wrong,
        tier=asked, category=CATEGORY, difficulty=2,
    )  # fmt: skip
    guarded = {term.id: term.tier for term in glossary.terms if term.fact}
    return Laid(
        id=one.id,
        sketch=sketch,
        choices=one.choices,
        wrong=wrong,
        tier=asked,
        # It is answered no sooner than all that its answer tells of is known.
        opens=max(number[one.answered], base.tier, glossary.tier_of((base.why,)),
                  guarded.get(fact.id, 0)),
        mentions=tuple(ident for ident in (fact.id,) if ident in guarded),
        notes=sketch.notes,
    )  # fmt: skip


def proven(
    cards: Sequence[Laid], wanted: Iterable[Laid], found: Found
) -> tuple[list[Laid], list[tuple[str, str]]]:
    """Return the predictions that the check finds nothing against, and why not the rest."""
    _, over_all = found(list(cards))
    told = {one.code for one in over_all}
    kept: list[Laid] = []
    left: list[tuple[str, str]] = []
    for one in wanted:
        card: Laid | None = one
        for _ in range(_MOST_TRIES):
            if card is None:
                break
            placed, over_all = found([*cards, *kept, card])
            fresh = [*placed.values(), *(issue for issue in over_all if issue.code not in told)]
            if not fresh:
                kept.append(card)
                break
            distress = fresh[0].code == Flaw.NO_NOTE.code and "distress" not in card.notes
            if not distress:
                apart = fresh[0].code != Fault.OPENS.code
                found_in_it = f"{fresh[0].code}: {fresh[0].message}"
                left.append((one.id, found_in_it if apart else ONE_TIER))
            card = replace(card, notes=(*card.notes, "distress")) if distress else None
    return kept, left

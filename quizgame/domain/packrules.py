"""The rules over a whole pack: shares of places, lengths and answers, and what no card has."""

from collections.abc import Iterator, Sequence

from quizgame.domain.columns import width
from quizgame.domain.drafts import PackDraft, Said
from quizgame.domain.findings import issue
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.items import Item, Option
from quizgame.domain.stemrules import negatives
from quizgame.domain.thresholds import CHI_SQUARE, Threshold
from quizgame.domain.tiers import LOWEST
from quizgame.domain.waivers import Found

TOP = Said("pack", "", 1, 1)
"""Where a finding stands that no card tips."""
_CHOICES_WITH_A_MIDDLE = 3


def of_pack(draft: PackDraft, items: Sequence[Item]) -> Iterator[Found]:
    """Yield what is wrong over the pack; only a rare negative stem is one card's own affair."""
    single = [item for item in items if item.single]
    if len(single) >= Threshold.LEAST_CARDS.number:
        yield from ((None, one) for one in _often_longest(single))
        yield from ((None, one) for one in _same_place(single))
    yield from ((None, one) for one in _one_key(items))
    yield from _too_many_negatives(items)
    yield from ((None, one) for one in _empty_tiers(draft))
    yield from ((None, one) for one in _idle_notes(draft))


def _often_longest(single: Sequence[Item]) -> Iterator[Issue]:
    longest = [item for item in single if _is_longest(item)]
    tip = _tipping(longest, len(single), Threshold.LONGEST_SHARE)
    if tip:
        message = f"the right choice is the only longest on {len(longest)} of {len(single)} cards"
        yield issue(Flaw.OFTEN_LONGEST, tip.rights[0].said, message)


def _is_longest(item: Item) -> bool:
    (right,) = item.rights
    return all(width(right.text) > width(option.text) for option in item.wrongs)


def _tipping(those: Sequence[Item], total: int, share: Threshold) -> Item | None:
    """Return the card with which those exceed their share of the total."""
    most = int(share.number * total)
    return those[most] if len(those) > most else None


def _same_place(single: Sequence[Item]) -> Iterator[Issue]:
    """Yield a place that holds the right choice too often, of cards with three choices or more."""
    places: dict[int, list[Item]] = {}
    expected: dict[int, float] = {}
    wide = [item for item in single if len(item.choices) >= _CHOICES_WITH_A_MIDDLE]
    for item in wide:
        places.setdefault(min(item.right), []).append(item)
        for place in range(len(item.choices)):
            expected[place] = expected.get(place, 0.0) + 1 / len(item.choices)
    for place, those in sorted(places.items()):
        tip = _tipping(those, len(wide), Threshold.PLACE_SHARE)
        if tip and len(wide) >= Threshold.LEAST_CARDS.number:
            message = f"the right choice stands in place {place + 1} on {len(those)} of {len(wide)}"
            yield issue(Flaw.SAME_PLACE, tip.rights[0].said, f"{message} cards")
            return
    if _uneven({place: len(those) for place, those in places.items()}, expected):
        told = ", ".join(str(len(places.get(place, ()))) for place in sorted(expected))
        message = f"by their place, {told} right choices: more uneven than 1 pack in 100 by chance"
        yield issue(Flaw.SAME_PLACE, TOP, message)


def _uneven(counts: dict[int, int], expected: dict[int, float]) -> bool:
    """Tell whether chi-square exceeds its bound, over the places with enough expected in them."""
    enough = [place for place, due in expected.items() if due >= Threshold.LEAST_EXPECTED.number]
    squares = ((counts.get(place, 0) - expected[place]) ** 2 / expected[place] for place in enough)
    return sum(squares) > CHI_SQUARE.get(len(enough) - 1, float("inf"))


def _one_key(items: Sequence[Item]) -> Iterator[Issue]:
    keys: dict[tuple[str, ...], list[Item]] = {}
    total = 0
    for item in items:
        if item.key:
            total += 1
            keys.setdefault(_named(item.key), []).append(item)
    if total < Threshold.LEAST_CARDS.number:
        return
    for those in keys.values():
        tip = _tipping(those, total, Threshold.KEY_SHARE)
        if tip and tip.key:
            message = f"this is the answer on {len(those)} of {total} cards with one answer"
            yield issue(Flaw.ONE_KEY, tip.key.said, message)


def _named(option: Option) -> tuple[str, ...]:
    return (option.term.id, "") if option.term else option.words


def _too_many_negatives(items: Sequence[Item]) -> Iterator[Found]:
    """Yield the first card past those that may ask in capitals for what is NOT so."""
    capital = [item for item in items if item.english and "CAPITAL" in negatives(item.stem.text)]
    most = max(1, int(Threshold.NEGATIVE_SHARE.number * len(items)))
    if len(capital) > most:
        item = capital[most]
        message = f"{len(capital)} of {len(items)} stems ask for what is NOT so; {most} may"
        yield item.draft, issue(Flaw.NEGATIVE, item.stem, message)


def _empty_tiers(draft: PackDraft) -> Iterator[Issue]:
    used = {card.card.tier for card in draft.cards if card.opens is None}
    for number, tier in enumerate(draft.pack.face.ladder.tiers):
        if number not in used:
            at = _label(draft, tier.label)
            what = "nothing can be asked there" if number == LOWEST else "nothing new is asked"
            yield issue(Flaw.EMPTY_TIER, at, f"no card stands at the tier '{tier.id}': {what}")


def _idle_notes(draft: PackDraft) -> Iterator[Issue]:
    used = frozenset[str]().union(*(card.card.notes for card in draft.cards))
    for note, label in draft.pack.face.notes.items():
        if note not in used:
            at = _label(draft, label)
            yield issue(Flaw.IDLE_NOTE, at, f"no card has the content note '{note}'")


def _label(draft: PackDraft, label: str) -> Said:
    """Return where a label of the head stands."""
    return next((text for text in draft.open_texts if text.text == label), TOP)

"""Going through the predictions of a draft: wording them, keeping or rejecting, taking it back.

All of it is pure: what there is goes in, what there is after comes out.
"""

from dataclasses import dataclass, field, replace

from quizgame.generate.facts import FactBook, State
from quizgame.generate.mending import Option
from quizgame.generate.predicting import FILE, Prediction, read_predictions, written
from quizgame.generate.reviewing import spans

QUESTION, CHOICE, ANOTHER, NOTE = "question", "choice", "another", "note"
KEEP, REJECT, NEXT, UNDO = "keep", "reject", "next", "undo"
AWAY = ""
_FEWEST, _MOST = 2, 6
_TRUE = "a choice · it comes true"


@dataclass(frozen=True, slots=True)
class Foretelling:
    """The predictions, the place of the one shown, and what can be taken back.

    `part` is what is being worded, `choice` the choice if it is one; `typed` holds the letters
    typed, `begun` those at first.
    """

    bets: tuple[Prediction, ...]
    at: int = 0
    past: tuple[tuple[tuple[Prediction, ...], int], ...] = ()
    part: str = ""
    choice: str = field(default="", repr=False)
    typed: str = field(default="", repr=False)
    begun: str = field(default="", repr=False)

    @property
    def bet(self) -> Prediction:
        """The prediction that is shown."""
        return self.bets[self.at]


def opened(bets: tuple[Prediction, ...]) -> Foretelling:
    """Return the predictions at the first that is not decided."""
    waiting = (n for n, one in enumerate(bets) if one.state == "proposed")
    return Foretelling(bets, next(waiting, 0))


def turned(now: Foretelling, by: int) -> Foretelling:
    """Go so many predictions on, round the end."""
    return Foretelling(now.bets, (now.at + by) % len(now.bets), now.past)


def undone(now: Foretelling) -> Foretelling:
    """Take back what was done last, and show where it was done."""
    if not now.past:
        return now
    *past, (bets, at) = now.past
    return Foretelling(bets, at, tuple(past))


def decided(now: Foretelling, state: State, book: FactBook) -> tuple[Foretelling, str]:
    """Keep or reject the one shown and go on to the next that waits; or a reason why not."""
    bet = replace(now.bet, state=state)
    if state == "confirmed" and (why := _too_early(book, bet)):
        return now, why
    after, why = _changed(now, bet, book)
    if why:
        return now, why
    ahead = (*range(now.at + 1, len(now.bets)), *range(now.at))
    place = next((n for n in ahead if after.bets[n].state == "proposed"), now.at)
    return replace(after, at=place), ""


def options(now: Foretelling) -> tuple[Option, ...]:
    """Return what can be chosen, that which Enter takes first."""
    bet, words = now.bet, " ".join(now.typed.split())
    if not now.part:
        choices = (
            Option(one, _TRUE if one == bet.right else "a choice", CHOICE) for one in bet.choices
        )
        more = [Option("Add a choice", "", ANOTHER)] if len(bet.choices) < _MOST else []
        back = [Option("Undo", "U", UNDO)] if now.past else []
        return (
            Option(bet.question, "the question", QUESTION),
            *choices,
            *more,
            Option(f"Note: {bet.note}" if bet.note else "Note", "N", NOTE),
            Option("Keep it", "K", KEEP),
            Option("Reject it", "X", REJECT),
            *([Option("Next", "J", NEXT)] if len(now.bets) > 1 else []),
            *back,
        )
    fresh = words and words != now.begun
    said = (Option(words, "write it so", words, words=True),) if fresh else ()
    spare = now.part == CHOICE and len(bet.choices) > _FEWEST and now.choice != bet.right
    if spare or (now.part == NOTE and bet.note):
        return (*said, Option("Take it away", "", AWAY))
    return said or (Option("Leave it as it is", "", now.begun),)


def asking(now: Foretelling, part: str, choice: str = "") -> Foretelling:
    """Return the page on which a part of the prediction is worded."""
    there = {QUESTION: now.bet.question, NOTE: now.bet.note}.get(part, choice)
    return replace(now, part=part, choice=choice, typed=there, begun=there)


def worded(now: Foretelling, option: Option, book: FactBook) -> tuple[Foretelling, str]:
    """Put what was chosen in the place of the part that is worded; a reason where it cannot be."""
    bet, words = now.bet, option.value
    if words == now.begun:
        return turned(now, 0), ""
    if now.part in {CHOICE, ANOTHER} and words in bet.choices:
        return now, "That is a choice already."
    match now.part:
        case "question":
            bet = replace(bet, question=words)
        case "note":
            return _changed(now, replace(bet, note=words), book)
        case "another":
            bet = replace(bet, choices=(*bet.choices, words))
        case _:
            choices = tuple(words if one == now.choice else one for one in bet.choices)
            right = words if now.choice == bet.right else bet.right
            bet = replace(bet, choices=tuple(one for one in choices if one), right=right)
    if why := _too_early(book, bet):
        return now, why
    return _changed(now, bet, book)


def _changed(now: Foretelling, bet: Prediction, book: FactBook) -> tuple[Foretelling, str]:
    if bet == now.bet:
        return replace(now, part=""), ""
    bets = (*now.bets[: now.at], bet, *now.bets[now.at + 1 :])
    _, issues = read_predictions(written(bets, book), FILE)
    if issues:
        mend = f"; {issues[0].hint}" if issues[0].hint else ""
        return now, f"That cannot be kept: {issues[0].message}{mend}"
    return Foretelling(bets, now.at, (*now.past, (now.bets, now.at))), ""


def _too_early(book: FactBook, bet: Prediction) -> str:
    """Return which name in a question gives something away to those who are asked it, if any."""
    tiers = {tier.id: number for number, tier in enumerate(book.ladder.tiers)}
    said = " ".join((bet.question, *bet.choices))
    for name in book.names:
        if name.state == "rejected" or name.tier <= tiers.get(bet.asked, 0):
            continue
        if spans(said, (name.name, *name.aliases)):
            known, asked = book.ladder[name.tier].label, book.ladder[tiers[bet.asked]].label
            return f"It is asked at ‘{asked}’, but {name.name} is not known before ‘{known}’."
    return ""

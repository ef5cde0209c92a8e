"""The predictions of a draft on their way past a person: what is decided is in the file at once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from quizgame.domain import intents as want
from quizgame.domain import reviewviews as views
from quizgame.generate import foretelling
from quizgame.generate.facts import FactBook, State
from quizgame.generate.folder import replace_file
from quizgame.generate.foretelling import Foretelling
from quizgame.generate.predicting import FILE, renewed, written

if TYPE_CHECKING:
    from quizgame.generate.mending import Option

NONE = "There is nothing to bet on yet; predictions come from facts that are kept."
ALL = "Every prediction is decided."
_STATES = {"proposed": "To decide", "confirmed": "Kept", "rejected": "Rejected"}
_ASKED = {
    foretelling.QUESTION: "How should it be asked?",
    foretelling.CHOICE: "What can be bet on?",
    foretelling.ANOTHER: "What else can be bet on?",
    foretelling.NOTE: "A note",
}


class BetDesk:
    """The predictions in a folder, one of them shown; `told` is what a person should hear of."""

    def __init__(self, folder: Path, book: FactBook) -> None:
        self._folder, self._path, self._book = folder, folder / FILE, book
        self.told = self.fault = ""
        self._now = Foretelling(())
        self._seen = b""
        self._read()

    def _read(self) -> None:
        self._seen = self._there()
        bets, issues = renewed(self._folder, self._book)
        self._now = foretelling.opened(bets)
        if issues:
            self.told = f"Mend {FILE} first: {issues[0]}"
        elif not bets:
            self.told = NONE

    def _there(self) -> bytes:
        return self._path.read_bytes() if self._path.exists() else b""

    @property
    def ready(self) -> bool:
        """Whether there is a prediction to show."""
        return bool(self._now.bets)

    def view(self) -> views.ListView:
        """Return the page of the prediction, or that of the part which is worded."""
        return bet_page(self._book, self._now, self.fault)

    def left(self) -> bool:
        """Go a step back; tell whether one is still here."""
        self.fault = ""
        if self._now.part:
            self._now = foretelling.turned(self._now, 0)
            return True
        return False

    def send(self, intent: want.Intent) -> None:
        """Carry an intent out, and keep what it changed."""
        now = self._now
        match intent:
            case want.Edit(text) if now.part:
                self._now, self.fault = replace(now, typed=text), ""
            case want.Take(row):
                chosen = foretelling.options(now)
                if row < len(chosen):
                    self._take(now, chosen[row])
            case want.Decide(state) if not now.part:
                self._keep(*foretelling.decided(now, cast("State", state), self._book))
                if all(one.state != "proposed" for one in self._now.bets):
                    self.told = self.told or ALL
            case want.Undo() if not now.part:
                self._keep(foretelling.undone(now), "")
            case want.Leaf(by) if not now.part:
                self._now, self.fault = foretelling.turned(now, by), ""
            case want.Mend("note") if not now.part:
                self._now, self.fault = foretelling.asking(now, foretelling.NOTE), ""
            case _:
                pass

    def _take(self, now: Foretelling, option: "Option") -> None:
        if now.part:
            self._keep(*foretelling.worded(now, option, self._book))
            return
        match option.value:
            case "keep":
                self.send(want.Decide("confirmed"))
            case "reject":
                self.send(want.Decide("rejected"))
            case "undo":
                self.send(want.Undo())
            case "next":
                self.send(want.Leaf(1))
            case part:
                choice = option.text if part == foretelling.CHOICE else ""
                self._now, self.fault = foretelling.asking(now, part, choice), ""

    def _keep(self, after: Foretelling, fault: str) -> None:
        """Write what was changed, unless somebody else has written the file meanwhile."""
        self.fault = fault
        if after.bets == self._now.bets:
            self._now = after
        elif self._there() != self._seen:
            self.told = f"{FILE} was changed elsewhere and read again; do that once more."
            self._read()
        else:
            self._now = after
            replace_file(self._path, written(after.bets, self._book))
            self._seen = self._there()


def bet_page(book: FactBook, now: Foretelling, fault: str) -> views.ListView:
    """Return the page of a prediction, or that of the part which is worded."""
    bet = now.bet
    rows = tuple(
        views.ListRow(one.text, one.aside, state=bet.state if _is_question(one) else "")
        for one in foretelling.options(now)
    )
    if now.part:
        page = f"bet-{bet.id}-{now.part}-{now.choice}"
        return views.ListView(
            page, _ASKED[now.part], bet.question, rows, 0, now.typed, "Type it", fault
        )
    title = f"Prediction {now.at + 1} of {len(now.bets)}"
    lead = _lead(book, now)
    return views.ListView(f"bet-{bet.id}", title, lead, rows, fault=fault, decides=True)


def _is_question(option: "Option") -> bool:
    return option.value == foretelling.QUESTION and not option.words


def _lead(book: FactBook, now: Foretelling) -> str:
    bet = now.bet
    tiers = {tier.id: tier.label for tier in book.ladder.tiers}
    facts = {one.id: one for one in book.facts}
    asked, answered = tiers[bet.asked], tiers[bet.answered]
    said = f" It rests on this: {book.reads(facts[bet.fact])}." if bet.fact in facts else ""
    return f"{_STATES[bet.state]}. Asked at ‘{asked}’, answered at ‘{answered}’.{said}"

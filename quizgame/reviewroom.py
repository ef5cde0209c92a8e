"""The facts of a draft on their way past a person: every decision is kept in the file at once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from quizgame.domain import intents as want
from quizgame.domain.notices import Notice
from quizgame.domain.reviewviews import BrokenView
from quizgame.domain.spelling import in_a_line
from quizgame.domain.views import View
from quizgame.generate import mending, naming, reviewpages
from quizgame.generate.article import Article, Sentence
from quizgame.generate.betdesk import BetDesk
from quizgame.generate.factreading import read_facts
from quizgame.generate.facts import FactBook, State
from quizgame.generate.folder import FILE, keep
from quizgame.generate.joining import followers, ordered
from quizgame.generate.mending import Form
from quizgame.generate.namepages import naming_page
from quizgame.generate.reviewing import (
    Review,
    added,
    begun,
    climbed,
    decided,
    joined,
    mended,
    turned,
    undone,
)

if TYPE_CHECKING:
    from quizgame.domain.issues import Issue

MOST_FAULTS = 6
PAGES = ("facts", "sentences", "names", "after", "more", "bets")
"""The pages beside that of a fact, and the ways to them."""


class Room:
    """A review of the facts in a folder, beside their article."""

    def __init__(self, folder: Path, book: FactBook, article: Article) -> None:
        self._folder, self._path = folder, folder / FILE
        self._base, self._article = book, article
        self._review = begun(book)
        self._stamp = self._stamped()
        self._seen = self._path.read_bytes()
        self._issues: tuple[Issue, ...] = ()
        self._page = "sure"
        self._form: Form | None = None
        self._naming = naming.Naming()
        self._bets: BetDesk | None = None
        self._fault = self._sought = ""
        self.notice: Notice | None = None
        self.leaving = False

    # -- the file ----------------------------------------------------------------------------

    def look(self) -> None:
        """Read the file again if somebody else has written it."""
        stamp = self._stamped()
        if stamp != self._stamp:
            self._stamp = stamp
            self._read_again()

    def _stamped(self) -> tuple[int, int]:
        try:
            told = self._path.stat()
        except FileNotFoundError:
            return 0, 0
        return told.st_mtime_ns, told.st_size

    def _read_again(self) -> bool:
        """Take in what somebody else has written; tell whether the file can be written now."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            self._tell(f"{FILE} was away; it was written again.")
            self._seen = b""
            self._write()
            return True
        if data == self._seen and not self._issues:
            return True
        self._seen = data
        theirs, self._issues = read_facts(data, FILE)
        if theirs is None:
            return False
        if not theirs.facts:
            self._tell(f"{FILE} holds no facts any more; those that stood here were put back.")
            self._write()
            return True
        book, put = joined(self._base, self._review.book, theirs)
        self._review = replace(self._review, book=book, at=self._still_there(book))
        # What is worded may be gone, and the predictions may be of other tiers now.
        self._naming, self._bets = naming.Naming(), None
        again = ""
        if book != theirs:
            again = f", and what you did here was put back ({put})" if put else ""
            self._write()
        self._tell(f"{FILE} was changed elsewhere and read again{again}.")
        return True

    def _still_there(self, book: FactBook) -> str:
        at = self._review.at
        return at if any(fact.id == at for fact in book.facts) else begun(book).at

    def _save(self, review: Review) -> None:
        """Go on with a review; what it changed is in the file when this returns."""
        changed = review.book != self._review.book
        self._review = review
        if changed and self._there() != self._seen:
            self._read_again()
        elif changed:
            self._write()

    def _there(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""

    def _write(self) -> None:
        keep(self._review.book, self._folder)
        self._seen, self._stamp = self._path.read_bytes(), self._stamped()

    def _tell(self, text: str) -> None:
        number = self.notice.number + 1 if self.notice else 1
        self.notice = Notice(text, number)

    # -- what is shown -----------------------------------------------------------------------

    def view(self) -> View:
        """Return the page to show."""
        if self._issues:
            told = tuple(map(str, self._issues[:MOST_FAULTS]))
            return BrokenView(FILE, told, len(self._issues) - len(told))
        if self._form:
            return reviewpages.form_page(self._review.book, self._form, self._fault)
        if self._bets:
            return self._bets.view()
        match self._page:
            case "sure":
                return reviewpages.QUESTION
            case "facts":
                return reviewpages.facts_page(self._review, self._sought)
            case "sentences":
                return reviewpages.sentences_page(self._review, self._article, self._sought)
            case "after":
                return reviewpages.after_page(self._review, self._sought, self._fault)
            case "names":
                return naming_page(self._review.book, self._review.fact, self._naming, self._fault)
            case "more":
                return reviewpages.more_page()
            case _:
                return reviewpages.fact_page(self._review, self._article)

    # -- what is asked for -------------------------------------------------------------------

    def send(self, intent: want.Intent) -> None:
        """Carry an intent out, and keep what it changed; what is told goes with its page."""
        told, here = self.notice, self._here()
        if isinstance(intent, want.Edit):
            # A keyboard may send half a character, which no file takes.
            intent = want.Edit(in_a_line(intent.text))
        self._carry_out(intent)
        if self.notice is told and self._here() != here:
            self.notice = None

    def _here(self) -> tuple[str, bool, bool]:
        """Return by what a page is known from another."""
        return self._page, self._form is None, self._bets is None

    def _carry_out(self, intent: want.Intent) -> None:
        if isinstance(intent, want.Back):
            self._back()
        elif self._issues:
            return
        elif self._bets:
            self._bets.send(intent)
            self._hear(self._bets)
        elif self._page == "sure":
            self._page = "fact" if isinstance(intent, want.Agree) else "sure"
        elif isinstance(intent, want.Edit) and self._form:
            self._form, self._fault = replace(self._form, typed=intent.text), ""
        elif isinstance(intent, want.Edit) and self._page == "names":
            self._naming, self._fault = replace(self._naming, typed=intent.text), ""
        elif isinstance(intent, want.Edit):
            self._sought, self._fault = intent.text, ""
        elif isinstance(intent, want.Take):
            self._take(intent.row)
        elif self._page == "fact" and not self._form:
            self._on_fact(intent)

    def _back(self) -> None:
        if self._issues or (not self._form and not self._bets and self._page in {"sure", "fact"}):
            self.leaving = True
        elif self._bets:
            self._bets = self._bets if self._bets.left() else None
        elif self._form:
            self._form, self._fault = None, ""
        elif self._page == "names" and (before := naming.left(self._naming)):
            self._naming, self._fault = before, ""
        else:
            self._page, self._fault = "fact", ""

    def _on_fact(self, intent: want.Intent) -> None:
        match intent:
            case want.Decide(state):
                before = self._review.at
                self._save(decided(self._review, cast("State", state)))
                if self._review.at == before:
                    self._tell("Every fact is decided. A adds more; rendering makes cards of them.")
            case want.Climb(by):
                review, why = climbed(self._review, by)
                self._save(review)
                if why:
                    self._tell(why)
            case want.Leaf(by):
                self._review = turned(self._review, by)
            case want.Undo() if self._review.past:
                self._save(undone(self._review))
            case want.Mend(part):
                self._form = mending.asking(self._review.fact, part, self._sentence())
            case want.Go(page) if page in PAGES:
                self._go(page)
            case _:
                pass

    def _hear(self, bets: BetDesk) -> None:
        """Tell what the predictions have to tell; without any one is back at the fact."""
        if bets.told:
            self._tell(bets.told)
        bets.told = ""
        self._bets = bets if bets.ready else None

    def _go(self, page: str) -> None:
        if page == "bets":
            self._hear(BetDesk(self._folder, self._review.book))
            return
        if page == "after" and not followers(self._review.book, self._review.fact):
            self._tell("Nothing can be said to happen after this.")
            return
        self._page, self._sought, self._fault = page, "", ""
        self._naming = naming.Naming()

    def _sentence(self) -> Sentence | None:
        """Return the sentence that proves the fact shown."""
        for proof in self._review.fact.evidence:
            for one, said in reviewpages.sentences_with(self._article):
                if one.passage == proof.passage and said.start == proof.start:
                    return said
        return None

    def _take(self, row: int) -> None:
        if self._form:
            chosen = mending.options(self._review.book, self._form)
            if row < len(chosen):
                self._fill(self._form, mending.taken(self._form, chosen[row]))
        elif self._page == "facts":
            facts = reviewpages.facts_with(self._review.book, self._sought)
            if row < len(facts):
                self._review = replace(self._review, at=facts[row].id)
                self._page = "fact"
        elif self._page == "more":
            self._page = "fact"
            self._go(reviewpages.MORE[row][0] if row < len(reviewpages.MORE) else "fact")
        elif self._page == "after":
            facts = reviewpages.followers_with(self._review, self._sought)
            if row < len(facts):
                self._done(*ordered(self._review, facts[row]))
        elif self._page == "names":
            review, self._naming, self._fault = naming.chosen(self._review, self._naming, row)
            self._save(review)
        elif self._page == "sentences":
            told = reviewpages.sentences_with(self._article, self._sought)
            if row < len(told):
                paragraph, said = told[row]
                self._form = mending.asking(mending.new_fact(paragraph, said), "subject", said)

    def _fill(self, before: Form, form: Form) -> None:
        """Go on with a form, or keep the fact once nothing more is asked for."""
        if form.part:
            self._form, self._fault = form, ""
            return
        if form.sentence and form.fact.id == mending.NEW:
            book = self._review.book
            fact = mending.finished(form.fact, form.sentence, self._article, book)
            review, fault = added(self._review, fact)
        else:
            review, fault = mended(self._review, form.fact)
        self._form = before
        self._done(review, fault)

    def _done(self, review: Review, fault: str) -> None:
        """Go on from the fact with what was done, or tell on the page why it cannot stand."""
        self._fault = fault
        if not fault:
            self._form, self._page = None, "fact"
            self._save(review)

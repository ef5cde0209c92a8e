"""The whole game without a screen: send it what the player wants, get what to show.

Where a player is stands on a trail of places; each page belongs to a part. Every change is saved
before `send` returns.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from quizgame.domain import intents as want
from quizgame.domain import manual, views
from quizgame.domain.notices import Notice
from quizgame.domain.settings import Settings
from quizgame.services import pages
from quizgame.services.adding import Adding
from quizgame.services.alone import Alone
from quizgame.services.authoring import Authoring
from quizgame.services.days import Days
from quizgame.services.envelopes import Envelopes
from quizgame.services.gathering import Gathering
from quizgame.services.notices import Notices
from quizgame.services.packpages import PackPages
from quizgame.services.profiles import Profiles
from quizgame.services.progresspages import ProgressPages
from quizgame.services.projector import Projector
from quizgame.services.rehearsing import Rehearsing
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.shelfpages import ALONE as SHELF
from quizgame.services.shelfpages import TOGETHER, Browsing
from quizgame.services.tables import Tables
from quizgame.services.trail import PEOPLE, ROUND, TABLE, TITLE, Place, Trail
from quizgame.services.unfinished import Unfinished
from quizgame.services.whoplays import several
from quizgame.storage.progress import Progress

LOOKING = (want.Go("play"), want.Go(SHELF), want.Go(TOGETHER))
"""What leads from the title to the packs."""
ANYWHERE = frozenset({"shelf", "settings", "help"})
"""The pages that open from everywhere."""


class Part(Protocol):
    """Pages of their own, and what is wanted on them."""

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this part."""

    def view(self, place: Place) -> views.View | None:
        """Return a page of this part, or None."""


class Game:
    """The game on one screen, for one or for several.

    `now` gives seconds since 1970, `dice` a seed for each round.
    """

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        *,
        now: Callable[[], float],
        dice: Callable[[], int],
        message: str = "",
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._now = now
        self._dice = dice
        self._message = message
        self._notices = Notices()
        self._projector = Projector(shelf)
        self.adding = Adding(shelf, progress, self._notices)
        self.profiles = Profiles(progress, self._notices, now=now)
        self.quitting = False
        self._welcome()
        self.author = Authoring(shelf, progress, self._rounds, self._notices, now=now)
        self._trail: Trail = (TITLE, Place(PEOPLE)) if several(progress) else (TITLE,)

    def _welcome(self) -> None:
        """Begin afresh with whoever plays now: nothing of what others were about is known here."""
        shelf, progress, now = self._shelf, self._progress, self._now
        self._turn = progress.turn
        self.settings = Settings.from_saved(progress.settings())
        self._rounds = Rounds(shelf, progress, now=now, dice=self._dice)
        sounds, lit = self._rounds.sounds, self._projector
        tables = Tables(shelf, progress, now=now, dice=self._dice, sounds=sounds)
        self._gathering = Gathering(shelf, progress, tables, lit.shown)
        self._browsing = Browsing(shelf, progress, self.adding)
        self._unfinished = Unfinished(shelf, progress, self._rounds, self._gathering, self.adding)
        self._days = Days(shelf, progress, self._rounds, now=now)
        settings = self._settings
        rehearsing = Rehearsing(shelf, progress, lit, sounds, now=now, settings=settings)
        self._standing = ProgressPages(shelf, progress, now=now, due=rehearsing.due_today)
        envelopes = Envelopes(shelf, progress, self._rounds, now=now)
        packpages = PackPages(shelf, progress, self._rounds, self.adding, now=now)
        self._alone = Alone(
            shelf,
            progress,
            self._rounds,
            packpages,
            envelopes,
            days=self._days,
            standing=self._standing,
            projector=lit,
            settings=settings,
        )
        self._parts: tuple[Part, ...] = (
            self.profiles,
            self.adding,
            self._days,
            self._standing,
            rehearsing,
            envelopes,
        )

    def _settings(self) -> Settings:
        return self.settings

    @property
    def sounds(self) -> list[str]:
        """What is to be heard; whoever plays it clears it."""
        return self._rounds.sounds

    def look(self) -> None:
        """Read the pack that is being written again, if its file has changed."""
        if self.author.look():
            self._browsing.forget()

    def file_to_open(self) -> Path | None:
        """Return a file that was asked for outside the game, once."""
        path, self.author.to_open = self.author.to_open, None
        return path

    def watch(self, path: Path) -> None:
        """Go to a pack that is being written; it is read again whenever its file changes.

        Where it is yet to be said who plays, that comes first.
        """
        pack_id = self.author.watch(path)
        if not self.profiles.fresh:
            self._trail = self._alone.choose(pack_id, self._trail)

    @property
    def notice(self) -> Notice | None:
        """What the player is told beside the page; at the page it leads to, nothing lasting."""
        notice = self._notices.notice
        there = notice and notice.lasting and self.author.view(self._trail[-1])
        return None if there else notice

    # -- what the player wants ---------------------------------------------------------------

    def send(self, intent: want.Intent) -> views.View:
        """Carry out an intent, save what came of it, and return what to show."""
        if isinstance(intent, want.ShowTrouble | want.LibraryIntent):
            # What lies behind a curtain stays there, and no clock runs on.
            self.send(want.Interrupt())
        here = self._trail
        self._browsing.forget()
        self._standing.hear(intent, here[-1])
        if self._browsing.send(intent, here[-1].page):
            return self.view()
        if here == (TITLE,) and intent in LOOKING:
            self._browsing.begin()
        self._be_at(self._after(intent, here))
        return self.view()

    def _after(self, intent: want.Intent, here: Trail) -> Trail:
        """Return the trail after an intent, as the first part has it that the intent is for."""
        trail = self.author.send(intent, here, self._at_hand())
        for part in self._parts:
            trail = part.send(intent, here) if trail is None else trail
        if trail is None:
            trail = self._gathering.send(intent, here, self.settings)
        for part in (self._unfinished, self._alone):
            trail = part.send(intent, here) if trail is None else trail
        return self._go_about(intent, here) if trail is None else trail

    def _be_at(self, trail: Trail) -> None:
        """Go there; a game that is not on the way any more is put away as it stands."""
        self._trail = trail
        if self._progress.turn != self._turn:
            # Nobody else's game may be put away among those of who plays now.
            self._welcome()
            self.author.newcomer(self._rounds)
        if ROUND not in trail:
            self._rounds.leave()
        if TABLE not in trail:
            self._gathering.leave()
        self.adding.stay_at(self._trail[-1])

    def _go_about(self, intent: want.Intent, here: Trail) -> Trail:
        match intent:
            case want.Go("title"):
                return (TITLE,)
            case want.Go("quit"):
                self.quitting = True
            case want.Go(page) if page in ANYWHERE and here[-1].page != page:
                return (*here, Place(page))
            case want.Back() if len(here) > 1:
                return here[:-1]
            case want.Change(name, value):
                self._change(name, value)
            case _:
                pass
        return here

    def read_on(self) -> bool:
        """Read the next of the packs that are yet to be read; tell whether there are more."""
        more = self._shelf.read_on()
        self._be_at(self._unfinished.read_on(self._trail))
        return more

    def text_to_copy(self) -> str:
        """Return what is to be put on the clipboard, once."""
        text, self._days.to_copy = self._days.to_copy, ""
        return text

    def close(self) -> None:
        """Save the round as it stands and let go of the file."""
        self._rounds.leave()
        self._gathering.leave()
        self.adding.stay_at(TITLE)
        self._progress.close()

    # -- what to show ------------------------------------------------------------------------

    def view(self) -> views.View:
        """Return what to show now."""
        here = self._trail[-1]
        shown = self.author.view(here)
        for part in self._parts:
            shown = shown or part.view(here)
        shown = shown or self._gathering.view(self._trail, self.settings)
        shown = shown or self._view_anywhere(here)
        shown = shown or self._unfinished.view(here) or self._alone.view(here)
        if not isinstance(shown, views.AskView | views.RevealView):
            # Behind a shut curtain, and on any other page, nothing of a card is kept.
            self._projector.dark()
        message = self._unfinished.stopped or self._message
        return shown or pages.title(self._progress, message, self._shelf)

    def _view_anywhere(self, place: Place) -> views.View | None:
        match place.page:
            case "shelf" | "together":
                return self._browsing.view(place.page)
            case "settings":
                return views.SettingsView(self.settings.everyday)
            case "help":
                # In a round the pause offers how scoring works, and no more.
                scoring = views.HelpView(manual.scoring())
                return scoring if ROUND in self._trail else manual.page()
            case _:
                return None

    def _at_hand(self) -> str:
        """Return the id of the pack that is played or looked at, or nothing."""
        looked_at = next((place.pack_id for place in reversed(self._trail) if place.pack_id), "")
        session = self._rounds.session
        return looked_at or (session.deck.face.id if session else self._gathering.pack_id)

    def _change(self, name: str, value: str) -> None:
        changed = self.settings.changed(name, value)
        if changed != self.settings:
            self.settings = changed
            self._progress.set_setting(name, value)

"""A person's predictions of a pack: sealed, kept shut, and opened once they have watched so far.

Everything comes of their deck at the watch point they have said, and of their own envelopes. While
one is shut nothing here knows its answer: what is sealed is a `Prediction`, which has none.
"""

from collections.abc import Callable

from quizgame.domain import intents as want
from quizgame.domain import rules, views
from quizgame.domain.envelopeviews import OpeningView, SealedView
from quizgame.domain.gate import Deck
from quizgame.domain.packs import PackFace
from quizgame.domain.predictions import RIGHT, WRONG, Foretold, Prediction
from quizgame.domain.tiers import LOWEST
from quizgame.services import envelopeshowing as showing
from quizgame.services import pages
from quizgame.services.dates import day_of
from quizgame.services.envelopeshowing import Own
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.trail import ROUND, Place, Trail
from quizgame.storage.kept import Envelope
from quizgame.storage.progress import Progress

PREDICTIONS, SEAL, INSIDE, SEALED, OPENING = "predictions", "seal", "inside", "sealed", "opening"
PAGES = frozenset({PREDICTIONS, SEAL, INSIDE, SEALED, OPENING})
ALONE = 1
"""The number of a place where one envelope is opened from the list, not all that are ripe."""
NEXT, PLAY, LIST = "next", "play", "list"
"""What comes after an envelope: another one, the round, or the list."""


class Envelopes:
    """The pages of predictions, and the choice that is being made. `now`: seconds since 1970."""

    def __init__(
        self, shelf: Shelf, progress: Progress, rounds: Rounds, *, now: Callable[[], float]
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._rounds = rounds
        self._now = now
        self._at_hand = ""
        self._chosen = ""
        """In words: a pack that is read again may have other choices in that place."""
        self._sure = ""
        self._laid_open = False

    # -- what is wanted ----------------------------------------------------------------------

    def send(self, intent: want.Intent, trail: Trail) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        here = trail[-1]
        match intent:
            case want.Go("predictions") if here.page == "watch-point":
                there = Place(PREDICTIONS, here.pack_id)
                return (*trail, there) if self._any(here.pack_id) else trail
            case want.Foretell(card_id):
                return self._take_up(card_id, trail)
            case want.Interrupt() if here.page == INSIDE:
                # What one has sealed is nobody else's to see.
                return trail[:-1]
            case _ if here.page == PREDICTIONS:
                return self._at_list(intent, trail)
            case _ if here.page == SEAL:
                return self._sealing(intent, trail)
            case _ if here.page == OPENING:
                return self._opening(intent, trail)
            case _:
                return None

    def reached(self, pack_id: str) -> int:
        """Return the watch point this person has said for a pack; the lowest if none."""
        face = self._face(pack_id)
        said = self._progress.watch_point(pack_id)
        return face.ladder.watch_point(said) if face else LOWEST

    def opened_by(self, before: int, pack_id: str, trail: Trail) -> Trail:
        """Return the trail with the envelopes on top that are ripe, where more has been watched.

        What is passed over then waits on the page of predictions.
        """
        ripe = self._ripe(pack_id) if self.reached(pack_id) > before else ()
        if not ripe:
            return trail
        self._lay_out(ripe[0].card_id)
        return (*trail, Place(OPENING, pack_id))

    def left_to_seal(self, pack_id: str, point: int) -> bool:
        """Tell whether somebody whose round at a watch point is over has a prediction to seal.

        Whoever plays for once less far may have company that has seen no more.
        """
        deck = self._deck(pack_id)
        return deck is not None and deck.watch_point == point and bool(self._blank(deck))

    def _take_up(self, card_id: str, trail: Trail) -> Trail:
        here, session = trail[-1], self._rounds.session
        pack_id, before = here.pack_id, trail
        if here == ROUND and session and session.over:
            pack_id = session.deck.face.id
            if not self.left_to_seal(pack_id, session.deck.watch_point):
                return trail
        elif here.page == SEALED:
            before = trail[:-1]
        elif here.page != PREDICTIONS:
            return trail
        deck = self._deck(pack_id)
        blank = self._blank(deck) if deck else ()
        wanted = next((one for one in blank if card_id in {"", one.id}), None)
        if wanted is None:
            return trail
        self._at_hand, self._chosen, self._sure = wanted.id, "", ""
        return (*before, Place(SEAL, pack_id))

    def _at_list(self, intent: want.Intent, trail: Trail) -> Trail | None:
        pack_id = trail[-1].pack_id
        match intent:
            case want.LookInside(card_id) if card_id in self._shut(pack_id):
                self._at_hand = card_id
                return (*trail, Place(INSIDE, pack_id))
            case want.OpenEnvelope(card_id) if card_id in self._known(pack_id):
                self._lay_out(card_id, laid_open=self._own(pack_id)[card_id].shown is not None)
                return (*trail, Place(OPENING, pack_id, ALONE))
            case _:
                return None

    def _sealing(self, intent: want.Intent, trail: Trail) -> Trail | None:
        deck = self._deck(trail[-1].pack_id)
        asked = self._asked(deck) if deck else None
        if asked is None:
            return None
        match intent:
            case want.Pick(place) if 0 <= place < len(asked.options):
                self._chosen = asked.options[place]
            case want.Pick():
                pass
            case want.Stake(level):
                self._sure = level if level in rules.PREDICTIONS else self._sure
            case want.Submit():
                return self._seal(asked, trail)
            case _:
                return None
        return trail

    def _seal(self, asked: Prediction, trail: Trail) -> Trail:
        pack_id, choice = trail[-1].pack_id, self._chosen
        if choice not in asked.options or not self._sure:
            return trail
        self._progress.seal(pack_id, asked.id, choice, self._sure, self._now())
        self._rounds.sounds.append("pick")
        return (*trail[:-1], Place(SEALED, pack_id))

    def _opening(self, intent: want.Intent, trail: Trail) -> Trail | None:
        here = trail[-1]
        foretold = self._known(here.pack_id).get(self._at_hand)
        match intent:
            case want.OpenEnvelope() if foretold and not self._laid_open:
                self._laid_open = True
                self._progress.open_envelope(here.pack_id, self._at_hand, self._now())
                ending = foretold.ending(self._own(here.pack_id)[self._at_hand].choice)
                self._rounds.sounds += [ending] if ending in {RIGHT, WRONG} else []
                return trail
            case want.Next() if self._laid_open:
                ripe = () if here.number == ALONE else self._ripe(here.pack_id)
                if ripe:
                    self._lay_out(ripe[0].card_id)
                return trail if ripe else trail[:-1]
            case _:
                return None

    def _lay_out(self, card_id: str, *, laid_open: bool = False) -> None:
        self._at_hand, self._laid_open = card_id, laid_open

    # -- what there is -----------------------------------------------------------------------

    def _face(self, pack_id: str) -> PackFace | None:
        return pages.face(self._shelf, self._progress, pack_id) if pack_id else None

    def _deck(self, pack_id: str) -> Deck | None:
        """Return this person's deck, less the themes they leave out."""
        face = self._face(pack_id)
        return pages.own_deck(self._shelf, self._progress, face) if face else None

    def _own(self, pack_id: str) -> Own:
        """Return this person's envelopes by card, in the order they were sealed."""
        return {one.card_id: one for one in self._progress.envelopes(pack_id)}

    def _blank(self, deck: Deck) -> tuple[Prediction, ...]:
        """Return what can be sealed and is not."""
        own = self._own(deck.face.id)
        return tuple(one for one in deck.predictions if one.id not in own)

    def _shut(self, pack_id: str) -> dict[str, Prediction]:
        """Return by card what is sealed and cannot be opened yet."""
        deck, own = self._deck(pack_id), self._own(pack_id)
        return {one.id: one for one in deck.predictions if one.id in own} if deck else {}

    def _known(self, pack_id: str) -> dict[str, Foretold]:
        """Return by card what was sealed and is known by now."""
        deck, own = self._deck(pack_id), self._own(pack_id)
        return {one.id: one for one in deck.opened if one.id in own} if deck else {}

    def _ripe(self, pack_id: str) -> tuple[Envelope, ...]:
        """Return the envelopes that can be opened and have not been, as they were sealed."""
        known = self._known(pack_id)
        own = self._own(pack_id).values()
        return tuple(one for one in own if one.card_id in known and one.shown is None)

    def _any(self, pack_id: str) -> bool:
        face = self._face(pack_id)
        return face is not None and pages.has_predictions(self._shelf, self._progress, face)

    def _asked(self, deck: Deck) -> Prediction | None:
        return next((one for one in deck.predictions if one.id == self._at_hand), None)

    # -- what to show ------------------------------------------------------------------------

    def view(self, place: Place) -> views.View | None:
        """Return a page of predictions, or None if this is none."""
        face = self._face(place.pack_id) if place.page in PAGES else None
        if face is None:
            return None
        deck, own = pages.own_deck(self._shelf, self._progress, face), self._own(face.id)
        shown: views.View | None = None
        if place.page == OPENING:
            shown = self._opening_view(deck, own, alone=place.number == ALONE)
        elif place.page != PREDICTIONS:
            shown = self._seal_view(deck, own, place.page)
        # The pack may have changed under the page that showed one of it.
        return shown or showing.listed(deck, own)

    def _seal_view(self, deck: Deck, own: Own, page: str) -> views.View | None:
        asked = self._asked(deck)
        if asked is None:
            return None
        if page == SEALED:
            return SealedView(deck.face.title, asked.id, asked.stem, bool(self._blank(deck)))
        if page == INSIDE:
            return showing.inside(deck, asked, own[asked.id]) if asked.id in own else None
        return showing.blank(deck, asked, self._chosen, self._sure)

    def _opening_view(self, deck: Deck, own: Own, *, alone: bool) -> views.View | None:
        foretold = next((one for one in deck.opened if one.id == self._at_hand), None)
        envelope = own.get(self._at_hand)
        if foretold is None or envelope is None:
            return None
        others = showing.others(self._progress, deck.face, foretold) if self._laid_open else ()
        ripe = () if alone else self._ripe(deck.face.id)
        more = sum(one.card_id != foretold.id for one in ripe)
        return OpeningView(
            pack_title=deck.face.title,
            card_id=foretold.id,
            stem=foretold.stem,
            sealed=day_of(envelope.sealed),
            onward=LIST if alone else NEXT if more else PLAY,
            more=more,
            told=showing.told(deck, foretold, envelope, others) if self._laid_open else None,
        )

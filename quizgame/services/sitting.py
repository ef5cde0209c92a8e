"""Sitting down to play: the players, each one's page, and changing them in mid-game."""

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.domain.packs import PackFace
from quizgame.domain.players import GUEST, Player
from quizgame.domain.settings import Settings
from quizgame.services import pages, party, tablepages
from quizgame.services.asking import Asking
from quizgame.services.party import Party
from quizgame.services.shelf import Shelf
from quizgame.services.tables import Tables, house_of
from quizgame.services.trail import TABLE, TITLE, Place, Trail
from quizgame.storage.kept import NOBODY
from quizgame.storage.progress import Progress


class Sitting:
    """Holds who sits down; `party` is what the players page shows."""

    def __init__(self, shelf: Shelf, progress: Progress, tables: Tables, asking: Asking) -> None:
        self._shelf = shelf
        self._progress = progress
        self._tables = tables
        self._asking = asking
        self._pack_id = ""
        self.party = Party(())

    def send(self, intent: want.Intent, trail: Trail, settings: Settings) -> Trail | None:
        """Return the trail after an intent; None when it is not for this."""
        match trail[-1].page:
            case "together" if isinstance(intent, want.ChoosePack):
                return self._taken(intent.pack_id, trail)
            case "players":
                return self._at_players(intent, trail, settings)
            case "player":
                return self._at_player(intent, trail)
            case _:
                return None

    def view(self, place: Place, settings: Settings) -> views.View | None:
        """Return what to show at a place; None when it is not for this."""
        face = self._face(place.pack_id) if place.pack_id else None
        player = self.party.player(place.number)
        match place.page:
            case "players" if face:
                return tablepages.players_page(
                    self._shelf, self._progress, face, self.party, settings
                )
            case "player" if face and player:
                return tablepages.player_page(self._progress, face, self.party, player)
            case _:
                return None

    def _face(self, pack_id: str) -> PackFace | None:
        return next((face for face in pages.open_faces(self._shelf) if face.id == pack_id), None)

    def together(self, trail: Trail) -> Trail:
        """Go to the players of the one pack there is, or choose one first."""
        faces = pages.open_faces(self._shelf)
        if len(faces) == 1 and not self._shelf.reading:
            return self._taken(faces[0].id, trail)
        return (*trail, Place("together"))

    def _taken(self, pack_id: str, trail: Trail) -> Trail:
        """Go to the players of a pack that may be chosen, with its face as it is now."""
        if self._face(pack_id):
            self._shelf.take(pack_id)
        face = self._face(pack_id)
        return self.sit_down(face, trail) if face else trail

    def sit_down(self, face: PackFace, trail: Trail) -> Trail:
        """Go to the players of a pack: those of last time, or whoever plays here and a guest."""
        last = party.renewed(self.party, self._progress)
        if not last.players or last.seated:
            self.party = party.first_party(face, self._progress)
        elif face.id != self._pack_id:
            self.party = party.moved_to(last, face, self._progress)
        else:
            self.party = last
        self._pack_id = face.id
        return (*trail, Place("players", face.id))

    def _at_players(self, intent: want.Intent, trail: Trail, settings: Settings) -> Trail | None:
        here = trail[-1]
        face = self._face(here.pack_id)
        if face is None:
            return trail[:-1]
        match intent:
            case want.AddPlayer(person):
                return self._seat(face, person, trail)
            case want.EditPlayer(player) if self.party.player(player):
                return (*trail, Place("player", here.pack_id, player))
            case want.RemovePlayer(player):
                self.party = self.party.without(player)
                return trail
            case want.Go("continue-table") if not self.party.seated:
                return self._go_on(face, trail)
            case want.Start() if not self.party.seated:
                return self._begin(face, trail, settings)
            case want.Back() if self.party.seated:
                return self._back_to_game(face, trail)
            case _:
                return None

    def _go_on(self, face: PackFace, trail: Trail) -> Trail:
        """Take up the game that these, or others, have not ended yet."""
        run = self._progress.open_run(face.id, person=NOBODY)
        return (TITLE, TABLE) if run and not self._tables.take_up(run) else trail

    def _seat(self, face: PackFace, person: int, trail: Trail) -> Trail:
        before = self.party
        own = party.badges(self._progress)
        if person == GUEST:
            self.party = before.joined(own)
        elif person in own:
            said = face.ladder.watch_point(self._progress.watch_point(face.id, person=person))
            self.party = before.joined(own, person, party.names(self._progress)[person], said)
        if self.party == before or person != GUEST:
            return trail
        return (*trail, Place("player", face.id, self.party.newest))

    def _at_player(self, intent: want.Intent, trail: Trail) -> Trail | None:
        here = trail[-1]
        face = self._face(here.pack_id)
        match intent:
            case want.Edit(text):
                self.party = self.party.written(here.number, text)
            case want.Change(name, value) if face and name.startswith("player_"):
                self.party = self.party.changed(here.number, name, value, face)
            case want.RemovePlayer(player) if len(self.party.players) > 1:
                self.party = self.party.without(player)
                return trail[:-1]
            case want.Back():
                self.party = self.party.settled(here.number)
                return trail[:-1]
            case _:
                return None
        return trail

    def again(self, players: tuple[Player, ...], face: PackFace, settings: Settings) -> Trail:
        """Begin anew with the same people."""
        self.party = Party(players)
        return self._begin(face, (TITLE, TABLE), settings)

    def _begin(self, face: PackFace, trail: Trail, settings: Settings) -> Trail:
        if tablepages.why_not(self._shelf, self._progress, face, self.party):
            return trail
        house = house_of(settings)

        def begun() -> Trail:
            players = party.kept(self.party, self._progress)
            self.party = Party(players)
            self._tables.begin(face, players, house)
            return (TITLE, TABLE)

        sentence = tablepages.raised(self._progress, face, self.party.players)
        if not sentence:
            return begun()
        view = tableviews.SureView("Is that right?", sentence, "Yes, begin")
        return self._asking.ask(view, begun, trail)

    def _back_to_game(self, face: PackFace, trail: Trail) -> Trail | None:
        """Go back to the game; who has left, or has watched more or less, is asked about first."""
        table = self._tables.table
        if table is None:
            return (TITLE,)
        if not tablepages.playing(self.party):
            return trail
        sentence = tablepages.changes(face, table.players, self.party.players, self._progress.who)
        if sentence:
            view = tableviews.SureView("Is that right?", sentence, "Yes, go on")
            return self._asking.ask(view, self._reseated, trail, no=self._as_it_was)
        return self._reseated()

    def _as_it_was(self) -> None:
        """Let everyone sit as they do in the game: what was changed was a slip."""
        if self._tables.table:
            self.party = Party.at(self._tables.table)

    def _reseated(self) -> Trail:
        players = party.kept(self.party, self._progress)
        self._tables.reseat(players)
        return (TITLE, TABLE)

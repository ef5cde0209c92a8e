"""What whoever writes a pack does in the game: see it change as it is saved, and what to mend.

The page of what to mend speaks of the whole pack: it opens only after a question, unless its
reader has said to have watched everything. Everything else here says the same whatever is hidden;
only to who has named a pack to watch it says at once whether that pack needs a fix.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.tableviews import SureView
from quizgame.services.notices import Notices
from quizgame.services.rounds import Rounds
from quizgame.services.shelf import Shelf
from quizgame.services.trail import Place, Trail, before_all
from quizgame.storage.progress import Progress

if TYPE_CHECKING:
    from quizgame.services.proofs import Proof

ASK, TROUBLE = "trouble-sure", "trouble"
OFFER = "what to mend"
WORDS = 1
"""The number of a place where the words of the story are shown."""
QUESTION = SureView(
    title="Are you writing this pack?",
    sentence=(
        "The next page is for its author. It speaks of the whole pack, further than you have "
        "watched: how many cards there are, and on which lines. Words of the story stay dotted "
        "until you ask for them."
    ),
    yes="Yes, show me",
)


class Authoring:
    """The packs that are being written. `now` gives seconds since 1970."""

    def __init__(
        self,
        shelf: Shelf,
        progress: Progress,
        rounds: Rounds,
        notices: Notices,
        *,
        now: Callable[[], float],
    ) -> None:
        self._shelf = shelf
        self._progress = progress
        self._rounds = rounds
        self._now = now
        self._watched: Proof | None = None
        self._proof: Proof | None = None
        self._notices = notices
        self.to_open: Path | None = None
        self._agreed: set[str] = set()

    def watch(self, path: Path) -> str:
        """Read a pack, from now on whenever it changes; return its id if it can be played."""
        self._watched = self._proof = proof = _proof(path)
        self._read(proof, first=True)
        return proof.pack.face.id if proof.pack else ""

    def newcomer(self, rounds: Rounds) -> None:
        """Forget what was agreed to: somebody else plays, who may have watched less."""
        self._rounds = rounds
        self._agreed.clear()

    def look(self) -> bool:
        """Read the pack that is watched again if its file has changed; tell whether it has."""
        changed = self._watched is not None and self._watched.changed(self._now())
        if self._watched and changed:
            self._read(self._watched)
        return changed

    def send(self, intent: want.Intent, trail: Trail, pack_id: str) -> Trail | None:
        """Carry an intent out; return the trail after it, or None if it is not for an author.

        `pack_id` is the pack at hand, or empty.
        """
        match intent:
            case want.Reread():
                self._reread(pack_id)
                return trail
            case want.ShowTrouble():
                return self._show(trail, pack_id)
            case want.Agree() if trail[-1].page == ASK:
                self._agreed.add(trail[-1].pack_id)
                return (*trail[:-1], Place(TROUBLE, trail[-1].pack_id))
            case want.ShowWords() if trail[-1].page == TROUBLE:
                return (*trail[:-1], Place(TROUBLE, trail[-1].pack_id, WORDS))
            case want.OpenFile() if trail[-1].page == TROUBLE and self._proof:
                self.to_open = self._proof.path
                self._notices.tell(f"Opening {self._proof.path.resolve()}")
                return trail
            case want.ShowWords() | want.OpenFile():
                return trail
            case _:
                return None

    def view(self, place: Place) -> views.View | None:
        """Return an author's page, or None if this is none."""
        match place.page:
            case "trouble-sure":
                return QUESTION
            case "trouble" if self._proof:
                return self._proof.trouble(hidden=place.number != WORDS)
            case _:
                return None

    def _show(self, trail: Trail, pack_id: str) -> Trail:
        if trail[-1].page in {ASK, TROUBLE}:
            return trail
        proof = self._proof_of(pack_id)
        if proof is None:
            return trail
        if before_all(trail) or not (pack_id in self._agreed or self._seen_it_all(proof)):
            return (*trail, Place(ASK, pack_id))
        return (*trail, Place(TROUBLE, pack_id, WORDS if self._seen_it_all(proof) else 0))

    def _seen_it_all(self, proof: "Proof") -> bool:
        face = proof.pack.face if proof.pack else None
        if face is None or face.follows:
            # What came before a sequel may not be known.
            return False
        said = self._progress.watch_point(face.id)
        return face.ladder.watch_point(said) == face.ladder.top

    def _proof_of(self, pack_id: str) -> "Proof | None":
        """Return the proof of the pack at hand, read now if it was not yet."""
        if self._watched:
            return self._watched
        path = self._shelf.path(pack_id) if pack_id else None
        if path is None:
            return None
        if self._proof is None or self._proof.path != path:
            self._proof = _proof(path)
            self._proof.read()
            self._proof.keep()
        return self._proof

    def _reread(self, pack_id: str) -> None:
        if self._watched:
            self._read(self._watched)
            return
        path = self._shelf.path(pack_id) if pack_id else None
        if path is None:
            self._shelf.read_again()
            self._notices.tell("The shelf was read again.")
            return
        self._proof = _proof(path)
        self._read(self._proof)

    def _read(self, proof: "Proof", *, first: bool = False) -> None:
        """Read a pack and play on with it; keep the last good one where it cannot be played."""
        playable, watched = proof.read(), proof is self._watched
        name = proof.path.name
        # While a card is being written, it does not go from under its author's eyes.
        half_done = watched and proof.latest and self._rounds.loses(proof.latest)
        if playable and not (half_done and not proof.sound):
            proof.keep()
        if proof.pack is None or proof.pack is not proof.latest:
            rest = "; the version before goes on" if proof.pack else ""
            self._tell(f"{name} needs a fix{rest}.", lasting=True)
            return
        self._shelf.put(proof.pack, proof.path)
        self._rounds.reread()
        if watched and not proof.sound:
            self._tell(
                f"{name} was read{'' if first else ' again'}, and needs a fix.", lasting=True
            )
        elif first:
            self._notices.tell(f"{name} is watched: save it, and it changes here.")
        else:
            self._tell(f"{name} was read again.")

    def _tell(self, text: str, *, lasting: bool = False) -> None:
        self._notices.tell(text, OFFER, want.ShowTrouble(), lasting=lasting)


def _proof(path: Path) -> "Proof":
    # Who plays never waits for what only an author needs.
    from quizgame.services.proofs import Proof  # noqa: PLC0415

    return Proof(path)

"""The seeded leaks of rehearsal: what a hurried hand might let come back."""

from tests.noninterference.mutant import Mutant, leak

PART = "services.rehearsing:Rehearsing."
DUE = PART + "_due"


def _rehearsal(name: str, channel: str, *patches: tuple[str, str, str]) -> Mutant:
    return leak(name, f"rehearsal: {channel}", *patches, near="rehearsal")


REHEARSAL_MUTANTS: tuple[Mutant, ...] = (
    _rehearsal(
        "what is due comes from all there is",
        "cards",
        (
            PART + "_decks",
            "deck = self._shelf.deck(face.id, said)",
            "deck = self._shelf.deck(face.id, face.ladder.top)",
        ),
    ),
    _rehearsal(
        "the number due counts what lies ahead",
        "counts",
        (
            PART + "due_today",
            "len(self._due().today)",
            "len(self._schedule.due(self._progress.answers()))",
        ),
    ),
    _rehearsal(
        "what was rehearsed further up eats of the day's number",
        "counts",
        (
            "services.rehearsing:_rehearsed",
            "and one.card_id in decks[one.pack_id]",
            "and one.card_id",
        ),
    ),
    _rehearsal(
        "the cards that come next count those ahead",
        "next",
        (
            PART + "_went",
            "count=sum(self._when(at) == following for at in due.later)",
            "count=len(self._schedule.due(self._progress.answers()))",
        ),
    ),
    _rehearsal(
        "the order of the day is shaken by how many answers there are",
        "order",
        (DUE, "tuple(due[:most])", "tuple(due[:: 1 if len(answers) < 15 else -1][:most])"),
    ),
    _rehearsal(
        "choices are shuffled by the length of the pack",
        "choices",
        (
            PART + "_begin",
            'f"{card}:{at:.0f}"',
            'f"{card}:{len(self._shelf._sealed(pack).cards)}"',
        ),
    ),
    _rehearsal(
        "a sequel that is not known of is rehearsed",
        "sequels",
        (PART + "_decks", "pages.faces(self._shelf, self._progress)", "self._shelf.faces()"),
    ),
    _rehearsal(
        "a rating reckons with answers to other cards",
        "ratings",
        (
            PART + "_ratings",
            "if (one.pack_id, one.card_id) == _key(there)",
            "if one",
        ),
        (
            "services.scheduling:Schedule.after",
            "self._cards.get(key)",
            "self._cards.get(key) if len(self._cards) < 12 else None",
        ),
    ),
    _rehearsal(
        "the number of a card on its stub is that in the whole file",
        "stub",
        (
            PART + "_asked",
            "cardviews.stub(there.deck, there.card, 0, answered=False)",
            "cardviews.stub(there.deck, there.card, len(self._shelf._sealed("
            "there.deck.face.id).cards), answered=False)",
        ),
    ),
)

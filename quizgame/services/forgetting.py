"""Going back to having watched less: what lay above is forgotten, the same wherever it is said."""

from quizgame.domain.gate import Deck
from quizgame.storage.progress import Progress


def forget_beyond(progress: Progress, deck: Deck, at: float, *, person: int | None = None) -> None:
    """Keep that a person has watched no further than a deck, and forget all that is not in it.

    An envelope whose answer is not known any more is shut again. `at` is seconds since 1970.
    """
    progress.forget_beyond(
        deck.face.id,
        [card.id for card in deck.cards],
        at,
        sealed=[one.id for one in deck.predictions],
        opened=[one.id for one in deck.opened],
        said=deck.face.ladder[deck.watch_point].id,
        person=person,
    )

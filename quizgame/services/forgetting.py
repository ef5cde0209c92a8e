"""Going back to having watched less: what lay above is forgotten, the same wherever it is said."""

from quizgame.domain.packs import PackFace
from quizgame.services.shelf import Shelf
from quizgame.storage.kept import ASK
from quizgame.storage.progress import Progress


def forget_beyond(  # noqa: PLR0913 (who, of what, how far, and when)
    shelf: Shelf,
    progress: Progress,
    face: PackFace,
    point: int,
    at: float,
    *,
    person: int | None = None,
) -> None:
    """Keep that a person has watched a pack no further than `point`, and forget all beyond.

    Sequels are forgotten whole unless all was watched, and of packs that are away it is asked again
    how far. An envelope whose answer is not known any more is shut again. `at` is seconds since
    1970; without a `person` it is the one who plays.
    """
    # Those first: a game that is killed in between must not leave them to be known of.
    for sequel in shelf.sequels(face.id) if point < face.ladder.top else ():
        progress.forget_beyond(sequel.id, (), at, person=person)
        progress.forget_watch_point(sequel.id, person=person)
    if point < face.ladder.top:
        # A pack that is away may go on with this story: it is asked again once it is back.
        for pack_id in progress.watch_points(person=person):
            if shelf.face(pack_id) is None:
                progress.set_watch_point(pack_id, ASK, person=person)
    deck = shelf.deck(face.id, point)
    progress.forget_beyond(
        face.id,
        [card.id for card in (*deck.cards, *deck.past)],
        at,
        sealed=[one.id for one in deck.predictions],
        opened=[one.id for one in deck.opened],
        tiers=[tier.id for tier in deck.face.ladder.tiers[: deck.watch_point + 1]],
        person=person,
    )

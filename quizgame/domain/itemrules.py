"""All rules on how cards are written, over one pack."""

from collections.abc import Iterator

from quizgame.domain.choicerules import of_choices
from quizgame.domain.citing import of_evidence
from quizgame.domain.drafts import PackDraft
from quizgame.domain.evidence import Explainer
from quizgame.domain.guessing import guessed
from quizgame.domain.items import items_of
from quizgame.domain.likeness import of_likeness, of_twins
from quizgame.domain.packrules import of_pack
from quizgame.domain.stemrules import of_stem
from quizgame.domain.waivers import Found


def found(draft: PackDraft, explainer: Explainer | None = None) -> Iterator[Found]:
    """Yield all that is found; evidence is looked for in the text of the explainer, if given."""
    items = items_of(draft)
    for item in items:
        yield from ((item.draft, one) for one in of_stem(item, draft.pack.glossary))
        yield from ((item.draft, one) for one in of_choices(item))
    # A prediction is no card of a round: it may ask what a later card asks again, and no player
    # who knows nothing wins anything by it.
    dealt = tuple(item for item in items if item.draft.opens is None)
    yield from of_likeness(dealt)
    yield from of_twins([item for item in items if item.draft.opens is not None])
    yield from of_pack(draft, dealt)
    yield from ((None, one) for one in guessed(dealt))
    if explainer is not None:
        yield from of_evidence(draft, items, explainer)

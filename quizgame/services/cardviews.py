"""Cards turned into words, alone and at a table. Only one that was answered gives up its answer."""

from quizgame.domain import views
from quizgame.domain.cards import (
    Arranged,
    Card,
    Chosen,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TypeAnswer,
    Typed,
)
from quizgame.domain.desk import Desk, Ending, Outcome
from quizgame.domain.gate import Deck
from quizgame.domain.predictions import Foretold
from quizgame.domain.tags import LETTERS, tier_tag


def stub(deck: Deck, card: Card, worth: int, *, answered: bool) -> views.Stub:
    """Return the stub of a card's ticket; its themes only once it is answered."""
    return views.Stub(
        pack_title=deck.face.title,
        number=deck.number(card.id),
        tier=tier_tag(deck.face.ladder, card.tier),
        category=card.category,
        worth=worth,
        # Beside a card still being asked, its theme could tell the answer.
        notes=tuple(deck.face.notes[n] for n in sorted(card.notes)) if answered else (),
    )


def body(card: Card, desk: Desk) -> views.Body:
    """Return what can be done on a card being asked."""
    kind = card.kind
    options = tuple(
        views.Option(kind.options[n], n in desk.marked, n in desk.removed) for n in desk.order
    )
    match kind:
        case SeveralRight():
            return views.PickSeveral(options)
        case PutInOrder():
            return views.Arrange(tuple(option.text for option in options))
        case TypeAnswer():
            return views.TypeIn(desk.text)
        case SingleChoice():
            return views.PickOne(options)


def marks(card: Card, order: tuple[int, ...], outcome: Outcome) -> tuple[views.Mark, ...]:
    """Return the options of an answered card, each with how it stands."""
    match card.kind:
        case PutInOrder():
            return _order_marks(card, outcome)
        case TypeAnswer():
            return _typed_marks(card, outcome)
        case SingleChoice() | SeveralRight():
            picked = outcome.reply.options if isinstance(outcome.reply, Chosen) else frozenset()
            right = card.kind.right_options()
            return tuple(
                views.Mark(LETTERS[place], card.kind.options[n], _state(n in right, n in picked))
                for place, n in enumerate(order)
            )


def told(card: Card, outcome: Outcome) -> str:
    """Return what stands above the marks of an answered card."""
    if not isinstance(card.kind, PutInOrder):
        return ""
    marked = ", with a tick where yours agreed" if outcome.reply else ""
    return f"The right order{marked}:"


def cited(deck: Deck, card: Card | Foretold) -> str:
    """Return where the explainer says so, as far as its heading may be told."""
    if card.citation is None:
        return ""
    heading = deck.headings.get(card.citation.section)
    if heading is None:
        # Not even that there is a heading to be kept back is said.
        return "From the explainer."
    return f"From the explainer: “{heading}”, paragraph {card.citation.paragraph}"


def said(card: Card, outcome: Outcome) -> str:
    """Return what was answered, in words."""
    match outcome.reply:
        case Chosen(options):
            words = joined(card, tuple(card.kind.options[n] for n in sorted(options)))
            return f"you said {words}"
        case Arranged(order):
            return f"you said {joined(card, tuple(card.kind.options[n] for n in order))}"
        case Typed(text):
            return f"you typed {text}"
        case None:
            return "ran out of time" if outcome.ending is Ending.TIMEOUT else "skipped"


def joined(card: Card, words: tuple[str, ...]) -> str:
    """Return options in a row, as they are read for this kind of card."""
    return (" → " if isinstance(card.kind, PutInOrder) else ", ").join(words)


def _state(is_right: bool, is_picked: bool) -> str:  # noqa: FBT001 (a truth table)
    if is_right:
        return "right" if is_picked else "missed"
    return "wrong" if is_picked else "plain"


def _order_marks(card: Card, outcome: Outcome) -> tuple[views.Mark, ...]:
    """Return the steps where they belong; of each that was elsewhere, where the player had it."""
    said = outcome.reply.order if isinstance(outcome.reply, Arranged) else ()
    found = []
    for place, text in enumerate(card.kind.right_words()):
        put = said.index(place) if said else -1
        state = "right" if put == place else "placed"
        found.append(views.Mark(str(place + 1), text, state, 0 if put == place else put + 1))
    return tuple(found)


def _typed_marks(card: Card, outcome: Outcome) -> tuple[views.Mark, ...]:
    said = outcome.reply.text if isinstance(outcome.reply, Typed) else ""
    right = outcome.ending is Ending.RIGHT
    answer = views.Mark("", card.kind.right_words()[0], "right" if right else "missed")
    return (answer,) if right or not said else (answer, views.Mark("", said, "wrong"))

"""An order that was wrong: the reveal tells where the player had put each step."""

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.cards import PutInOrder
from quizgame.domain.gate import cut
from quizgame.domain.session import begin, step
from quizgame.services import ownshowing, showing
from tests.domain.sittings import HIGH, after, begun, opened, pack_of_one_kind, people

PACK = pack_of_one_kind("order")


def put(view: views.RevealView) -> list[int]:
    """Return where each step that stands elsewhere had been put, 0 of the others."""
    return [mark.put for mark in view.marks]


def expected(steps: tuple[str, ...], kind: PutInOrder) -> list[int]:
    """Return the same, reckoned from the steps as the player left them."""
    return [0 if steps[n] == step else steps.index(step) + 1 for n, step in enumerate(kind.options)]


def test_a_player_alone_sees_their_own_order_beside_the_right_one() -> None:
    session = begin(cut(PACK, HIGH), {}, length=1, clock=0, seed=3)
    asked = showing.ask(session).body
    assert isinstance(asked, views.Arrange)
    kind = session.card.kind
    assert isinstance(kind, PutInOrder)
    for intent in (want.Shift(0, 1), want.Submit()):
        session, _ = step(session, intent)
    first, second, *rest = asked.steps
    steps = (second, first, *rest)
    assert put(showing.reveal(session, 0)) == expected(steps, kind)
    assert any(put(showing.reveal(session, 0))) == (steps != kind.options)


def test_of_a_card_that_was_skipped_no_order_is_told() -> None:
    session = begin(cut(PACK, HIGH), {}, length=1, clock=0, seed=3)
    session, _ = step(session, want.Skip())
    assert not any(put(showing.reveal(session, 0)))


def test_at_a_table_a_side_sees_its_own_order_too() -> None:
    table = opened(begun(*people(HIGH, HIGH), pack=PACK))
    asked = ownshowing.ask(table)
    assert isinstance(asked, views.AskView)
    assert isinstance(asked.body, views.Arrange)
    table = after(table, want.Submit())
    shown = ownshowing.reveal(table, kept=True, reported=False)
    assert isinstance(shown, views.RevealView)
    texts = tuple(mark.text for mark in shown.marks)
    assert put(shown) == expected(asked.body.steps, PutInOrder(texts))

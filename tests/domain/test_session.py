from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.domain import intents as want
from quizgame.domain.cards import (
    Arranged,
    Card,
    Chosen,
    Kind,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
    Typed,
    Verdict,
)
from quizgame.domain.desk import Ending
from quizgame.domain.gate import Deck
from quizgame.domain.packs import PackFace
from quizgame.domain.session import Session, begin, step
from quizgame.domain.tiers import Ladder, Tier

KINDS: tuple[Kind, ...] = (
    SingleChoice(("a", "b", "c", "d"), 2),
    TrueFalse(("True", "False"), 1),
    SeveralRight(("a", "b", "c"), frozenset({0, 2})),
    PutInOrder(("first", "second", "third")),
    TypeAnswer(("bakery",)),
)
FACE = PackFace(
    id="p",
    title="P",
    tagline="",
    kind="film",
    year=None,
    language="en",
    licence="CC0-1.0",
    authors=(),
    poster=("#000000", "#ffffff"),
    ladder=Ladder((Tier("low", "Low"), Tier("high", "High"))),
    notes={"n": "N"},
)


def deck(*kinds: Kind) -> Deck:
    cards = tuple(
        Card(id=f"c{n}", tier=0, category="c", stem="s", kind=kind, why="w", difficulty=2)
        for n, kind in enumerate(kinds)
    )
    return Deck(FACE, 0, cards, {})


def round_of(*kinds: Kind, clock: int = 0, seed: int = 7) -> Session:
    return begin(deck(*kinds), {}, length=0, clock=clock, seed=seed)


def after(session: Session, *intents: want.CardIntent) -> Session:
    for intent in intents:
        session, _ = step(session, intent)
    return session


def test_picking_the_right_option_scores_wherever_it_was_dealt() -> None:
    session = round_of(KINDS[0])
    place = session.desk.order.index(2)
    done = after(session, want.Pick(place))
    assert (done.score, done.streak, done.revealed) == (750, 1, True)


def test_a_second_answer_to_the_same_card_is_idle() -> None:
    session = after(round_of(KINDS[0]), want.Pick(0))
    assert step(session, want.Pick(1)) == (session, ())


def test_true_and_false_are_never_shuffled() -> None:
    assert all(round_of(KINDS[1], seed=seed).desk.order == (0, 1) for seed in range(20))


def test_steps_never_come_in_the_right_order() -> None:
    assert all(round_of(KINDS[3], seed=s).desk.order != (0, 1, 2) for s in range(50))


def test_one_slip_earns_half_and_keeps_the_row() -> None:
    session = replace(round_of(KINDS[2]), streak=4)
    done = after(session, want.Toggle(session.desk.order.index(0)), want.Submit())
    assert done.outcomes[0].ending is Ending.HALF
    assert (done.score, done.streak) == (375, 4)


def test_nothing_marked_cannot_be_handed_in() -> None:
    for kind in (KINDS[2], KINDS[4]):
        session = round_of(kind)
        assert step(session, want.Submit()) == (session, ())


def test_two_neighbours_swapped_are_half_right() -> None:
    kind = PutInOrder(("1", "2", "3", "4"))
    assert kind.judge(Arranged((0, 1, 2, 3))) is Verdict.RIGHT
    assert kind.judge(Arranged((1, 0, 2, 3))) is Verdict.HALF
    assert kind.judge(Arranged((3, 2, 1, 0))) is Verdict.WRONG
    assert kind.judge(Arranged((0, 1))) is Verdict.WRONG


def test_a_reply_of_another_kind_is_wrong_not_an_error() -> None:
    for kind in KINDS:
        for reply in (Chosen(frozenset({9})), Arranged((5, 6)), Typed("zzz")):
            assert kind.judge(reply) is Verdict.WRONG


def test_the_fifty_fifty_leaves_the_right_option_and_one_other() -> None:
    for seed in range(30):
        session = after(round_of(KINDS[0], seed=seed), want.Halve())
        left = set(range(4)) - session.desk.removed
        assert len(left) == 2
        assert 2 in left
        assert not session.can_halve


def test_a_removed_option_cannot_be_picked() -> None:
    session = after(round_of(KINDS[0]), want.Halve())
    gone = session.desk.order.index(next(iter(session.desk.removed)))
    assert step(session, want.Pick(gone)) == (session, ())


def test_the_same_seed_halves_the_same_way() -> None:
    one, two = (after(round_of(KINDS[0], seed=3), want.Halve()) for _ in range(2))
    assert one.desk.removed == two.desk.removed


def test_the_clock_runs_out_once_and_ends_the_row() -> None:
    session = replace(round_of(KINDS[0], KINDS[0], clock=20), streak=3)
    late, answers = step(session, want.Tick(25))
    assert answers[0].ending is Ending.TIMEOUT
    assert answers[0].seconds == 20
    assert (late.streak, late.score) == (0, 0)


def test_no_time_passes_while_paused() -> None:
    session = after(round_of(KINDS[0], clock=20), want.Pause())
    assert step(session, want.Tick(30)) == (session, ())
    assert not after(session, want.Resume()).paused


def test_without_a_clock_no_card_ever_times_out() -> None:
    assert not after(round_of(KINDS[0]), want.Tick(10_000)).revealed


def test_skipping_keeps_the_row() -> None:
    session = replace(round_of(KINDS[0]), streak=3)
    done = after(session, want.Skip())
    assert (done.streak, done.score, done.outcomes[0].ending) == (3, 0, Ending.SKIPPED)


def test_cards_with_a_theme_left_out_are_not_dealt() -> None:
    full = deck(*KINDS)
    noted = replace(full, cards=(replace(full.cards[0], notes=frozenset({"n"})), *full.cards[1:]))
    session = begin(noted, {}, left_out=frozenset({"n"}), length=0, clock=0, seed=1)
    assert "c0" not in {dealt.card_id for dealt in session.dealt}
    assert len(session.dealt) == 4


intents = st.one_of(
    st.builds(want.Pick, st.integers(-1, 6)),
    st.builds(want.Toggle, st.integers(-1, 6)),
    st.builds(want.Shift, st.integers(-1, 6), st.sampled_from([-1, 1])),
    st.builds(want.Edit, st.text(max_size=5)),
    st.builds(want.Tick, st.floats(-5, 30)),
    st.sampled_from(
        [want.Submit(), want.Halve(), want.Skip(), want.Pause(), want.Resume(), want.Next()]
    ),
)


@settings(max_examples=150)
@given(st.lists(intents, max_size=40), st.sampled_from([0, 20]), st.integers(0, 99))
def test_any_hand_leaves_a_round_that_adds_up(
    hand: list[want.CardIntent], clock: int, seed: int
) -> None:
    session = round_of(*KINDS, clock=clock, seed=seed)
    settled = 0
    for intent in hand:
        session, answers = step(session, intent)
        settled += len(answers)
        assert len(session.outcomes) == settled
        assert session.score == sum(outcome.points for outcome in session.outcomes)
        assert sorted(session.desk.order) == sorted(session.dealt[session.at].order)
        assert session.at <= settled <= session.at + 1


@given(st.lists(intents, max_size=30), st.integers(0, 99))
def test_a_round_replays_from_its_seed_and_intents(hand: list[want.CardIntent], seed: int) -> None:
    assert after(round_of(*KINDS, seed=seed), *hand) == after(round_of(*KINDS, seed=seed), *hand)


def test_what_is_right_does_not_print() -> None:
    shown = repr(KINDS[0]) + repr(KINDS[2]) + repr(KINDS[3]) + repr(KINDS[4])
    assert "bakery" not in shown
    assert "right" not in shown
    assert "first" not in shown


def test_what_is_typed_stands_in_one_line() -> None:
    typed = after(round_of(TypeAnswer(("bakery",))), want.Edit("one\ttwo\nthree\u2028four \ud800"))
    assert typed.desk.text == "one two three four  "

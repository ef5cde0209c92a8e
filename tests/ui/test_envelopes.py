"""The pages of predictions: what they say, what they keep to themselves, and how they are held."""

from dataclasses import replace

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.envelopeviews import SealView
from quizgame.ui import actions, ops
from quizgame.ui.motion import ARRIVAL
from quizgame.ui.scene import Scene
from quizgame.ui.stage import Stage
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from tests.ui import envelopefuls, screenfuls
from tests.ui.laying import faults, laid_out, stage, words

PAGES = dict(envelopefuls.every_page())
LARGE = (1280, 800)


def wax(scene: Scene) -> list[ops.Wax]:
    return [op for op in scene.ops if isinstance(op, ops.Wax)]


def test_what_was_sealed_is_looked_at_only_by_a_press_that_lasts(typeface: Typeface) -> None:
    made = stage(typeface, PAGES["envelopes-few"])
    made.on(actions.Tab(1), 0.0)
    assert made.focus == "envelope-d"
    assert made.on(actions.Confirm(), 1.0) is None
    assert made.due(1.3) is None
    assert made.due(2.0) == want.LookInside("d")


def test_a_sealed_row_says_that_it_is_and_since_when_and_no_more(typeface: Typeface) -> None:
    shown = words(laid_out(PAGES["envelopes-few"], typeface, LARGE, 100))
    assert "Sealed on 26 November 2026" in shown
    assert not any(choice in " ".join(shown) for choice in envelopefuls.OPTIONS)


def test_right_and_wrong_are_told_by_sign_word_and_colour(typeface: Typeface) -> None:
    paper = DARK_ROOM.ticket
    for name, sign, word, colour in (
        ("opening-right", "check", "Right", paper.right),
        ("opening-wrong", "cross", "Wrong", paper.wrong),
    ):
        scene = laid_out(PAGES[name], typeface, LARGE, 100)
        assert any(
            isinstance(op, ops.Symbol) and (op.name, op.colour) == (sign, colour)
            for op in scene.ops
        )
        assert word in words(scene)


def test_an_envelope_that_is_shut_shows_nothing_of_what_is_in_it(typeface: Typeface) -> None:
    shown = " ".join(words(laid_out(PAGES["opening-shut"], typeface, LARGE, 100)))
    assert not any(choice in shown for choice in envelopefuls.OPTIONS)
    assert envelopefuls.WHY not in shown


def test_letters_choose_figures_say_how_sure_and_one_key_seals(typeface: Typeface) -> None:
    made = stage(typeface, PAGES["seal-ready"])
    assert made.on(actions.Shortcut("C"), 0.0) == want.Pick(2)
    assert made.on(actions.Shortcut("1"), 0.0) == want.Stake("sure")
    assert made.on(actions.Shortcut("submit"), 0.0) == want.Submit()


def test_once_sealed_nothing_on_the_ticket_can_be_pressed_but_the_way_back(
    typeface: Typeface,
) -> None:
    made = stage(typeface, PAGES["seal-inside"])
    asked = {target.intent for target in made.scene(0.0).targets}
    assert asked == {want.Back()}
    for key in "ABCD123":
        assert made.on(actions.Shortcut(key), 0.0) is None


def test_the_wax_comes_down_and_then_nothing_moves(typeface: Typeface) -> None:
    made = Stage(typeface, DARK_ROOM, LARGE)
    made.set_up(size=LARGE, text=100, calm=False, device=actions.KEYS)
    made.show(PAGES["seal-ready"], 0.0)
    made.show(PAGES["sealed"], 1.0)
    heights = [wax(made.scene(1.0 + at * ARRIVAL))[0].rect[1] for at in (0, 0.3, 0.6, 1.1)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]
    assert not made.moving(1.0 + 1.1 * ARRIVAL)


def test_with_reduced_motion_it_is_sealed_at_once(typeface: Typeface) -> None:
    made = stage(typeface, PAGES["seal-ready"])
    made.show(PAGES["sealed"], 1.0)
    first = made.ops(1.0)
    assert made.ops(2.0) == first


def test_a_press_left_over_from_sealing_opens_nothing(typeface: Typeface) -> None:
    made = stage(typeface, PAGES["seal-ready"])
    made.show(PAGES["opening-shut"], 1.0)
    assert made.on(actions.Confirm(), 1.1) is None
    assert made.on(actions.Confirm(), 1.6) == want.OpenEnvelope()


def test_each_row_says_what_a_press_does_to_it(typeface: Typeface) -> None:
    made = stage(typeface, PAGES["envelopes"])
    asked = {t.key: (t.intent, t.hold) for t in made.scene(0.0).targets if t.key != "back"}
    assert asked == {
        "envelope-a": (want.OpenEnvelope("a"), False),
        "envelope-b": (want.Foretell("b"), False),
        "envelope-c": (want.Foretell("c"), False),
        "envelope-d": (want.LookInside("d"), True),
        "envelope-e": (want.LookInside("e"), True),
        "envelope-f": (want.OpenEnvelope("f"), False),
        "envelope-g": (want.OpenEnvelope("g"), False),
        "envelope-h": (want.OpenEnvelope("h"), False),
    }


def test_the_results_and_the_strip_lead_to_predictions_only_where_there_are_some(
    typeface: Typeface,
) -> None:
    pages = dict(screenfuls.every_page())
    for name, key in (
        ("results", "predict"),
        ("watch-point", "predictions"),
        ("watch-point-end", "predictions"),
    ):
        view = pages[name]
        assert isinstance(view, views.ResultsView | views.WatchPointView)
        for there in (False, True):
            for size, text in screenfuls.settings_of_page():
                shown = laid_out(replace(view, predictions=there), typeface, size, text)
                assert (shown.target(key) is not None) == there
                assert not faults(shown, typeface, size)


def test_a_choice_made_is_told_by_a_sign_too(typeface: Typeface) -> None:
    for name in ("seal", "seal-ready", "seal-inside"):
        view = PAGES[name]
        assert isinstance(view, SealView)
        scene = laid_out(view, typeface, LARGE, 100)
        pens = [op for op in scene.ops if isinstance(op, ops.Symbol) and op.name == "pen"]
        wax = [op for op in scene.ops if isinstance(op, ops.Wax)]
        # No pen changes what has been sealed.
        assert bool(pens) == (view.chosen is not None and not view.sealed)
        assert bool(wax) == bool(view.sealed)

"""How pages stand: what stays in place, what is told in words, what is never cut."""

from dataclasses import replace

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.session import begin, step
from quizgame.domain.tags import TierTag
from quizgame.services import showing
from quizgame.ui import ops
from quizgame.ui.page import Page, Setting
from quizgame.ui.scene import Scene
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from tests.ui import screenfuls
from tests.ui.laying import laid_out, words

LONG_TITLE = "The Extraordinarily Long Adventures of Nobody in Particular, Part Two"
PAGES = dict(screenfuls.every_page())
WHOSE = {"your answer", "the answer", "missed", "right"}
SETTINGS = [(size, text) for size in screenfuls.SIZES for text in (100, 150, 200)]
ENDINGS = ("right", "half", "wrong", "timeout", "skipped")


def page_at(typeface: Typeface, size: tuple[int, int] = (1280, 800), text: int = 100) -> Page:
    return Page(Setting(size, text / 100), typeface, DARK_ROOM)


def of_kind(scene: Scene, kind: type[ops.Op]) -> list[ops.Op]:
    return [op for op in scene.ops if isinstance(op, kind)]


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_no_page_scrolls_by_next_to_nothing(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    least = 24 * min(size[0] / 1280, size[1] / 800)
    for name, view in PAGES.items():
        scene = laid_out(view, typeface, size, text)
        assert scene.furthest_scroll == 0 or scene.furthest_scroll >= round(least), name


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_ticket_stands_still_with_a_clock_without_and_after_the_answer(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    tops = set()
    for name in ("question-clock", "question-singlechoice", "reveal-singlechoice"):
        (paper,) = of_kind(laid_out(PAGES[name], typeface, size, text), ops.Paper)
        assert isinstance(paper, ops.Paper)
        tops.add(paper.rect[1])
    assert len(tops) == 1


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_clock_stands_clear_of_the_ticket(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    scene = laid_out(PAGES["question-clock"], typeface, size, text)
    (paper,), (clock,) = of_kind(scene, ops.Paper), of_kind(scene, ops.Leader)
    assert isinstance(paper, ops.Paper)
    assert isinstance(clock, ops.Leader)
    assert clock.rect[1] > 0
    assert clock.rect[1] + clock.rect[3] < paper.rect[1]


def reveal(*states: str, told: str = "", labels: str = "ABCDE") -> views.RevealView:
    base = PAGES["reveal-singlechoice"]
    assert isinstance(base, views.RevealView)
    marks = (views.Mark(a, f"Option {a}", s) for a, s in zip(labels, states, strict=False))
    return replace(base, marks=tuple(marks), told=told)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (reveal("plain", "right", "plain", "plain"), ["your answer"]),
        (reveal("plain", "missed", "wrong", "plain"), ["the answer", "your answer"]),
        (reveal("plain", "missed", "plain", "plain"), ["the answer"]),
        (reveal("right", "missed", "right", "plain", "plain"), ["your answer"] * 2 + ["missed"]),
        (reveal("missed", "missed", "plain", "plain"), ["right", "right"]),
    ],
)
@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_reveal_names_the_players_own_answer(
    typeface: Typeface, view: views.RevealView, told: list[str], size: tuple[int, int], text: int
) -> None:
    shown = words(laid_out(view, typeface, size, text))
    assert sorted(word for word in shown if word in WHOSE) == sorted(told)


def test_what_was_typed_is_told_from_what_was_looked_for(typeface: Typeface) -> None:
    view = reveal("missed", "wrong", labels="  ")
    view = replace(view, marks=tuple(replace(mark, label="") for mark in view.marks))
    shown = words(laid_out(view, typeface))
    assert "the answer" in shown
    assert "you typed" in shown


def test_an_order_is_read_downwards(typeface: Typeface) -> None:
    view = reveal(*["placed"] * 5, told="The right order:", labels="12345")
    scene = laid_out(view, typeface)
    spots = {op.text: (op.x, op.y) for op in scene.ops if isinstance(op, ops.Words)}
    one, two, three, four, five = (spots[f"Option {place}"] for place in range(1, 6))
    assert one[0] == two[0] == three[0] < four[0] == five[0]
    assert one[1] == four[1] < two[1] == five[1] < three[1]


def test_answers_stay_where_they_were_asked_if_they_can(typeface: Typeface) -> None:
    deck = screenfuls.bank()
    session, _ = step(begin(deck, {}, length=10, clock=0, seed=3), want.Skip())
    view = showing.reveal(session, 0)
    texts = {mark.text for mark in view.marks}
    scene = laid_out(view, typeface)
    lefts = {op.x for op in scene.ops if isinstance(op, ops.Words) and op.text in texts}
    assert len(lefts) == 1


@pytest.mark.parametrize("count", [5, 10, 20, 23, 24, 50, 113, 120])
@pytest.mark.parametrize("text", [100, 200])
def test_the_results_show_every_card_of_a_round(typeface: Typeface, count: int, text: int) -> None:
    marks = tuple(ENDINGS[n % len(ENDINGS)] for n in range(count))
    tier = TierTag("Credits", 4, 5)
    right = marks.count("right")
    view = views.ResultsView("Ballerina", tier, 4050, right, 1, count, 2, None, marks)
    scene = laid_out(view, typeface, text=text)
    signs = [op for op in of_kind(scene, ops.Symbol) if getattr(op, "name", "") != "back"]
    if signs:
        assert len(signs) == count
    else:
        bars = [op for op in of_kind(scene, ops.Panel) if getattr(op, "radius", 1) == 0]
        widths = [op.rect[2] for op in bars if isinstance(op, ops.Panel)]
        lamps = of_kind(scene, ops.Lamps)[0]
        assert isinstance(lamps, ops.Lamps)
        assert sum(widths) == lamps.rect[2]


def test_a_small_round_is_never_a_bar(typeface: Typeface) -> None:
    for text in (100, 125, 150, 200):
        scene = laid_out(PAGES["results"], typeface, text=text)
        assert len(of_kind(scene, ops.Symbol)) == 1 + 10


@pytest.mark.parametrize(("size", "text"), SETTINGS)
def test_the_game_to_continue_keeps_its_card(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    view = views.TitleView(f"{LONG_TITLE} · card 107 of 113")
    assert any(w.endswith("card 107 of 113") for w in words(laid_out(view, typeface, size, text)))


@pytest.mark.parametrize(("size", "text"), SETTINGS)
@pytest.mark.parametrize("playhead", [0, 14, 29])
def test_a_long_ladder_keeps_to_its_frames(
    typeface: Typeface, size: tuple[int, int], text: int, playhead: int
) -> None:
    base = PAGES["watch-point"]
    assert isinstance(base, views.WatchPointView)
    frames = tuple(views.FrameView(f"Episode {n + 1}", "To its end") for n in range(30))
    view = replace(base, frames=frames, playhead=playhead, said=29, unfinished="card 7 of 10")
    scene = laid_out(view, typeface, size, text)
    (film,) = of_kind(scene, ops.Film)
    assert isinstance(film, ops.Film)
    x, y, w, h = film.rect
    for op in scene.ops:
        if isinstance(op, ops.Words) and ("Episode" in op.text or "/ 30" in op.text):
            tall = typeface.line_height(op.style)
            if y <= op.y < y + h:
                assert op.y + tall <= y + h - h // 9
    for key in ("lower", "higher"):
        arrow = scene.target(key)
        if arrow:
            assert x < arrow.rect[0]
            assert arrow.rect[0] + arrow.rect[2] < x + w


@pytest.mark.parametrize("name", ["settings", "help", "review", "results", "watch-point"])
def test_rows_reach_from_margin_to_margin_alike(typeface: Typeface, name: str) -> None:
    scene = laid_out(PAGES[name], typeface)
    lefts = [target.rect[0] for target in scene.targets]
    rights = [target.rect[0] + target.rect[2] for target in scene.targets if not target.owner]
    assert min(lefts) in {40, 48}
    assert max(rights) == 1232 if name != "settings" else max(rights) == 1172


def test_no_line_of_a_stem_is_left_nearly_empty(typeface: Typeface) -> None:
    page = page_at(typeface)
    style = page.style("extrabold", 31)
    for card in screenfuls.bank().cards:
        wide = page.balanced(card.stem, style, 908)
        lines = typeface.wrap(card.stem, style, wide)
        assert len(lines) == len(typeface.wrap(card.stem, style, 908))
        assert all(typeface.width(line, style) > wide // 3 for line in lines)


def test_no_word_is_left_alone_at_the_end_of_a_text(typeface: Typeface) -> None:
    page = page_at(typeface)
    style = page.style("regular", 20)
    for card in screenfuls.bank().cards:
        for wide in (300, 600, 856):
            lines = page.even_lines(card.why, style, wide)
            assert len(lines) == len(typeface.wrap(card.why, style, wide))
            assert len(lines) == 1 or typeface.width(lines[-1], style) > wide // 8


def test_what_is_too_long_ends_in_an_ellipsis(typeface: Typeface) -> None:
    page = page_at(typeface)
    style = page.style("regular", 18)
    lines = page.lines(LONG_TITLE, style, 160, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(typeface.width(line, style) <= 160 for line in lines)
    assert page.lines("Ballerina", style, 160, most=2) == ["Ballerina"]


def test_handing_in_is_loud_only_when_there_is_something_to_hand_in(typeface: Typeface) -> None:
    view = PAGES["question-severalright"]
    assert isinstance(view, views.AskView)
    amber = DARK_ROOM.room.amber
    for ready in (False, True):
        scene = laid_out(replace(view, can_submit=ready), typeface)
        submit = scene.target("submit")
        assert submit is not None
        fills = [
            op.fill for op in scene.ops if isinstance(op, ops.Panel) and op.rect == submit.rect
        ]
        assert (amber in fills) is ready

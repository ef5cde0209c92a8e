"""No page clips, overlaps or leaves the window, at any size and text size, for any card."""

from itertools import combinations
from pathlib import Path

import pytest

from quizgame.domain import views
from quizgame.services import showing
from quizgame.ui import ops
from quizgame.ui.page import Page, Setting
from quizgame.ui.scene import Scene
from quizgame.ui.stage import compose
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from tests.ui import ownfuls, screenfuls

Box = tuple[int, int, int, int]


@pytest.fixture(scope="module")
def typeface(assets: Path) -> Typeface:
    return Typeface(assets / "fonts")


def laid_out(view: views.View, typeface: Typeface, size: tuple[int, int], text: int) -> Scene:
    page = Page(Setting(size, text / 100), typeface, DARK_ROOM)
    compose(page, view)
    return page.scene()


def painted_words(scene: Scene, typeface: Typeface) -> list[tuple[str, Box, Box | None]]:
    """Return each run of words with its box, and the window onto it if it is scrolled."""
    clip: Box | None = None
    found: list[tuple[str, Box, Box | None]] = []
    for op in scene.ops:
        if isinstance(op, ops.Clip):
            clip = op.rect
        elif isinstance(op, ops.Words) and op.text.strip():
            wide = typeface.width(op.text.rstrip(), op.style)
            # The ink of a line stands within the middle of its line box.
            tall = typeface.line_height(op.style)
            found.append((op.text, (op.x, op.y + tall // 6, wide, tall * 2 // 3), clip))
    return found


def touches(one: Box, two: Box) -> bool:
    return (
        one[0] < two[0] + two[2]
        and two[0] < one[0] + one[2]
        and one[1] < two[1] + two[3]
        and two[1] < one[1] + one[3]
    )


def faults(scene: Scene, typeface: Typeface, size: tuple[int, int]) -> list[str]:
    words = painted_words(scene, typeface)
    outside = [
        f"outside: {text!r} {box}"
        for text, box, clip in words
        if box[0] < 0
        or box[0] + box[2] > size[0]
        or (clip is None and (box[1] < 0 or box[1] + box[3] > size[1]))
    ]
    overlapping = [
        f"overlapping: {one[0]!r} and {two[0]!r}"
        for one, two in combinations(words, 2)
        if one[2] == two[2] and touches(one[1], two[1])
    ]
    unreachable = [
        f"unreachable: {target.key}"
        for target in scene.targets
        if not target.scrolls and (target.rect[1] < 0 or target.rect[1] + target.rect[3] > size[1])
    ]
    return outside + overlapping + unreachable


@pytest.mark.parametrize("text", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [*screenfuls.SIZES, (3840, 2160), (960, 1200)])
def test_every_page_fits(typeface: Typeface, size: tuple[int, int], text: int) -> None:
    for name, view in (*screenfuls.every_page(), *ownfuls.every_page()):
        found = faults(laid_out(view, typeface, size, text), typeface, size)
        assert not found, f"{name} at {size}, {text} %: {found}"


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_every_card_of_the_bank_fits(typeface: Typeface, size: tuple[int, int], text: int) -> None:
    deck = screenfuls.bank()
    for card in deck.cards:
        session = screenfuls.round_of(deck, card)
        pages = (showing.ask(session), showing.reveal(screenfuls.answered(session), 0))
        for view in pages:
            found = faults(laid_out(view, typeface, size, text), typeface, size)
            assert not found, f"{card.id} at {size}, {text} %: {found}"


@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_targets_are_large_enough_to_hit(typeface: Typeface, size: tuple[int, int]) -> None:
    least = 44 * min(size[0] / 1280, size[1] / 800) - 1
    for name, view in (*screenfuls.every_page(), *ownfuls.every_page()):
        for target in laid_out(view, typeface, size, 100).targets:
            if not target.owner:
                assert min(target.rect[2:]) >= least, f"{name}: {target}"

"""Pages laid out without a window, and what is wrong with how they lie."""

from itertools import combinations

from quizgame.domain import views
from quizgame.ui import actions, ops
from quizgame.ui.page import Page, Setting
from quizgame.ui.scene import Scene
from quizgame.ui.stage import Stage, compose
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface

LARGE = (1280, 800)
Box = tuple[int, int, int, int]


def laid_out(
    view: views.View, typeface: Typeface, size: tuple[int, int] = LARGE, text: int = 100
) -> Scene:
    """Return a page as it is laid out in a window of this size, its letters `text` percent."""
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
    """Tell whether two boxes have anything in common."""
    return (
        one[0] < two[0] + two[2]
        and two[0] < one[0] + one[2]
        and one[1] < two[1] + two[3]
        and two[1] < one[1] + one[3]
    )


def faults(scene: Scene, typeface: Typeface, size: tuple[int, int]) -> list[str]:
    """Return what stands outside the window, on top of something else, or out of reach."""
    painted = painted_words(scene, typeface)
    outside = [
        f"outside: {text!r} {box}"
        for text, box, clip in painted
        if box[0] < 0
        or box[0] + box[2] > size[0]
        or (clip is None and (box[1] < 0 or box[1] + box[3] > size[1]))
    ]
    overlapping = [
        f"overlapping: {one[0]!r} and {two[0]!r}"
        for one, two in combinations(painted, 2)
        if one[2] == two[2] and touches(one[1], two[1])
    ]
    unreachable = [
        f"unreachable: {target.key}"
        for target in scene.targets
        if not target.scrolls and (target.rect[1] < 0 or target.rect[1] + target.rect[3] > size[1])
    ]
    return outside + overlapping + unreachable


def stage(
    typeface: Typeface, view: views.View, size: tuple[int, int] = LARGE, text: int = 100
) -> Stage:
    """Return a stage on which a view stands still."""
    made = Stage(typeface, DARK_ROOM, size)
    made.set_up(size=size, text=text, calm=True, device=actions.KEYS)
    made.show(view, 0.0)
    return made


def words(scene: Scene) -> list[str]:
    """Return the words that stand on a page, run by run."""
    return [op.text for op in scene.ops if isinstance(op, ops.Words)]

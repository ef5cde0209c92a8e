"""A screen laid out: what to paint, what can be pressed, what each key does here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgame.domain.intents import Intent
from quizgame.ui.ops import Op, Rect

FIELD = "field"
"""The name of the target that words are typed in."""
PICTURE, LISTEN = "picture", "listen"
"""The names of the targets that open a card's picture large and play its sound."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to press. `left` and `right` change it in place, if it can change.

    One with an `owner` is a part of that target: pressed by pointer, passed over by the focus.
    One to `hold` is asked for only when the press has lasted, or was made twice.
    One that stands `apart` is not come upon with up and down: it has a key of its own. Those
    `abreast` are gone through with up and down as well as sideways.
    """

    key: str
    rect: Rect
    intent: Intent | None = None
    left: Intent | None = None
    right: Intent | None = None
    scrolls: bool = False
    owner: str = ""
    hold: bool = False
    apart: bool = False
    abreast: bool = False


@dataclass(frozen=True, slots=True)
class Slider:
    """A target that is dragged: the intent for each of its stops, left to right.

    `grip` is what is taken hold of without moving it yet; `at` is the stop it stands at, and
    `first` how many stops lie out of sight before these.
    """

    key: str
    rect: Rect
    stops: tuple[Intent, ...]
    grip: Rect = (0, 0, 0, 0)
    at: int = 0
    first: int = 0

    @property
    def middle(self) -> int:
        """The x of the middle of the stop it stands at."""
        left, _, wide, _ = self.rect
        return left + wide * (2 * self.at + 1) // (2 * len(self.stops))


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen at one size."""

    ops: tuple[Op, ...]
    targets: tuple[Target, ...]
    first: str
    shortcuts: Mapping[str, Intent] = field(default_factory=dict)
    back: Intent | None = None
    slider: Slider | None = None
    view_port: Rect | None = None
    content_height: int = 0

    def target(self, key: str) -> Target | None:
        """Return the target of this name, or None."""
        return next((target for target in self.targets if target.key == key), None)

    def at(self, x: int, y: int) -> Target | None:
        """Return the topmost target under a point; scrolled-away parts cannot be hit."""
        for target in reversed(self.targets):
            hidden = target.scrolls and self.port_hides(x, y)
            if inside(target.rect, x, y) and not hidden:
                return target
        return None

    def port_hides(self, x: int, y: int) -> bool:
        """Tell whether what scrolls is out of sight at a point."""
        return self.view_port is not None and not inside(self.view_port, x, y)

    @property
    def furthest_scroll(self) -> int:
        """How far the content can be scrolled, in pixels."""
        return max(0, self.content_height - self.view_port[3]) if self.view_port else 0


def inside(rect: Rect, x: int, y: int) -> bool:
    """Tell whether a point lies in a rectangle."""
    return rect[0] <= x < rect[0] + rect[2] and rect[1] <= y < rect[1] + rect[3]


def scroll_to(scene: Scene, key: str, scrolled: int, air: int) -> int:
    """Return how far to scroll so that a target comes into sight, from where it is `scrolled`.

    `air` is how many pixels it keeps from the edges, where what goes on beyond them fades.
    """
    target, port = scene.target(key), scene.view_port
    scroll = min(scrolled, scene.furthest_scroll)
    if target is None or not target.scrolls or port is None:
        return scroll
    top = target.rect[1] + scrolled - scroll
    bottom = top + target.rect[3]
    first = target == next(other for other in scene.targets if other.scrolls)
    if first and bottom + scroll <= port[1] + port[3] - air:
        # What stands above the first can only be read from the top.
        return 0
    if top < port[1] + air:
        scroll -= port[1] + air - top
    elif bottom > port[1] + port[3] - air:
        scroll += min(top - port[1] - air, bottom + air - port[1] - port[3])
    return max(0, min(scroll, scene.furthest_scroll))


def neighbour(scene: Scene, key: str, dx: int, dy: int) -> str | None:
    """Return the nearest target in a direction: sideways along the row, up and down anywhere.

    What scrolls is gone through to its end before up and down lead to what stands still.
    """
    here = scene.target(key)
    if here is None:
        return None
    if dy and (beside := _abreast(scene, here, dy)):
        return beside
    x, y = _centre(here.rect)
    best: tuple[tuple[bool, float], str] | None = None
    for other in scene.targets:
        if other.key == key or other.owner or (dy and other.apart):
            continue
        ox, oy = _centre(other.rect)
        ahead = (ox - x) * dx + (oy - y) * dy
        across = _gap(here.rect, other.rect, vertical=bool(dx))
        # Beside what stands still is only what can be seen there.
        away = other.scrolls and not here.scrolls and scene.port_hides(int(ox), int(oy))
        on_the_way = ahead > 0 and not (dx and (across or away))
        if on_the_way and not _overlap_ahead(here.rect, other.rect, dx, dy):
            leaves = bool(dy) and here.scrolls and not other.scrolls
            cost = leaves, ahead + 3 * across
            if best is None or cost < best[0]:
                best = cost, other.key
    return best[1] if best else None


def _abreast(scene: Scene, here: Target, by: int) -> str | None:
    """Return the next of those that stand abreast, or None at their end."""
    row = [target.key for target in scene.targets if target.abreast]
    at = row.index(here.key) + by if here.abreast else -1
    return row[at] if 0 <= at < len(row) else None


def found_again(scene: Scene, key: str, before: tuple[str, ...], rows: str) -> str | None:
    """Return what has the focus on a page of `rows` come back to, None where it goes on as it was.

    `before` names what could be pressed there: a row that is new since has it, or the neighbour of
    one that is gone.
    """
    here = [target.key for target in scene.targets if not target.owner]
    new = [each for each in here if each.startswith(f"{rows}-") and each not in before]
    if before and new:
        return new[0]
    if key in here or key not in before:
        return None
    kind, at = key.partition("-")[0], before.index(key)
    # A second press is not to take the neighbour away as well.
    kind = rows if kind == "remove" else kind
    near = [each for each in (*before[at + 1 :], *reversed(before[:at])) if each in here]
    return next((each for each in near if each.partition("-")[0] == kind), None)


def _overlap_ahead(here: Rect, other: Rect, dx: int, dy: int) -> bool:
    """Tell whether `other` starts before `here` ends in this direction: it is beside, not ahead."""
    axis = 0 if dx else 1
    size = axis + 2
    if dx + dy > 0:
        return other[axis] < here[axis] + here[size] // 2
    return other[axis] + other[size] > here[axis] + (here[size] + 1) // 2


def _gap(here: Rect, other: Rect, *, vertical: bool) -> int:
    axis = 1 if vertical else 0
    size = axis + 2
    start, end = here[axis], here[axis] + here[size]
    return max(0, other[axis] - end, start - other[axis] - other[size])


def _centre(rect: Rect) -> tuple[float, float]:
    return rect[0] + rect[2] / 2, rect[1] + rect[3] / 2

"""What the pointer holds from press to release: a target, the slider, or a step being dragged."""

from dataclasses import dataclass, replace

from quizgame.domain.intents import Intent, Shift
from quizgame.ui.scene import Scene, Slider, Target, inside

UNSTEADY = 6
"""Pixels that a hand moves a mouse between two clicks meant for the same spot."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What a touch comes to: the name of what gets the focus, if any, and what is asked for."""

    focus: str = ""
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class _Moved:
    """A step moved by its arrow: where the pointer was, and how the step would go on."""

    x: int
    y: int
    further: Shift


class Pointer:
    """Reads touches on a page; `held` names what is pressed down."""

    def __init__(self) -> None:
        self.held = ""
        self._slides = False
        self._grasp = 0
        self._moved: _Moved | None = None

    def let_go(self) -> None:
        """Forget what is held: the page is another, or a key has moved things."""
        self.held, self._slides, self._moved = "", False, None

    def point(self, scene: Scene, x: int, y: int, *, down: bool) -> Touch:
        """Hover, or drag what is held while the button is `down`."""
        if not down:
            return Touch(_taking_focus(scene.at(x, y)))
        if self._slides and scene.slider:
            return Touch(intent=_stop(scene.slider, x - self._grasp))
        return self._dragged(scene, y)

    def press(self, scene: Scene, x: int, y: int) -> Touch:
        """Take hold of what is under the pointer."""
        slider, target = scene.slider, scene.at(x, y)
        if slider and (inside(slider.grip, x, y) or (target and target.key == slider.key)):
            self.held, self._slides = slider.key, True
            gripped = inside(slider.grip, x, y)
            self._grasp = x - slider.middle if gripped else 0
            return Touch(slider.key, None if gripped else _stop(slider, x))
        self.held, self._slides = target.key if target else "", False
        # An arrow takes no focus: its step does, where it comes to lie.
        arrow = target is not None and isinstance(target.intent, Shift)
        return Touch() if arrow else Touch(_taking_focus(target))

    def release(self, scene: Scene, x: int, y: int) -> Touch:
        """Let go; what was pressed and is still under the pointer is asked for."""
        held, slides = self.held, self._slides
        self.held, self._slides = "", False
        target = scene.at(x, y)
        if slides or target is None or target.key != held:
            return Touch()
        if isinstance(target.intent, Shift):
            return Touch(intent=self._by_arrow(target.intent, x, y))
        return Touch(intent=target.intent)

    def _by_arrow(self, shift: Shift, x: int, y: int) -> Shift:
        """Return the move an arrow makes: clicked again where it lies, the same step goes on.

        Another step has come under the pointer, and moving that one would undo the first move.
        """
        last = self._moved
        if last and max(abs(x - last.x), abs(y - last.y)) <= UNSTEADY:
            shift = last.further
        self._moved = _Moved(x, y, replace(shift, place=shift.place + shift.by))
        return shift

    def _dragged(self, scene: Scene, y: int) -> Touch:
        """Move the step that is held past every other whose middle the pointer has passed."""
        steps = [target for target in scene.targets if isinstance(target.left, Shift)]
        here = next((at for at, step in enumerate(steps) if step.key == self.held), None)
        if here is None:
            return Touch()
        others = steps[:here] + steps[here + 1 :]
        there = sum(step.rect[1] + step.rect[3] // 2 < y for step in others)
        if there == here:
            return Touch()
        self.held = steps[there].key
        return Touch(intent=Shift(here, there - here))


def _taking_focus(target: Target | None) -> str:
    return (target.owner or target.key) if target else ""


def _stop(slider: Slider, x: int) -> Intent:
    left, _, wide, _ = slider.rect
    stops = slider.stops
    return stops[max(0, min((x - left) * len(stops) // wide, len(stops) - 1))]

"""A press that has to last, so that nothing opens by accident; two short ones do as well."""

from dataclasses import replace

from quizgame.domain.intents import Intent
from quizgame.ui import actions
from quizgame.ui.pointer import Pointer, Touch
from quizgame.ui.scene import Scene, Target

HOLD = 0.6
"""Seconds a target to be held is held."""
ARMED = 3.0
"""Seconds in which a second press opens what a first short one was made on."""
APART = 0.4
"""Seconds that lie between the two at least: a double click is one press too many, not two."""
STEPS = 4
"""In how many steps it fills where motion is reduced."""


class Hold:
    """What is held down now (`key`), and what a first short press was made on (`armed`)."""

    def __init__(self) -> None:
        self.key = ""
        self.armed = ""
        self._since = 0.0
        self._armed_at = 0.0

    @property
    def on(self) -> str:
        """The target this is about, or nothing."""
        return self.key or self.armed

    def begin(self, key: str, now: float) -> None:
        """Take hold of a target, unless something is held already."""
        if not self.key:
            self.armed = self.armed if key == self.armed else ""
            self.key, self._since = key, now

    def end(self, now: float) -> bool:
        """Let go early; tell whether it was the second short press, which opens."""
        second = bool(self.key) and self.key == self.armed
        again = second and self._since - self._armed_at >= APART
        # Pressed over and over, it waits for a pause: those are not two presses meant to open.
        self._armed_at = now
        self.armed = "" if again else self.on
        self.key = ""
        return again

    def faded(self, now: float) -> bool:
        """Forget a first press that no second has followed; tell whether there was one."""
        late = bool(self.armed) and not self.key and now - self._armed_at > ARMED
        if late:
            self.armed = ""
        return late

    def drop(self) -> None:
        """Forget what is held, and what was pressed once."""
        self.key = self.armed = ""

    def over(self, now: float) -> bool:
        """Tell whether it was held long enough."""
        return bool(self.key) and now - self._since >= HOLD

    def share(self, now: float, *, calm: bool) -> float:
        """Return how far it has come, 0 to 1; in a few steps when motion is reduced."""
        if not self.key:
            return 0.0
        share = max(0.0, min(1.0, (now - self._since) / HOLD))
        return int(share * STEPS) / STEPS if calm else share


class Grip:
    """What the hand holds, with whatever device: by pointer, or by a key or button on the focus."""

    def __init__(self) -> None:
        self._pointer = Pointer()
        self._hold = Hold()

    @property
    def held(self) -> str:
        """The target pressed down."""
        return self._pointer.held or self._hold.key

    @property
    def armed(self) -> str:
        """The target that opens with a second press."""
        return self._hold.armed

    @property
    def waiting(self) -> bool:
        """Whether a press has yet to last."""
        return bool(self._hold.key)

    def grown(self, now: float, *, calm: bool) -> float:
        """Return how far a press that has to last has come, 0 to 1."""
        return self._hold.share(now, calm=calm)

    def confirm(self, target: Target | None, now: float) -> Intent | None:
        """Press what has the focus."""
        if target and target.hold:
            self._hold.begin(target.key, now)
            return None
        return target.intent if target else None

    def lift(self, scene: Scene, now: float) -> Intent | None:
        """Let the key or button come up."""
        target = None if self._pointer.held else scene.target(self._hold.key)
        return target.intent if target and self._hold.end(now) else None

    def faded(self, now: float) -> bool:
        """Forget a first short press after a while; tell whether there was one."""
        return self._hold.faded(now)

    def due(self, scene: Scene, now: float) -> Intent | None:
        """Return what is asked for by a press that has lasted long enough."""
        if not self._hold.over(now):
            return None
        target = scene.target(self._hold.key)
        self.let_go()
        return target.intent if target else None

    def touch(
        self, scene: Scene, action: actions.Point | actions.Press | actions.Release, now: float
    ) -> Touch:
        """Let the pointer do something."""
        holding = self.waiting and self._pointer.held == self._hold.key
        target = scene.at(action.x, action.y)
        match action:
            case actions.Point(x, y, down):
                touch = self._pointer.point(scene, x, y, down=down)
            case actions.Press(x, y):
                touch = self._pointer.press(scene, x, y)
            case actions.Release(x, y):
                touch = self._pointer.release(scene, x, y)
        if holding and (target is None or target.key != self._hold.key):
            self.let_go()
        elif target and target.hold:
            return replace(touch, intent=self._pressed(target, action, now, holding=holding))
        return touch

    def _pressed(
        self, target: Target, action: actions.Action, now: float, *, holding: bool
    ) -> Intent | None:
        """Begin or end the press of a target to be held; tell what it comes to."""
        if isinstance(action, actions.Press):
            self._hold.begin(target.key, now)
        ended = holding and isinstance(action, actions.Release) and self._hold.end(now)
        return target.intent if ended else None

    def moved(self) -> None:
        """Let go with the pointer: a key has moved things."""
        if self._pointer.held:
            self.let_go()
        self._pointer.let_go()

    def keep_to(self, focus: str) -> None:
        """Forget a press that has to last, or to be made again, once the focus is elsewhere."""
        if self._hold.on not in {"", focus}:
            self.let_go()

    def let_go(self) -> None:
        """Forget everything."""
        self._pointer.let_go()
        self._hold.drop()

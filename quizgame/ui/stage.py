"""The screen being shown: its focus, its scroll, what a hand does to it. It holds views only."""

from dataclasses import replace
from typing import assert_never

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.tableviews import HandoverView
from quizgame.ui import actions
from quizgame.ui.actions import Action
from quizgame.ui.holding import Grip
from quizgame.ui.leftover import deaf_for, presses
from quizgame.ui.ops import Curtain, Op, Rect
from quizgame.ui.page import Measure, Page, Setting
from quizgame.ui.pen import Pen, Writing
from quizgame.ui.scene import FIELD, Scene, neighbour, scroll_to
from quizgame.ui.screenmap import (
    BEGINNINGS,
    SCREENS,
    UNREMEMBERED,
    compose,
    opens,
    page_of,
    typed_on,
)
from quizgame.ui.theme import Theme

__all__ = ["SCREENS", "Stage", "compose", "page_of"]
ARRIVAL = 0.22
"""Seconds a ticket takes to slide in."""
OPENING = 0.35
"""Seconds a curtain takes to be drawn aside."""
NOTCH = 64
"""Design pixels a notch of the wheel scrolls."""


class Stage:
    """Lays views out, moves the focus, and turns actions into intents."""

    def __init__(self, measure: Measure, theme: Theme, size: tuple[int, int]) -> None:
        self._measure = measure
        self._theme = theme
        self._setting = Setting(size)
        self._view: views.View = views.TitleView()
        self._page = ""
        self._scene: Scene | None = None
        self._grip = Grip()
        self._pen = Pen()
        self._remembered: dict[str, str] = {}
        self._arrived = -ARRIVAL
        self._opened = -OPENING
        self._deaf_until = 0.0
        self.moved_focus = False

    # -- what is shown -----------------------------------------------------------------------

    def show(self, view: views.View, now: float) -> None:
        """Show a view; a new card slides in unless motion is reduced."""
        if view == self._view and self._page:
            return
        page = page_of(view)
        if page != self._page:
            self._remembered[self._page] = self._setting.focus
            if isinstance(view, BEGINNINGS):
                # After a round the title offers to go on with it; no player has another's focus.
                self._remembered.clear()
            if isinstance(view, views.AskView) and not self._setting.calm:
                self._arrived = now
            self._opened = now if opens(self._view, view) else -OPENING
            fresh = isinstance(view, UNREMEMBERED)
            focus = "" if fresh else self._remembered.get(page, "")
            self.let_go()
            self._pen.lift()
            self._setting = replace(self._setting, focus=focus, scroll=0, composed="")
            self._deaf_until = now + deaf_for(view)
            self._page = page
        self._view = view
        self._scene = None

    def set_up(self, *, size: tuple[int, int], text: int, calm: bool, device: str) -> None:
        """Follow the window's size, the text size in percent, the motion setting and the device."""
        setting = replace(self._setting, size=size, text=text / 100, calm=calm, device=device)
        if setting != self._setting:
            self._setting = setting
            self._scene = None

    def moving(self, now: float) -> bool:
        """Tell whether something on the page is still in motion."""
        begun = max(self._arrived + ARRIVAL, self._opened + OPENING)
        landed = self._setting.calm or now >= begun
        return self._setting.arriving > 0 or not landed or self._grip.waiting

    def scene(self, now: float) -> Scene:
        """Return the page as it stands now."""
        if self._grip.faded(now):
            self._show_held(None)
        gone = min(1.0, max(0.0, (now - self._arrived) / ARRIVAL))
        arriving = (1 - gone) ** 3 if gone < 1 and not self._setting.calm else 0.0
        grown = self._grip.grown(now, calm=self._setting.calm)
        if (arriving, grown) != (self._setting.arriving, self._setting.grown):
            self._setting = replace(self._setting, arriving=arriving, grown=grown)
            self._scene = None
        if self._scene is None:
            self._scene = self._laid_out()
        return self._scene

    def ops(self, now: float) -> tuple[Op, ...]:
        """Return what to paint now, below a curtain that is being drawn aside if there is one."""
        page = self.scene(now).ops
        gone = (now - self._opened) / OPENING
        return page if self._setting.calm or gone >= 1 else page + self._parting(gone)

    def _parting(self, gone: float) -> tuple[Op, ...]:
        w, h = self._setting.size
        half = (w + 1) // 2
        aside = round(half * (1 - (1 - gone) ** 3))
        return Curtain((-aside, 0, half, h), "shut"), Curtain(
            (w - half + aside, 0, half, h), "shut"
        )

    def _laid_out(self) -> Scene:
        scene = self._compose()
        target = scene.target(self._setting.focus)
        if target is None or target.owner:
            self._setting = replace(self._setting, focus=scene.first)
            scene = self._compose()
        scroll = min(self._setting.scroll, scene.furthest_scroll)
        if self.moved_focus:
            scroll = scroll_to(scene, self._setting.focus, self._setting.scroll)
        if scroll != self._setting.scroll:
            self._setting = replace(self._setting, scroll=scroll)
            scene = self._compose()
        return scene

    def _compose(self) -> Scene:
        page = Page(self._setting, self._measure, self._theme)
        compose(page, self._view)
        return page.scene()

    # -- what a hand does --------------------------------------------------------------------

    def on(self, action: Action, now: float) -> want.Intent | None:
        """Carry out what concerns the page alone; return what the game is asked for."""
        scene = self.scene(now)
        self.moved_focus = False
        if now < self._deaf_until and presses(action, scene, self._setting.focus):
            if isinstance(self._view, HandoverView):
                self._deaf_until = now + deaf_for(self._view)
            return None
        intent = self._asked(action, scene, now)
        self._grip.keep_to(self._setting.focus)
        self._show_held(scene)
        if isinstance(intent, want.Shift):
            there = f"step-{intent.place + intent.by}"
            if scene.target(there) is None:
                return None
            self._focus(there)
        return intent

    def due(self, now: float) -> want.Intent | None:
        """Return what is asked for by a press that has lasted long enough."""
        intent = self._grip.due(self.scene(now), now)
        self._show_held(None)
        return intent

    def let_go(self) -> None:
        """Forget all that is held: the page is another, or nobody is at it any more."""
        self._grip.let_go()
        self._show_held(None)

    def _asked(self, action: Action, scene: Scene, now: float) -> want.Intent | None:
        match action:
            case actions.Move(dx, dy):
                return self._move(scene, dx, dy)
            case actions.Tab(by):
                self._tab(scene, by)
            case actions.Confirm():
                return self._grip.confirm(scene.target(self._setting.focus), now)
            case actions.Lift():
                return self._grip.lift(scene, now)
            case actions.Cancel():
                return scene.back
            case actions.Shortcut(name):
                return scene.shortcuts.get(name)
            case actions.Press():
                return self._touch(scene, action, now) or self._write(action)
            case actions.Point() | actions.Release():
                return self._touch(scene, action, now)
            case actions.Wheel(by):
                self._scroll(scene, -by)
            case actions.Text() | actions.Compose() | actions.Erase():
                return self._write(action)
            case actions.FullScreen():
                pass
            case _:
                assert_never(action)
        return None

    def _focus(self, key: str) -> None:
        if key != self._setting.focus:
            self._setting = replace(self._setting, focus=key)
            self.moved_focus = True
            self._scene = None

    def _move(self, scene: Scene, dx: int, dy: int) -> want.Intent | None:
        self._grip.moved()
        here = scene.target(self._setting.focus)
        if here and dx and (here.left or here.right):
            return here.left if dx < 0 else here.right
        if dx and self.typing and self._setting.focus == FIELD:
            # Left and right are for the words there: they do not lead away from them.
            return None
        there = neighbour(scene, self._setting.focus, dx, dy)
        if there:
            self._focus(there)
        elif dy:
            self._scroll(scene, dy)
        return None

    def _tab(self, scene: Scene, by: int) -> None:
        keys = [target.key for target in scene.targets if not target.owner]
        if keys:
            at = keys.index(self._setting.focus) if self._setting.focus in keys else -by
            self._focus(keys[(at + by) % len(keys)])

    def _scroll(self, scene: Scene, notches: int) -> None:
        step = round(NOTCH * self._setting.size[1] / 800)
        scroll = max(0, min(self._setting.scroll + notches * step, scene.furthest_scroll))
        if scroll != self._setting.scroll:
            self._setting = replace(self._setting, scroll=scroll)
            self._scene = None

    def _touch(
        self, scene: Scene, action: actions.Point | actions.Press | actions.Release, now: float
    ) -> want.Intent | None:
        touch = self._grip.touch(scene, action, now)
        if touch.focus:
            # What the pointer is on is in sight: nothing need scroll, and nothing click.
            self._focus(touch.focus)
            self.moved_focus = False
        return touch.intent

    def _show_held(self, scene: Scene | None) -> None:
        """Show what is held; a slider goes on showing the same stops meanwhile."""
        held, slider = self._grip.held, scene.slider if scene else None
        changed = replace(self._setting, pressed=held, armed=self._grip.armed)
        if held != self._setting.pressed:
            changed = replace(
                changed, held_at=slider.first if slider and held == slider.key else None
            )
        if changed != self._setting:
            self._setting, self._scene = changed, None

    def _write(self, action: Writing) -> want.Edit | None:
        """Type into the field, and bring the focus back to it from wherever it went."""
        if self._typed is None:
            return None
        if not isinstance(action, actions.Press) and action != actions.Compose(""):
            self._focus(FIELD)
        edit = self._pen.write(action, self._typed)
        if self._pen.composed != self._setting.composed:
            self._setting = replace(self._setting, composed=self._pen.composed)
            self._scene = None
        return edit

    @property
    def _typed(self) -> str | None:
        """The words typed so far, or None where none can be."""
        return typed_on(self._view)

    @property
    def typing(self) -> bool:
        """Whether words can be typed on this page."""
        return self._typed is not None

    def typed_in(self, now: float) -> Rect | None:
        """Return where words are typed, if they can be."""
        field = self.scene(now).target(FIELD)
        return field.rect if field else None

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return bool(self._pen.composed)

    @property
    def view(self) -> views.View:
        """What is shown."""
        return self._view

    @property
    def focus(self) -> str:
        """The name of the target that has the focus."""
        return self._setting.focus

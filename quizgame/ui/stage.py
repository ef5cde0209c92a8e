"""The screen being shown: its focus, its scroll, what a hand does to it. It holds views only."""

from dataclasses import replace
from importlib import import_module
from typing import assert_never

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import actions
from quizgame.ui.actions import Action
from quizgame.ui.leftover import DEAF, presses
from quizgame.ui.ops import Op, Rect
from quizgame.ui.page import Measure, Page, Setting
from quizgame.ui.pen import Pen, Writing
from quizgame.ui.pointer import Pointer
from quizgame.ui.scene import FIELD, Scene, neighbour, scroll_to
from quizgame.ui.theme import Theme

ARRIVAL = 0.22
"""Seconds a ticket takes to slide in."""
NOTCH = 64
"""Design pixels a notch of the wheel scrolls."""

SCREENS: dict[type[views.View], str] = {
    views.TitleView: "title",
    views.ShelfView: "shelf",
    views.DetailsView: "details",
    views.WatchPointView: "watch_point",
    views.AskView: "question",
    views.PauseView: "pause",
    views.RevealView: "reveal",
    views.ResultsView: "results",
    views.ReviewView: "review",
    views.BeliefsView: "beliefs",
    views.SettingsView: "settings",
    views.HelpView: "help",
}
"""The module in `screens` that lays out each view; read in when first shown."""


def compose(page: Page, view: views.View) -> None:
    """Lay out the page for a view."""
    import_module(f"quizgame.ui.screens.{SCREENS[type(view)]}").compose(page, view)


def page_of(view: views.View) -> str:
    """Return a name that changes when the player is on another page or another card."""
    match view:
        case views.AskView(board=board):
            return f"ask-{board.number}"
        case views.RevealView(stub=stub):
            return f"reveal-{stub.number}"
        case _:
            return type(view).__name__


class Stage:
    """Lays views out, moves the focus, and turns actions into intents."""

    def __init__(self, measure: Measure, theme: Theme, size: tuple[int, int]) -> None:
        self._measure = measure
        self._theme = theme
        self._setting = Setting(size)
        self._view: views.View = views.TitleView()
        self._page = ""
        self._scene: Scene | None = None
        self._pointer = Pointer()
        self._pen = Pen()
        self._remembered: dict[str, str] = {}
        self._arrived = -ARRIVAL
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
            if isinstance(view, views.AskView):
                # A round begins every page afresh: after it, the title offers to go on with it.
                self._remembered.clear()
                self._arrived = self._arrived if self._setting.calm else now
            focus = self._remembered.get(page, "") if not page.startswith("reveal") else ""
            self._pointer.let_go()
            self._pen.lift()
            self._setting = replace(
                self._setting, focus=focus, scroll=0, pressed="", held_at=None, composed=""
            )
            self._deaf_until = now + DEAF.get(type(view), 0.0)
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
        landed = self._setting.calm or now - self._arrived >= ARRIVAL
        return self._setting.arriving > 0 or not landed

    def scene(self, now: float) -> Scene:
        """Return the page as it stands now."""
        gone = min(1.0, max(0.0, (now - self._arrived) / ARRIVAL))
        arriving = (1 - gone) ** 3 if gone < 1 and not self._setting.calm else 0.0
        if arriving != self._setting.arriving:
            self._setting = replace(self._setting, arriving=arriving)
            self._scene = None
        if self._scene is None:
            self._scene = self._laid_out()
        return self._scene

    def ops(self, now: float) -> tuple[Op, ...]:
        """Return what to paint now."""
        return self.scene(now).ops

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
            return None
        intent = self._asked(action, scene)
        if isinstance(intent, want.Shift):
            there = f"step-{intent.place + intent.by}"
            if scene.target(there) is None:
                return None
            self._focus(there)
        return intent

    def _asked(self, action: Action, scene: Scene) -> want.Intent | None:
        match action:
            case actions.Move(dx, dy):
                return self._move(scene, dx, dy)
            case actions.Tab(by):
                self._tab(scene, by)
            case actions.Confirm():
                target = scene.target(self._setting.focus)
                return target.intent if target else None
            case actions.Cancel():
                return scene.back
            case actions.Shortcut(name):
                return scene.shortcuts.get(name)
            case actions.Press():
                return self._touch(scene, action) or self._write(scene, action)
            case actions.Point() | actions.Release():
                return self._touch(scene, action)
            case actions.Wheel(by):
                self._scroll(scene, -by)
            case actions.Text() | actions.Compose() | actions.Erase():
                return self._write(scene, action)
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
        self._pointer.let_go()
        self._hold(scene)
        here = scene.target(self._setting.focus)
        if here and dx and (here.left or here.right):
            return here.left if dx < 0 else here.right
        if dx and self.typing and self._setting.focus == scene.first:
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
        self, scene: Scene, action: actions.Point | actions.Press | actions.Release
    ) -> want.Intent | None:
        match action:
            case actions.Point(x, y, down):
                touch = self._pointer.point(scene, x, y, down=down)
            case actions.Press(x, y):
                touch = self._pointer.press(scene, x, y)
            case actions.Release(x, y):
                touch = self._pointer.release(scene, x, y)
        if touch.focus:
            # What the pointer is on is in sight: nothing need scroll, and nothing click.
            self._focus(touch.focus)
            self.moved_focus = False
        self._hold(scene)
        return touch.intent

    def _hold(self, scene: Scene) -> None:
        """Show what the pointer holds; a slider goes on showing the same stops meanwhile."""
        held, slider = self._pointer.held, scene.slider
        if held != self._setting.pressed:
            held_at = slider.first if slider and held == slider.key else None
            self._setting = replace(self._setting, pressed=held, held_at=held_at)
            self._scene = None

    def _write(self, scene: Scene, action: Writing) -> want.Edit | None:
        """Type into the field, and bring the focus back to it from wherever it went."""
        if self._typed is None:
            return None
        if not isinstance(action, actions.Press) and action != actions.Compose(""):
            self._focus(scene.first)
        edit = self._pen.write(action, self._typed)
        if self._pen.composed != self._setting.composed:
            self._setting = replace(self._setting, composed=self._pen.composed)
            self._scene = None
        return edit

    @property
    def _typed(self) -> str | None:
        """The words typed so far, or None where none can be."""
        match self._view:
            case views.AskView(body=views.TypeIn(text)):
                return text
            case _:
                return None

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
    def focus(self) -> str:
        """The name of the target that has the focus."""
        return self._setting.focus

"""The screen being shown: its focus, its scroll, what a hand does to it. It holds views only."""

from dataclasses import dataclass, replace
from importlib import import_module
from typing import assert_never

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.ui import actions
from quizgame.ui.actions import Action
from quizgame.ui.ops import Op
from quizgame.ui.page import Measure, Page, Setting
from quizgame.ui.scene import Scene, Target, inside, neighbour
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


@dataclass(slots=True)
class Hold:
    """What the pointer holds down: a target's name, or the slider."""

    target: str = ""
    slider: bool = False


class Stage:
    """Lays views out, moves the focus, and turns actions into intents."""

    def __init__(self, measure: Measure, theme: Theme, size: tuple[int, int]) -> None:
        self._measure = measure
        self._theme = theme
        self._setting = Setting(size)
        self._view: views.View = views.TitleView()
        self._page = ""
        self._scene: Scene | None = None
        self._hold = Hold()
        self._remembered: dict[str, str] = {}
        self._arrived = -ARRIVAL
        self._calm = False
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
                self._arrived = self._arrived if self._calm else now
            focus = self._remembered.get(page, "") if not page.startswith("reveal") else ""
            self._setting = replace(self._setting, focus=focus, scroll=0, pressed="")
            self._page = page
        self._view = view
        self._scene = None

    def set_up(self, *, size: tuple[int, int], text: int, calm: bool, device: str) -> None:
        """Follow the window's size, the text size in percent, the motion setting and the device."""
        self._calm = calm
        setting = replace(self._setting, size=size, text=text / 100, device=device)
        if setting != self._setting:
            self._setting = setting
            self._scene = None

    def moving(self, now: float) -> bool:
        """Tell whether something on the page is still in motion."""
        return now - self._arrived < ARRIVAL or self._setting.arriving > 0

    def scene(self, now: float) -> Scene:
        """Return the page as it stands now."""
        gone = min(1.0, max(0.0, (now - self._arrived) / ARRIVAL))
        arriving = (1 - gone) ** 3 if gone < 1 and not self._calm else 0.0
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
        scroll = self._scroll_to(scene, scene.target(self._setting.focus))
        if scroll != self._setting.scroll:
            self._setting = replace(self._setting, scroll=scroll)
            scene = self._compose()
        return scene

    def _compose(self) -> Scene:
        page = Page(self._setting, self._measure, self._theme)
        compose(page, self._view)
        return page.scene()

    def _scroll_to(self, scene: Scene, target: Target | None) -> int:
        scroll = min(self._setting.scroll, scene.furthest_scroll)
        port = scene.view_port
        if target is None or not target.scrolls or port is None or not self.moved_focus:
            return scroll
        _, y, _, h = target.rect
        y += self._setting.scroll - scroll
        air = 12
        if y < port[1] + air:
            scroll -= port[1] + air - y
        elif y + h > port[1] + port[3] - air:
            scroll += min(y - port[1] - air, y + h + air - port[1] - port[3])
        first = next((t for t in scene.targets if t.scrolls), None)
        if first == target:
            scroll = 0
        return max(0, min(scroll, scene.furthest_scroll))

    # -- what a hand does --------------------------------------------------------------------

    def on(self, action: Action, now: float) -> want.Intent | None:
        """Carry out what concerns the page alone; return what the game is asked for."""
        scene = self.scene(now)
        self.moved_focus = False
        intent = self._asked(action, scene)
        if isinstance(intent, want.Shift):
            self._focus(f"step-{intent.place + intent.by}")
        return intent

    def _asked(self, action: Action, scene: Scene) -> want.Intent | None:  # noqa: PLR0912 (one case an action)
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
            case actions.Point(x, y, held):
                return self._point(scene, x, y, held=held)
            case actions.Press(x, y):
                return self._press(scene, x, y)
            case actions.Release(x, y):
                return self._release(scene, x, y)
            case actions.Wheel(by):
                self._scroll(scene, -by)
            case actions.Text(text) if scene.typing is not None:
                return want.Edit(scene.typing + text)
            case actions.Erase():
                return want.Edit(scene.typing[:-1]) if scene.typing else None
            case actions.Text() | actions.FullScreen():
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
        here = scene.target(self._setting.focus)
        if here and dx and (here.left or here.right):
            return here.left if dx < 0 else here.right
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

    def _point(self, scene: Scene, x: int, y: int, *, held: bool) -> want.Intent | None:
        if held and self._hold.slider:
            return _stop(scene, x)
        target = scene.at(x, y)
        if target and not held:
            self._focus(target.owner or target.key)
            self.moved_focus = False
        return None

    def _press(self, scene: Scene, x: int, y: int) -> want.Intent | None:
        target = scene.at(x, y)
        if (
            scene.slider
            and inside(scene.slider.rect, x, y)
            and (target is None or target.key == scene.slider.key)
        ):
            self._hold = Hold(slider=True)
            self._focus(scene.slider.key)
            return _stop(scene, x)
        self._hold = Hold(target=target.key if target else "")
        if target:
            self._focus(target.owner or target.key)
            self.moved_focus = False
            self._setting = replace(self._setting, pressed=target.key)
            self._scene = None
        return None

    def _release(self, scene: Scene, x: int, y: int) -> want.Intent | None:
        held, self._hold = self._hold, Hold()
        if self._setting.pressed:
            self._setting = replace(self._setting, pressed="")
            self._scene = None
        target = scene.at(x, y)
        if held.slider or target is None or target.key != held.target:
            return None
        return target.intent

    @property
    def typing(self) -> bool:
        """Whether words can be typed on this page."""
        return self._scene is not None and self._scene.typing is not None

    @property
    def focus(self) -> str:
        """The name of the target that has the focus."""
        return self._setting.focus


def _stop(scene: Scene, x: int) -> want.Intent | None:
    if scene.slider is None:
        return None
    left, _, wide, _ = scene.slider.rect
    stops = scene.slider.stops
    return stops[max(0, min((x - left) * len(stops) // wide, len(stops) - 1))]

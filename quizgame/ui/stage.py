"""The screen being shown: its focus, its scroll, what a hand does to it. It holds views only."""

from dataclasses import replace
from typing import Any, assert_never

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.notices import Notice
from quizgame.ui import actions
from quizgame.ui.actions import Action
from quizgame.ui.bookmarks import Bookmarks
from quizgame.ui.holding import Grip
from quizgame.ui.leftover import deaf_for, presses
from quizgame.ui.motion import Motion, Noticing
from quizgame.ui.ops import Op, Rect
from quizgame.ui.page import Measure, Page, Setting
from quizgame.ui.pen import Pen, Writing
from quizgame.ui.scene import FIELD, LISTEN, PICTURE, Scene, neighbour, scroll_to
from quizgame.ui.screenmap import (
    SCREENS,
    compose,
    enlarge,
    name_of,
    narrowed,
    page_of,
    typed_on,
)
from quizgame.ui.theme import Theme
from quizgame.ui.widgets import toast

__all__ = ["SCREENS", "Stage", "compose", "page_of"]
NOTCH = 64
"""Design pixels a notch of the wheel scrolls."""
AIR = 38
"""Design pixels that what has the focus keeps from the edges of what scrolls, which fade."""
OWN = {"Z": PICTURE, "L": LISTEN}
"""The targets that the game is not asked about, by their keys."""
CLOSING = (
    actions.Move
    | actions.Tab
    | actions.Confirm
    | actions.Cancel
    | actions.Shortcut
    | actions.Press
    | actions.Text
    | actions.Erase
)
"""What closes a picture that is opened large: any key, any button."""


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
        self._bookmarks = Bookmarks()
        self._for_packs = False
        self._motion = Motion()
        self._deaf_until = 0.0
        self._noticing = Noticing()
        self._shown_notice: Notice | None = None
        self.moved_focus = False

    # -- what is shown -----------------------------------------------------------------------

    def show(self, view: views.View, now: float, notice: Notice | None = None) -> None:
        """Show a view, and a notice over it; a new card slides in unless motion is reduced."""
        self._noticing.give(notice, now)
        if view == self._view and self._page:
            return
        page = page_of(view)
        if page != self._page:
            setting = self._setting
            self._bookmarks.leave(self._page, setting.focus, setting.scroll, self._scene)
            self._motion.begin(self._view, view, now, calm=setting.calm)
            focus, scroll = self._bookmarks.open(page, self._view, view, for_packs=self._for_packs)
            self.let_go()
            self._pen.lift()
            self._setting = replace(self._setting, focus=focus, scroll=scroll, composed="")
            self._deaf_until = now + deaf_for(view)
            self._page = page
            # A list may begin far down, at the row of what was shown before.
            self.moved_focus = name_of(view) == "ListView"
        elif narrowed(self._view, view):
            # The poster that had the focus may lie far below now, or be away.
            focus = "" if self._setting.focus.startswith("pack-") else self._setting.focus
            self._setting = replace(self._setting, focus=focus, scroll=0)
        else:
            self._bookmarks.change(self._scene)
        self._view = view
        self._scene = None

    def set_up(
        self, *, size: tuple[int, int], text: int, calm: bool, device: str, audible: bool = True
    ) -> None:
        """Follow the window's size, the text size in percent, motion, the device, and the volume.

        `audible` when the sound of a card could be heard.
        """
        self._set(size=size, text=text / 100, calm=calm, device=device, audible=audible)

    def _set(self, **changed: Any) -> None:  # noqa: ANN401 (fields of the setting)
        setting = replace(self._setting, **changed)
        if setting != self._setting:
            self._setting, self._scene = setting, None

    def moving(self, now: float) -> bool:
        """Tell whether something on the page is still in motion."""
        landed = self._setting.calm or self._motion.over(now)
        return self._setting.arriving > 0 or not landed or self._grip.waiting

    def scene(self, now: float) -> Scene:
        """Return the page as it stands now."""
        if self._grip.faded(now):
            self._show_held(None)
        standing = self._noticing.standing(now)
        if standing != self._shown_notice:
            self._shown_notice, self._scene = standing, None
        arriving = 0.0 if self._setting.calm else self._motion.arriving(now)
        grown = self._grip.grown(now, calm=self._setting.calm)
        if (arriving, grown) != (self._setting.arriving, self._setting.grown):
            self._setting = replace(self._setting, arriving=arriving, grown=grown)
            self._scene = None
        if self._scene is None:
            self._scene = self._laid_out()
        return self._scene

    def ops(self, now: float) -> tuple[Op, ...]:
        """Return what to paint now, below a curtain that is being drawn aside if there is one."""
        page, setting = self.scene(now).ops, self._setting
        return page if setting.calm else page + self._motion.curtain(now, setting.size)

    def _laid_out(self) -> Scene:
        scene = self._compose()
        if self._setting.zoomed:
            # Focus and scroll wait below for it to close.
            return scene
        if found := self._bookmarks.found(self._view, scene, self._setting.focus):
            self._focus(found)
            scene = self._compose()
        target = scene.target(self._setting.focus)
        if target is None or target.owner:
            self._setting = replace(self._setting, focus=scene.first)
            scene = self._compose()
        scroll = min(self._setting.scroll, scene.furthest_scroll)
        if self.moved_focus:
            air = round(AIR * self._setting.size[1] / 800)
            scroll = scroll_to(scene, self._setting.focus, self._setting.scroll, air)
        if scroll != self._setting.scroll:
            self._setting = replace(self._setting, scroll=scroll)
            scene = self._compose()
        return scene

    def _compose(self) -> Scene:
        page = Page(self._setting, self._measure, self._theme, shortcuts=dict(toast.KEYS))
        lay_out = enlarge if self._setting.zoomed else compose
        lay_out(page, self._view)
        if self._shown_notice:
            toast.toast(page, self._shown_notice)
        return page.scene()

    # -- what a hand does --------------------------------------------------------------------

    def on(self, action: Action, now: float) -> want.Intent | None:
        """Carry out what concerns the page alone; return what the game is asked for."""
        scene = self.scene(now)
        self.moved_focus = False
        if self._setting.zoomed:
            # The game knows nothing of it: the card is still being asked, and its clock runs on.
            if isinstance(action, CLOSING):
                self._set(zoomed=False)
            return None
        if now < self._deaf_until and presses(action, scene, self._setting.focus):
            if name_of(self._view) == "HandoverView":
                self._deaf_until = now + deaf_for(self._view)
            return None
        intent = self._asked(action, scene, now)
        if intent is not None:
            self._for_packs = intent == want.Go("shelf")
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
        """Forget all that is held or heard: the page is another, or nobody is at it any more."""
        self._grip.let_go()
        self._show_held(None)
        self._set(zoomed=False, playing=False)

    def _asked(self, action: Action, scene: Scene, now: float) -> want.Intent | None:
        match action:
            case actions.Move(dx, dy):
                return self._move(scene, dx, dy)
            case actions.Tab(by):
                self._tab(scene, by)
            case actions.Confirm() if not self._done_here(scene, self._setting.focus):
                return self._grip.confirm(scene.target(self._setting.focus), now)
            case actions.Lift():
                return self._grip.lift(scene, now)
            case actions.Cancel():
                return scene.back
            case actions.Shortcut(name) if not self._done_here(scene, OWN.get(name, "")):
                return self._by_key(scene, name)
            case actions.Press():
                return self._touch(scene, action, now) or self._write(action)
            case actions.Point() | actions.Release():
                return self._touch(scene, action, now)
            case actions.Wheel(by):
                self._scroll(scene, -by)
            case actions.Text() | actions.Compose() | actions.Erase():
                return self._write(action)
            case actions.Confirm() | actions.Shortcut() | actions.FullScreen():
                pass
            case _:
                assert_never(action)
        return None

    def _by_key(self, scene: Scene, name: str) -> want.Intent | None:
        """Return what a key asks for; the focus goes to the answer it picks or marks."""
        intent = scene.shortcuts.get(name)
        if isinstance(intent, want.Pick | want.Toggle):
            picked = (target.key for target in scene.targets if target.intent == intent)
            self._focus(next(picked, self._setting.focus))
        return intent

    def _done_here(self, scene: Scene, key: str) -> bool:
        """Do what a target does that the game is not asked about; tell whether `key` is one."""
        if key not in OWN.values() or scene.target(key) is None:
            return False
        if key == PICTURE:
            self._set(zoomed=True)
        else:
            self._set(playing=not self._setting.playing)
        return True

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
        searching = isinstance(self._view, views.ShelfView)
        if dx and self.typing and self._setting.focus == FIELD and not searching:
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
        held, target = self._grip.held, scene.at(action.x, action.y)
        touch = self._grip.touch(scene, action, now)
        if isinstance(action, actions.Release) and target and target.key == held:
            self._done_here(scene, held)
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
        return self._typed is not None and not self._setting.zoomed

    def typed_in(self, now: float) -> Rect | None:
        """Return where words are typed, if they can be."""
        field = self.scene(now).target(FIELD)
        return field.rect if field else None

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return bool(self._pen.composed)

    @property
    def played(self) -> bytes | None:
        """The sound of the card that is to be heard now, if any."""
        sound = getattr(self._view, "sound", None)
        return sound.data if sound and self._setting.playing else None

    def heard_out(self) -> None:
        """Take note that the card's sound has come to its end."""
        self._set(playing=False)

    @property
    def view(self) -> views.View:
        """What is shown."""
        return self._view

    @property
    def focus(self) -> str:
        """The name of the target that has the focus."""
        return self._setting.focus

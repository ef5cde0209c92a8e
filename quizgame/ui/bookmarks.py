"""Where the focus stood on each page that was left, and where it stands when one comes back."""

from operator import attrgetter

from quizgame.domain import views
from quizgame.ui.scene import Scene, found_again
from quizgame.ui.screenmap import ADDS, BEGINNINGS, RETURNS, ROWS, UNREMEMBERED, name_of

LOOK = "look"
"""What a curtain is shut for when answers are looked back on."""


class Bookmarks:
    """Keeps, by page, the focus and the scroll in pixels, and the names of rows that may change."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[str, int]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._before: tuple[str, ...] = ()

    def leave(self, page: str, focus: str, scroll: int, scene: Scene | None) -> None:
        """Keep where a page is left."""
        self._left[page] = focus, scroll
        if page in ROWS:
            self._keys[page] = _keys(scene)

    def open(
        self, page: str, before: views.View, after: views.View, *, for_packs: bool
    ) -> tuple[str, int]:
        """Return the focus and the scroll that a page opens with.

        The focus is empty where it begins at what comes first; `for_packs` when the shelf is opened
        for its packs, and not to play.
        """
        if begins(after):
            self._left.clear()
            self._keys.clear()
        came, name = name_of(before), name_of(after)
        back = came in RETURNS.get(name, ())
        self._before = self._keys.get(page, ()) if back else ()
        if for_packs and came == "TitleView":
            return ADDS, 0
        focus, scroll = self._left.get(page, ("", 0))
        afresh = name in UNREMEMBERED and not back
        # Who wants to play does not begin with adding a pack.
        return ("", 0) if afresh or (focus == ADDS and came == "TitleView") else (focus, scroll)

    def change(self, scene: Scene | None) -> None:
        """Keep what could be pressed on a page that goes on with another view."""
        self._before = _keys(scene) or self._before

    def found(self, view: views.View, scene: Scene, focus: str) -> str | None:
        """Return, once, what has the focus among rows that have changed; None where it stays."""
        before, self._before = self._before, ()
        rows = ROWS.get(name_of(view))
        return found_again(scene, focus, before, rows) if rows else None


def begins(view: views.View) -> bool:
    """Tell whether a view begins a round or comes before another player, who has no one's focus."""
    looks = name_of(view) == "HandoverView" and attrgetter("purpose")(view) == LOOK
    return name_of(view) in BEGINNINGS and not looks


def _keys(scene: Scene | None) -> tuple[str, ...]:
    return tuple(target.key for target in scene.targets if not target.owner) if scene else ()

"""Hands that try every way about a page."""

from quizgame.ui import actions
from quizgame.ui.scene import Scene
from quizgame.ui.stage import Stage

_MOVES = (actions.Move(0, 1), actions.Move(0, -1), actions.Move(1, 0), actions.Move(-1, 0))


def wanted(scene: Scene) -> set[str]:
    """Return the names of what a hand without a pointer must reach."""
    return {target.key for target in scene.targets if not target.owner}


def on_the_way(scene: Scene) -> set[str]:
    """Return the names of what the arrows must lead to: all but what has a key and stands apart."""
    return {target.key for target in scene.targets if not target.owner and not target.apart}


def reached_by_arrows(stage: Stage) -> set[str]:
    """Return what the arrows lead to from where the focus is, however many are pressed."""
    stage.scene(0.0)
    reached, queue = {stage.focus}, [stage.focus]
    while queue:
        here = queue.pop()
        for move in _MOVES:
            stage._focus(here)  # noqa: SLF001 (put the focus where the walk stands)
            stage.scene(0.0)
            stage.on(move, 0.0)
            stage.scene(0.0)
            if stage.focus not in reached:
                reached.add(stage.focus)
                queue.append(stage.focus)
    return reached


def reached_by_tab(stage: Stage) -> set[str]:
    """Return what Tab leads to; what scrolls must be in sight when it has the focus."""
    reached = set()
    for _ in range(len(wanted(stage.scene(0.0))) + 1):
        stage.on(actions.Tab(1), 0.0)
        scene = stage.scene(0.0)
        target = scene.target(stage.focus)
        assert target is not None
        reached.add(target.key)
        port = scene.view_port
        if target.scrolls and port and target.rect[3] < port[3] - 24:
            assert port[1] - 3 <= target.rect[1], target.key
            assert target.rect[1] + target.rect[3] <= port[1] + port[3] + 3, target.key
    return reached

"""Three people at a real window: each behind the curtain, a look away, a kill, and the podium."""

import time
from pathlib import Path

from quizgame.domain import intents as want
from quizgame.domain import tableviews, views
from quizgame.ui.holding import APART
from tests.twin import PACK, Twin, played, rows, saved
from tests.xvfb import PATIENCE, Screen, needs_screen, until

NAMES = ("Mina", "Jonas", "Ada")
TIERS = (0, 4, 2)


def sit_down(twin: Twin) -> None:
    """Seat three with keyboard and mouse, none of whom has seen as much as another."""
    twin.click("together", f"pack-{PACK}")
    for place, (name, tier) in enumerate(zip(NAMES, TIERS, strict=True), start=1):
        twin.click("add" if place == 3 else f"player-{place}")
        twin.type(name)
        twin.tab_to("set-player_seen")
        twin.press(*("Right",) * tier)
        twin.tab_to("done")
        twin.press("Return")
    twin.click("table_rounds-3")
    twin.tab_to("start")


def waiting(twin: Twin) -> tableviews.HandoverView:
    view = twin.view
    assert isinstance(view, tableviews.HandoverView)
    return view


def answer(twin: Twin) -> None:
    """Skip the card, which every kind can be."""
    assert isinstance(twin.view, views.AskView)
    twin.tab_to("skip")
    twin.press("Return")
    twin.agree()
    twin.press("Return")


@needs_screen
def test_three_play_a_whole_game_through_a_look_away_and_a_kill(
    shown: Screen, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with played(shown, data) as twin:
        sit_down(twin)
        twin.hand("key", "Return")
        twin.dealt()
        assert waiting(twin).who.name == "Mina"
        twin.hold()
        answer(twin)
        assert waiting(twin).who.name == "Jonas"
        twin.hold()
        card = twin.picture()
        # Somebody looks away in mid-card: the curtain is shut before anything else is drawn.
        shown.look_away()
        twin.told(want.Interrupt())
        assert waiting(twin).again
        shown.focus(twin.process.pid)
        twin.hold()
        assert twin.picture() == card
        answer(twin)
        assert waiting(twin).who.name == "Ada"
        before, curtain = saved(data), twin.picture()
        # In mid-handover the plug is pulled.
        twin.hand("keydown", "Return")
        twin.process.kill()
        assert twin.process.wait(PATIENCE) < 0
        shown.do("keyup", "Return")
    with played(shown, data) as twin:
        title = twin.view
        assert isinstance(title, views.TitleView)
        assert title.unfinished.endswith("round 1 of 3")
        twin.press("Return")
        assert twin.picture() == curtain
        assert saved(data) == before
        turns = []
        while isinstance(twin.view, tableviews.HandoverView):
            turns.append(waiting(twin).who.name)
            twin.hold()
            if len(turns) == 7:
                break
            answer(twin)
        assert turns == ["Ada", "Jonas", "Ada", "Mina", "Ada", "Mina", "Jonas"]
        twin.tab_to("skip")
        twin.press("Return")
        twin.hand("key", "Return")
        until(lambda: not saved(data), "the game has come to its end")
        assert b"Jonas" not in b"".join(p.read_bytes() for p in data.glob("progress*"))
        assert rows(data, "SELECT count(*) FROM answers") == [(3,)]
        twin.process.terminate()
        twin.ends()


@needs_screen
def test_two_short_presses_open_the_curtain_and_one_does_not(shown: Screen, tmp_path: Path) -> None:
    with played(shown, tmp_path / "data") as twin:
        sit_down(twin)
        twin.hand("key", "Return")
        twin.dealt()
        twin.click("open")
        waiting(twin)
        time.sleep(APART)
        twin.click("open")
        answer(twin)
        twin.process.terminate()
        twin.ends()

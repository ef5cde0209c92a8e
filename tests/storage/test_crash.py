"""A slice of what `python -m tests.figures crash` does at length."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.figures import diskfaults

KILLING = """
import sys
from pathlib import Path
from tests.figures import crash, lives
if sys.argv[2] == "forgetful":
    lives.Progress.save_answer = lives.Progress.save_table = lambda *told, **more: None
tally = crash.Tally()
for fault in crash.killed(Path(sys.argv[1]), 9, tally):
    print(fault)
print(tally.kills, tally.told > 50)
"""


def _killed(home: Path, how: str) -> list[str]:
    # In a process of its own: it forks, and one that runs tests has threads.
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(home), how],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.splitlines()


def test_games_killed_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    assert _killed(tmp_path, "as it is") == ["9 True"]


def test_a_game_that_keeps_less_than_it_says_is_found_out(tmp_path: Path) -> None:
    assert any("an answer is lost" in line for line in _killed(tmp_path, "forgetful"))


@pytest.mark.parametrize(
    "deed",
    [deed for deed in diskfaults.DEEDS if deed.name in {"backup", "export", "restore"}],
    ids=lambda deed: deed.name,
)
def test_a_full_disk_at_any_point_leaves_everything_as_it_was(
    deed: diskfaults.Deed, tmp_path: Path
) -> None:
    points, faults = diskfaults.at_every_point(deed, tmp_path / "home", ["short"])
    assert points > 5
    assert faults == []

"""The commands, as the README gives them."""

import re
import shlex
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizgame import __main__ as command_line
from quizgame.__main__ import main
from quizgame.app import open_game
from quizgame.commands import generate
from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.storage.progress import Progress
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
STORIES = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
"""Commands that follow one another: on saves, and on a pack of one's own."""


def commands_of_readme() -> list[list[str]]:
    """Return the `quizgame ...` lines that the README sets apart."""
    lines = re.findall(r"^    (quizgame .*)$", README, re.MULTILINE)
    return [shlex.split(line)[1:] for line in lines]


def test_every_command_of_the_readme_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = commands_of_readme()
    assert len(commands) >= 2
    for command in commands:
        monkeypatch.chdir(ROOT)
        assert main([str(tmp_path / word) if word == "pictures" else word for word in command]) == 0
    assert "right" in capsys.readouterr().out
    assert len(list((tmp_path / "pictures").glob("*.png"))) >= 10


def test_the_way_of_a_pack_from_new_to_a_catalogue_is_as_the_readme_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _follow(tmp_path, STORIES[1])
    assert "The Film Club" in capsys.readouterr().out


def test_the_way_of_a_save_to_a_backup_and_back_is_as_the_readme_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    progress, _ = Progress.open(tmp_path / "data", "20261126-120000")
    progress.set_watch_point("ballerina", "midway")
    progress.close()
    _follow(tmp_path, STORIES[0])
    assert (tmp_path / "all.sqlite3").is_file()
    progress, message = Progress.open(tmp_path / "data", "20261126-130000")
    assert message is None
    assert progress.watch_points() == {"ballerina": "midway"}
    progress.close()


def _follow(folder: Path, story: str) -> None:
    for line in story.splitlines():
        words = shlex.split(line)[1:]
        assert main(["--data-dir", str(folder / "data"), *words]) == 0, line


@pytest.mark.parametrize("page", ["README.md", "questions/README.md"])
def test_every_command_that_is_told_of_is_understood(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    told = re.findall(r"^(?:    )?(quizgame .*)$|`(quizgame [^`]*)`", text, re.MULTILINE)
    commands = {apart or beside for apart, beside in told}
    assert len(commands) > 10
    for command in commands:
        words = generate.spelt_out(shlex.split(command)[1:])
        command_line._parser().parse_args(words)  # noqa: SLF001


def test_the_demo_plays_the_same_round_for_the_same_seed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = []
    for _ in range(2):
        assert main(["demo", "--seed", "11"]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


def test_the_pictures_of_the_readme_are_there() -> None:
    pictures = re.findall(r"\]\(([\w/.-]+\.png)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_example_of_the_authors_guide_is_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (ROOT / "questions" / "README.md").read_text(encoding="utf-8")
    example = re.search(r"^```yaml\n(format: 1\n.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert example
    path = tmp_path / "example.yaml"
    path.write_text(example[1], encoding="utf-8")
    assert main(["packs", "check", str(path)]) == 0
    assert capsys.readouterr().out == "example.yaml: 2 of 2 cards can be played; nothing found\n"


def test_checking_a_faulty_pack_names_line_and_column_and_exits_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = (ROOT / "questions" / "ballerina.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(bank.replace("kind: choice", "kind: choise", 1), encoding="utf-8")
    line = path.read_text(encoding="utf-8").split("\n").index("    kind: choise") + 1
    assert main(["packs", "check", str(path)]) == 1
    told = capsys.readouterr().out
    assert f"mine.yaml:{line}:" in told
    assert "choice" in told
    ((played, of),) = re.findall(r"(\d+) of (\d+) cards", told)
    assert int(played) == int(of) - 1


def test_a_certificate_is_never_written_over_its_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes((ROOT / "questions" / "ballerina.yaml").read_bytes())
    before = path.read_bytes()
    assert main(["packs", "certify", str(path), "--output", str(path)]) == 2
    assert path.read_bytes() == before
    assert "over the pack" in capsys.readouterr().err


def test_checking_a_file_that_is_not_there_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "check", str(tmp_path / "nowhere.yaml")]) == 2
    told = capsys.readouterr().out
    assert "nowhere.yaml" in told
    assert "Traceback" not in told


def test_plain_pygame_beside_pygame_ce_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = tmp_path / "pygame" / "__init__.py"
    spec = SimpleNamespace(origin=str(beside))
    monkeypatch.setattr(command_line, "find_spec", lambda _name: spec)
    monkeypatch.setattr("quizgame.app.play", lambda *_: None)
    (tmp_path / "pygame_ce-2.5.8.dist-info").mkdir()
    assert main([]) == 0
    assert capsys.readouterr().err == ""
    (tmp_path / "pygame-2.6.1.dist-info").mkdir()
    assert main([]) == 0
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "pip uninstall pygame" in told


def test_a_fault_of_ours_is_told_without_a_traceback_and_without_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        known: dict[str, int] = {}
        assert known["the butler did it"]

    monkeypatch.setattr("quizgame.app.play", broken)
    assert main([]) == 3
    told = capsys.readouterr().err
    assert "KeyError at test_command_line.py:" in told
    assert "Traceback" not in told
    assert "butler" not in told


def test_a_window_size_that_is_none_is_refused_with_the_right_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--size", "big"])
    assert stopped.value.code == 2
    assert "1280x800" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_told_and_the_game_goes_on(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    game = open_game(in_the_way / "data")
    game.send(want.Go("shelf"))
    view = game.send(want.ChoosePack("ballerina"))
    assert isinstance(view, views.WatchPointView)
    assert isinstance(game.send(want.Start()), views.AskView)
    title = game.send(want.Go("title"))
    assert isinstance(title, views.TitleView)
    assert "not being kept" in title.message
    game.close()

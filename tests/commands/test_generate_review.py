"""`quizgame generate review`: what is told where no window can be opened on the facts."""

import shutil
from pathlib import Path

import pytest

from quizgame.__main__ import main
from tests.generate.articles import EXPLAINERS


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    shutil.copy(EXPLAINERS / "dracula.txt", tmp_path)
    assert main(["generate", str(tmp_path / "dracula.txt"), "-o", str(tmp_path / "draft")]) == 0
    capsys.readouterr()
    return tmp_path / "draft"


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, list[str]]:
    code = main(["generate", "review", *map(str, words)])
    said = capsys.readouterr()
    assert not said.out
    return code, said.err.splitlines()


def test_where_there_is_no_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = told(capsys, tmp_path / "nowhere")
    assert code == 2
    assert "there is no draft in" in said[0]
    assert len(said) == 1


def test_a_broken_file_is_told_with_line_column_and_mend(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "facts.yaml"
    text = path.read_text(encoding="utf-8").replace("state: proposed", "state: propsed", 1)
    path.write_text(text, encoding="utf-8")
    code, said = told(capsys, folder)
    assert code == 1
    line = text[: text.index("propsed")].count("\n") + 1
    assert f"facts.yaml:{line}:" in said[0]
    assert "mend" in said[-1]
    assert path.read_text(encoding="utf-8") == text


def test_an_article_that_is_away(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "dracula.txt").unlink()
    code, said = told(capsys, folder)
    assert (code, len(said)) == (2, 1)
    assert "--source" in said[0]


@pytest.mark.parametrize("named", [True, False])
def test_an_article_that_has_changed(
    folder: Path, capsys: pytest.CaptureFixture[str], *, named: bool
) -> None:
    source = folder.parent / "dracula.txt"
    source.write_text(source.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    code, said = told(capsys, folder, *(("--source", source) if named else ()))
    assert (code, len(said)) == (2, 1)
    assert "has changed since" in said[0]


def test_where_there_is_no_screen(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for way in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(way, raising=False)
    code, said = told(capsys, folder)
    assert (code, len(said)) == (2, 1)
    assert "no screen" in said[0]

"""`quizgame generate`, as a user runs it."""

from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.generate import folder as folders
from tests.generate.articles import EXPLAINERS

TALE = "Snow Ending Explained\n\nAda meets Bo. Bo meets Ada.\n\nEnd\n\nAda kills Bo.\n"


def run(explainer: Path, folder: Path, *more: str) -> int:
    return main(["generate", str(explainer), "-o", str(folder), *more])


def tale(tmp_path: Path, data: str | bytes = TALE, name: str = "snow.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_an_article_becomes_a_folder_with_its_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "deep" / "draft"
    assert run(EXPLAINERS / "dracula.txt", folder) == 0
    assert [path.name for path in folder.iterdir()] == ["facts.yaml"]
    assert [path.name for path in folder.parent.iterdir()] == ["draft"]
    assert "proposed" in capsys.readouterr().out
    first = (folder / "facts.yaml").read_bytes()
    assert run(EXPLAINERS / "dracula.txt", folder) == 0
    assert "(as before)" in capsys.readouterr().out
    assert (folder / "facts.yaml").read_bytes() == first


def test_what_a_person_decides_stays(tmp_path: Path) -> None:
    folder = tmp_path / "draft"
    assert run(tale(tmp_path), folder) == 0
    path = folder / "facts.yaml"
    page = path.read_text(encoding="utf-8")
    path.write_text(page.replace("state: proposed", "state: rejected"), encoding="utf-8")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    assert run(tale(tmp_path, f"{TALE}\nBo is dead.\n"), folder) == 0
    assert "state: rejected" in path.read_text(encoding="utf-8")
    assert sorted(one.name for one in folder.iterdir()) == ["facts.yaml", "notes.txt"]


def test_a_file_with_a_slip_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "draft"
    assert run(tale(tmp_path), folder) == 0
    path = folder / "facts.yaml"
    broken = path.read_text(encoding="utf-8").replace("state: proposed", "state: kept", 1)
    path.write_text(broken, encoding="utf-8")
    assert run(tale(tmp_path), folder) == 1
    assert path.read_text(encoding="utf-8") == broken
    told = capsys.readouterr().err
    assert "no state is called 'kept'" in told
    assert "facts.yaml:" in told


@pytest.mark.parametrize("there", [False, True])
def test_a_write_that_fails_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "draft"
    if there:
        folder.mkdir()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    monkeypatch.setattr(Path, "replace", fail)
    assert run(tale(tmp_path), folder) == 2
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == (["draft", "snow.txt"] if there else ["snow.txt"])
    assert not there or not list(folder.iterdir())
    assert folders.FILE == "facts.yaml"


RECIPE = (
    "Pancakes\n\nMix the flour with the eggs and the milk. Leave it for an hour.\n\n"
    "Fry them in a pan.\n"
)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "is empty"),
        (b"\0\1\2" * 99, "a.txt", "is not a text"),
        (
            "Der Mann geht in das Haus und findet dort seine Frau. " * 9,
            "a.txt",
            "not seem to be in English",
        ),
        (RECIPE, "a.txt", "no facts were found"),
        ("<html><script>x</script></html>", "a.html", "No text to read"),
    ],
)
def test_what_gives_no_draft_is_told_in_a_sentence_and_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: str | bytes, name: str, says: str
) -> None:
    assert run(tale(tmp_path, data, name), tmp_path / "draft") == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "draft").exists()


@pytest.mark.parametrize(
    "text",
    [
        "Cast\n\nJane Roe as Ada\nJohn Doe as Bo\n",
        "Ada meets Bo. Bo meets Ada.\n",
        "“Snow Ending\n\nAda meets Bo. “Bo meets Ada. (Ada kills Bo.\n",
        "\n\n".join(
            f"The Great Part {n}\n\nAda meets Bo at the end of the road. Ada kills Bo."
            for n in range(10_000)
        ),
    ],
)
def test_odd_articles_give_the_best_draft_there_can_be(tmp_path: Path, text: str) -> None:
    assert run(tale(tmp_path, text), tmp_path / "draft") == 0


def test_a_ladder_is_taken_by_name_or_from_a_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "draft"
    assert run(tale(tmp_path), folder, "--ladder", "book") == 0
    assert "label: The end" in (folder / "facts.yaml").read_text(encoding="utf-8")
    own = tale(tmp_path, "tiers:\n  - {id: a, label: A}\n  - {id: b, label: B}\n", "mine.yaml")
    assert run(tale(tmp_path), folder, "--ladder", str(own)) == 0
    assert "tier: b" in (folder / "facts.yaml").read_text(encoding="utf-8")
    assert run(tale(tmp_path), folder) == 0
    assert "tier: b" in (folder / "facts.yaml").read_text(encoding="utf-8")
    assert run(tale(tmp_path), folder, "--ladder", "flm") == 2
    assert "no ladder and no file called flm" in capsys.readouterr().err
    broken = tale(tmp_path, "tiers: 3\n", "broken.yaml")
    assert run(tale(tmp_path), folder, "--ladder", str(broken)) == 1


def test_a_folder_that_is_a_file_and_an_article_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tale(tmp_path)
    assert run(path, path) == 2
    assert "name a folder" in capsys.readouterr().err
    assert run(tmp_path / "gone.txt", tmp_path / "draft") == 2

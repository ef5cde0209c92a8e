"""`quizgame generate render`, as a user runs it."""

from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.generate.folder import keep
from tests.generate.articles import EXPLAINERS
from tests.generate.confirming import confirmed


def drafted(tmp_path: Path, name: str = "hound.md") -> Path:
    folder = tmp_path / "draft"
    keep(confirmed(name), folder)
    return folder


def run(folder: Path, pack: Path, *more: str) -> int:
    return main(["generate", "render", str(folder), "-o", str(pack), *more])


def test_confirmed_facts_become_a_pack_in_which_the_check_finds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pack = drafted(tmp_path), tmp_path / "hound.yaml"
    source = str(EXPLAINERS / "hound.md")
    assert run(folder, pack, "--source", source, "--author", "Ann", "--left-out") == 0
    told = capsys.readouterr().out
    assert "cards rendered" in told
    assert "left out: " in told
    assert sorted(one.name for one in folder.iterdir()) == [
        "certificates.yaml", "facts.yaml", "predictions.yaml",
    ]  # fmt: skip
    assert "authors: [Ann]" in pack.read_text(encoding="utf-8")
    assert main(["--data-dir", str(tmp_path / "data"), "packs", "check", str(pack)]) == 0
    assert "nothing found" in capsys.readouterr().out
    first = pack.read_bytes()
    assert run(folder, pack, "--source", source, "--author", "Ann") == 0
    assert pack.read_bytes() == first


def test_without_the_article_there_are_fewer_cards_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pack = drafted(tmp_path), tmp_path / "hound.yaml"
    assert run(folder, pack) == 0
    assert "not at hand" in capsys.readouterr().out
    (tmp_path / "hound.md").write_bytes((EXPLAINERS / "hound.md").read_bytes())
    assert run(folder, tmp_path / "other.yaml") == 0
    assert "not at hand" not in capsys.readouterr().out


def test_what_cannot_be_rendered_is_said_in_a_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.yaml"
    assert run(tmp_path / "nowhere", pack) == 2
    assert "draft them with" in capsys.readouterr().err
    folder = tmp_path / "draft"
    assert main(["generate", str(EXPLAINERS / "dracula.txt"), "-o", str(folder)]) == 0
    assert run(folder, pack) == 2
    assert "confirmed yet" in capsys.readouterr().err
    folder = drafted(tmp_path)
    assert run(folder, pack, "--source", str(EXPLAINERS / "dracula.txt")) == 2
    assert "is not the article" in capsys.readouterr().err
    assert run(folder, pack, "--id", "No id!") == 2
    pack.write_text("format: 1\ncards: [\n", encoding="utf-8")
    assert run(folder, pack) == 1
    assert "mend" in capsys.readouterr().err
    assert pack.read_text(encoding="utf-8") == "format: 1\ncards: [\n"
    pack.unlink()
    (folder / "predictions.yaml").write_text("what\n", encoding="utf-8")
    assert run(folder, pack) == 1
    assert not pack.exists()
    assert not (folder / "certificates.yaml").exists()


def test_rendering_again_leaves_what_the_pack_says_of_itself_as_it_was(tmp_path: Path) -> None:
    folder, pack = drafted(tmp_path), tmp_path / "hound.yaml"
    words = ("--id", "moor", "--title", "The Moor", "--kind", "play", "--author", "Ann")
    assert run(folder, pack, *words, "--licence", "CC0-1.0") == 0
    first = pack.read_bytes()
    assert run(folder, pack) == 0
    assert pack.read_bytes() == first
    assert run(folder, pack, "--author", "Bo") == 0
    assert pack.read_bytes() == first.replace(b"authors: [Ann]", b"authors: [Bo]")


def test_a_prediction_confirmed_in_its_file_goes_into_the_pack_and_comes_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pack = drafted(tmp_path, "romeo.md"), tmp_path / "romeo.yaml"
    source = ("--source", str(EXPLAINERS / "romeo.md"))
    assert run(folder, pack, *source) == 0
    assert "3 predictions to confirm" in capsys.readouterr().out
    plain = pack.read_bytes()
    check = ["--data-dir", str(tmp_path / "data"), "packs", "check", str(pack)]
    assert main(check) == 0
    found = capsys.readouterr().out.count("warning Q")
    bets = folder / "predictions.yaml"
    text = bets.read_text(encoding="utf-8")
    bets.write_text(text.replace("state: proposed", "state: confirmed", 2), encoding="utf-8")
    assert run(folder, pack, *source) == 0
    told = capsys.readouterr().out
    assert "2 prediction" in told
    assert "1 predictions to confirm" in told
    assert pack.read_text(encoding="utf-8").count("    opens: ") == 2
    assert main(check) == 0
    assert capsys.readouterr().out.count("warning Q") == found
    bets.write_text(text.replace("state: proposed", "state: rejected"), encoding="utf-8")
    assert run(folder, pack, *source) == 0
    assert "to confirm" not in capsys.readouterr().out
    assert pack.read_bytes() == plain


def test_an_article_called_render_can_still_be_drafted(tmp_path: Path) -> None:
    article = tmp_path / "render"
    article.write_bytes((EXPLAINERS / "dracula.txt").read_bytes())
    words = ["generate", "draft", str(article), "-o", str(tmp_path / "draft")]
    assert main(words) == 0
    assert (tmp_path / "draft" / "facts.yaml").exists()

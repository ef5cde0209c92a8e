"""Import and export as they are typed."""

from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.exchange.packtext import KINDS
from quizgame.storage.packfile import load, read_pack
from tests.exchange.test_samples import SAMPLES
from tests.samples import lantern

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "lantern.yaml"
    path.write_text(lantern(), encoding="utf-8")
    return path


def test_a_teachers_quiz_becomes_a_draft_at_the_last_tier(tmp_path: Path, capsys: Capture) -> None:
    output = tmp_path / "harbour.yaml"
    words = ["packs", "import", str(SAMPLES / "capitals.gift"), "-o", str(output)]
    assert main([*words, "--title", "The harbour", "--language", "en"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert (
        "capitals.gift: line 39: “Match each boat with its owner.” left out: it asks to" in told[3]
    )
    assert told[-2] == "capitals.gift (GIFT): 17 read, 8 carried, 9 left out"
    loaded = load(output)
    assert loaded.issues == ()
    assert loaded.pack is not None
    assert {card.tier for card in loaded.pack.cards} == {loaded.pack.face.ladder.top}
    assert (loaded.pack.face.id, loaded.pack.face.language) == ("the-harbour", "en")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_story_has_tiers_that_load(kind: str, tmp_path: Path) -> None:
    output = tmp_path / "quiz.yaml"
    sample = str(SAMPLES / "opentdb.json")
    assert main(["packs", "import", sample, "-o", str(output), "--kind", kind]) == 0
    loaded = load(output)
    assert loaded.issues == ()
    assert loaded.pack is not None
    assert loaded.pack.face.kind == kind


def test_an_unknown_kind_or_language_is_told(capsys: Capture) -> None:
    for words in (["--kind", "opera"], ["--language", "what is this"]):
        with pytest.raises(SystemExit):
            main(["packs", "import", "x.gift", *words])
    told = capsys.readouterr().err
    assert "there are film, series, book, play, game, other" in told
    assert "write its code, such as en for English" in told


def test_a_pack_is_not_brought_in_once_more(pack: Path, capsys: Capture) -> None:
    assert main(["packs", "import", str(pack), "-o", str(pack.with_name("new.yaml"))]) == 2
    assert "is a pack already; to look at it: quizgame packs check" in capsys.readouterr().err
    assert not pack.with_name("new.yaml").exists()


@pytest.mark.parametrize("tier", ["middle", "Halfway", "halfway "])
def test_a_tier_may_be_named_as_players_see_it(pack: Path, tier: str, capsys: Capture) -> None:
    words = ["packs", "export", str(pack), "--to", "csv", "-o", str(pack.with_name("x.csv"))]
    assert main([*words, "--tier", tier]) == 0
    assert "up to 'Halfway'" in capsys.readouterr().out


def test_nothing_is_ever_written_over(pack: Path, tmp_path: Path, capsys: Capture) -> None:
    before = pack.read_bytes()
    sample = str(SAMPLES / "capitals.gift")
    assert main(["packs", "import", sample, "-o", str(pack)]) == 2
    assert main(["packs", "export", str(pack), "-o", str(pack), "--to", "csv"]) == 2
    assert pack.read_bytes() == before
    assert capsys.readouterr().err.count("is there already") == 2
    assert main(["packs", "import", sample, "-o", str(tmp_path / "pack.zip")]) == 2
    assert "must end in .yaml" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    output = tmp_path / "out.yaml"
    assert main(["packs", "import", str(broken), "-o", str(output)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "quizgame: broken.xlsx cannot be brought in: its spreadsheet is broken\n"
    assert not output.exists()


def test_no_pack_is_written_when_nothing_can_be_carried(tmp_path: Path, capsys: Capture) -> None:
    essay, output = tmp_path / "essay.gift", tmp_path / "out.yaml"
    essay.write_text("Tell the story. {}\n", encoding="utf-8")
    assert main(["packs", "import", str(essay), "-o", str(output)]) == 1
    assert "nothing could be carried" in capsys.readouterr().out
    assert not output.exists()


def test_the_sort_may_be_said_where_it_is_told_wrongly(tmp_path: Path, capsys: Capture) -> None:
    file, output = tmp_path / "quiz.csv", tmp_path / "out.yaml"
    file.write_text("Who keeps the light?\tMara\n", encoding="utf-8")
    assert main(["packs", "import", str(file), "-o", str(output)]) == 2
    assert main(["packs", "import", str(file), "-o", str(output), "--from", "anki"]) == 0
    assert "Anki text" in capsys.readouterr().out


def taken(pack: Path, *words: str) -> tuple[int, str]:
    """Return the exit code and what stands in the file."""
    output = pack.parent / f"out-{'-'.join(words)}.txt"
    code = main(["packs", "export", str(pack), "-o", str(output), *words])
    return code, output.read_text(encoding="utf-8") if output.exists() else ""


@pytest.mark.parametrize("form", ["gift", "anki", "csv"])
def test_without_a_tier_only_the_lowest_is_taken_out(
    pack: Path, form: str, capsys: Capture
) -> None:
    code, text = taken(pack, "--to", form)
    assert code == 0
    assert "What does Mara keep alight?" in text
    assert "Tobias" not in text
    assert "Silas" not in text
    told = capsys.readouterr().out
    assert "keeps no tiers" in told
    assert "people who have come as far as 'Not started'" in told


def test_up_to_a_tier_and_all_of_it(pack: Path, capsys: Capture) -> None:
    _, middle = taken(pack, "--to", "csv", "--tier", "middle")
    assert "Who knocks at the door?" in middle
    assert "Silas" not in middle
    told = capsys.readouterr().out
    assert "storm-order: “Put the night of the storm in order.” left out" in told
    assert "last-words" not in told
    _, everything = taken(pack, "--to", "csv", "--all")
    assert "Silas" in everything
    assert "believed-alone: “Mara lives alone.” left out: it was true only for a while" in (
        capsys.readouterr().out
    )


def test_an_unknown_tier_is_told_with_those_there_are(pack: Path, capsys: Capture) -> None:
    assert taken(pack, "--to", "gift", "--tier", "night")[0] == 2
    assert "there are start, middle, end" in capsys.readouterr().err


def test_a_pack_that_cannot_be_played_is_not_taken_out(tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("cards: []\n", encoding="utf-8")
    assert taken(broken, "--to", "gift")[0] == 1
    assert "cannot be played" in capsys.readouterr().err


def test_what_moodle_gets_can_come_back(pack: Path) -> None:
    for form in ("gift", "anki", "csv"):
        output = pack.parent / f"back-{form}.yaml"
        source = pack.parent / f"there-{form}.txt"
        main(["packs", "export", str(pack), "-o", str(source), "--to", form, "--all"])
        assert main(["packs", "import", str(source), "-o", str(output)]) == 0
        there, back = read_pack(lantern().encode(), "pack.yaml").pack, load(output).pack
        assert there is not None
        assert back is not None
        kinds = {card.stem: card.kind for card in there.cards}
        assert all(kinds[card.stem] == card.kind for card in back.cards)
        assert len(back.cards) == 9

"""A new pack is worth beginning with: it passes every check, and says what each field is for."""

from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.domain.cards import (
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.gate import cut
from quizgame.services.checking import check
from quizgame.services.starter import LADDERS, Wish, id_of, objection, starter
from quizgame.storage.packfile import load
from quizgame.storage.packformat import PACK
from quizgame.storage.schema import SCHEMA_NAME, schema_text

STORIES = [
    *((kind, parts) for kind in LADDERS for parts in (1, 2, 5)),
    *((kind, way.usual) for kind, way in LADDERS.items()),
    ("series", 29),
    ("series", 30),
    ("book", 999),
]


def made(folder: Path, **said: str | int) -> Path:
    words = {"id": "tale", "title": "A Tale", "kind": "film", "parts": 4, "language": "en"}
    wish = Wish(**{**words, "author": "Ann", **said})  # type: ignore[arg-type]
    path = folder / "tale.yaml"
    path.write_text(starter(wish), encoding="utf-8")
    return path


@pytest.mark.parametrize(("kind", "parts"), STORIES)
def test_a_starter_passes_its_check_with_nothing_found(
    kind: str, parts: int, tmp_path: Path
) -> None:
    (checked,) = check([made(tmp_path, kind=kind, parts=parts)])
    assert [str(issue) for issue in checked.issues] == []
    assert checked.draft is not None
    assert len(checked.draft.cards) == checked.total_cards
    face = checked.draft.pack.face
    assert face.kind == kind
    assert 2 <= len(face.ladder) <= 30


@pytest.mark.parametrize(
    "title", ["기생충", "1984", "No", 'Say "hi": {a} #1', "It's & that", "back\\slash", "عربي"]
)
def test_a_title_of_any_kind_comes_through(title: str, tmp_path: Path) -> None:
    (checked,) = check([made(tmp_path, title=title, author=title)])
    assert checked.issues == ()
    assert checked.draft is not None
    assert checked.draft.pack.face.title == title
    assert checked.draft.pack.face.authors == (title,)


def test_its_examples_are_of_every_kind_and_of_every_tier(tmp_path: Path) -> None:
    pack = load(made(tmp_path)).pack
    assert pack is not None
    kinds = {type(card.kind) for card in pack.cards}
    assert kinds == {SingleChoice, TrueFalse, SeveralRight, PutInOrder, TypeAnswer}
    assert [len(cut(pack, point).cards) for point in range(5)] == [3, 4, 7, 8, 9]
    assert any(card.notes for card in pack.cards)
    assert any(card.until for card in pack.cards)


def test_its_right_choices_are_not_the_longest_and_stand_in_every_place(tmp_path: Path) -> None:
    pack = load(made(tmp_path)).pack
    assert pack is not None
    asked = [card.kind for card in pack.cards if type(card.kind) is SingleChoice]
    places = [kind.right for kind in asked]
    assert {places.count(place) for place in range(3)} <= {1, 2}
    for kind in asked:
        longest = max(len(o) for n, o in enumerate(kind.options) if n != kind.right)
        assert len(kind.options[kind.right]) <= longest


def test_it_says_of_every_field_what_it_is_for(tmp_path: Path) -> None:
    text = made(tmp_path).read_text(encoding="utf-8")
    for part in PACK.parts().values():
        for kind in (part, *part.kinds.values()):
            for field in kind.fields.values():
                assert field.about in text
    assert "#?" not in text
    assert "$" not in text.split("\n", 2)[2]
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize(
    ("title", "ident"),
    [
        ("The Third Man", "the-third-man"),
        ("Amélie", "amelie"),
        ("It's a Wonderful Life", "its-a-wonderful-life"),
        ("12 Angry Men!", "12-angry-men"),
        ("A " * 40, "a-" * 19 + "a"),
        ("기생충", ""),
    ],
)
def test_an_id_comes_from_the_letters_of_a_title(title: str, ident: str) -> None:
    assert id_of(title) == ident
    assert not ident or not objection("id", ident)


def test_each_answer_that_will_not_do_gets_a_sentence() -> None:
    wrong = {
        "title": ("", "x" * 121, "a\x00b"),
        "author": ("x" * 81,),
        "kind": ("movie", ""),
        "parts": ("0", "-1", "1000", "many", "9" * 30, "²"),
        "language": ("English", "e", "en_US"),
        "id": ("My Pack", "x" * 41),
    }
    assert all(objection(what, answer) for what, given in wrong.items() for answer in given)


# -- the command --------------------------------------------------------------------------------


class Terminal:
    """Somebody at the keyboard, with the answers they give in turn; then they leave."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.asked: list[str] = []
        self.answers = list(answers)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("builtins.input", self.input)

    def input(self, question: str) -> str:
        self.asked.append(question)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)


def test_without_a_terminal_the_title_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "new", "--title", "The Third Man"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert "quizgame packs check the-third-man.yaml" in last
    assert "quizgame --watch the-third-man.yaml" in last
    assert Path(SCHEMA_NAME).read_text(encoding="utf-8") == schema_text()
    assert main(["--data-dir", "data", "packs", "check", "the-third-man.yaml"]) == 0


def test_without_a_terminal_and_a_title_it_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["packs", "new"]) == 2
    assert 'quizgame packs new --title "Twin Peaks"' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_title_that_gives_no_id_is_told_where_nobody_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["packs", "new", "--title", "シンデレラ"]) == 0
    told = capsys.readouterr().err
    assert "so the pack is called my-pack" in told
    assert "--id" in told
    assert main(["packs", "new", "--title", "シンデレラ", "--id", "cinderella"]) == 0
    assert capsys.readouterr().err == ""


def test_the_name_of_a_language_is_told_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "new", "--title", "M", "--language", "German"]) == 2
    assert "write de for German" in capsys.readouterr().err


def test_at_a_terminal_it_asks_again_until_an_answer_will_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ("", "Twin Peaks", "show", "series", "many", "30", "English", "", "Ann")
    terminal = Terminal(monkeypatch, *answers)
    assert main(["packs", "new"]) == 0
    assert len(terminal.asked) == len(answers)
    assert capsys.readouterr().out.count("Sorry, ") == 4
    pack = load(Path("twin-peaks.yaml")).pack
    assert pack is not None
    assert (pack.face.kind, pack.face.language, pack.face.authors) == ("series", "en", ("Ann",))
    assert len(pack.face.ladder) == 16
    assert pack.face.ladder[15].label == "Episodes 29 to 30"


def test_at_a_terminal_nothing_is_asked_that_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    words = ["--title", "M", "--kind", "play", "--parts", "3", "--language", "de", "--author", "Al"]
    assert main(["packs", "new", *words]) == 0
    assert terminal.asked == []


def test_whoever_leaves_in_the_middle_gets_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Terminal(monkeypatch, "The Third Man")
    assert main(["packs", "new"]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_title_without_letters_from_a_to_z_takes_its_id_from_the_file_or_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["packs", "new", "parasite.yaml", "--title", "기생충"]) == 0
    assert main(["packs", "new", "other", "--title", "기생충", "--id", "gisaengchung"]) == 0
    assert main(["packs", "new", "--title", "기생충"]) == 0
    terminal = Terminal(monkeypatch, "film", "", "ko", "Ann", "gisaeng")
    assert main(["packs", "new", "--title", "기생충"]) == 0
    assert "short name" in terminal.asked[-1]
    packs = [load(path).pack for path in sorted(Path().glob("*.yaml"))]
    ids = {pack.face.id for pack in packs if pack}
    assert ids == {"parasite", "gisaengchung", "my-pack", "gisaeng"}


def test_no_file_is_ever_written_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("tale.yaml").write_text("mine", encoding="utf-8")
    Path(SCHEMA_NAME).write_text("{}", encoding="utf-8")
    terminal = Terminal(monkeypatch)
    assert main(["packs", "new", "tale", "--title", "A Tale"]) == 2
    assert terminal.asked == []
    assert "there already" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert main(["packs", "new", "--title", "Tale"]) == 2
    assert main(["packs", "new", "--title", "Another"]) == 0
    assert Path("tale.yaml").read_text(encoding="utf-8") == "mine"
    assert Path(SCHEMA_NAME).read_text(encoding="utf-8") == "{}"
    assert "packs schema -o" in capsys.readouterr().out


def test_a_place_that_will_not_do_gets_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for place in ("tale.txt", "nowhere/tale.yaml"):
        assert main(["packs", "new", place, "--title", "A Tale"]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
    Path("my packs").mkdir()
    assert main(["packs", "new", "my packs", "--title", "A Tale"]) == 0
    assert '"my packs' in capsys.readouterr().out.splitlines()[-1]


def test_the_schema_is_printed_or_written_but_over_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["packs", "schema"]) == 0
    assert capsys.readouterr().out == schema_text()
    assert main(["packs", "schema", "-o", SCHEMA_NAME]) == 0
    assert main(["packs", "schema", "-o", SCHEMA_NAME]) == 0
    assert Path(SCHEMA_NAME).read_text(encoding="utf-8") == schema_text()
    Path("package.json").write_text("{}", encoding="utf-8")
    assert main(["packs", "schema", "-o", "package.json"]) == 2
    assert main(["packs", "schema", "-o", "pack.yaml"]) == 2
    assert Path("package.json").read_text(encoding="utf-8") == "{}"

"""What an author is told: findings in three forms, what a code means, why a card stands where."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizgame.__main__ import main
from quizgame.domain.evidence import fingerprint
from quizgame.domain.findings import Finding
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.services.checking import FORMATS, Checked, check, explained, told, why
from quizgame.services.excerpts import WIDEST, under_line
from quizgame.storage.examples import EXAMPLES, FURTHER
from quizgame.storage.faults import MEANINGS
from quizgame.storage.paths import questions_folder
from tests.samples import lantern


def sound() -> str:
    """Return "The Lantern" without the answer that tests how YAML reads a bare word."""
    return lantern().replace('8:30, "No"]', "8:30, 9:15]")


UNBUILT = "it cannot be built until the errors are mended"


@pytest.fixture
def leaky(tmp_path: Path) -> Path:
    path = tmp_path / "lantern.yaml"
    text = sound().replace("stem: The oil runs out", "stem: Silas spills 9% of the oil")
    path.write_text(text, encoding="utf-8")
    return path


def test_a_leak_is_told_with_place_severity_code_words_and_mend(leaky: Path) -> None:
    line, text, caret, summary = told(check([leaky]), "text")
    number = (
        leaky.read_text(encoding="utf-8")
        .split("\n")
        .index("    stem: Silas spills 9% of the oil before dawn.")
    )
    assert line.startswith(f"{leaky}:{number + 1}:11: error Q201 this stem names 'silas', ")
    assert "first known at 'end': the card is asked only from there on; reword" in line
    assert text == f"{number + 1:5} |     stem: Silas spills 9% of the oil before dawn."
    assert caret == f"      |           {'^' * 39}"
    assert summary == f"lantern.yaml: 12 of 12 cards can be played; 1 error; {UNBUILT}"


def test_json_holds_the_same(leaky: Path) -> None:
    (issue,) = json.loads("".join(told(check([leaky]), "json")))
    assert (issue["code"], issue["severity"], issue["column"]) == ("Q201", "error", 11)


def test_a_workflow_command_names_file_line_and_code(leaky: Path) -> None:
    (line,) = told(check([leaky]), "github")
    assert line.startswith(f"::error file={leaky},line=")
    assert ",title=Q201::this stem names" in line


def test_signs_that_a_workflow_command_reserves_are_escaped() -> None:
    issue = Issue(3, 4, "Q103", "100% of it\nis wrong", file="x.yaml")
    (line,) = told([Checked(Path("x.yaml"), None, (issue,), 0)], "github")
    assert line == "::error file=x.yaml,line=3,col=4,title=Q103::100%25 of it%0Ais wrong"


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_ends_with_1_on_errors_and_0_without(
    leaky: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "check", str(leaky), "--format", form]) == 1
    path = tmp_path / "sound.yaml"
    path.write_text(sound(), encoding="utf-8")
    assert main(["packs", "check", str(path), "--format", form]) == 0
    assert "Traceback" not in capsys.readouterr().out


def test_warnings_alone_do_not_end_with_1(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    text = sound().replace("stem: Mara lives alone.", "stem: Mara apparently lives alone.")
    path.write_text(text, encoding="utf-8")
    assert main(["packs", "check", str(path)]) == 0


def test_a_waived_finding_shows_with_its_reason(leaky: Path) -> None:
    text = leaky.read_text(encoding="utf-8").replace(
        "    stem: Silas", "    waive: [{code: Q201, reason: A namesake.}]\n    stem: Silas"
    )
    leaky.write_text(text, encoding="utf-8")
    line, *_, summary = told(check([leaky]), "text")
    assert "waived Q201" in line
    assert line.endswith("waived: A namesake.")
    assert summary.endswith("1 waived")


@pytest.mark.parametrize("code", [*MEANINGS, *(finding.code for finding in (*Finding, *Flaw))])
def test_every_code_is_explained_with_an_example_and_a_mend(code: str) -> None:
    meaning, *rest = explained(code.lower())
    assert meaning.startswith(code)
    assert rest
    for example, mend in zip(rest[::2], rest[1::2], strict=True):
        assert len(example) > len("  example: ")
        assert len(mend) > len("  mend:    ")


def test_every_slip_that_has_the_one_code_of_yaml_is_explained() -> None:
    told = "\n".join(explained("Q103"))
    for part in ("this: who?", "a tab", "[A lamp, A key", 'all along."', "#1f3a4d", "- id: lamp"):
        assert part in told


def test_no_example_is_kept_for_a_code_that_is_gone() -> None:
    assert set(EXAMPLES) == set(MEANINGS)
    assert set(FURTHER) <= set(EXAMPLES)


def test_what_is_said_of_all_cards_waits_until_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    text = sound().replace("    notes: [drowning]\n", "")
    path.write_text(text, encoding="utf-8")
    assert [issue.code for issue in check([path])[0].issues] == ["Q331"]
    path.write_text(text.replace("kind: order", "kind: ordre", 1), encoding="utf-8")
    assert [issue.code for issue in check([path])[0].issues] == ["Q126"]


def test_a_pack_with_a_fault_in_its_head_is_said_not_to_be_built(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_text(sound().replace("licence: CC0-1.0\n", ""), encoding="utf-8")
    *_, summary = told(check([path]), "text")
    assert summary == f"lantern.yaml: 12 of 12 cards can be played; 1 error; {UNBUILT}"


def test_an_unknown_code_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", "--explain", "Q999"]) == 2
    assert "no code Q999" in capsys.readouterr().out


def test_a_check_of_nothing_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check"]) == 2
    assert "name a pack file" in capsys.readouterr().err


def test_the_reasons_of_a_tier_are_a_chain_of_terms(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_text(sound(), encoding="utf-8")
    draft = check([path])[0].draft
    assert draft is not None
    lines = why(draft, "kin")
    assert lines[0] == "kin stands at 'end'"
    assert any("its author wrote 'end'" in line for line in lines)
    at = next(n for n, line in enumerate(lines) if "it mentions 'silas-is-father'" in line)
    assert lines[at + 1].strip().startswith("which mentions")
    assert why(draft, "nowhere") == []


def test_the_chain_of_a_ring_of_terms_comes_to_an_end(tmp_path: Path) -> None:
    fact = "  - {id: silas-is-father, fact: Silas is the father of Mara., tier: end}\n"
    ring = fact.replace("tier: end", "mentions: [pair], tier: end")
    ring += "  - {id: pair, fact: They are a pair., mentions: [silas-is-father], tier: end}\n"
    path = tmp_path / "lantern.yaml"
    path.write_text(sound().replace(fact, ring), encoding="utf-8")
    draft = check([path])[0].draft
    assert draft is not None
    assert sum("'pair'" in line for line in why(draft, "kin")) == 1


def test_a_folder_without_a_pack_says_what_is_missing(tmp_path: Path) -> None:
    (line, _) = told(check([tmp_path]), "text")
    assert "pack.yaml" in line


def test_a_sequel_is_held_against_the_pack_it_follows(tmp_path: Path) -> None:
    first, second = tmp_path / "one.yaml", tmp_path / "two.yaml"
    first.write_text(sound(), encoding="utf-8")
    text = sound().replace("id: lantern\n", "id: lantern-two\nfollows: lantern\n", 1)
    text = text.replace("title: The Lantern\n", "title: Silas Comes Home\n", 1)
    second.write_text(text.replace("sort: person, tier: end}", "sort: person, tier: start}"))
    codes = [issue.code for issue in check([second, first])[0].issues]
    assert Finding.SEQUEL.code in codes


def test_a_long_chain_of_terms_is_told_to_its_end(tmp_path: Path) -> None:
    fact = "  - {id: silas-is-father, fact: Silas is the father of Mara., tier: end}\n"
    rows = "".join(
        f"  - {{id: link-{n}, fact: Nothing., mentions: [link-{n + 1}], tier: end}}\n"
        for n in range(1500)
    )
    chain = fact.replace("tier: end", "mentions: [link-0], tier: end") + rows
    chain += "  - {id: link-1500, fact: Nothing., tier: end}\n"
    path = tmp_path / "lantern.yaml"
    path.write_text(sound().replace(fact, chain), encoding="utf-8")
    draft = check([path])[0].draft
    assert draft is not None
    assert any("'link-1500'" in line for line in why(draft, "kin"))


def test_a_caret_stands_right_under_wide_letters(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    text = sound().replace(
        "[Tobias, A dog, Mara, A priest]", "[등대지기, 순옥, '“섬”', A dog, Tobias]"
    )
    text = text.replace("tier: middle\n    kind: several", "tier: start\n    kind: several")
    path.write_text(text.replace("answers: [Tobias, A dog]", "answers: [A dog, Tobias]"), "utf-8")
    lines = list(told(check([path]), "text"))
    at = next(n for n, line in enumerate(lines) if "Q201" in line and "choice" in line)
    before = "    choices: [등대지기, 순옥, '“섬”', A dog, "
    wide = sum("가" <= letter <= "힣" for letter in before)
    assert lines[at + 1].endswith(f"{before}Tobias]")
    assert lines[at + 2] == f"      | {' ' * (len(before) + wide)}{'^' * len('Tobias')}"


def test_a_long_line_is_shortened_around_its_place(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    words = "on the first night of the storm " * 4
    text = sound().replace("stem: The oil runs out", f"stem: The oil runs out {words}")
    path.write_text(text, encoding="utf-8")
    _, shown, caret, _ = told(check([path]), "text")
    assert shown.endswith("…")
    assert len(shown) <= len("      | ") + WIDEST
    assert len(caret) < len(shown)


def test_a_place_far_into_a_long_line_is_shown_with_some_of_what_stands_before() -> None:
    line = f"    choices: [{', '.join(f'A lamp of row {n}' for n in range(20))}, Tobias, A dog]"
    shown, caret = under_line([line], 1, line.index("Tobias") + 1)
    at = caret.index("^")
    assert shown[at : at + 6] == "Tobias"
    assert caret[at:] == "^^^^^^"
    assert shown[8] == "…"


@pytest.mark.parametrize(("line", "column"), [(0, 1), (9, 1), (1, 99)])
def test_a_place_that_the_file_has_not_is_shown_as_far_as_it_goes(line: int, column: int) -> None:
    shown = under_line(["format: 1"], line, column)
    assert shown in {(), ("    1 | format: 1", "      |          ^")}


def test_a_file_that_is_missing_ends_with_2_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "check", str(tmp_path / "nowhere.yaml")]) == 2
    assert "cannot be read" in capsys.readouterr().out


def test_the_pack_followed_is_found_among_those_installed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = tmp_path / "data" / "packs"
    installed.mkdir(parents=True)
    with ZipFile(installed / "first.quizpack", "w") as archive:
        archive.writestr("pack.yaml", sound())
    sequel = tmp_path / "two.yaml"
    text = sound().replace("id: lantern\n", "id: lantern-two\nfollows: lantern\n", 1)
    sequel.write_text(text, encoding="utf-8")
    assert main(["packs", "check", str(sequel)]) == 0
    assert Finding.SEQUEL_ALONE.code in capsys.readouterr().out
    assert main(["--data-dir", str(tmp_path / "data"), "packs", "check", str(sequel)]) == 0
    assert Finding.SEQUEL_ALONE.code not in capsys.readouterr().out


def test_evidence_is_looked_for_where_the_source_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, source = tmp_path / "lantern.yaml", tmp_path / "source.txt"
    pack.write_text(sound(), encoding="utf-8")
    source.write_text("The Lantern, explained\n\nSomething else.\n", encoding="utf-8")
    assert main(["packs", "check", str(pack)]) == 0
    assert Flaw.EVIDENCE.code not in capsys.readouterr().out
    assert main(["packs", "check", str(pack), "--source", str(source)]) == 0
    assert capsys.readouterr().out.count(Flaw.EVIDENCE.code) == 3
    # Of an article in Markdown the words count, not its marks.
    with_marks = tmp_path / "source.md"
    passages = re.findall(r"passage: (\w+)", sound())
    with_marks.write_text("# The Lantern, explained\n\nSomething *else*.\n", encoding="utf-8")
    pack.write_text(sound().replace(passages[0], fingerprint("Something else.")), encoding="utf-8")
    assert main(["packs", "check", str(pack), "--source", str(with_marks)]) == 0
    told = capsys.readouterr().out
    assert told.count("is not in the source") == len(set(passages)) - 1


def test_a_waiver_of_what_was_not_looked_for_is_not_called_idle(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    waiver = "    waive: [{code: Q315, reason: In our own words.}]\n    stem: The oil"
    path.write_text(sound().replace("    stem: The oil", waiver), encoding="utf-8")
    assert check([path])[0].issues == ()
    (issue,) = check([path], explainer=("",))[0].issues[-1:]
    assert issue.code in {Finding.IDLE_WAIVER.code, Flaw.EVIDENCE.code}


def test_a_source_that_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["packs", "check", "x.yaml", "--source", str(tmp_path / "none.txt")]
    assert main(words) == 2
    assert "none.txt cannot be read (no such file or directory)" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted(questions_folder().glob("*.yaml")))
def test_every_pack_that_ships_has_no_finding(path: Path) -> None:
    assert check([path])[0].issues == ()

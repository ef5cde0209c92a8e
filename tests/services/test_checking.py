"""What an author is told: findings in three forms, what a code means, why a card stands where."""

import json
from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.domain.findings import Finding
from quizgame.domain.issues import Issue
from quizgame.services.checking import FORMATS, Checked, check, explained, told, why
from quizgame.storage.examples import EXAMPLES
from quizgame.storage.faults import MEANINGS
from tests.samples import lantern


@pytest.fixture
def leaky(tmp_path: Path) -> Path:
    path = tmp_path / "lantern.yaml"
    text = lantern().replace("stem: The oil runs out", "stem: Silas spills 9% of the oil")
    path.write_text(text, encoding="utf-8")
    return path


def test_a_leak_is_told_with_place_severity_code_words_and_mend(leaky: Path) -> None:
    line, summary = told(check([leaky]), "text")
    number = (
        leaky.read_text(encoding="utf-8")
        .split("\n")
        .index("    stem: Silas spills 9% of the oil before dawn.")
    )
    assert line.startswith(f"{leaky}:{number + 1}:11: error Q201 this stem names the term")
    assert "'silas', first known at 'end'; reword" in line
    assert summary == "lantern.yaml: 12 of 12 cards can be played; 1 error"


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
    sound = tmp_path / "sound.yaml"
    sound.write_text(lantern(), encoding="utf-8")
    assert main(["packs", "check", str(sound), "--format", form]) == 0
    assert "Traceback" not in capsys.readouterr().out


def test_warnings_alone_do_not_end_with_1(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    text = lantern().replace("stem: Mara lives alone.", "stem: Mara apparently lives alone.")
    path.write_text(text, encoding="utf-8")
    assert main(["packs", "check", str(path)]) == 0


def test_a_waived_finding_shows_with_its_reason(leaky: Path) -> None:
    text = leaky.read_text(encoding="utf-8").replace(
        "    stem: Silas", "    waive: [{code: Q201, reason: A namesake.}]\n    stem: Silas"
    )
    leaky.write_text(text, encoding="utf-8")
    line, summary = told(check([leaky]), "text")
    assert "waived Q201" in line
    assert line.endswith("waived: A namesake.")
    assert summary.endswith("1 waived")


@pytest.mark.parametrize("code", [*MEANINGS, *(finding.code for finding in Finding)])
def test_every_code_is_explained_with_an_example_and_a_mend(code: str) -> None:
    meaning, example, mend = explained(code.lower())
    assert meaning.startswith(code)
    assert len(example) > len("  example: ")
    assert len(mend) > len("  mend:    ")


def test_no_example_is_kept_for_a_code_that_is_gone() -> None:
    assert set(EXAMPLES) == set(MEANINGS)


def test_an_unknown_code_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", "--explain", "Q999"]) == 2
    assert "no code Q999" in capsys.readouterr().out


def test_a_check_of_nothing_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check"]) == 2
    assert "name a pack file" in capsys.readouterr().err


def test_the_reasons_of_a_tier_are_a_chain_of_terms(tmp_path: Path) -> None:
    path = tmp_path / "lantern.yaml"
    path.write_text(lantern(), encoding="utf-8")
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
    path.write_text(lantern().replace(fact, ring), encoding="utf-8")
    draft = check([path])[0].draft
    assert draft is not None
    assert sum("'pair'" in line for line in why(draft, "kin")) == 1


def test_a_folder_without_a_pack_says_what_is_missing(tmp_path: Path) -> None:
    (line, _) = told(check([tmp_path]), "text")
    assert "pack.yaml" in line


def test_a_sequel_is_held_against_the_pack_it_follows(tmp_path: Path) -> None:
    first, second = tmp_path / "one.yaml", tmp_path / "two.yaml"
    first.write_text(lantern(), encoding="utf-8")
    text = lantern().replace("id: lantern\n", "id: lantern-two\nfollows: lantern\n", 1)
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
    path.write_text(lantern().replace(fact, chain), encoding="utf-8")
    draft = check([path])[0].draft
    assert draft is not None
    assert any("'link-1500'" in line for line in why(draft, "kin"))

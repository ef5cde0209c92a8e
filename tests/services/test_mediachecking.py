"""What an author is told of pictures and sounds, with name and line."""

from pathlib import Path

import pytest

from quizgame.domain.issues import Issue
from quizgame.services.checking import check
from tests.hostile import pictures
from tests.hostile.archives import with_image
from tests.hostile.rawzip import Raw, zipped

BOAT = pictures.png()
OF_MEDIA = {f"Q{number}" for number in range(112, 119)}


def found(path: Path) -> list[tuple[str, str, str]]:
    return [(issue.code, issue.severity, issue.hint) for issue in issues(path)]


def issues(path: Path) -> list[Issue]:
    (checked,) = check([path])
    return [issue for issue in checked.issues if issue.code in OF_MEDIA]


def folder_pack(folder: Path, text: bytes, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    (folder / "pack.yaml").write_bytes(text)
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_a_pack_with_all_its_pictures_has_nothing_to_tell(tmp_path: Path) -> None:
    assert found(folder_pack(tmp_path / "boat", with_image("a.png"), {"a.png": BOAT})) == []


def test_a_missing_picture_is_told_at_the_line_that_names_it(tmp_path: Path) -> None:
    text = with_image("a.png")
    path = tmp_path / "boat.zip"
    path.write_bytes(zipped(Raw(b"pack.yaml", text)))
    (issue,) = issues(path)
    assert issue.code == "Q114"
    assert "a.png" in text.decode().splitlines()[issue.line - 1]
    assert "a.png" in issue.hint
    assert (issue.severity, issue.file) == ("error", str(path))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"A.png": BOAT}, ("Q114", "error", 'the pack holds "A.png"')),
        ({"art/a.png": BOAT}, ("Q114", "error", 'did you mean "art/a.png"?')),
        ({"a.png": pictures.webp()}, ("Q112", "error", "name it so")),
        ({"a.png": pictures.png(5_000, 1)}, ("Q113", "error", "make it smaller")),
        ({"a.png": BOAT, "old.png": BOAT}, ("Q116", "warning", '"old.png"')),
    ],
)
def test_each_fault_names_the_file_and_the_mend(
    files: dict[str, bytes], told: tuple[str, str, str], tmp_path: Path
) -> None:
    seen = found(folder_pack(tmp_path / "boat", with_image("a.png"), files))
    code, severity, hint = told
    assert any(i[:2] == (code, severity) and hint in i[2] for i in seen)


def test_a_bare_file_is_not_told_of_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "boat.yaml").write_bytes(with_image("a.png"))
    (tmp_path / "a.png").write_bytes(BOAT)
    (tmp_path / "other.png").write_bytes(b"not looked at")
    assert found(tmp_path / "boat.yaml") == []

import sys
from pathlib import Path

import pytest

from quizgame.storage import paths


def _filled(root: Path) -> Path:
    for name in ("assets", "questions"):
        (root / name).mkdir(parents=True)
    return root


def _installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = folder / "quizgame"
    (package / "storage").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "storage" / "paths.py"))
    return package


def test_a_checkout_keeps_its_data_beside_the_package() -> None:
    assert paths.assets_folder().is_dir()
    assert list(paths.questions_folder().glob("*.yaml"))


def test_a_wheel_keeps_its_data_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = _installed(tmp_path, monkeypatch)
    _filled(package / "_data")
    # Another package's folders must not be taken for ours.
    _filled(tmp_path)
    assert paths.data_root() == (package / "_data").resolve()


@pytest.mark.parametrize("inside", ["quizgame/_data", "_data", "."])
def test_a_frozen_build_keeps_its_data_where_it_unpacks(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    root = _filled(tmp_path / inside)
    assert paths.assets_folder() == root / "assets"
    assert paths.questions_folder() == root / "questions"


def test_missing_data_is_told_with_the_places_looked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = _installed(tmp_path, monkeypatch)
    with pytest.raises(paths.DataMissingError, match="questions") as caught:
        paths.assets_folder()
    assert str(package) in str(caught.value)


def test_asking_for_the_player_s_folder_makes_nothing(tmp_path: Path) -> None:
    wanted = tmp_path / "a" / "b"
    assert paths.user_data_folder(wanted) == wanted
    assert not wanted.exists()


def test_without_an_override_the_platform_s_folder_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs  # noqa: PLC0415 (replaced here)

    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "mine"))
    assert paths.user_data_folder() == tmp_path / "mine"

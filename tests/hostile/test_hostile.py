"""Every hostile pack is refused in one sentence, and leaves nothing behind."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame.services import installing
from quizgame.storage.library import Library
from quizgame.storage.packfile import load
from quizgame.storage.refused import Refusal
from tests.hostile import pictures
from tests.hostile.archives import ARCHIVES, Hostile, with_image
from tests.hostile.rawzip import Raw, zipped
from tests.hostile.trying import everything, tried

GOOD = zipped(Raw(b"pack.yaml", with_image("a.png")), Raw(b"a.png", pictures.png()))


@pytest.mark.parametrize("hostile", ARCHIVES, ids=lambda hostile: hostile.name)
def test_it_is_refused_in_one_sentence_that_names_the_file(
    hostile: Hostile, tmp_path: Path
) -> None:
    one = tried(hostile, tmp_path)
    assert one.said
    assert hostile.names in one.said
    assert one.left == ()
    assert len(one.said) < 200
    assert not [sign for sign in one.said if unicodedata.category(sign).startswith("C")]


@pytest.mark.parametrize("hostile", ARCHIVES, ids=lambda hostile: hostile.name)
def test_what_the_shelf_says_of_it_quotes_nothing_in_it(hostile: Hostile, tmp_path: Path) -> None:
    loaded = load(hostile.make(tmp_path))
    assert not (hostile.names and hostile.names != "pack.yaml" and hostile.names in loaded.refusal)


def test_the_pack_they_are_made_from_is_taken(tmp_path: Path) -> None:
    one = tried(Hostile("none", lambda folder: _written(folder, GOOD)), tmp_path)
    assert one.said == ""
    assert one.left[0].startswith("data/.packs-staging")


def _written(folder: Path, data: bytes) -> Path:
    path = folder / "pack.quizpack"
    path.write_bytes(data)
    return path


_change = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 8), st.binary(max_size=8))


@given(changes=st.lists(_change, min_size=1, max_size=4))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_change_to_a_good_zip_raises_or_writes_anywhere(
    changes: list[tuple[int, int, bytes]], tmp_path: Path
) -> None:
    data = GOOD
    for at, length, new in changes:
        data = data[:at] + new + data[at + length :]
    path, library = _written(tmp_path, data), Library(tmp_path / "data")
    planned = installing.plan(path, library)
    if isinstance(planned, Refusal):
        assert str(planned)
    else:
        kept = installing.keep(planned, library)
        assert isinstance(kept, installing.Kept)
        assert load(kept.path).pack is not None
        kept.path.unlink()
    for folder in ("data/.packs-staging", "data/packs", "data/packs-removed"):
        left = {name for name in everything(tmp_path) if name.startswith(f"{folder}/")}
        assert left == set() or folder.endswith("removed")
    assert {name.partition("/")[0] for name in everything(tmp_path)} <= {"pack.quizpack", "data"}

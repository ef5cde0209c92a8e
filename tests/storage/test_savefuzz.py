"""A slice of what `python -m tests.figures savefuzz` does at length."""

from pathlib import Path

import pytest

from tests.figures import savefuzz


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return savefuzz.saves_to_spoil(tmp_path_factory.mktemp("models"))


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_a_spoilt_save_is_opened_without_an_exception_and_nothing_is_deleted(
    models: tuple[Path, ...], first: int, tmp_path: Path
) -> None:
    cases = [savefuzz.one_case(models, tmp_path / "world", first + n) for n in range(20)]
    assert [case for case in cases if case.wrong] == []
    assert len({case.how for case in cases}) > 5

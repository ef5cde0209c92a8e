"""Two packs that agree up to a tier, taken out up to it: file, words and exit code are the same."""

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from quizgame.__main__ import main
from quizgame.domain import gate
from quizgame.domain.gate import Deck
from quizgame.domain.packs import SealedPack
from quizgame.exchange import FORMS, to_csv
from quizgame.storage import packfile
from quizgame.storage.packfile import LoadedPack
from tests.noninterference.packs import TIERS, Card, Pack, Pair, known_to, pairs

Seen = tuple[int, str, bytes]


def taken_out(pack: Pack, tier: int, form: str) -> Seen:
    """Return exit code, all that is printed, and the file written, without the folder's name."""
    with TemporaryDirectory() as name, StringIO() as words:
        folder = Path(name)
        source, file = folder / "pack.yaml", folder / "out.txt"
        source.write_text(pack.yaml(), encoding="utf-8")
        call = ["packs", "export", str(source), "-o", str(file), "--to", form, "--tier"]
        with redirect_stdout(words), redirect_stderr(words):
            code = main([*call, TIERS[tier]])
        written = file.read_bytes() if file.exists() else b"-"
        return code, words.getvalue().replace(name, "folder"), written


def differences(pair: Pair) -> list[tuple[int, str]]:
    """Return the tiers and formats in which the two packs of a pair can be told apart."""
    return [
        (tier, form)
        for tier in range(pair.agree + 1)
        for form in FORMS
        if taken_out(pair.one, tier, form) != taken_out(pair.two, tier, form)
    ]


LOW = (
    Card("base-0", 0, "choice"),
    Card("base-1", 0, "order"),
    Card("base-2", 1, "typed", until=3),
    Card("base-3", 1, "several", note="storm"),
)
HIGH = (
    Card("late-0", 2, "choice", rich=True),
    Card("late-1", 3, "order"),
    Card("late-2", 3, "typed", disguised="words"),
    Card("late-3", 2, "choice", broken=True),
)
PAIR = Pair(1, Pack((*LOW[:2], HIGH[0], *LOW[2:], *HIGH[1:])), known_to(Pack(LOW), 1))


@settings(max_examples=15, deadline=None)
@given(pairs())
def test_what_lies_above_the_tier_changes_nothing_that_is_taken_out(pair: Pair) -> None:
    assert differences(pair) == []


def test_the_pair_by_hand_cannot_be_told_apart_either() -> None:
    assert differences(PAIR) == []


def test_raising_the_tier_does_tell_them_apart() -> None:
    assert all(taken_out(PAIR.one, 3, f) != taken_out(PAIR.two, 3, f) for f in FORMS)


def a_tier_too_far(pack: SealedPack, at: int, cut: Callable[..., Deck] = gate.cut) -> Deck:
    return cut(pack, at + 1)


def counted_aloud(path: Path, load: Callable[..., LoadedPack] = packfile.load) -> LoadedPack:
    loaded = load(path)
    print(f"{loaded.total_cards} cards read")  # noqa: T201 (the leak)
    return loaded


def faults_told(path: Path, load: Callable[..., LoadedPack] = packfile.load) -> LoadedPack:
    loaded = load(path)
    for issue in loaded.issues:
        print(issue)  # noqa: T201 (the leak)
    return loaded


widest = 0


def as_wide_as_any(path: Path, load: Callable[..., LoadedPack] = packfile.load) -> LoadedPack:
    global widest  # noqa: PLW0603 (a leak is seldom tidy)
    loaded = load(path)
    widest = max(len(c.kind.options) for c in loaded.pack.cards) if loaded.pack else 0
    return loaded


def test_a_cut_one_tier_too_high_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "cut", a_tier_too_far)
    assert differences(PAIR)


def test_a_count_of_the_whole_pack_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packfile, "load", counted_aloud)
    assert differences(PAIR)


def test_faults_of_hidden_cards_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packfile, "load", faults_told)
    assert differences(PAIR)


def test_columns_for_the_widest_hidden_card_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def filled(cells: list[str]) -> list[str]:
        return [*cells, *[""] * widest]

    real = to_csv._cells  # noqa: SLF001 (the leak goes where a hand would put it)
    monkeypatch.setattr(packfile, "load", as_wide_as_any)
    monkeypatch.setattr(to_csv, "_cells", lambda card, width: filled([*real(card, width)]))
    assert {form for _, form in differences(PAIR)} == {"csv"}

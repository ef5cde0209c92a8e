"""The facts of a draft confirmed with real keys in a real window, and nothing lost on a kill."""

from pathlib import Path

from quizgame.__main__ import main
from quizgame.generate.folder import opened
from tests.generate.articles import EXPLAINERS
from tests.xvfb import Screen, needs_screen, program, until


def states(folder: Path) -> list[str]:
    book, _ = opened(folder)
    assert book
    return [fact.state for fact in book.facts]


@needs_screen
def test_a_fact_is_kept_and_one_rejected_with_a_key_each(shown: Screen, tmp_path: Path) -> None:
    source, folder = EXPLAINERS / "dracula.txt", tmp_path / "draft"
    assert main(["generate", str(source), "-o", str(folder)]) == 0
    words = ["-m", "quizgame", "--data-dir", str(tmp_path / "data"), "generate", "review",
             str(folder), "--source", str(source)]  # fmt: skip
    with program(words, shown.environment()) as running:
        shown.focus(running.pid)

        def kept() -> bool:
            # Before the page has come, it hears nothing: a yes said again does no harm.
            shown.do("key", "Right", "Return", "k")
            return "confirmed" in states(folder)

        until(kept, "the first fact is kept")
        shown.do("key", "x")
        until(lambda: "rejected" in states(folder), "a fact is rejected")
        running.kill()
    assert {"confirmed", "rejected"} <= set(states(folder))
    assert [one.name for one in folder.iterdir()] == ["facts.yaml"]

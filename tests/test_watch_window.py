"""Writing a pack beside the real window: a save is seen, what broke and what was mended is told."""

import time
from pathlib import Path

import pygame

from quizgame.services.authoring import QUESTION
from quizgame.services.proofs import Proof
from quizgame.storage.paths import assets_folder
from quizgame.ui.leftover import deaf_for
from quizgame.ui.sheet import Sheet
from tests.samples import lantern
from tests.xvfb import SIZE, Screen, needs_screen, program, until


@needs_screen
def test_a_save_is_seen_within_the_window_and_leads_to_what_to_mend(
    shown: Screen, tmp_path: Path
) -> None:
    file, sheet = tmp_path / "lantern.yaml", Sheet(assets_folder(), SIZE)
    file.write_text(lantern().replace("tier: start", "tier: strat"), encoding="utf-8")
    words = ["-m", "quizgame", "--data-dir", str(tmp_path / "data"), "--watch", str(file)]
    errors = tmp_path / "errors.txt"
    with errors.open("w") as into, program(words, shown.environment(), errors=into) as process:
        shown.focus(process.pid)
        shown.do("key", "F6")
        wanted = pygame.image.tobytes(sheet.paint(QUESTION), "RGB")
        until(lambda: picture(shown) == wanted, "the question to authors")
        time.sleep(deaf_for(QUESTION))
        shown.do("key", "Right", "Return")
        broken = trouble(file, sheet)
        until(lambda: picture(shown) == broken, "what to mend")
        file.write_text(lantern(), encoding="utf-8")
        mended = trouble(file, sheet)
        assert mended != broken
        # The notice of the save stands over it for a few seconds.
        until(lambda: picture(shown) == mended, "nothing to mend")
        assert process.poll() is None
    assert errors.read_text() == ""


def picture(shown: Screen) -> bytes:
    """Return what the window shows now."""
    return pygame.image.tobytes(pygame.image.frombuffer(shown.pixels(), SIZE, "BGRA"), "RGB")


def trouble(file: Path, sheet: Sheet) -> bytes:
    """Return the page of what to mend about a file, as it is painted."""
    proof = Proof(file)
    proof.read()
    return pygame.image.tobytes(sheet.paint(proof.trouble(hidden=True)), "RGB")

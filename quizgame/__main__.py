"""The command line: play (the default), demo, packs."""

import argparse
import sys
import traceback
from importlib.util import find_spec
from pathlib import Path

from quizgame import __version__

NO_SCREEN = (
    "There is no screen here to open a window on. "
    "To see the game without one: quizgame demo --seed 7 --shots pictures"
)


def main(words: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 faults found, 2 cannot be done."""
    wanted = _parser().parse_args(words)
    try:
        match wanted.command:
            case "demo":
                return _demo(wanted)
            case "packs":
                return _check(wanted.files)
            case _:
                return _play(wanted.data_dir)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"quizgame: {error.strerror or error}: {error.filename or ''}", file=sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001 (a player never sees a traceback)
        print(_sorry(error), file=sys.stderr)
        return 1


def _sorry(error: Exception) -> str:
    """Return what to tell a player of a fault of ours, and where.

    Of the fault only its kind and its lines of code: its message might quote a hidden card.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))
    return (
        "quizgame: something went wrong in the game and it had to stop; what you answered is "
        f"saved. Please report this line: {type(error).__name__} at {where}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quizgame", description="Trivia that stops where you stopped watching."
    )
    parser.add_argument("--version", action="version", version=f"quizgame {__version__}")
    parser.add_argument("--data-dir", type=Path, help="keep progress in this folder")
    commands = parser.add_subparsers(dest="command", metavar="command")
    demo = commands.add_parser("demo", help="play a round with no hands and no window")
    demo.add_argument("--seed", type=int, default=7, help="the same seed plays the same round")
    demo.add_argument("--shots", type=Path, metavar="DIR", help="write a picture of each screen")
    demo.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    demo.add_argument("--text", type=int, choices=(100, 125, 150, 200), default=100)
    demo.add_argument("--tier", type=int, default=1, help="how far it has watched, from 0")
    packs = commands.add_parser("packs", help="check question packs")
    actions = packs.add_subparsers(dest="action", required=True, metavar="action")
    check = actions.add_parser("check", help="name every fault of a pack, with line and column")
    check.add_argument("files", nargs="+", type=Path)
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 960 and int(height) >= 600):  # noqa: PLR2004
        message = f"{text} is no size; write it as 1280x800, from 960x600 on"
        raise argparse.ArgumentTypeError(message)
    return int(width), int(height)


def _play(data_dir: Path | None) -> int:
    from quizgame.app import NoScreenError, play  # noqa: PLC0415

    if _plain_pygame():
        print(
            "quizgame: the packages pygame and pygame-ce are both installed and get in each "
            "other's way; mend it with: pip uninstall pygame && "
            "pip install --force-reinstall pygame-ce",
            file=sys.stderr,
        )
    try:
        play(data_dir)
    except NoScreenError:
        print(NO_SCREEN, file=sys.stderr)
        return 2
    return 0


def _plain_pygame() -> bool:
    """Tell whether plain pygame is installed too; importlib.metadata would double the start."""
    spec = find_spec("pygame")
    beside = Path(spec.origin).parent.parent if spec and spec.origin else None
    return beside is not None and any(beside.glob("pygame-[0-9]*.dist-info"))


def _demo(wanted: argparse.Namespace) -> int:
    from quizgame.app import run_demo  # noqa: PLC0415

    print(run_demo(wanted.seed, wanted.shots, wanted.size, wanted.text, wanted.tier))
    if wanted.shots:
        print(f"Pictures are in {wanted.shots}")
    return 0


def _check(files: list[Path]) -> int:
    from quizgame.storage.packfile import load  # noqa: PLC0415

    faults = 0
    for path in files:
        loaded = load(path)
        for issue in loaded.issues:
            print(issue)
        faults += sum(issue.severity == "error" for issue in loaded.issues)
        if loaded.pack is not None:
            playable = len(loaded.pack.cards)
            print(f"{path.name}: {playable} of {loaded.total_cards} cards can be played")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

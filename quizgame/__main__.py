"""The command line: play (the default), demo, packs, saves, generate."""

import gc
import sys
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

NO_SCREEN = (
    "There is no screen here to open a window on. "
    "To see the game without one: quizgame demo --seed 7 --shots pictures"
)


def main(words: list[str] | None = None) -> int:
    """Run a command and return its exit code.

    0 done, 1 faults found, 2 cannot be done, 3 a fault of ours.
    """
    try:
        return _carry_out(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read what is printed has read enough.
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"quizgame: {error.strerror or error}: {error.filename or ''}", file=sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001 (a player never sees a traceback)
        print(_sorry(error), file=sys.stderr)
        return 3


def _carry_out(words: list[str]) -> int:
    if not words:
        # As nearly everybody starts it: a twentieth of the wait would go to reading no words.
        return _play(None)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal may lack the letters of a title, and a file's name need be no text at all.
            stream.reconfigure(errors="backslashreplace")
    wanted = _parser().parse_args(_spelt_out(words))
    match wanted.command:
        case "demo":
            return _demo(wanted)
        case "packs" | "generate" | "saves":
            return int(wanted.run(wanted))
        case _:
            return _play(wanted.data_dir, wanted.watch)


def _spelt_out(words: list[str]) -> list[str]:
    from quizgame.commands.generate import spelt_out  # noqa: PLC0415

    return spelt_out(words) if "generate" in words[:3] else words


def _sorry(error: Exception) -> str:
    """Return what to tell a player of a fault of ours, and where.

    Of the fault only its kind and its lines of code: its message might quote a hidden card.
    """
    import traceback  # noqa: PLC0415

    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))
    return (
        "quizgame: something went wrong and it had to stop; answers are saved as they are given. "
        f"Please report this line: {type(error).__name__} at {where}"
    )


def _parser() -> "ArgumentParser":
    from argparse import ArgumentParser  # noqa: PLC0415

    from quizgame.commands import generate, packs, saves  # noqa: PLC0415

    parser = ArgumentParser(
        prog="quizgame", description="Trivia that stops where you stopped watching."
    )
    parser.add_argument("--version", action="version", version=f"quizgame {__version__}")
    parser.add_argument("--data-dir", type=Path, help="keep progress in this folder")
    parser.add_argument(
        "--watch",
        type=Path,
        metavar="PACK",
        help="open the game at a pack you are writing, and read it again whenever you save",
    )
    commands = parser.add_subparsers(dest="command", metavar="command")
    demo = commands.add_parser("demo", help="play a game with no hands and no window")
    demo.add_argument("--seed", type=int, default=7, help="the same seed plays the same round")
    demo.add_argument("--shots", type=Path, metavar="DIR", help="write a picture of each screen")
    demo.add_argument(
        "--size", type=_size, default=(1280, 800), metavar="WxH", help="how large the window is"
    )
    demo.add_argument(
        "--text", type=int, choices=(100, 125, 150, 200), default=100, help="text size in percent"
    )
    many = demo.add_mutually_exclusive_group()
    many.add_argument("--tier", type=int, choices=range(5), default=1, help="how far it has seen")
    many.add_argument(
        "--players",
        type=int,
        choices=range(2, 9),
        help="so many play, each seen a different amount",
    )
    packs.arrange(commands.add_parser("packs", help="write, check and share question packs"))
    saves.arrange(commands.add_parser("saves", help=saves.HELP))
    drafting = commands.add_parser("generate", help=generate.HELP)
    generate.arrange(drafting)
    return parser


def _size(text: str) -> tuple[int, int]:
    from argparse import ArgumentTypeError  # noqa: PLC0415

    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 960 and int(height) >= 600):  # noqa: PLR2004
        message = f"{text} is no size; write it as 1280x800, from 960x600 on"
        raise ArgumentTypeError(message)
    return int(width), int(height)


def _play(data_dir: Path | None, watched: Path | None = None) -> int:
    if watched and not (watched / "pack.yaml" if watched.is_dir() else watched).exists():
        print(f"quizgame: there is no pack at {watched}; is its name right?", file=sys.stderr)
        return 2
    # What a start makes it keeps: looking through it for waste, again and again, finds none.
    gc.disable()
    from quizgame.app import NoScreenError, play  # noqa: PLC0415

    _warn_of_plain_pygame()
    try:
        play(data_dir, watched)
    except NoScreenError:
        print(NO_SCREEN, file=sys.stderr)
        return 2
    finally:
        gc.enable()
    return 0


def _warn_of_plain_pygame() -> None:
    """Say so when plain pygame is installed too; importlib.metadata would double the start."""
    spec = find_spec("pygame")
    beside = Path(spec.origin).parent.parent if spec and spec.origin else None
    if beside is not None and any(beside.glob("pygame-[0-9]*.dist-info")):
        print(
            "quizgame: the packages pygame and pygame-ce are both installed and get in each "
            "other's way; mend it with: pip uninstall pygame && "
            "pip install --force-reinstall pygame-ce",
            file=sys.stderr,
        )


def _demo(wanted: "Namespace") -> int:
    from quizgame import reel  # noqa: PLC0415

    _warn_of_plain_pygame()
    with reel.rolling(wanted.seed, wanted.shots, wanted.size, wanted.text) as rolling:
        if wanted.players:
            told = reel.play_together(rolling, wanted.seed, wanted.players)
        else:
            told = reel.play_alone(rolling, wanted.seed, wanted.tier)
    print(told or "The game did not come to its end.")
    if wanted.shots:
        print(f"Pictures are in {wanted.shots}")
    return 0 if told else 1


if __name__ == "__main__":
    sys.exit(main())

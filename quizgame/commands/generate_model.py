"""`quizgame generate --model`: a language model proposes facts beside those of the draft."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.install import agreed

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.generate.facts import FactBook
    from quizgame.generate.modelchat import Chat
    from quizgame.generate.modeljoining import Desk, Joined
    from quizgame.generate.modelkept import Answer
    from quizgame.generate.modelprompt import Estimate, Piece

KEY = "QUIZGAME_MODEL_KEY"
HERE = "http://localhost:11434/v1"
"""Where Ollama answers on this machine."""
_CHAT = "/chat/completions"
_LONGEST_NAME = 200
_MILLION = 1_000_000
_MOST_DIGITS = 9


def arrange(parser: ArgumentParser) -> None:
    """Let the command be told of a model."""
    group = parser.add_argument_group(
        "with a language model",
        "The article is sent to it, a part at a time; nothing is sent anywhere without --model. "
        f"Its key, if it needs one, is read from the variable {KEY}.",
    )
    group.add_argument("--model", metavar="NAME", default="", help="the model's name")
    group.add_argument(
        "--model-address",
        metavar="URL",
        default=HERE,
        help=f"where it answers in the chat form of OpenAI ({HERE} without: Ollama)",
    )
    group.add_argument("--yes", action="store_true", help="send without asking first")
    group.add_argument(
        "--most-tokens", metavar="N", type=_tokens, help="leave for another run what goes beyond"
    )
    group.add_argument(
        "--price",
        metavar="SENT/CAME",
        type=_price,
        help="what a million tokens cost, such as 0.15/0.60, to be told the cost first",
    )


def _tokens(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text)):
        message = f"{text} is no number of tokens, such as 50000"
        raise ArgumentTypeError(message)
    return int(text)


def _price(text: str) -> tuple[float, float]:
    try:
        sent, came = (float(one) for one in text.split("/"))
    except ValueError:
        sent = came = -1.0
    if not (0 <= sent < _MILLION and 0 <= came < _MILLION):
        message = f"{text} is no price of a million tokens, such as 0.15/0.60"
        raise ArgumentTypeError(message)
    return sent, came


@dataclass(frozen=True, slots=True)
class Outcome:
    """The draft with what a model proposed, and the exit code it leaves the command with."""

    book: "FactBook"
    code: int = 0


def refused_beforehand(wanted: Namespace) -> str:
    """Return in one sentence why the model cannot be asked at all, or nothing."""
    made = _chat(wanted) if wanted.model else ""
    return made if isinstance(made, str) else ""


def with_model(wanted: Namespace, desk: "Desk", make: "Callable[[], object]") -> Outcome:
    """Return the draft with what a model has answered, now and before.

    `make` makes the folder of the draft, before the first answer is kept in it.
    """
    from quizgame.generate import modelkept  # noqa: PLC0415
    from quizgame.generate.modeljoining import joined  # noqa: PLC0415

    answers, remark = modelkept.opened(wanted.output)
    if remark:
        print(f"quizgame: {remark}", file=sys.stderr)
    code = 0
    if wanted.model:
        round_ = _Round(wanted, desk, answers, make)
        code = round_.go()
        answers = round_.answers
    if not answers:
        return Outcome(desk.book, code)
    now = joined(desk, answers)
    if wanted.output.is_dir():
        _report(wanted.output, answers, now)
    return Outcome(now.book, code)


def _chat(wanted: Namespace) -> "Chat | str":
    """Return the model behind its address, or why it cannot be asked."""
    from quizgame.generate.modelchat import Chat  # noqa: PLC0415
    from quizgame.storage import addresses  # noqa: PLC0415

    name, key = wanted.model, os.environ.get(KEY, "").strip()
    if not name.isprintable() or len(name) > _LONGEST_NAME:
        return "the model's name holds signs that no name has, or is too long"
    try:
        address = addresses.checked(wanted.model_address).rstrip("/")
    except addresses.AddressError as error:
        return f"the address of the model {error}"
    if not (key.isascii() and key.isprintable()):
        return f"the key in {KEY} holds signs that no key has"
    safe = addresses.encrypted(address) or addresses.on_this_machine(address)
    if key and not safe:
        return (
            f"the key in {KEY} is not sent over an address that is not encrypted; "
            "use https, or unset it"
        )
    return Chat(name, address if address.endswith(_CHAT) else f"{address}{_CHAT}", key)


class _Round:
    """Asks about all that has no answer yet, and keeps each answer as it comes."""

    def __init__(
        self,
        wanted: Namespace,
        desk: "Desk",
        answers: "tuple[Answer, ...]",
        make: "Callable[[], object]",
    ) -> None:
        self.answers = answers
        self._wanted, self._desk, self._make = wanted, desk, make
        self._counter = _Counter()

    def go(self) -> int:
        """Return 0 when all is answered, 1 where some is missing, 2 for nothing, 130 if stopped."""
        from quizgame.generate import modelasking  # noqa: PLC0415

        chat = _chat(self._wanted)
        if isinstance(chat, str):
            return _sorry(chat)
        left = modelasking.waiting(self._desk, self.answers, chat.name)
        if not left:
            print(f"{chat.name} has answered about the whole article already; nothing was sent")
            return 0
        chosen = self._within(left)
        self._announce(chat, left, chosen)
        if not chosen:
            return _sorry("the next part alone goes beyond --most-tokens, so nothing was sent")
        if not self._wanted.yes and not agreed("Send it? [y/N] "):
            print("Nothing was sent; the draft is made without the model.")
            return 0 if sys.stdin.isatty() else 2
        try:
            done = self._ask(chat, [piece for piece, _ in chosen])
        except KeyboardInterrupt:
            self._counter.end()
            told = "Stopped; the answers so far are kept, and the next run asks for the rest."
            print(f"quizgame: {told}", file=sys.stderr)
            return 130
        if done == len(left):
            return 0
        if not done:
            return _sorry("no answer came of the model this time; the same command asks again")
        rest = len(left) - done
        told = f"{rest} of {len(left)} parts have no answer yet; the same command asks for them"
        print(f"quizgame: {told}.", file=sys.stderr)
        return 1

    def _within(self, left: "list[tuple[Piece, Estimate]]") -> "list[tuple[Piece, Estimate]]":
        """Return the first parts that keep to the tokens allowed."""
        most, total = self._wanted.most_tokens, 0
        chosen = []
        for piece, guess in left:
            total += guess.sent + guess.came
            if most is not None and total > most:
                break
            chosen.append((piece, guess))
        return chosen

    def _announce(
        self,
        chat: "Chat",
        left: "list[tuple[Piece, Estimate]]",
        chosen: "list[tuple[Piece, Estimate]]",
    ) -> None:
        from quizgame.storage.addresses import encrypted, host_of, on_this_machine  # noqa: PLC0415

        sent = sum(guess.sent for _, guess in chosen)
        came = sum(guess.came for _, guess in chosen)
        parts = f"{len(chosen)} of {len(left)} parts" if len(chosen) < len(left) else "all parts"
        price = ""
        if self._wanted.price:
            each = self._wanted.price
            cost = (sent * each[0] + came * each[1]) / _MILLION
            price = f", which by your price may cost {cost:.4f}"
        print(
            f"{chat.name} at {host_of(chat.address)} is to be sent {parts} of the article that it "
            f"has not answered: by a rough estimate {sent:,} tokens out and {came:,} back{price}"
        )
        if not encrypted(chat.address) and not on_this_machine(chat.address):
            told = "This address is not encrypted: whoever is on the way can read the article."
            print(f"quizgame: {told}", file=sys.stderr)

    def _ask(self, chat: "Chat", pieces: "list[Piece]") -> int:
        """Ask about the parts in order, and return how many are answered."""
        from quizgame.generate import modelkept  # noqa: PLC0415
        from quizgame.generate.model import ModelError  # noqa: PLC0415
        from quizgame.generate.modelasking import asked  # noqa: PLC0415

        done = used = 0
        for number, piece in enumerate(pieces, start=1):
            self._counter.begin(number, len(pieces), piece.section.title)
            try:
                answer, tokens = asked(chat, self._desk, self.answers, piece, self._counter)
            except ModelError as error:
                self._counter.end()
                print(f"quizgame: {error}", file=sys.stderr)
                if error.ends:
                    break
                continue
            self._counter.end(f"{sum(not one.claim.name for one in answer.kept)} facts")
            if not self._wanted.output.exists():
                self._make()
            self.answers = (*self.answers, answer)
            modelkept.keep(self.answers, self._wanted.output)
            done, used = done + 1, used + (tokens or 0)
            if self._wanted.most_tokens is not None and used >= self._wanted.most_tokens:
                break
        return done


class _Counter:
    """Tells where errors are told which part is asked about; a line that moves on a terminal."""

    def __init__(self) -> None:
        self._line = ""
        self._shown = 0

    def begin(self, number: int, of: int, title: str) -> None:
        """Begin with a part of so many."""
        from quizgame.storage.refused import printable  # noqa: PLC0415

        self._line, self._shown = f"[{number}/{of}] {printable(title, 40)}", 0
        if sys.stderr.isatty():
            print(f"\r{self._line}", end="", file=sys.stderr, flush=True)

    def __call__(self, characters: int) -> None:
        """Hear that so many characters of an answer are here."""
        if sys.stderr.isatty() and characters >= self._shown + 100:
            self._shown = characters
            told = f"{self._line}: {characters:,} characters so far"
            print(f"\r{told:<79}", end="", file=sys.stderr, flush=True)

    def end(self, came: str = "") -> None:
        """End the line of a part, with what came of it."""
        if self._line and (came or sys.stderr.isatty()):
            back = "\r" if sys.stderr.isatty() else ""
            told = f"{self._line}: {came or 'no answer'}"
            print(f"{back}{told:<79}".rstrip(" "), file=sys.stderr)
        self._line = ""


def _report(folder: Path, answers: "tuple[Answer, ...]", now: "Joined") -> None:
    """Write what came of the answers beside the draft, and tell it in a line."""
    from quizgame.generate.folder import replace_file  # noqa: PLC0415
    from quizgame.generate.modelreport import FILE, reported, summed_up  # noqa: PLC0415

    path = folder / FILE
    data = reported(answers, now).encode()
    if not path.exists() or path.read_bytes() != data:
        replace_file(path, data)
    print(f"{path}: {summed_up(answers, now)}")


def _sorry(sentence: str) -> int:
    print(f"quizgame: {sentence}.", file=sys.stderr)
    return 2

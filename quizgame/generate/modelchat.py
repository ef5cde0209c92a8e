"""Asking a model over the chat form that Ollama, llama.cpp and hosted services have in common.

The answer is asked for as a stream, so that a model that is at work can be told from a server that
hangs. urllib with the bounds of `storage.web` carries it: nothing has to be installed for that.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from quizgame.generate.model import Asking, Hear, ModelError, Said
from quizgame.storage.addresses import host_of
from quizgame.storage.patience import Patience
from quizgame.storage.web import Answer, NotFetchedError, posted

ANSWER_TOKENS = 4_000
"""What one answer may have; a hundred facts need less."""
MOST_CHARACTERS = 60_000
_MOST_BYTES = 4_000_000
_MOST_REFUSAL = 20_000
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_STREAM, _WHOLE = "text/event-stream", "application/json"


_LONG = Patience(wait=180.0, in_hand=300.0, slowest=20.0, tries=4, pause=1.0)
"""A model on somebody's own machine may think for minutes before its first word."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long to wait: for an answer, and in seconds at most where a server asks for time."""

    patience: Patience = _LONG
    longest_pause: float = 30.0


@dataclass(slots=True)
class Chat:
    """A model behind an address; the key goes into the header of a request and nowhere else."""

    name: str
    address: str
    key: str = field(default="", repr=False)
    waiting: Waiting = field(default_factory=Waiting)
    _ways: dict[str, object] = field(
        default_factory=lambda: {"temperature": 0, "max_tokens": ANSWER_TOKENS}
    )

    def answer(self, asking: Asking, hear: Hear) -> Said:
        """Return what the model says; ModelError after as many tries as are of use."""
        patience = self.waiting.patience
        for tried in range(1, patience.tries + 1):
            try:
                return self._once(asking, hear)
            except _AgainError as error:
                pause = max(error.pause, patience.pause * 2 ** (tried - 1))
                if tried == patience.tries or error.pause > self.waiting.longest_pause:
                    raise ModelError(str(error)) from None
                time.sleep(pause)
            except NotFetchedError as error:
                # Its second half is about the player's files.
                told = f"{str(error).partition(';')[0]}."
                if not error.again or tried == patience.tries:
                    raise ModelError(told) from None
                time.sleep(patience.pause * 2 ** (tried - 1))
        raise AssertionError

    def _once(self, asking: Asking, hear: Hear) -> Said:
        for _ in range(len(self._ways) + 1):
            body = {
                "model": self.name,
                "messages": [
                    {"role": "system", "content": asking.rules},
                    {"role": "user", "content": asking.data},
                ],
                "stream": True,
                **self._ways,
            }
            with posted(
                self.address,
                json.dumps(body).encode(),
                most=_MOST_BYTES,
                headers=self._headers(),
                patience=self.waiting.patience,
            ) as answer:
                if answer.status == 400 and self._another_way(answer):  # noqa: PLR2004
                    continue
                self._refuse(answer)
                return self._read(answer, hear)
        raise AssertionError

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": f"{_STREAM}, {_WHOLE}"}
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})

    def _another_way(self, answer: Answer) -> bool:
        """Tell whether to ask again without what this server says it does not know."""
        told = b""
        for piece in answer.pieces():
            told += piece
            if len(told) > _MOST_REFUSAL:
                break
        if "max_tokens" in self._ways and b"max_completion_tokens" in told:
            del self._ways["max_tokens"]
            self._ways["max_completion_tokens"] = ANSWER_TOKENS
            return True
        if "temperature" in self._ways and b"temperature" in told:
            del self._ways["temperature"]
            return True
        return False

    def _refuse(self, answer: Answer) -> None:
        """Raise for an answer with nothing in it; what a server writes there is not repeated."""
        host, status = host_of(self.address), answer.status
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
        if status in _BUSY:
            pause = _asked_for(answer)
            if pause > self.waiting.longest_pause:
                message = (
                    f"{host} asks for {pause:,.0f} seconds before it answers again ({status})."
                )
            else:
                message = f"{host} cannot answer just now ({status})."
            raise _AgainError(message, pause)
        if status in {401, 403}:
            wrong = "does not take the key that it was given" if self.key else "wants a key"
            message = f"{host} {wrong} ({status})."
        elif status == 404:  # noqa: PLR2004
            message = f"{host} knows no such model, or its address is another one ({status})."
        elif 300 <= status < 400:  # noqa: PLR2004
            message = f"{host} sends on to another address, and the article is not sent there."
        elif status != 200:  # noqa: PLR2004
            message = f"{host} does not take the question ({status})."
        elif kind not in {_STREAM, _WHOLE} or packed not in {"identity", ""}:
            message = f"{host} does not answer in the form of chats; is its address right?"
        else:
            return
        raise ModelError(message)

    def _read(self, answer: Answer, hear: Hear) -> Said:
        host, kind = host_of(self.address), answer.headers.get("Content-Type", "").lower()
        parts = _events(answer) if kind.startswith(_STREAM) else _one(answer)
        text, tokens, ended = "", None, False
        for part in parts:
            if "error" in part:
                message = f"{host} broke off its answer with a fault."
                raise _AgainError(message)
            said, over = _words_of(part)
            text += said
            ended = ended or over
            tokens = _tokens_of(part) or tokens
            hear(len(text))
            if len(text) > MOST_CHARACTERS:
                # What came so far is worth reading; nobody waits for the rest.
                text, ended = text[:MOST_CHARACTERS], True
                break
        if not ended:
            message = f"{host} cuts its answers off again and again."
            raise _AgainError(message)
        return Said(text, tokens)


class _AgainError(Exception):
    """A try that may be made again, after `pause` seconds if the server asked for them."""

    def __init__(self, sentence: str, pause: float = 0.0) -> None:
        super().__init__(sentence)
        self.pause = pause


def _asked_for(answer: Answer) -> float:
    """Return how many seconds a server asks for; its clock is its own Date."""
    said = answer.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        until = parsedate_to_datetime(said)
        now = parsedate_to_datetime(answer.headers.get("Date", ""))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _events(answer: Answer) -> Iterator[dict[str, object]]:
    """Yield the parts of a stream, up to its end; [DONE] counts as a part that ends it."""
    waiting = b""
    for piece in answer.pieces():
        *lines, waiting = (waiting + piece).split(b"\n")
        for line in lines:
            if not line.startswith(b"data:"):
                continue
            data = line[5:].strip()
            if data == b"[DONE]":
                yield {"choices": [{"finish_reason": "stop"}]}
                return
            yield _part(data, answer)


def _one(answer: Answer) -> Iterator[dict[str, object]]:
    """Yield the one part of an answer that comes whole."""
    yield _part(b"".join(answer.pieces()), answer) | {"whole": True}


def _part(data: bytes, answer: Answer) -> dict[str, object]:
    try:
        part = json.loads(data)
    except (ValueError, RecursionError):
        part = None
    if not isinstance(part, dict):
        message = f"{host_of(answer.address)} sends what nobody can read."
        raise _AgainError(message)
    return part


def _words_of(part: dict[str, object]) -> tuple[str, bool]:
    """Return what a part adds to the answer, and whether it is the last."""
    choices = part.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(first, dict):
        return "", False
    told = first.get("delta") or first.get("message")
    words = told.get("content") if isinstance(told, dict) else None
    over = first.get("finish_reason") is not None or "whole" in part
    return words if isinstance(words, str) else "", over


def _tokens_of(part: dict[str, object]) -> int | None:
    usage = part.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and 0 < total < 10**9 else None

"""Waiting for a server: each read, of headers too, is held to a clock that the bytes wind up."""

import http.client
import io
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for one answer, in all, and between tries.

    A server has `in_hand` seconds, and each byte it sends buys 1/`slowest` of a second more, but
    never more than `in_hand` at once.
    """

    wait: float = 15.0
    in_hand: float = 30.0
    slowest: float = 1_000.0
    tries: int = 4
    pause: float = 0.5
    hops: int = 5


USUAL = Patience()


class Clock:
    """The patience that is left for one request, and the bytes it may still send."""

    def __init__(self, patience: Patience, most: int) -> None:
        self._patience = patience
        self._due = time.monotonic() + patience.in_hand
        self._room = most

    def left(self) -> float:
        """Return how many seconds to wait for the next byte; raise when there are none."""
        left = self._due - time.monotonic()
        if left <= 0:
            raise TooSlowError
        return min(left, self._patience.wait)

    def came(self, count: int) -> None:
        """Take note of so many bytes."""
        in_hand = time.monotonic() + self._patience.in_hand
        self._due = min(in_hand, self._due + count / self._patience.slowest)
        self._room -= count
        if self._room < 0:
            raise TooMuchError


class TooSlowError(Exception):
    """The bytes come more slowly than anybody would wait for."""


class TooMuchError(Exception):
    """More bytes come than were asked for."""


class _Timed(io.RawIOBase):
    """A socket's stream on which every read is held to the clock."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, clock: Clock) -> None:
        self._raw, self._sock, self._clock = raw, sock, clock

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any buffer, as the base class has it)
        """Fill the buffer with what comes next."""
        self._sock.settimeout(self._clock.left())
        try:
            count: int = self._raw.readinto(buffer)
        except TimeoutError:
            self._clock.left()
            raise
        self._clock.came(count)
        return count

    def close(self) -> None:
        """Let go of the socket."""
        self._raw.close()
        super().close()


class _Response(http.client.HTTPResponse):
    def __init__(self, clock: Clock, sock: socket.socket, *words: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(sock, *words, **more)
        self.fp = io.BufferedReader(_Timed(self.fp.detach(), sock, clock))


def held(kind: type[http.client.HTTPConnection], clock: Clock) -> Callable[..., Any]:
    """Return a maker of connections whose answers are held to the clock."""

    def connect(host: str, **words: Any) -> http.client.HTTPConnection:  # noqa: ANN401
        connection = kind(host, **words)
        connection.response_class = partial(_Response, clock)  # type: ignore[assignment]
        return connection

    return connect

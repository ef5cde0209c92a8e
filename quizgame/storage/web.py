"""One request over http or https, with a bound on everything the other side decides.

urllib carries it: its proxies are those of the system, its certificates too, and handlers that are
not named here (file:, ftp:, data:, redirects) do not exist. What it lacks, an end to a server that
sends one byte at a time, stands in `patience`.
"""

import http.client
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import (
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    getproxies,
    proxy_bypass,
)

from quizgame import __version__
from quizgame.storage.addresses import (
    AddressError,
    encrypted,
    followed,
    host_of,
    on_this_machine,
)
from quizgame.storage.patience import USUAL, Clock, Patience, TooMuchError, TooSlowError, held

_ONWARD = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_PIECE = 65_536
_FRAMING = 1_000_000
"""Bytes of headers and of chunks' lengths that may come beside what was asked for."""


class NotFetchedError(Exception):
    """Nothing came; its words are one sentence for a player. `again`: a new try may help."""

    def __init__(self, sentence: str, *, again: bool = False) -> None:
        super().__init__(sentence)
        self.again = again


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: where it was in the end, the status, the headers, a stream."""

    address: str
    status: int
    headers: Mapping[str, str]
    response: http.client.HTTPResponse

    def length(self) -> int | None:
        """Return how many bytes the server says will come, None if it does not say."""
        said = self.headers.get("Content-Length", "")
        return int(said) if said.isascii() and said.isdecimal() and len(said) < 20 else None  # noqa: PLR2004

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes as they come; NotFetchedError when they stop coming too early."""
        length, came = self.length(), 0
        with _in_words(self.address):
            # A response tells no end of its own to whoever reads what has come so far.
            while came != length and (piece := self.response.read1(_left(length, came))):
                came += len(piece)
                yield piece
        if length is not None and came < length:
            raise _cut(host_of(self.address))


def _left(length: int | None, came: int) -> int:
    return _PIECE if length is None else min(_PIECE, length - came)


class _Plain(HTTPHandler):
    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(held(http.client.HTTPConnection, self._clock), req)


class _Encrypted(HTTPSHandler):
    def __init__(self, clock: Clock) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(context=self._trust)
        self._clock = clock

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        connect = held(http.client.HTTPSConnection, self._clock)
        return self.do_open(connect, req, context=self._trust)


@contextmanager
def opened(
    address: str, *, most: int, headers: Mapping[str, str] | None = None, patience: Patience = USUAL
) -> Iterator[Answer]:
    """Ask for an address, at most so many hops on; the connection ends with the block.

    `most` bounds what may come, in bytes. NotFetchedError for all that is no answer to go on with:
    what is returned has status 200, 206 or 416.
    """
    for _ in range(patience.hops + 1):
        answer = _asked(address, most, headers or {}, patience)
        if answer.status not in _ONWARD:
            break
        answer.response.close()
        address = _onward(answer)
    else:
        message = f"{host_of(address)} sends on from page to page without end; nothing was changed."
        raise NotFetchedError(message)
    try:
        _refuse(answer)
        yield answer
    finally:
        answer.response.close()


@contextmanager
def posted(
    address: str, data: bytes, *, most: int, headers: Mapping[str, str], patience: Patience
) -> Iterator[Answer]:
    """Send these bytes to an address and yield its answer, whatever its status.

    It goes nowhere else: not on to another page, and to this machine past every proxy.
    NotFetchedError where no answer begins.
    """
    answer = _asked(address, most, headers, patience, data)
    try:
        yield answer
    finally:
        answer.response.close()


def _asked(
    address: str,
    most: int,
    headers: Mapping[str, str],
    patience: Patience,
    data: bytes | None = None,
) -> Answer:
    clock = Clock(patience, 2 * most + _FRAMING)
    opener = OpenerDirector()
    direct = data is not None and on_this_machine(address)
    if not direct:
        _refuse_socks(address)
        opener.add_handler(ProxyHandler())
    opener.add_handler(_Encrypted(clock) if encrypted(address) else _Plain(clock))
    asking = {"User-Agent": f"quizgame/{__version__}", "Accept-Encoding": "identity", **headers}
    request = Request(address, data, asking)  # noqa: S310 (only http and https have a handler)
    with _in_words(address):
        response = opener.open(request, timeout=patience.wait)
    return Answer(address, response.status, response.headers, response)


def _refuse_socks(address: str) -> None:
    """Raise NotFetchedError where the way leads through a proxy that speaks no HTTP."""
    proxy = getproxies().get(address.partition(":")[0], "")
    if proxy.startswith("socks") and not proxy_bypass(host_of(address)):
        message = "The proxy in the settings of this machine is a SOCKS proxy, and only HTTP "
        raise NotFetchedError(message + "proxies can be used here; nothing was changed.")


def _onward(answer: Answer) -> str:
    try:
        return followed(answer.address, answer.headers.get("Location", ""))
    except AddressError as error:
        host = host_of(answer.address)
        message = f"{host} sends on to an address that {error}; nothing was changed."
        raise NotFetchedError(message) from None


def _refuse(answer: Answer) -> None:
    """Raise NotFetchedError for an answer that brings nothing."""
    host, status = host_of(answer.address), answer.status
    packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if status in _BUSY:
        message = f"{host} cannot answer just now ({status}); nothing was changed."
        raise NotFetchedError(message, again=True)
    if status in {404, 410}:
        message = f"{host} has no such file ({status}); nothing was changed."
    elif status not in {200, 206, 416}:
        message = f"{host} does not give the file out ({status}); nothing was changed."
    elif packed not in {"identity", ""}:
        message = f"{host} sends the file packed once more, which was not asked for; "
        message += "nothing was changed."
    else:
        return
    raise NotFetchedError(message)


def _cut(host: str) -> NotFetchedError:
    message = f"The connection to {host} is cut again and again; nothing was changed."
    return NotFetchedError(message, again=True)


@contextmanager
def _in_words(address: str) -> Iterator[None]:
    """Turn whatever goes wrong on the way into one sentence."""
    try:
        yield
    except (OSError, http.client.HTTPException, TooSlowError, TooMuchError) as error:
        raise _sentence(error, host_of(address)) from None


def _sentence(error: Exception, host: str) -> NotFetchedError:
    again = False
    match error:
        case URLError(reason=Exception() as inner):
            return _sentence(inner, host)
        case TooSlowError():
            told = f"{host} sends too slowly to wait for it"
        case TooMuchError():
            told = f"{host} sends more than was asked for"
        case ssl.SSLCertVerificationError():
            told = f"{host} cannot prove who it is (its certificate is not accepted)"
        case ssl.SSLError():
            told = f"No encrypted connection to {host} can be made"
        case TimeoutError():
            told, again = f"{host} does not answer", True
        case ConnectionRefusedError():
            told = f"There is no connection to {host}"
        case ConnectionError() | http.client.IncompleteRead():
            return _cut(host)
        case OSError() if str(error).startswith("Tunnel connection failed"):
            told = f"The proxy in the settings of this machine does not let through to {host}"
        case OSError():
            told = f"There is no connection to {host}"
        case _:
            told = f"{host} does not answer as a web server does"
    return NotFetchedError(f"{told}; nothing was changed.", again=again)

"""A web server on this machine that gives out files, and misbehaves as a test asks it to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

Page = Callable[["Handler"], None]
"""What is answered to one request."""


class Handler(BaseHTTPRequestHandler):
    """Answers each request for a path with the next of its pages; the last one stays."""

    server: "Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.close_connection = True
        asked = self.server.asked
        pages = self.server.pages.get(self.path, (status(404),))
        page = pages[min(sum(path == self.path for path, _ in asked), len(pages) - 1)]
        asked.append((self.path, dict(self.headers)))
        # Whoever asked may have had enough.
        with suppress(ConnectionError):
            page(self)

    def log_message(self, *_words: object) -> None:
        """Keep silent."""

    def head(self, code: int, **headers: object) -> None:
        """Send status and headers; `Content_Length` stands for Content-Length."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.send_header("Connection", "close")
        self.end_headers()


class Server(ThreadingHTTPServer):
    """A server for one test; `asked` lists the path and the headers of each request."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, tuple[Page, ...]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = Event()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def lay(self, path: str, *pages: Page) -> str:
        """Answer a path with these pages, one a request, and return its address."""
        self.pages[path] = pages
        return f"http://{self.host}{path}"


@contextmanager
def serving() -> Iterator[Server]:
    """Serve until the block ends; no proxy stands between."""
    server = Server()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "*")
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            server.server_close()
            thread.join()


def tag(data: bytes) -> str:
    """Return the ETag of these bytes."""
    return f'"{sha256(data).hexdigest()[:8]}"'


def whole(data: bytes, *, sent: int | None = None, **headers: object) -> Page:
    """Answer with a file as a web server does, with ranges; cut it after `sent` bytes of these."""

    def page(handler: Handler) -> None:
        asked, fresh = handler.headers.get("Range", ""), handler.headers.get("If-Range")
        begin = int(asked[6:-1]) if asked and fresh in {None, tag(data)} else 0
        body = data[begin:]
        more = {"ETag": tag(data), "Content_Length": len(body)} | headers
        if begin:
            more["Content_Range"] = f"bytes {begin}-{len(data) - 1}/{len(data)}"
        handler.head(206 if begin else 200, **more)
        handler.wfile.write(body[:sent])

    return page


def plain(data: bytes, **headers: object) -> Page:
    """Answer with the whole file, whatever piece of it was asked for."""

    def page(handler: Handler) -> None:
        handler.head(200, **({"Content_Length": len(data)} | headers))
        handler.wfile.write(data)

    return page


def unmeasured(data: bytes, *, times: int = 1) -> Page:
    """Answer with a file so many times over, and say nothing of its length."""

    def page(handler: Handler) -> None:
        handler.head(200)
        for _ in range(times):
            handler.wfile.write(data)

    return page


def status(code: int, **headers: object) -> Page:
    """Answer with a status and nothing else."""
    return lambda handler: handler.head(code, Content_Length=0, **headers)


def sent_on(address: str) -> Page:
    """Send whoever asks to another address."""
    return status(302, Location=address)


def dripping(data: bytes) -> Page:
    """Answer with one byte at a time, ten a second."""

    def page(handler: Handler) -> None:
        handler.head(200, Content_Length=len(data))
        for byte in data:
            if handler.server.over.wait(0.1):
                return
            handler.wfile.write(bytes([byte]))

    return page


def dripping_headers(handler: Handler) -> None:
    """Answer with a header line that never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.server.over.wait(0.1):
        handler.wfile.write(b"a")


def silent(handler: Handler) -> None:
    """Take the request and answer nothing."""
    handler.server.over.wait(20)


def gibberish(handler: Handler) -> None:
    """Answer with what is no HTTP."""
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")


def _close(handler: Handler) -> None:
    handler.wfile.flush()


hanging_up: Page = _close
"""Take the request and close the connection."""

"""A server on this machine that speaks the chat form of OpenAI, and misbehaves as a test asks."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

PATH = "/v1/chat/completions"
Reply = Callable[["Handler"], None]
"""What is answered to one request; `handler.data` holds what was sent as data."""


class Handler(BaseHTTPRequestHandler):
    """Answers each request with the next reply; the last one stays."""

    server: "ModelServer"
    protocol_version = "HTTP/1.1"
    data: dict[str, Any]

    def do_POST(self) -> None:
        self.close_connection = True
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.data = json.loads(body["messages"][1]["content"])
        replies = self.server.replies
        reply = replies[min(len(self.server.asked), len(replies) - 1)]
        self.server.asked.append((self.path, dict(self.headers), body))
        # Whoever asked may have had enough.
        with suppress(ConnectionError):
            reply(self)

    def log_message(self, *_words: object) -> None:
        """Keep silent."""

    def head(self, code: int, kind: str = "text/event-stream", **headers: object) -> None:
        """Send status and headers; `Retry_After` stands for Retry-After."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.send_header("Connection", "close")
        self.end_headers()

    def event(self, part: object) -> None:
        """Send one part of a stream."""
        self.wfile.write(f"data: {json.dumps(part)}\n\n".encode())
        self.wfile.flush()

    def words(self, text: str) -> None:
        """Send words of the answer."""
        self.event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]})


class ModelServer(ThreadingHTTPServer):
    """A server for one test; `asked` lists path, headers and body of each request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: tuple[Reply, ...] = (says("[]"),)
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.over = Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def texts(self) -> list[str]:
        """Return the parts of the article that were sent, in order."""
        return [
            "\n".join(json.loads(body["messages"][1]["content"])["text"])
            for _, _, body in self.asked
        ]


@contextmanager
def serving() -> Iterator[ModelServer]:
    """Serve until the block ends; proxies in the settings are nowhere near."""
    server = ModelServer()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("http_proxy", "http://127.0.0.1:1")
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            server.server_close()
            thread.join()


def says(text: str, *, piece: int = 400) -> Reply:
    """Answer with a stream of these words, as it should be."""

    def reply(handler: Handler) -> None:
        handler.head(200)
        for at in range(0, len(text), piece):
            handler.words(text[at : at + piece])
        handler.event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        handler.event({"choices": [], "usage": {"total_tokens": 700}})
        handler.wfile.write(b"data: [DONE]\n\n")

    return reply


def lists(*rows: object) -> Reply:
    """Answer with these rows."""
    return says(json.dumps({"facts": rows}))


def whole(text: str) -> Reply:
    """Answer in one part, as servers do that know no streams."""

    def reply(handler: Handler) -> None:
        choice = {"index": 0, "message": {"role": "assistant", "content": text}}
        body = json.dumps({"choices": [choice | {"finish_reason": "stop"}]}).encode()
        handler.head(200, "application/json", Content_Length=len(body))
        handler.wfile.write(body)

    return reply


def refuses(handler: Handler) -> None:
    """Answer as a model that will not."""
    handler.head(200)
    handler.event({"choices": [{"delta": {"refusal": "I cannot"}, "finish_reason": "stop"}]})


def cut(handler: Handler) -> None:
    """Begin an answer and hang up."""
    handler.head(200)
    handler.words('{"facts": [{"subject": ')


def breaks_off(handler: Handler) -> None:
    """Begin an answer and tell of a fault."""
    handler.head(200)
    handler.words('{"facts": [')
    handler.event({"error": {"message": "out of memory, key was sk-secret"}})


def status(code: int, body: str = "{}", **headers: object) -> Reply:
    """Answer with a status."""

    def reply(handler: Handler) -> None:
        handler.head(code, "application/json", Content_Length=len(body), **headers)
        handler.wfile.write(body.encode())

    return reply


def silent(handler: Handler) -> None:
    """Take the question and answer nothing."""
    handler.server.over.wait(20)


def endless(handler: Handler) -> None:
    """Talk without end."""
    handler.head(200)
    while not handler.server.over.is_set():
        handler.words("blah " * 2_000)


def flood(handler: Handler) -> None:
    """Send what is no event, without end."""
    handler.head(200)
    while not handler.server.over.is_set():
        handler.wfile.write(b": ping\n" * 10_000)


def page(handler: Handler) -> None:
    """Answer with a web page."""
    handler.head(200, "text/html", Content_Length=15)
    handler.wfile.write(b"<html>Hi</html>")

"""Fetching a file from a server that does what it should not."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.storage.addresses import AddressError, checked, entry_address, followed
from quizgame.storage.database import take_lock
from quizgame.storage.download import FOLDER, MOST, Wanted, copied, download, fetched
from quizgame.storage.patience import Patience
from quizgame.storage.web import NotFetchedError
from tests import catalogue_server as web
from tests.catalogue_server import Page, Server

QUICK = Patience(wait=5, in_hand=10, tries=4, pause=0.001)
RESTLESS = Patience(wait=0.2, in_hand=0.3, slowest=100_000, tries=2, pause=0.001)
DATA = bytes(range(251)) * 800
PATH = "/lantern.quizpack"


@pytest.fixture
def server() -> Iterator[Server]:
    with web.serving() as serving:
        yield serving


def unheard(_here: int, _total: int | None) -> None:
    """Hear of progress and tell nobody."""


def promised(address: str, data: bytes = DATA) -> Wanted:
    return Wanted(address, len(data), hashlib.sha256(data).hexdigest())


def get(wanted: Wanted, folder: Path, patience: Patience = QUICK) -> bytes:
    path = download(wanted, folder, unheard, patience)
    data = path.read_bytes()
    path.unlink()
    return data


def sentence(wanted: Wanted, folder: Path, patience: Patience = QUICK) -> str:
    """Return the one sentence that tells why there is no file; nothing whole was left."""
    with pytest.raises(NotFetchedError) as caught:
        download(wanted, folder, unheard, patience)
    told = str(caught.value)
    assert re.fullmatch(r"[A-Z0-9].*[^.]\.", told)
    assert "\n" not in told
    assert not list(folder.rglob("*.quizpack"))
    return told


def staged(folder: Path) -> list[int]:
    return [path.stat().st_size for path in (folder / FOLDER).glob("*.part")]


def test_a_file_is_fetched_and_its_progress_told(server: Server, tmp_path: Path) -> None:
    heard: list[tuple[int, int | None]] = []
    wanted = promised(server.lay(PATH, web.whole(DATA)))
    path = download(wanted, tmp_path, lambda here, total: heard.append((here, total)), QUICK)
    assert path.read_bytes() == DATA
    assert heard[0] == (0, len(DATA))
    assert heard[-1] == (len(DATA), len(DATA))
    assert staged(tmp_path) == []


def test_a_cut_connection_is_gone_on_from(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.whole(DATA, sent=70_000), web.whole(DATA)))
    assert get(wanted, tmp_path) == DATA
    asked = [headers.get("Range") for _, headers in server.asked]
    assert asked == [None, "bytes=70000-"]
    assert server.asked[1][1]["If-Range"] == web.tag(DATA)


def test_a_connection_cut_every_time_is_given_up_and_gone_on_from_another_day(
    server: Server, tmp_path: Path
) -> None:
    wanted = promised(server.lay(PATH, web.whole(DATA, sent=20_000)))
    assert "cut again and again" in sentence(wanted, tmp_path)
    assert len(server.asked) == QUICK.tries
    assert staged(tmp_path) == [20_000 * QUICK.tries]
    server.lay(PATH, web.whole(DATA))
    assert get(wanted, tmp_path) == DATA
    assert server.asked[-1][1]["Range"] == f"bytes={20_000 * QUICK.tries}-"


def test_a_server_that_hangs_up_at_once_is_given_up(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.hanging_up))
    assert "cut again and again" in sentence(wanted, tmp_path)
    assert len(server.asked) == QUICK.tries


def test_a_wrong_hash_leaves_nothing(server: Server, tmp_path: Path) -> None:
    other = DATA[:-1] + b"!"
    wanted = promised(server.lay(PATH, web.whole(other)))
    assert "not, byte for byte," in sentence(wanted, tmp_path)
    assert len(server.asked) == 1
    assert staged(tmp_path) == []


def test_a_slow_drip_is_not_waited_for(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.dripping(DATA)))
    assert "too slowly" in sentence(wanted, tmp_path, RESTLESS)


def test_a_drip_of_headers_is_not_waited_for(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.dripping_headers))
    assert "too slowly" in sentence(wanted, tmp_path, RESTLESS)


def test_a_server_that_never_answers_is_given_up(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.silent))
    assert "does not answer; nothing was changed." in sentence(wanted, tmp_path, RESTLESS)
    assert len(server.asked) == RESTLESS.tries


@pytest.mark.parametrize(
    "onward",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "data:application/zip;base64,UEsFBg==",
        "http://name:word@127.0.0.1/x",
        "//[::1/x",
        "gopher://x\x1b[31m",
        "",
    ],
)
def test_a_page_that_sends_on_to_no_web_address_is_not_followed(
    server: Server, tmp_path: Path, onward: str
) -> None:
    wanted = promised(server.lay(PATH, web.sent_on(onward)))
    told = sentence(wanted, tmp_path)
    assert told.isprintable()
    assert "sends on" in told
    assert len(server.asked) <= QUICK.hops + 1


def test_a_page_that_sends_on_is_followed_so_far_and_no_further(
    server: Server, tmp_path: Path
) -> None:
    server.lay("/there", web.whole(DATA))
    wanted = promised(server.lay(PATH, web.sent_on("/there")))
    assert get(wanted, tmp_path) == DATA
    server.lay(PATH, web.sent_on("/back"))
    server.lay("/back", web.sent_on(PATH))
    assert "without end" in sentence(wanted, tmp_path)


def test_https_is_never_left_for_http() -> None:
    assert followed("http://a.example/x", "https://b.example/") == "https://b.example/"
    assert followed("https://a.example/x", "y") == "https://a.example/y"
    with pytest.raises(AddressError, match="not encrypted any more"):
        followed("https://a.example/x", "http://a.example/x")
    with pytest.raises(AddressError, match="not encrypted any more"):
        entry_address("https://a.example/index.json", "http://a.example/x.quizpack")
    assert entry_address("https://a.example/q/index.json", "b/x y.quizpack") == (
        "https://a.example/q/b/x%20y.quizpack"
    )


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://", "https://a:b@c/", "http://a b"]
)
def test_no_address_but_of_the_web_is_opened(address: str) -> None:
    with pytest.raises(AddressError):
        checked(address)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (web.whole(DATA, Content_Length=5_000_000_000), "more than the 64 MB"),
        (web.plain(DATA, Content_Length=len(DATA) + 9), f"{len(DATA) + 9:,} bytes"),
        (web.whole(DATA[:-9]), f"{len(DATA) - 9:,} bytes"),
        (web.unmeasured(DATA, times=20), "sends more than"),
        (web.unmeasured(DATA[:-9]), f"{len(DATA) - 9:,} bytes"),
        (web.status(404), "no such file (404)"),
        (web.status(403), "does not give the file out (403)"),
        (web.status(204), "does not give the file out (204)"),
        (web.status(416), "another piece"),
        (web.status(206), "another piece"),
        (web.plain(DATA, Content_Encoding="gzip"), "packed once more"),
        (web.gibberish, "not answer as a web server does"),
    ],
)
def test_a_file_that_is_not_as_promised_is_refused_at_once(
    server: Server, tmp_path: Path, page: Page, told: str
) -> None:
    wanted = promised(server.lay(PATH, page))
    assert told in sentence(wanted, tmp_path)
    assert len(server.asked) == 1
    assert sum(staged(tmp_path)) <= len(DATA)


def test_a_file_of_no_known_size_is_bounded_all_the_same(server: Server, tmp_path: Path) -> None:
    megabyte = bytes(1_000_000)
    wanted = Wanted(server.lay(PATH, web.unmeasured(megabyte, times=MOST // 1_000_000 + 2)))
    assert "more than the 64 MB" in sentence(wanted, tmp_path)


def test_a_server_in_trouble_is_asked_again(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.status(500), web.status(503), web.whole(DATA)))
    assert get(wanted, tmp_path) == DATA
    server.lay(PATH, web.status(500))
    assert "cannot answer just now (500)" in sentence(wanted, tmp_path)


def test_a_server_that_knows_no_pieces_starts_anew(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.whole(DATA, sent=70_000), web.plain(DATA)))
    assert get(wanted, tmp_path) == DATA


def test_a_file_that_changed_where_it_was_cut_starts_anew(server: Server, tmp_path: Path) -> None:
    newer = DATA[::-1]
    address = server.lay(PATH, web.whole(DATA, sent=70_000), web.whole(newer))
    assert get(Wanted(address), tmp_path) == newer
    assert [headers.get("Range") for _, headers in server.asked] == [None, "bytes=70000-"]


def test_two_versions_sewn_together_by_a_server_are_found_out(
    server: Server, tmp_path: Path
) -> None:
    newer = DATA[::-1]

    def sewn(handler: web.Handler) -> None:
        """Give the rest of another version and say that it is the same."""
        handler.headers.replace_header("If-Range", web.tag(newer))
        web.whole(newer, ETag=web.tag(DATA))(handler)

    wanted = promised(server.lay(PATH, web.whole(DATA, sent=70_000), sewn, web.whole(DATA)))
    assert get(wanted, tmp_path) == DATA
    assert [headers.get("Range") for _, headers in server.asked] == [None, "bytes=70000-", None]


def test_a_piece_of_another_version_is_not_taken(server: Server, tmp_path: Path) -> None:
    newer = DATA[::-1]

    def careless(handler: web.Handler) -> None:
        """Give the piece that was asked for, whatever version it is of."""
        handler.headers.replace_header("If-Range", web.tag(newer))
        web.whole(newer)(handler)

    address = server.lay(PATH, web.whole(DATA, sent=70_000), careless, web.whole(newer))
    assert get(Wanted(address), tmp_path) == newer


def test_without_tag_and_fingerprint_nothing_is_gone_on_from(
    server: Server, tmp_path: Path
) -> None:
    address = server.lay(PATH, web.whole(DATA, sent=70_000, ETag=""), web.whole(DATA))
    assert get(Wanted(address), tmp_path) == DATA
    assert [headers.get("Range") for _, headers in server.asked] == [None, None]


def test_where_nobody_listens_there_is_no_connection(tmp_path: Path) -> None:
    with web.serving() as server:
        wanted = promised(server.lay(PATH, web.whole(DATA)))
        host = server.host
    told = sentence(wanted, tmp_path)
    assert told == f"There is no connection to {host}; nothing was changed."


def test_an_unknown_host_is_told_as_no_connection(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket  # noqa: PLC0415

    def nobody(*_words: object, **_more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    told = sentence(Wanted("https://packs.example/x"), tmp_path)
    assert told == "There is no connection to packs.example; nothing was changed."
    assert not server.asked


def test_what_only_calls_itself_encrypted_is_told_so(server: Server, tmp_path: Path) -> None:
    told = sentence(Wanted(f"https://{server.host}{PATH}"), tmp_path)
    assert told == f"No encrypted connection to {server.host} can be made; nothing was changed."


def test_a_proxy_of_the_environment_is_asked(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("http_proxy", f"http://{server.host}")
    server.lay("http://packs.example/x", web.whole(DATA))
    assert get(promised("http://packs.example/x"), tmp_path) == DATA


def test_a_proxy_that_speaks_no_http_is_told_so(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.lay(PATH, web.whole(DATA))
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    assert get(promised(address), tmp_path) == DATA
    monkeypatch.setenv("no_proxy", "")
    assert "SOCKS" in sentence(promised(address), tmp_path)


def test_stopping_it_leaves_what_came_for_the_next_time(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.whole(DATA)))

    def stop(here: int, _total: int | None) -> None:
        if here:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(wanted, tmp_path, stop, QUICK)
    (kept,) = staged(tmp_path)
    assert 0 < kept < len(DATA)
    assert get(wanted, tmp_path) == DATA
    assert server.asked[-1][1]["Range"] == f"bytes={kept}-"


def test_a_second_download_waits_for_the_first(server: Server, tmp_path: Path) -> None:
    wanted = promised(server.lay(PATH, web.whole(DATA)))
    (tmp_path / FOLDER).mkdir()
    lock = take_lock(tmp_path / FOLDER)
    assert lock
    assert "Another download" in sentence(wanted, tmp_path)
    lock.close()
    assert get(wanted, tmp_path) == DATA


def test_old_leftovers_are_cleared_away(server: Server, tmp_path: Path) -> None:
    for number in range(9):
        wanted = promised(server.lay(f"/{number}", web.whole(DATA, sent=10)))
        sentence(wanted, tmp_path, Patience(tries=1))
    assert len(staged(tmp_path)) <= 5


def test_a_small_file_is_fetched_within_its_bound(server: Server) -> None:
    address = server.lay("/index.json", web.status(500), web.sent_on("/deep/index.json"))
    there = server.lay("/deep/index.json", web.unmeasured(b"{}"))
    assert fetched(address, 10, QUICK) == (b"{}", there)
    server.lay("/index.json", web.unmeasured(bytes(1_000_000), times=50))
    with pytest.raises(NotFetchedError, match="more than the 8 MB"):
        fetched(address, 8_000_000, QUICK)
    server.lay("/index.json", web.plain(b"", Content_Length=50_000_000))
    with pytest.raises(NotFetchedError, match="more than the 8 MB"):
        fetched(address, 8_000_000, QUICK)


def test_a_file_of_a_catalogue_on_this_disk_is_held_to_its_promise_too(tmp_path: Path) -> None:
    path = tmp_path / "a.quizpack"
    path.write_bytes(DATA)
    data_folder = tmp_path / "data"
    assert copied(path, promised(""), data_folder).read_bytes() == DATA
    for wrong in (promised("", DATA[1:]), promised("", DATA[::-1])):
        with pytest.raises(NotFetchedError, match="byte for byte"):
            copied(path, wrong, data_folder)
    for none in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(NotFetchedError, match="folder"):
            copied(none, promised(""), data_folder)

"""What an address may be: http or https, and inside a catalogue only what lies beneath it."""

from ipaddress import ip_address
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from quizgame.storage.filenames import objection

WEB = ("http://", "https://")
_IN_PATH = "/%:@!$&'()*+,;=~-._"
_LONGEST = 2_000


class AddressError(Exception):
    """An address that is not opened; its words say why and follow on "it"."""


def on_web(address: str) -> bool:
    """Tell whether this names a place by a scheme, not a file or folder here."""
    return "://" in address


def encrypted(address: str) -> bool:
    """Tell whether nobody on the way can read or change what comes from there."""
    return address.lower().startswith("https://")


def on_this_machine(address: str) -> bool:
    """Tell whether what is sent there does not leave this machine."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def host_of(address: str) -> str:
    """Return the host of an address, with its port if it has one."""
    return urlsplit(address).netloc


def checked(address: str) -> str:
    """Return an http or https address as it goes over the wire; AddressError for any other."""
    if len(address) > _LONGEST:
        message = "is longer than an address may be"
        raise AddressError(message)
    if not address.isprintable() or set(address) & set(' \\"<>'):
        message = "holds signs that no address may hold"
        raise AddressError(message)
    try:
        parts = urlsplit(address)
        host = _host(parts)
    except ValueError:
        message = "is no address"
        raise AddressError(message) from None
    path = quote(parts.path or "/", safe=_IN_PATH)
    return urlunsplit((parts.scheme, host, path, quote(parts.query, safe=_IN_PATH + "?"), ""))


def _host(parts: SplitResult) -> str:
    """Return host and port in plain letters; ValueError where they cannot be read."""
    if f"{parts.scheme}://" not in WEB:
        message = f"begins with {parts.scheme or 'nothing'}:, and only http and https are opened"
        raise AddressError(message)
    if "@" in parts.netloc:
        message = "has a name or a password in it, which quizgame does not send"
        raise AddressError(message)
    if not parts.hostname:
        message = "names no host"
        raise AddressError(message)
    plain = parts.hostname.encode("idna").decode("ascii")
    bracketed = f"[{plain}]" if ":" in plain else plain
    return bracketed if parts.port is None else f"{bracketed}:{parts.port}"


def followed(address: str, onward: str) -> str:
    """Return where a page sends on to; AddressError when it may not send there."""
    try:
        there = checked(urljoin(address, onward))
    except ValueError:
        message = "is no address"
        raise AddressError(message) from None
    if encrypted(address) and not encrypted(there):
        message = "is not encrypted any more (http after https)"
        raise AddressError(message)
    return there


def steps_inside(address: str) -> tuple[str, ...]:
    """Return the names of folders and file of an address beneath its catalogue.

    AddressError for one that leads out of the catalogue's folder.
    """
    try:
        parts = urlsplit(address)
        names = tuple(unquote(name, errors="strict") for name in parts.path.split("/"))
    except ValueError:
        message = "is no address"
        raise AddressError(message) from None
    wrong = objection("/".join(names))
    if parts.scheme or parts.netloc or wrong:
        message = f"does not lie beneath the catalogue{': ' if wrong else ''}{wrong}"
        raise AddressError(message)
    if parts.query or parts.fragment or any("/" in name for name in names):
        message = "holds signs that no address in a catalogue may hold"
        raise AddressError(message)
    return names


def inside(steps: tuple[str, ...]) -> str:
    """Return the address, beneath its catalogue, of folders and a file by their names."""
    return "/".join(quote(name, safe="!$&'()+,=~-._@") for name in steps)


def entry_address(index: str, address: str) -> str:
    """Return where an entry of the catalogue at `index` lies on the web; AddressError if nowhere.

    What has no scheme lies beneath the index; another host is named in full.
    """
    if on_web(address):
        return followed(index, address)
    return checked(urljoin(index, inside(steps_inside(address))))

"""How packs are called, and which names a file in one may have: the same on every system."""

import re
import unicodedata

INSIDE = "pack.yaml"
"""What holds the text of a pack that is a folder or a zip."""
BUILT = ".quizpack"
"""The suffix of the one file that people hand on."""
ZIPS = (".zip", BUILT)
PERSON_FILE = ".quizgame-person"
"""The suffix of a file that holds all that is kept of a person."""
TEXTS = (".yaml", ".yml")
SUFFIXES = frozenset({*TEXTS, *ZIPS})
"""The suffixes, in small letters, of all that may be a pack."""
MOST_CHARACTERS = 120
DEEPEST = 5
_DRIVE = re.compile(r"[A-Za-z]:")
_ODD_SIGNS = re.compile(r'[<>:"|?*]')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)


def is_device(stem: str) -> bool:
    """Tell whether Windows takes a name for a device, whatever its suffix."""
    return stem.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def file_stem(pack_id: str) -> str:
    """Return how the file of a pack is called, before its suffix; ids hold no `_`."""
    return f"_{pack_id}" if is_device(pack_id) else pack_id


def objection(name: str) -> str:
    """Return why a name with `/` between its folders is not taken, or nothing when it is."""
    if not name or not name.strip("/"):
        return "a file in it has no name"
    if any(unicodedata.category(sign).startswith("C") for sign in name[: MOST_CHARACTERS + 1]):
        return "a name in it holds an invisible sign"
    if "\\" in name:
        return "a name in it holds a backslash"
    if name.startswith("/") or _DRIVE.match(name):
        return "a name in it begins at the root of a disk"
    parts = name.removesuffix("/").split("/")
    if ".." in parts:
        return "a name in it leads out of its folder"
    if len(name) > MOST_CHARACTERS:
        return f"a name in it is longer than {MOST_CHARACTERS} characters"
    if len(parts) > DEEPEST:
        return f"a file in it lies more than {DEEPEST - 1} folders deep"
    return next((said for said in map(_of_part, parts) if said), "")


def _of_part(part: str) -> str:
    if part in {"", "."}:
        return "a name in it has an empty part"
    if is_device(part):
        return "a name in it is that of a device on Windows"
    if part != part.strip(" ") or part.endswith("."):
        return "a name in it begins with a space, or ends with a space or a dot"
    if _ODD_SIGNS.search(part):
        return "a name in it holds a sign that not every system takes"
    return ""


def same_file(name: str) -> str:
    """Return what two names share when some system takes them for one file."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def composed(name: str) -> str:
    """Return a name in the form (NFC) in which names are compared."""
    return unicodedata.normalize("NFC", name)

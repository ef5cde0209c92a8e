"""How some texts of a pack must look, and what the ids in it can be of."""

import re

from quizgame.domain import languages
from quizgame.storage.faults import Fault
from quizgame.storage.shapes import Form, Named

ID = Form(
    re.compile(r"[a-z0-9][a-z0-9-]{0,39}"),
    "must be made of a-z, 0-9 and hyphens, 40 at most",
    fault=Fault.BAD_ID,
    bare=("integer", "boolean"),
)
VERSION = Form(
    re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}"),
    "must look like 1, 1.2 or 1.2.3",
    bare=("number",),
)
LANGUAGE = Form(
    re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "must look like en or ko-KR",
    bare=("boolean",),  # Norwegian
    mend=languages.mend,
)
COLOUR = Form(
    re.compile(r"#[0-9a-fA-F]{6}"), "must look like '#12ab9f', in quotes", noun="a colour"
)
FINGERPRINT = Form(re.compile(r"sha256:[0-9a-f]{64}"), "must look like sha256: and 64 hex digits")
PASSAGE = Form(re.compile(r"[0-9a-f]{16}"), "must look like 16 hex digits", bare=("number",))
CODE = Form(re.compile(r"Q[0-9]{3}"), "must look like Q201")


def _file(endings: str, like: str, kinds: str) -> Form:
    """Return the form of a file inside the pack whose name has one of the endings."""
    pattern = r"[\w-][\w .-]*(/[\w-][\w .-]*)*\.(" + endings + ")"
    ends = re.compile(rf".*\.({endings})")

    def mend(name: str) -> str:
        if "\\" in name:
            return "write / between folder and file"
        if not ends.fullmatch(name):
            return f"save it as {kinds}"
        return "put the file into the pack's folder and name it from there"

    return Form(re.compile(pattern), f"must look like {like}, inside the pack", mend=mend)


# Spelled out in both cases, because a schema knows no other way.
IMAGE_FILE = _file(
    "[Pp][Nn][Gg]|[Jj][Pp][Gg]|[Jj][Pp][Ee][Gg]|[Ww][Ee][Bb][Pp]",
    "a.png or pictures/a.jpg",
    "PNG, JPEG or WebP",
)
SOUND_FILE = _file("[Oo][Gg][Gg]", "a.ogg or sounds/a.ogg", "Ogg")

A_TIER = Named("tier", Fault.UNKNOWN_TIER)
A_TERM = Named("term", Fault.UNKNOWN_TERM)
A_NOTE = Named("content note", Fault.UNKNOWN_NOTE)
A_SECTION = Named("section", Fault.UNKNOWN_SECTION)

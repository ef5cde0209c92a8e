"""What the title page tells of a saved game, read without the game itself being taken up."""

from typing import Any

Ends = tuple[tuple[str, str], ...]
"""The packs of the stories before a sequel, each with the id of the tier that is its end."""
AT_NO_END = "(away)"
"""In place of a tier's id: nobody can have watched so far."""
_UNREADABLE = (ValueError, KeyError, TypeError, OverflowError, RecursionError)


def summary(text: str) -> tuple[str, str] | None:
    """Return (pack title, where it stands) of a saved game, None if unreadable."""
    try:
        record = _record(text)
        title = str(record["title"])
        if "house" in record:
            return title, f"round {int(record['round']) + 1} of {int(record['house']['rounds'])}"
        return title, f"card {int(record['at']) + 1} of {len(record['dealt'])}"
    except _UNREADABLE:
        return None


def players(text: str) -> tuple[str, ...]:
    """Return the names of those in a saved game of several; nothing of another, or unreadable."""
    try:
        named = [str(player["name"]) for player in _record(text).get("players", ())]
        return tuple(name or f"Player {place}" for place, name in enumerate(named, 1))
    except (*_UNREADABLE, AttributeError):
        return ()


def saved_tier(text: str) -> str:
    """Return the id of the tier a saved round was dealt at, empty if unreadable."""
    try:
        return str(_record(text)["tier"])
    except _UNREADABLE:
        return ""


def follows(text: str) -> Ends | None:
    """Return of a saved round what must be known to be told of it: nothing unless it is a sequel's.

    None where it does not say. What is unreadable there nobody can know.
    """
    try:
        record = _record(text)
        if "follows" not in record:
            return None
        return tuple((str(pack), str(end)) for pack, end in record["follows"])
    except (*_UNREADABLE, AttributeError):
        return (("", AT_NO_END),)


def _record(text: str) -> Any:  # noqa: ANN401 (anything may stand in a file)
    import json  # noqa: PLC0415 (a start with no round to go on with does without)

    return json.loads(text)

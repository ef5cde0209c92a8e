"""What the title page tells of a saved round, read without the round itself being taken up."""

from typing import Any


def summary(text: str) -> tuple[str, int, int] | None:
    """Return (pack title, card number, cards in the round) of a saved round, None if unreadable."""
    try:
        record = _record(text)
        return str(record["title"]), int(record["at"]) + 1, len(record["dealt"])
    except (ValueError, KeyError, TypeError):
        return None


def saved_tier(text: str) -> str:
    """Return the id of the tier a saved round was dealt at, empty if unreadable."""
    try:
        return str(_record(text)["tier"])
    except (ValueError, KeyError, TypeError):
        return ""


def _record(text: str) -> Any:  # noqa: ANN401 (anything may stand in a file)
    import json  # noqa: PLC0415 (a start with no round to go on with does without)

    return json.loads(text)

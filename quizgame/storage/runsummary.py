"""What the title page tells of a saved round, read without the round itself being taken up."""

import json


def summary(text: str) -> tuple[str, int, int] | None:
    """Return (pack title, card number, cards in the round) of a saved round, None if unreadable."""
    try:
        record = json.loads(text)
        return str(record["title"]), int(record["at"]) + 1, len(record["dealt"])
    except (ValueError, KeyError, TypeError):
        return None


def saved_tier(text: str) -> str:
    """Return the id of the tier a saved round was dealt at, empty if unreadable."""
    try:
        return str(json.loads(text)["tier"])
    except (ValueError, KeyError, TypeError):
        return ""

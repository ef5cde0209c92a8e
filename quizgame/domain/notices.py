"""A line over the page that says what has just happened."""

from dataclasses import dataclass

from quizgame.domain.intents import Intent


@dataclass(frozen=True, slots=True)
class Notice:
    """What has happened, and what can be done about it: `offer` in words, `intent` on its key.

    It stands for a while, or where it is `lasting` until another comes; `number` tells one from
    the next with the same words.
    """

    text: str
    number: int = 0
    offer: str = ""
    intent: Intent | None = None
    lasting: bool = False


def sentence(text: str) -> str:
    """Return a text as a sentence of its own."""
    text = f"{text[:1].upper()}{text[1:]}"
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."

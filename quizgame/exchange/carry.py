"""From a question found in a file to a card: whatever a pack cannot hold is told, never bent."""

import hashlib
from dataclasses import dataclass

from quizgame.domain.cards import Card, Kind, SeveralRight, SingleChoice, TrueFalse, TypeAnswer
from quizgame.domain.spelling import folded
from quizgame.exchange.found import CannotCarry, Found, Told, beginning
from quizgame.exchange.plaintext import legible
from quizgame.storage.packcards import TRUE_FALSE_WORDS

# As `storage/packcards.py` reads them; a test brings in cards at each of these.
STEM_CAP, CHOICE_CAP, WHY_CAP, CATEGORY_CAP = 400, 160, 1200, 40
MOST_CHOICES, FEWEST_OF_SEVERAL, MOST_SPELLINGS = 6, 3, 30
NO_CATEGORY = "General"
_EASY, _HARD = 1, 3


@dataclass(frozen=True, slots=True)
class Carried:
    """A card, where it stood, and what of it could not be carried."""

    place: str
    card: Card
    own_why: bool
    remarks: tuple[Told, ...]


def carried(found: Found, top: int) -> Carried:
    """Return the question as a card of the tier `top`; CannotCarry says why it cannot be one."""
    stem = _fits(legible(found.stem), STEM_CAP, "the question")
    kind = _kind(found)
    remarks = list(found.remarks)
    why = legible(found.why)
    if len(why) > WHY_CAP:
        remarks.append(f"without its feedback, which has {len(why):,} characters of {WHY_CAP:,}")
        why = ""
    card = Card(
        id=_ident(stem, kind),
        tier=top,
        category=_category(found.category),
        stem=stem,
        kind=kind,
        why=why or _plain_why(kind),
        difficulty=min(_HARD, max(_EASY, found.difficulty)),
    )
    told = tuple(Told(found.place, beginning(stem), text, lost=False) for text in remarks)
    return Carried(found.place, card, bool(why), told)


def _fits(text: str, cap: int, noun: str) -> str:
    if not text:
        message = f"nothing stands in {noun}"
        raise CannotCarry(message)
    if len(text) > cap:
        message = f"{noun} has {len(text):,} characters; {cap} are the most"
        raise CannotCarry(message)
    return text


def _kind(found: Found) -> Kind:
    match found.asking:
        case "true-false":
            return TrueFalse(TRUE_FALSE_WORDS, min(found.right))
        case "typed":
            return TypeAnswer(_spellings(found.choices))
        case "choice" | "several":
            return _picked(found)


def _picked(found: Found) -> Kind:
    """Return one right of two to six, or several right of three to six."""
    choices = tuple(_fits(legible(text), CHOICE_CAP, "a choice") for text in found.choices)
    right, count = found.right, len(choices)
    if len({_same(text) for text in choices}) < count:
        message = "two of its choices are the same"
        raise CannotCarry(message)
    if count < 2:  # noqa: PLR2004 (a choice is between two)
        message = "there is only one choice" if choices else "there are no choices"
        raise CannotCarry(message)
    if count > MOST_CHOICES:
        message = f"there are {count} choices; {MOST_CHOICES} are the most"
        raise CannotCarry(message)
    if not right or not right <= set(range(count)):
        message = "it does not say which choice is right"
        raise CannotCarry(message)
    if len(right) == count:
        message = "every choice is right"
        raise CannotCarry(message)
    if len(right) == 1:
        return SingleChoice(choices, min(right))
    if found.asking == "choice":
        message = (
            f"any one of {len(right)} choices counts as right; a card has one, or asks for all"
        )
        raise CannotCarry(message)
    return SeveralRight(choices, right)


def _spellings(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the spellings that can be typed, each once."""
    kept: dict[str, str] = {}
    for text in (legible(text) for text in texts):
        # What holds neither letter nor digit could never be typed rightly.
        if folded(text):
            kept.setdefault(_same(text), _fits(text, CHOICE_CAP, "the answer"))
    if not kept:
        message = "there is no answer that could be typed"
        raise CannotCarry(message)
    return tuple(kept.values())[:MOST_SPELLINGS]


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


def _category(text: str) -> str:
    text = legible(text) or NO_CATEGORY
    return text if len(text) <= CATEGORY_CAP else f"{text[: CATEGORY_CAP - 1].rstrip()}…"


def _plain_why(kind: Kind) -> str:
    """Return a sentence that says the answer, for a question that came without a reason."""
    words = kind.right_words()
    if isinstance(kind, TrueFalse):
        return f"The statement is {words[0].lower()}."
    return f"Right: {'; '.join(words)}."


def _ident(stem: str, kind: Kind) -> str:
    """Return an id that the same question gets again, in whatever order its choices stand."""
    parts = [type(kind).__name__, stem, *sorted(kind.right_words())]
    options = kind.accepted if isinstance(kind, TypeAnswer) else kind.options
    told = "\0".join([*parts, *sorted(options)])
    return f"q-{hashlib.sha256(told.encode()).hexdigest()[:12]}"

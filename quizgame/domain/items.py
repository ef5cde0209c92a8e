"""A card made ready for the item-writing rules: its texts by what they are for."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.domain.cards import SeveralRight, SingleChoice, TrueFalse, TypeAnswer
from quizgame.domain.drafts import CardDraft, PackDraft, Said
from quizgame.domain.telling import bare, telling, tokens
from quizgame.domain.terms import Glossary, Term


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, or an accepted answer: its text, its words without the article, its term.

    `tells` are its telling words; `term` is the one whose name the text is as a whole; `named`
    says whether it opens with a name.
    """

    said: Said
    words: tuple[str, ...]
    tells: frozenset[str]
    term: Term | None
    named: bool

    @property
    def text(self) -> str:
        """The text as written."""
        return self.said.text


@dataclass(frozen=True, slots=True)
class Item:
    """A card with its texts by what they are for.

    `choices` are those a player picks from, without the words True and False; `right` their
    numbers; `answers` what is accepted of a typed card; `words` are those of the stem, `about` its
    telling ones.
    """

    draft: CardDraft
    stem: Said
    why: Said
    choices: tuple[Option, ...]
    right: frozenset[int]
    answers: tuple[Option, ...]
    english: bool
    words: tuple[str, ...]
    about: frozenset[str]

    @property
    def rights(self) -> tuple[Option, ...]:
        """The right choices, or all accepted answers."""
        return tuple(self.choices[n] for n in sorted(self.right)) or self.answers

    @property
    def wrongs(self) -> tuple[Option, ...]:
        """The wrong choices."""
        return tuple(o for n, o in enumerate(self.choices) if n not in self.right)

    @property
    def single(self) -> bool:
        """Whether just one of the choices is right."""
        return bool(self.choices) and isinstance(self.draft.card.kind, SingleChoice)

    @property
    def key(self) -> Option | None:
        """The one right choice, or the typed answer that is shown."""
        if self.single or self.answers:
            return self.rights[0]
        return None


def items_of(draft: PackDraft) -> tuple[Item, ...]:
    """Return the cards of a pack in the order of the file, made ready."""
    named = _Names(draft.pack.glossary)
    english = is_english(draft.pack.face.language)
    return tuple(_item(card, named, english=english) for card in draft.cards)


def is_english(language: str) -> bool:
    """Tell whether a language code is one of English."""
    return language.casefold().replace("_", "-").split("-")[0] == "en"


class _Names:
    """The names of a pack's terms, whole and by their first word."""

    def __init__(self, glossary: Glossary) -> None:
        self._whole = {bare(name): term for term in glossary.terms for name in term.names}
        self._first = {words[0] for words in self._whole if words}

    def option(self, text: Said) -> Option:
        """Return a choice or an answer made ready."""
        words = bare(text.text)
        named = bool(words) and words[0] in self._first
        return Option(text, words, telling(text.text), self._whole.get(words), named)


def _item(card: CardDraft, named: _Names, *, english: bool) -> Item:
    def options(role: str) -> tuple[Option, ...]:
        return tuple(named.option(text) for text in card.said if text.role == role)

    kind = card.card.kind
    picked = isinstance(kind, SingleChoice | SeveralRight) and not isinstance(kind, TrueFalse)
    stem, why = (_said(card.said, role) for role in ("stem", "why"))
    return Item(
        draft=card,
        stem=stem,
        why=why,
        choices=options("choice") if picked else (),
        right=kind.right_options() if picked else frozenset(),
        answers=options("answer") if isinstance(kind, TypeAnswer) else (),
        english=english,
        words=tuple(tokens(stem.text)),
        about=telling(stem.text),
    )


def _said(texts: Sequence[Said], role: str) -> Said:
    return next((text for text in texts if text.role == role), Said(role, "", 1, 1))


def both_open(one: Item, other: Item) -> bool:
    """Tell whether there is a watch point at which both cards may be asked."""
    a, b = one.draft.card, other.draft.card
    first = max(a.tier, b.tier)
    return all(card.until is None or card.until > first for card in (a, b))

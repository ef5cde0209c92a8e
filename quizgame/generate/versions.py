"""What an article tells beside the story: of who made it, of a sequel, of another version.

Nothing of that happens in the story itself, so nothing is drafted of it but who made and who plays.
"""

import re
from collections.abc import Collection

from quizgame.generate.article import Article, Sentence
from quizgame.generate.proposal import MENTION

_NUMBER = re.compile(MENTION)
_EITHER = (
    r"sequels?|prequels?|remakes?|remade|adaptations?|adapted|re-?tellings?|spin-offs?|reboots?|"
    r"(?:other|later|earlier|another|new|modern|German|American|[12]\d{3}) versions?|"
    r"versions? (?:of \d{4}|where|in which|for)|first draft|earlier draft|alternat(?:e|ive) ending|"
    r"original ending|ending of the original|(?:later|second|next|another|other) "
    r"(?:book|novel|story|play)s?"
)
_OF_A_BOOK = re.compile(
    rf"\b(?:{_EITHER}|films?|movies?|television|TV|mini-?series|(?:TV |BBC |television )series|"
    r"BBC|Netflix|Hollywood|on screen|big screen|the screen|Broadway|(?:stage|screen) "
    r"(?:play|version|production)|musical version|opera by|ballet by)\b",
    re.IGNORECASE,
)
_OF_A_FILM = re.compile(
    rf"\b(?:{_EITHER}|taken from|based on|(?:in|of|from) the (?:original )?(?:novel|novella|book|"
    r"play|short story|tale)|(?:novel|book|play)(?:'s|’s)|(?:novel|book|play) "
    r"(?:ends|has|gives|lets|tells|was|is))\b",
    re.IGNORECASE,
)
_OF_TITLES = re.compile(
    rf"\b(?:{_EITHER}|versions?|screen|television|compared|(?:book|novel) (?:vs|versus|and))\b",
    re.IGNORECASE,
)


class Beside:
    """Tells of each sentence of an article, in order, whether it is told beside the story."""

    def __init__(
        self, article: Article, makers: Collection[int], *, of_book: bool, of_film: bool
    ) -> None:
        self._titles = {one.id: one.title for one in article.sections}
        self._first = article.sections[0].id if article.sections else ""
        self._makers = makers
        # Of a book all that is told of a film is another version, and the other way round.
        self._others = [one for one, fits in ((_OF_A_BOOK, of_book), (_OF_A_FILM, of_film)) if fits]
        self._at: object = None
        self._on = False

    def tells(self, text: str, sentence: Sentence) -> bool:
        """Tell whether a marked sentence is of the making, of a sequel or of another version."""
        if sentence.place != self._at:
            self._at = sentence.place
            title = self._titles.get(sentence.place[0], "")
            self._on = sentence.place[0] != self._first and bool(_OF_TITLES.search(title))
        if any(one.search(sentence.text) for one in self._others):
            # What follows is told of the same version, for all one sees.
            self._on = True
        named = {int(number) for number in _NUMBER.findall(text)}
        return self._on or bool(named & set(self._makers))

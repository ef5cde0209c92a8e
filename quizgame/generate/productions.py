"""Of which production an article lists the cast, where the story itself is a book or a play."""

import re

from quizgame.domain.evidence import Section
from quizgame.generate.article import OPENING, Article, Sentence
from quizgame.generate.proposal import Proposal

_YEAR = r"(?:(?:19|20)\d\d )"
_HOUSE = (
    r"(?:(?:BBC|ITV|HBO|Netflix|Disney|Hammer|RKO|MGM|Amazon|Apple|Channel 4|Granada|PBS|Hallmark|"
    r"Paramount|Universal|Showtime|Hulu|Sky|Warner|Columbia|Broadway|West End) )"
)
_KIND = (
    r"(?:(?:TV|television|silent|stage|feature|animated|live-action|musical) )?"
    r"(?:film|movie|series|mini-?series|serial|adaptation|musical|production|version)"
)
_NAMED = re.compile(rf"\b(?P<what>{_YEAR}?{_HOUSE}?{_YEAR}?{_KIND})\b", re.IGNORECASE)
_OF_YEAR = re.compile(rf"\b(?P<what>{_KIND} of (?:19|20)\d\d)\b", re.IGNORECASE)
_BOOK = re.compile(
    r"\b(?:novels?|novellas?|books?|short stor(?:y|ies)|tragedy|chapters?|readers?|author|"
    r"published|novelist|playwright|(?:the|this|[’']s) play|play (?:of|by|from))\b",
    re.IGNORECASE,
)
_FILM = re.compile(
    r"\b(?:films?|movies?|series|episodes?|seasons?|director|directed|screen|starring)\b",
    re.IGNORECASE,
)
_WROTE = re.compile(r"\b(?:written|wrote|penned|screenplay|script)\b")
_DATED = re.compile(r"\((?:19|20)\d\d\)")
"""What stands after the title of a film: "Snow (1927)"."""
_OFTEN = 3
_SURE = re.compile(rf"{_YEAR}|{_HOUSE}")


def about_a_book(article: Article) -> bool:
    """Tell whether an article explains a book or a play, by the words it uses."""
    return _leaning(article) > 0


def about_a_film(article: Article) -> bool:
    """Tell whether an article explains a film or a series, by its title and the words it uses."""
    return _DATED.search(article.title) is not None or _leaning(article) < 0


def made_so(made: Proposal, text: str, *, of_book: bool, of_film: bool) -> bool:
    """Tell whether a story was made as a sentence tells it: "Lang's film" is directed by him.

    Of a book there may be many films, and who writes a film needs to be told in so many words.
    """
    if made.relation == "made_by" and made.how == "directed":
        return of_film
    by = made.relation == "made_by" and of_film and not of_book
    return not by or bool(_WROTE.search(text))


def _leaning(article: Article) -> int:
    """Return how many more words are of books than of films, in the opening or else in all.

    Of a film an article speaks often; one that is named at the end is made after a book.
    """
    opening = " ".join((article.title, *(one.text for one in article.of_section(OPENING))))
    if more := _more_of_books(opening):
        return more
    more = _more_of_books(article.text)
    return more if more > 0 or more <= -_OFTEN else 0


def _more_of_books(text: str) -> int:
    return len(_BOOK.findall(text)) - len(_FILM.findall(text))


def production(article: Article, sentence: Sentence) -> str:
    """Return the production a sentence tells the cast of, empty when it cannot be told apart.

    It is named in the sentence, in the heading above, or beside it in the same section: "BBC
    series", "1997 film". What has neither a year nor a maker could be any of many.
    """
    section = next(one for one in article.sections if one.id == sentence.place[0])
    around = " ".join(one.text for one in article.of_section(section.id))
    everywhere = " ".join((around, *(one.title for one in article.sections), article.text))
    for text in (sentence.text, _title(section), around, everywhere):
        found = list(dict.fromkeys(_named(text)))
        if text is not sentence.text and re.search(r"\b(?:19|20)\d\d\b", sentence.text):
            # "She played Anna in 1927": that is another one.
            return ""
        if len(found) == 1:
            return f"in the {found[0]}"
        if found:
            return ""
    return ""


def _title(section: Section) -> str:
    return "" if section.id == OPENING else section.title


def _named(text: str) -> list[str]:
    """Return the productions a text names with a year or a maker."""
    plain = " ".join(text.split())
    found = (one for expression in (_NAMED, _OF_YEAR) for one in expression.finditer(plain))
    named = (one["what"] for one in found if _SURE.search(f"{one['what']} "))
    # Headings have capitals that a question has not.
    return [
        re.sub(rf"{_KIND}", lambda kind: kind.group().lower(), one, flags=re.IGNORECASE)
        for one in named
    ]

"""Of which production an article lists the cast, where the story itself is a book or a play."""

import re

from quizgame.domain.evidence import Section
from quizgame.generate.article import OPENING, Article, Sentence

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
    r"published|novelist)\b",
    re.IGNORECASE,
)
_FILM = re.compile(
    r"\b(?:films?|movies?|series|episodes?|seasons?|director|directed|screen|starring)\b",
    re.IGNORECASE,
)
_SURE = re.compile(rf"{_YEAR}|{_HOUSE}")


def about_a_book(article: Article) -> bool:
    """Tell whether an article explains a book or a play, by the words it uses."""
    opening = " ".join((article.title, *(one.text for one in article.of_section(OPENING))))
    for text in (opening, article.text):
        book, film = len(_BOOK.findall(text)), len(_FILM.findall(text))
        if book != film:
            return book > film
    return False


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

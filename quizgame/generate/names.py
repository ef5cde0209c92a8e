"""Finding the names of an article: who, where and what, each with its other spellings.

Names are told by their capitals and by how often they stand so, never by a list of names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgame.generate import verbs, words
from quizgame.generate.article import Article
from quizgame.generate.capitals import Run, counted, runs


def titled(key: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return a name's title (Mr, Chef...), empty when it has none, and the rest of it."""
    if len(key) > 1 and key[0] in words.TITLES and key[1] not in {"of", "the"}:
        return key[0], key[1:]
    return "", key


def bare(text: str) -> str:
    """Return a name's words on one line, with plain spaces."""
    return " ".join(text.replace("\u00a0", " ").split())


@dataclass(slots=True)
class Seen:
    """How a name is written and used: counts of its spellings and of what speaks for each sort."""

    spellings: Counter[str] = field(default_factory=Counter)
    person: int = 0
    place: int = 0
    work: int = 0
    owned: int = 0
    called: int = 0
    after_the: int = 0
    after_of: int = 0
    bracketed: int = 0
    as_kin: int = 0
    handed: int = 0
    first: int = 0
    after_in: int = 0

    @property
    def count(self) -> int:
        """How often it stands in the article."""
        return self.spellings.total()


Key = tuple[str, ...]
_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(?P<stop>[,:]?) ?$")
_CALLED = words.KIN | words.FRIENDS | words.CALLINGS | words.UNNAMED | {"named", "called", "by"}
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Oo]ff|[Nn]ear)(?: the)? $")
_IS_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he) is |\b(?:apologi[sz]es|apologi[sz]ed|engaged|married|confesses|confessed|"
    r"proposes|proposed|speaks|spoke|talks|talked|listens|listened|thanks to|appeals|explains) to $"
)
_WHAT_IS_CALLED = re.compile(r"\b(?:an?|the) (?:[\w-]+ )*?([\w-]+),? (?:called|named) $")
_HANDED = re.compile(
    r"\b(?:gives?|gave|given|hands?|handed|shows?|showed|sends?|sent|brings?|brought|tells?|told|"
    r"lends?|lent|offers?|offered|asks?|asked|makes?|made)(?: the)? $"
)
"""After which of two names side by side the first is given what is the second's."""
_NAMED = re.compile(r"\bnames? (?:is|was) $")
_APPOSITION = re.compile(
    r"(?:, (?:now |once )?| (?:is|was|becomes) (?:not )?| ?[–—:|-] )"
    r"(?:a|an|the|his|her|their|[A-Z][\w-]*['’]s) "
    r"((?:[a-z][\w-]* ){0,4}[a-z][\w-]*)"
)
_DEAD = re.compile(
    r" (?:is|was) (?:dead|killed|murdered|shot|arrested|wounded|alive)\b|"
    r",? \(?(?:played|portrayed) by "
)
_VERB = re.compile(r" (?:\w+ly |then |also |soon |later )?([a-z]+)\b")
_OF_PERSON = re.compile(
    r"['’]s? (?:\w+ ){0,2}(?:" + "|".join(sorted(words.KIN | words.FRIENDS)) + r")\b"
)


def all_names(article: Article, hidden: str) -> dict[Key, Seen]:
    """Return every name as it is compared; what is `hidden` (the story's own title) counts not."""
    sentences = [one for paragraph in article.paragraphs for one in paragraph.sentences()]
    counts = counted(sentences)
    found: dict[Key, Seen] = defaultdict(Seen)
    for sentence in sentences:
        text = sentence.text
        if hidden and not is_eponym(hidden):
            text = text.replace(hidden, " " * len(hidden))
        if listed := IN_CAST.match(text):
            # What else an actor was in stands between brackets, and is not of this story.
            text = text[: listed.end(1)] + re.sub(r"[^ ]", " ", listed[2]) + text[listed.end(2) :]
        actors = [(one.start(1), one.end(1)) for one in IN_BRACKETS.finditer(text)]
        for run in runs(text, counts):
            if not text.startswith((" family", " families"), run.end):
                _note(found[run.key], text, run)
                found[run.key].first = found[run.key].first or len(found)
                found[run.key].bracketed += (run.start, run.end) in actors
    lasts = {one[-1] for one in found}
    for said in _in_titles(article):
        key = tuple(said.casefold().split())
        if key not in found and key[:1] in found and key[-1] in lasts:
            # Of two Marys one may be told of by her full name in a heading only.
            found[key] = Seen(Counter({said: 1}), person=1, first=len(found))
    return dict(found)


def _in_titles(article: Article) -> Iterator[str]:
    """Yield two words of a heading that may be somebody's name: "Who Is Mary Thorne?"."""
    for section in article.sections[1:]:
        for found in _TWO_WORDS.finditer(section.title):
            first, last = (one.casefold() for one in found[1].split())
            given = first in words.MALE_GIVEN | words.FEMALE_GIVEN
            if given and last not in words.OPENERS | words.NOT_NAMES | words.PLACE_WORDS:
                yield found[1]


_TWO_WORDS = re.compile(r"(?<![\w-])([A-Z][a-z]+ [A-Z][a-z]+)(?![\w-])(?:['’]s)?")


IN_BRACKETS = re.compile(
    r"(?<=[a-z]) \(((?:[A-Z][\w.'’-]*|v[ao]n|de|der|la)(?: (?:[A-Z][\w.'’-]*|v[ao]n|de|der|la))+)\)"
)
"""Who plays somebody, right after the name: "Orlok (Max Schreck)"."""
IN_CAST = re.compile(r"(\W*(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]*\s?)(\([^()]*\))\s+as\s")


def is_eponym(title: str) -> bool:
    """Tell whether a story's title can be the name of somebody in it."""
    return len(title.split()) < 4 and all(  # noqa: PLR2004
        word[0].isupper() and word.casefold() not in words.OPENERS for word in title.split()
    )


def _note(seen: Seen, text: str, run: Run) -> None:
    seen.spellings[bare(text[run.start : run.end])] += 1
    behind, ahead = text[max(0, run.start - 40) : run.start], text[run.end : run.end + 80]
    word = _BEFORE.search(behind.replace("\u00a0", " "))
    before = word.group(1).casefold() if word else ""
    if word and word["stop"] and before in words.OPENERS:
        # "A:" before an answer is no article.
        before = ""
    if _NAMED.search(behind):
        before = "named"
    if before in {"called", "named"} and (what := _WHAT_IS_CALLED.search(behind)):
        # "An elephant called Kiouni" is nobody.
        before = before if what[1].casefold() in _CALLED else "a"
    seen.after_the += before == "the"
    seen.after_in += _IN_PLACE.search(behind) is not None
    seen.called += before in words.KIN | words.FRIENDS
    seen.handed += _HANDED.search(behind) is not None and ahead.startswith(("'s ", "’s "))
    seen.as_kin += before in words.KIN
    verb, beside = _VERB.match(ahead), _APPOSITION.match(ahead)
    called = beside is not None and any(
        said in _CALLED for said in beside.group(1).replace("-", " ").split()
    )
    acts = verb is not None and verb.group(1) in verbs.of_people()
    done_to = before in verbs.done_to_people() or _DEAD.match(ahead) is not None
    # A line that is no sentence: "Jane Roe as Ada".
    done_to |= before == "as" and text.rstrip()[-1:] not in {".", "!", "?"}
    done_to |= _IS_SOMEBODY.search(behind) is not None
    if before in _CALLED or called or acts or done_to or _OF_PERSON.match(ahead):
        seen.person += 1
    elif before in words.BEFORE_PLACES and not ahead.startswith(("'s ", "’s ")):
        seen.place += before != "of"
        seen.after_of += before == "of"
    elif before in {"his", "her", "their", "a", "an"}:
        seen.owned += 1
    if behind[-1:] in {'"', "“"} and ahead.lstrip(",.?!")[:1] in {'"', "”"}:
        seen.work += 1

"""How people appear in an article: how often, whether they do anything, and by which titles."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from quizgame.domain.telling import listed
from quizgame.generate.article import OPENING, Article
from quizgame.generate.facts import Name
from quizgame.generate.words import MALE_GIVEN, womans

_OFTEN_ENOUGH = 3
_ACTS = re.compile(
    r"<(\d+)>(?:, [^<>,.;:]{2,70},| \([^()]{2,60}\))?(?:,? who)? "
    r"(?:(?:\w+ly|then|also|soon|later|now|again|only|first|still|never|even|once) )*([a-z]+)\b"
)
_NO_DEED = listed(
    "is was are were has had have been will would could can may might must should did does do dies "
    "died dead and or but in on at to from with for of by as into who whom whose that which when "
    "while where because if so than then there here about after before against during the a an "
    "his her their its alone alike both together himself herself too not or nor drowns drowned "
    "perishes perished"
)
_GONE = re.compile(
    r"\b(?:ghost|spirit|spectre|phantom|apparition|soul|memory|grave|tomb) of (?:the )?<(\d+)>|"
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:late|dead|long-dead|deceased)(?: [a-z]+)? <(\d+)>|"
    r"<(\d+)>(?:, [^<>,.;:]{2,50},)?,?(?: who)? (?:(?:is|was|are) (?:already |long )?dead\b|"
    r"(?:has|had) (?:died|been (?:killed|murdered|found))|(?:[a-z]+ )?died [^.;]*\bago\b)"
)
"""Who was dead before, or goes about as a ghost."""
_STYLED = re.compile(
    r"\b(Mr|Mrs|Miss|Monsieur|Madame|Mademoiselle|Sir|Lady|Lord|Master|Father|Brother|Sister|Herr|"
    r"Frau|Señor|Señora|Count|Countess|King|Queen|Prince|Princess)\b\.? "
    r"((?:[^\W\d_a-z][\w'’-]*)(?: [^\W\d_a-z][\w'’-]*){0,2})"
)
"""Somebody with a title, as it may stand in a heading only: "Who Is Monsieur Madeleine?"."""


class Appearing:
    """Who is told of in an article, by ids; without an article everybody acts."""

    def __init__(self, names: Mapping[str, Name], article: Article | None) -> None:
        self._names = names
        self._read = article is not None
        self._mentions: Counter[str] = Counter()
        self._acting: set[str] = set()
        self._gone: set[str] = set()
        self._plotted: set[str] = set()
        self._headed = article is not None and article.headed
        sayings = {way for one in names.values() for way in (one.name, *one.aliases)}
        plain = {one.replace(".", "") for one in sayings}
        self._titles: dict[str, set[str]] = {}
        for title, said in _STYLED.findall(article.text) if article else ():
            words = said.replace("’", "'").removesuffix("'s").split()
            for end in range(len(words), 0, -1):
                name = " ".join(words[:end])
                # Mrs Barrymore is not Barrymore.
                if name in sayings and f"{title} {name}" not in plain:
                    self._titles.setdefault(name, set()).add(title.casefold())
                    break

    def see(self, text: str, idents: tuple[str, ...], here: Iterable[str], section: str) -> None:
        """Note a marked sentence: whom it names, who does something in it but die, who is dead."""
        named = set(here)
        self._mentions.update(named)
        self._plotted |= named if section != OPENING else set()
        for found in _ACTS.finditer(text):
            if found[2] not in _NO_DEED:
                self._acting.add(idents[int(found[1])])
        for found in _GONE.finditer(text):
            self._gone.update(idents[int(one)] for one in found.groups() if one)

    def titles(self, name: Name) -> set[str]:
        """Return the titles, in small letters, that stand before somebody's names."""
        ways = (name.name, *name.aliases)
        return {title for way in ways for title in self._titles.get(way, ())}

    def mentions(self, ident: str) -> int:
        """Return in how many sentences somebody or something is named."""
        return self._mentions[ident]

    def outside(self, ident: str) -> bool:
        """Tell whether somebody is named before the first heading only, as who made it is."""
        return self._headed and self._mentions[ident] > 0 and ident not in self._plotted

    def passing(self, ident: str) -> bool:
        """Tell whether somebody is named in passing, by a given name that many have: Tom."""
        name = self._names[ident].name.casefold()
        plain = name in MALE_GIVEN or womans(name)
        return self._read and plain and self._mentions[ident] < _OFTEN_ENOUGH

    def once(self, ident: str) -> bool:
        """Tell whether somebody is named in one sentence only."""
        return self._read and self._mentions[ident] == 1

    def gone(self, ident: str) -> bool:
        """Tell whether somebody is told to be dead before, or to go about as a ghost."""
        return ident in self._gone

    def acts(self, ident: str) -> bool:
        """Tell whether somebody is shown doing something, alive, in the story."""
        return not self._read or (ident in self._acting and ident not in self._gone)

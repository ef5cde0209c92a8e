"""Sentences with each name put as <number>, pronouns too where only one person can be meant."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgame.domain.telling import listed
from quizgame.generate import words
from quizgame.generate.article import Article, Paragraph, Sentence
from quizgame.generate.facts import Name
from quizgame.generate.makers import actors_and_authors
from quizgame.generate.people import STORY

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " "}
    | dict.fromkeys("‐‑‒", "-")
)
_LONGEST = 1_200
_GIVEN_TELLS = 6
MENTION = re.compile(r"<(\d+)>")
_PRONOUN = re.compile(r"(?<![\w-])([Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er)(?![\w'-])")
_UNNAMED = re.compile(
    r"\b(?:a|an|the|this|that|another|old|young|one|two|three|four) (?:[\w-]+ ){0,2}?("
    + "|".join(sorted(words.UNNAMED))
    + r"|criminal|prisoner|tramp|beggar|soldier|policeman|thief)s?\b"
)
_WHOSE_KIN = re.compile(
    r"(?:\b[Hh]is|\b[Hh]er|<\d+>'s) (?:[a-z-]+ )?(" + "|".join(sorted(words.KIN)) + r")\b(?!,? <)"
)
"""Somebody of the family who is not named: "his father's ghost", who may be "him" next."""
_GIRLS, _BOYS = listed("girl woman lady"), listed("boy man gentleman")
_HE = re.compile(r"(?<![\w-])(?:[Hh]e|[Hh]im)(?![\w-])")
_SHE = re.compile(r"(?<![\w-])[Ss]he(?![\w-])")
_AND_HIS = re.compile(r"(?P<who><\d+>|\b[A-Z]\w+) and $")
_SUBJECT = re.compile(
    r"(?<!says that )(?<!said that )(?<!says )\b([Hh]e|[Ss]he|himself|herself|his)\b"
)
_BESIDE = re.compile(r"(?<=>), (?:an?|the) [^<>,.;:]{2,60}(?=[,.;:])")
_AFTER_HER = re.compile(r"\s+([^\W\d_][\w'-]*)")
_CLAUSE = re.compile(
    r"([,;:]| and | but | or | that | who | when | while | because | as | if | to )"
)
_NO_NOUN = listed(
    "in on at to from with for and or but as when while before after until because if that so by "
    "the a an this these those all both some any no not "
    "of into out up down over away back who which alone again too then there here how what why "
    "instead about through across under"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with <number> for each name; `text` has straight quotes and plain spaces."""

    paragraph: Paragraph
    sentence: Sentence
    text: str = field(repr=False)


class Marker:
    """Finds the names of a story in sentences, and whom pronouns mean."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self.names = tuple(name for name in names if name.state != "rejected" or name.id == STORY)
        self.numbers: dict[str, int] = {}
        shared = Counter(
            said for name in self.names for said in {_form(s) for s in (name.name, *name.aliases)}
        )
        for number, name in enumerate(self.names):
            for said in _variants(name):
                if shared[_form(said)] == 1 or name.id != STORY:
                    self.numbers.setdefault(_form(said), number)
        sayings = sorted(self.numbers, key=lambda said: (-len(said), said))
        listed = "|".join(re.escape(said).replace(r"\ ", r"\s") for said in sayings)
        # Whose something is ends with the bare mark after an s: "Dumas' novel".
        whose = r"(?:(?<=s)'(?= [\w\"<]))?"
        self._mention = (
            re.compile(rf"(?<![\w-])(?:{listed}){whose}(?!\w|-\w| famil)") if listed else None
        )
        self._story = _form(self.names[0].name) if self.names else ""
        self.women: dict[int, bool | None] = {}
        self.authors: set[int] = set()
        self.makers: set[int] = set()

    def mark(self, text: str) -> str:
        """Return a sentence with its names marked."""
        text = text.translate(_PLAIN).replace("<", "(").replace(">", ")")
        text = re.sub(r"(?<=\b[A-Z])\.(?= [A-Z])", "", text)
        if self._mention is None:
            return text
        return self._mention.sub(self._number, text)

    def _number(self, found: re.Match[str]) -> str:
        said = _form(re.sub(r"\s", " ", found.group()))
        owner = "'s" if said.endswith("'") else ""
        said = said.removesuffix("'")
        text = found.string
        quoted = text[found.start() - 1 : found.start()] == '"' and (
            text[found.end() : found.end() + 1] in {'"', ","}
        )
        if quoted and said == self._story:
            return "<0>"
        return f"<{self.numbers[said]}>{owner}" if said in self.numbers else found.group()

    def is_person(self, number: int) -> bool:
        """Tell whether a number means a person."""
        return self.names[number].sort == "person"

    def learn_makers(self, marked: Sequence[str]) -> None:
        """Tell who acted in the story and its authors: no pronoun in it means them."""
        people = [
            number
            for number, one in enumerate(self.names)
            # "The governess" of a story may write it all down, and is somebody in it.
            if one.sort == "person" and not one.name.startswith("the ")
        ]
        actors, self.authors = actors_and_authors(marked, people)
        self.makers = actors | self.authors

    def learn_women(self, marked: Iterable[str]) -> None:
        """Tell women from men by their titles, their kin, and the pronouns after their names."""
        told: dict[int, Counter[bool]] = {}
        kin = "|".join(sorted(words.FEMALE_KIN | words.MALE_KIN | _GIRLS | _BOYS))
        whose = re.compile(
            rf"\b({kin}),? (?:(?:is|was|are) )?<(\d+)>|<(\d+)>,? (?:(?:is|was) )?"
            rf"(?:the|his|her|their|a|<\d+>'s) (?:[\w-]+ ){{0,2}}({kin})\b"
        )
        listed = list(marked)
        for text in listed:
            for found in whose.finditer(text):
                word = found.group(1) or found.group(4)
                number = int(found.group(2) or found.group(3))
                told.setdefault(number, Counter())[word in words.FEMALE_KIN | _GIRLS] += 3
            people = {int(n) for n in MENTION.findall(text) if self.is_person(int(n))} - self.makers
            if len(people) == 1 and not _UNNAMED.search(text):
                (number,) = people
                after = text[text.index(f"<{number}>") :]
                for pronoun in _SUBJECT.findall(after):
                    # "her" would tell less: it may be somebody the person acts on.
                    told.setdefault(number, Counter())[_female(pronoun)] += 1 + (pronoun != "his")
        self._settle_women(told)
        for _ in range(2):
            for text in listed:
                self._learn_by_others(text, told)
            self._settle_women(told)

    def _learn_by_others(self, text: str, told: dict[int, Counter[bool]]) -> None:
        """Where all but one are known to be women, "he" and "his" mean the one; or vice versa."""
        people = {int(n) for n in MENTION.findall(text) if self.is_person(int(n))} - self.makers
        unsure = {number for number in people if number not in self.women}
        if len(unsure) != 1 or len(people) == 1 or _UNNAMED.search(text):
            return
        known = {self.women[number] for number in people - unsure}
        if len(known) == 1 and (female := not known.pop()) is not None:
            number = unsure.pop()
            # "Her son Bo talks to Cora": what stands before may mean whoever was told of before.
            after = text[text.index(f"<{number}>") :]
            if female in (_female(word) for word in _PRONOUN.findall(after)):
                told.setdefault(number, Counter())[female] += 1

    def _settle_women(self, told: dict[int, Counter[bool]]) -> None:
        for number, name in enumerate(self.names):
            titles = {said.split()[0].strip(".").casefold() for said in (name.name, *name.aliases)}
            count = Counter(told.get(number, Counter()))
            given = name.name.split()[0].casefold()
            # A given name that tells it outweighs a few pronouns, which may mean another.
            count[True] += _GIVEN_TELLS * words.womans(given)
            count[False] += _GIVEN_TELLS * (given in words.MALE_GIVEN - words.FEMALE_GIVEN)
            if titles & words.FEMALE_TITLES:
                self.women[number] = True
            elif titles & words.MALE_TITLES:
                self.women[number] = False
            elif count[True] != count[False]:
                self.women[number] = count[True] > count[False]

    def _candidates(self, text: str, *, female: bool) -> tuple[set[int], bool]:
        """Return whom a pronoun can mean in a text, and whether somebody without a name can be."""
        people = {
            int(number)
            for number in MENTION.findall(text)
            if self.is_person(int(number)) and self.women.get(int(number), female) is female
        } - self.makers
        # "Bo, a young man" is one person and no other man.
        text = _BESIDE.sub("", text)
        # Of whom it is not known may be meant, so that nobody else can be told to be.

        other = words.MALE_UNNAMED if female else words.FEMALE_UNNAMED
        unnamed = any(word not in other for word in _UNNAMED.findall(text.casefold()))
        kin = words.FEMALE_KIN if female else words.MALE_KIN
        unnamed |= any(word in kin for word in _WHOSE_KIN.findall(text))
        return people, unnamed

    def resolve(self, text: str, before: str) -> str:
        """Put <number> for the pronouns of a marked sentence that can mean one person only."""
        done, at = "", 0
        # "Bo visits him before he is hanged": after a "him" that is nobody's, "he" is nobody's too.
        lost: set[bool] = set()
        for found in _PRONOUN.finditer(text):
            done += text[at : found.start()]
            at = found.start()
            said = found.group().casefold()
            ahead = _AFTER_HER.match(text, found.end())
            no_noun = ahead is None or ahead.group(1).casefold() in _NO_NOUN
            acted_on = said == "him" or (said == "her" and no_noun)
            whose = said == "his" or (said == "her" and not no_noun)
            number = self._meant(done, before, female=_female(said), acted_on=acted_on)
            if whose and (beside := _AND_HIS.search(done)):
                # "Bo and his sister": nobody else's.
                number = self._his_own(beside["who"], number, female=_female(said))
            if acted_on and number is None:
                lost.add(_female(said))
            if number is not None and _female(said) not in lost:
                done += f"<{number}>'s" if whose else f"<{number}>"
                at = found.end()
        return done + text[at:]

    def _his_own(self, beside: str, number: int | None, *, female: bool) -> int | None:
        """Return whose something is after "Bo and his": Bo's, if he is a man, as all one sees."""
        own = int(beside[1:-1]) if beside.startswith("<") else -1
        told = self.women.get(own)
        if told is None:
            return None
        return own if told is female and own not in self.makers else number

    def _meant(self, here: str, before: str, *, female: bool, acted_on: bool) -> int | None:
        """Return whom a pronoun means, if only one can be; `acted_on` for "him" and "her"."""
        barred: set[int] = set()
        if acted_on:
            # Whoever acts in this clause would be "himself".
            clauses = _CLAUSE.split(here)
            while len(clauses) > 1 and clauses[-2] == "," and not MENTION.search(clauses[-1]):
                del clauses[-2:]
            barred = {int(number) for number in MENTION.findall(clauses[-1])}
        people, unnamed = self._candidates(here, female=female)
        people -= barred
        acting = {int(number) for number in re.findall(r"<(\d+)>(?!'s)", here)}
        if people and not unnamed and not people & acting:
            # "His dog" after "Holmes's head": whoever was spoken of before may be meant as well.
            earlier, unnamed = self._candidates(before, female=female)
            people |= earlier - barred
        if not people and not unnamed:
            people, unnamed = self._candidates(before, female=female)
            people -= barred
            # Whoever is "he" before anybody is named may be meant again.
            said = (_SHE if female else _HE).search(before)
            unnamed |= said is not None and not MENTION.search(before[: said.start()])
        if len(people) != 1 or unnamed:
            return None
        (number,) = people
        return number if number in self.women else None


def _variants(name: Name) -> Iterator[str]:
    """Yield all spellings of a name; after a hyphen both cases are written."""
    for said in (name.name, *name.aliases):
        yield said
        if said.startswith("the "):
            yield f"T{said[1:]}"
        if "-" in said and name.sort == "person":
            yield re.sub(r"-(\w)", lambda found: "-" + found.group(1).upper(), said)


def _female(pronoun: str) -> bool:
    return pronoun.casefold() in {"she", "her", "herself"}


def _form(said: str) -> str:
    return re.sub(r"(?<=\b[A-Z])\.(?= [A-Z])", "", said.translate(_PLAIN))


def marked_sentences(article: Article, marker: Marker) -> Iterator[Marked]:
    """Yield every sentence with its names and what pronouns can be told."""
    plain = [
        (
            paragraph,
            [
                (one, marker.mark(one.text))
                for one in paragraph.sentences()
                # What is longer is no sentence, and would take for ever.
                if len(one.text) <= _LONGEST
            ],
        )
        for paragraph in article.paragraphs
    ]
    texts = [text for _, rows in plain for _, text in rows]
    marker.learn_makers(texts)
    marker.learn_women(texts)
    for paragraph, rows in plain:
        before = ""
        for sentence, text in rows:
            told = marker.resolve(text, before)
            yield Marked(paragraph, sentence, told)
            before = told

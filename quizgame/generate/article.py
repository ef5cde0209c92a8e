"""An explainer as it is read: sections, paragraphs and sentences, each with its place."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from quizgame.domain.evidence import Place, Section, fingerprint, normalised
from quizgame.generate.sentences import sentence_spans

OPENING = "opening"
MOST_HEADINGS = 120
LONGEST_TITLE = 200
_ID_LENGTH = 32
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of readable text that is not blank; `level` is 1 to 6 for a heading, else 0."""

    text: str = field(repr=False)
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph: offsets in its characters, from 0, the end not included."""

    place: Place
    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of prose: its place as `evidence.paragraphs` counts it."""

    place: Place
    text: str = field(repr=False)

    @property
    def passage(self) -> str:
        """The paragraph's fingerprint."""
        return fingerprint(self.text)

    def sentences(self) -> Iterator[Sentence]:
        """Yield its sentences in order."""
        for start, end in sentence_spans(self.text):
            yield Sentence(self.place, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An explainer: `sha256` of its file as 64 hex digits; `text` has a line a paragraph.

    `headed` tells whether it has headings besides its title.
    """

    title: str
    sha256: str
    text: str = field(repr=False)
    sections: tuple[Section, ...] = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    headed: bool = True

    def of_section(self, ident: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a section."""
        return tuple(one for one in self.paragraphs if one.place[0] == ident)


def slug(text: str, longest: int = _ID_LENGTH) -> str:
    """Return an id made of the text's letters, empty when it has none of a-z and 0-9."""
    letters = unicodedata.normalize("NFKD", normalised(text).replace("'", ""))
    unaccented = "".join(sign for sign in letters if not unicodedata.combining(sign))
    plain = _NO_LETTERS.sub("-", unaccented)
    return plain.strip("-")[:longest].strip("-")


def free(ident: str, taken: Collection[str]) -> str:
    """Return the id, with a number after it where it is taken."""
    if ident not in taken:
        return ident
    return next(new for n in range(2, 100_000) if (new := f"{ident}-{n}") not in taken)


def arranged(lines: list[Line], sha256: str, name: str) -> Article:
    """Return the article that the lines make; `name` stands in for a title that is not there."""
    too_many = sum(bool(line.level) for line in lines) > MOST_HEADINGS
    titled = bool(lines) and lines[0].level > 0
    title = lines[0].text[:LONGEST_TITLE] if titled else name
    sections = [Section(OPENING, title, 0)]
    known = {normalised(title): OPENING}
    for line in lines[1:] if titled else lines:
        plain = normalised(line.text)
        if line.level and not too_many and len(line.text) <= LONGEST_TITLE and plain not in known:
            known[plain] = free(slug(line.text) or "part", set(known.values()))
            sections.append(Section(known[plain], line.text, 0))
    here = OPENING
    counted = dict.fromkeys(known.values(), 0)
    found: list[Paragraph] = []
    for line in lines[1:] if titled else lines:
        # A line that says what a title says is a title wherever it stands.
        if (plain := normalised(line.text)) in known:
            here = known[plain]
        else:
            counted[here] += 1
            found.append(Paragraph((here, counted[here]), line.text))
    return Article(
        title=title,
        sha256=sha256,
        text="\n".join(line.text for line in lines) + "\n",
        sections=tuple(sections),
        paragraphs=tuple(found),
        headed=len(sections) > 1,
    )

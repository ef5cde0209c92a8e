"""Capitalised words that stand together in a sentence, and may be a name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quizgame.generate import words
from quizgame.generate.article import Sentence

_TOKEN = re.compile(r"(?:[OD]['’])?[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_JOINED = re.compile(
    r"[ \u00a0]|['’] |(?:\. ?)|[ \u00a0](?:of|of the|de|de la|von|van|du|del|der)[ \u00a0]"
)
_MOST_WORDS = 6
_LONGEST = 60
_STYLES = frozenset({"mr", "mrs", "miss", "ms", "dr", "monsieur", "madame", "mademoiselle", "herr"})
"""Titles that stand at the head of a name only."""
_OPENING_MARKS = "\"'“‘«(•*·–—- \u00a0"


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together: offsets in the sentence, and the words."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.casefold().replace("‐", "-").replace("‑", "-") for word in self.words)


@dataclass(slots=True)
class Capitals:
    """How often each word stands with a capital amid a sentence, and how often without."""

    amid: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)


def counted(sentences: Iterable[Sentence]) -> Capitals:
    """Count how the words of all sentences are written."""
    counts = Capitals()
    for sentence in sentences:
        at_start = True
        for token in _TOKEN.finditer(sentence.text):
            word = token.group()
            folded = word.casefold()
            if word[0].islower():
                counts.small[folded] += 1
            elif at_start or _opens(sentence.text, token.start()):
                counts.first[folded] += 1
            else:
                counts.amid[folded] += 1
            at_start = False
    return counts


def _opens(text: str, at: int) -> bool:
    """Tell whether a word opens a sentence or something said."""
    before = text[:at].rstrip(_OPENING_MARKS)
    return not before or before[-1] in ".!?:;…" or text[max(0, at - 1) : at] in '"“'


def runs(text: str, counts: Capitals) -> Iterator[Run]:
    """Yield the runs of capitalised words of a sentence that may be names."""
    open_run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if not token.group()[0].isupper():
            continue
        if open_run and not _continues(text, open_run, token):
            yield from _settled(text, open_run, counts)
            open_run = []
        open_run.append(token)
    if open_run:
        yield from _settled(text, open_run, counts)


def _continues(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    between = text[run[-1].end() : token.start()]
    if not _JOINED.fullmatch(between):
        return False
    last = run[-1].group()
    if _begins_anew(text, last.casefold(), token):
        return False
    if between[0] in "'’":
        return last.endswith("s")
    if between.startswith("."):
        # "Rudolf V." ends a sentence as a rule; "H. G." does not.
        numeral = last in {"I", "V", "X"} and len(run) > 1
        return (len(last) == 1 and not numeral) or last.casefold() in words.TITLES | {"st"}
    if len(between) > 1 and between.strip().startswith("of"):
        return len(run) == 1 and last.casefold() not in words.OPENERS
    return True


def _begins_anew(text: str, last: str, token: re.Match[str]) -> bool:
    """Tell whether with a title another name begins: "Downstairs Mrs Brooks"."""
    title = token.group().casefold()
    if last in words.TITLES or title not in words.TITLES:
        return False
    # "In California Governor Low" is two names; Mary King has but one.
    named = re.match(r"\.? [A-Z]", text[token.end() :]) is not None
    return title in _STYLES or (named and last not in words.MALE_GIVEN | words.FEMALE_GIVEN)


def _settled(text: str, run: list[re.Match[str]], counts: Capitals) -> Iterator[Run]:
    """Yield the run without the words that only happen to have a capital."""
    initial = _opens(text, run[0].start())
    if initial and not _is_name_at_start(text, run, counts):
        run = run[1:]
        initial = False
    while run and _plain(run[0].group()):
        run = run[1:]
    # "Just" ends no name, but Marguerite St. Just's.
    while run and _plain(run[-1].group()) and not (run[1:] and run[-2].group() == "St"):
        run = run[:-1]
    too_long = len(run) > _MOST_WORDS or (run and run[-1].end() - run[0].start() > _LONGEST)
    if run and not too_long and any(len(token.group()) > 1 for token in run):
        whole = text[run[0].start() : run[-1].end()]
        parts = tuple(_TOKEN.findall(whole))
        yield Run(run[0].start(), run[-1].end(), parts, initial)


def _plain(word: str) -> bool:
    folded = word.casefold()
    return folded in words.NOT_NAMES or folded in words.OPENERS


def _is_name_at_start(text: str, run: list[re.Match[str]], counts: Capitals) -> bool:
    """Tell whether the first word of a sentence is a name, or has its capital for being first."""
    first = run[0].group()
    folded = first.casefold()
    if folded in words.OPENERS or folded in words.NOT_NAMES:
        return False
    if folded in words.TITLES and len(run) > 1:
        return True
    if counts.amid[folded]:
        return True
    if counts.small[folded]:
        return False
    if folded.endswith(("ing", "ly")) or (folded.endswith("ed") and len(run) == 1):
        return False
    return len(run) > 1 or _used_as_name(text[run[0].end() :]) or counts.first[folded] > 1


_AFTER_NAME = re.compile(
    r"['’]s\b|, (?:a|an|the|who|whose|which|once|now)\b|"
    r" (?:is|was|has|had|does|did|says|said|dies|goes|comes|becomes|lives|finds|takes|and [A-Z])\b"
)


def _used_as_name(after: str) -> bool:
    return bool(_AFTER_NAME.match(after))

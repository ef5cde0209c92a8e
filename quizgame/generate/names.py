"""Finding the names of an article: who, where and what, each with its other spellings.

Names are told by their capitals and by how often they stand so, never by a list of names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quizgame.generate import verbs, words
from quizgame.generate.article import Article, Sentence

_TOKEN = re.compile(r"(?:[OD]['’])?[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_JOINED = re.compile(
    r"[ \u00a0]|['’] |(?:\. ?)|[ \u00a0](?:of|of the|de|de la|von|van|du|del|der)[ \u00a0]"
)
_MOST_WORDS = 6
_LONGEST = 60
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
    if between[0] in "'’":
        return last.endswith("s")
    if between.startswith("."):
        # "Rudolf V." ends a sentence as a rule; "H. G." does not.
        numeral = last in {"I", "V", "X"} and len(run) > 1
        return (len(last) == 1 and not numeral) or last.casefold() in words.TITLES | {"st"}
    if len(between) > 1 and between.strip().startswith("of"):
        return len(run) == 1 and last.casefold() not in words.OPENERS
    return True


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
                found[run.key].bracketed += (run.start, run.end) in actors
    return dict(found)


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

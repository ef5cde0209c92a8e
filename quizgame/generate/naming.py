"""Changing a name for all facts at once: what it is called, what else, and what it is."""

from dataclasses import dataclass, field, replace

from quizgame.domain.evidence import normalised
from quizgame.generate.facts import SORTS, Fact, FactBook, Name
from quizgame.generate.mending import Option
from quizgame.generate.reviewing import (
    ORDER,
    Review,
    Step,
    followed,
    readable,
    spans,
    with_facts,
)

NAME, ALIAS, SORT, TIER = "name", "alias", "sort", "tier"
ANOTHER = "another"
"""A further name that is being written."""
FIRST, AWAY, LEFT = "first", "away", "left"
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Naming:
    """Where one is: at the list of names, at one of them, or at a part of it that is changed.

    `alias` is the other name at hand; `typed` holds the letters typed, `begun` those at first.
    """

    ident: str = ""
    part: str = ""
    alias: str = field(default="", repr=False)
    typed: str = field(default="", repr=False)
    begun: str = field(default="", repr=False)

    @property
    def types(self) -> bool:
        """Whether words can be typed here: to find a name, or to write one."""
        return not self.ident or self.part in {NAME, ALIAS, ANOTHER}


def name_at(book: FactBook, naming: Naming) -> Name:
    """Return the name that is changed."""
    return next(one for one in book.names if one.id == naming.ident)


def left(naming: Naming) -> Naming | None:
    """Return where one is a step back, None where that is the fact."""
    if naming.part:
        return Naming(naming.ident)
    return Naming() if naming.ident else None


def options(book: FactBook, fact: Fact, naming: Naming) -> tuple[Option, ...]:
    """Return what can be chosen, that which Enter takes first."""
    if not naming.ident:
        return _names(book, fact, naming.typed)
    name, words = name_at(book, naming), " ".join(naming.typed.split())
    match naming.part:
        case "":
            others = (Option(one, "another name", ALIAS) for one in name.aliases)
            return (
                Option(name.name, "the name", NAME),
                *others,
                Option("Add another name", "", ANOTHER),
                Option(name.sort, "what it is", SORT),
                Option(book.ladder[name.tier].label, "known from", TIER),
            )
        case "sort":
            return tuple(Option(one, "", one) for one in SORTS)
        case "tier":
            return tuple(Option(one.label, one.hint, one.id) for one in book.ladder.tiers)
        case _:
            fresh = words and words != naming.begun
            written = (Option(words, "write it so", words, words=True),) if fresh else ()
            if naming.part != ALIAS:
                return written or (Option("Leave it as it is", "", LEFT),)
            first = Option("Make it the name", "the name becomes another name", FIRST)
            return (*written, first, Option("Take it away", "it means something else", AWAY))


def _names(book: FactBook, fact: Fact, typed: str) -> tuple[Option, ...]:
    """Return the names in which these letters stand, those of the fact first."""
    ends = {fact.subject, fact.object}
    if fact.relation == ORDER:
        ends = {end for one in book.facts if one.id in ends for end in (one.subject, one.object)}
    sought = normalised(typed)
    rows = [
        Option(one.name, " · ".join((*one.aliases, one.sort)), one.id)
        for one in sorted(book.names, key=lambda one: one.id not in ends)
        if one.state != "rejected"
        and any(sought in normalised(way) for way in (one.name, *one.aliases))
    ]
    return tuple(rows)


def chosen(review: Review, naming: Naming, row: int) -> tuple[Review, Naming, str]:
    """Take a row: the review and where one is after it; a reason where the name cannot stand."""
    book = review.book
    rows = options(book, review.fact, naming)
    if row >= len(rows):
        return review, naming, ""
    outcome = taken(book, naming, rows[row])
    if isinstance(outcome, Naming):
        return review, outcome, ""
    after, fault = renamed(review, outcome)
    return after, naming if fault else Naming(outcome.id), fault


def taken(book: FactBook, naming: Naming, option: Option) -> Naming | Name:
    """Return where one is once an option is chosen, or the name as it then is."""
    if not naming.ident:
        return Naming(option.value)
    name, alias = name_at(book, naming), naming.alias
    if naming.part in {NAME, ANOTHER} and not option.words:
        # Left as it is.
        return Naming(naming.ident)
    if not naming.part:
        there = option.text if option.value in {NAME, ALIAS} else ""
        alias = option.text if option.value == ALIAS else ""
        return Naming(naming.ident, option.value, alias, there, there)
    rest = tuple(one for one in name.aliases if one != alias)
    match naming.part, option.value:
        case "sort", sort:
            return replace(name, sort=sort)
        case "tier", tier:
            return replace(name, tier=[one.id for one in book.ladder.tiers].index(tier))
        case "name", words:
            return _called(name, words)
        case "alias", "first" if not option.words:
            return _called(replace(name, aliases=rest), alias)
        case "alias", "away" if not option.words:
            return replace(name, aliases=rest)
        case "alias", words:
            return replace(name, aliases=_others(name.name, (*rest, words)))
        case _, words:
            return replace(name, aliases=_others(name.name, (*name.aliases, words)))


def _called(name: Name, words: str) -> Name:
    """Return the name under other words; as the article calls it, it can be called still."""
    return replace(name, name=words, aliases=_others(words, (*name.aliases, _bare(name.name))))


def _bare(name: str) -> str:
    """Return a name without its article; a plain noun, such as the detective, needs it."""
    rest = next((name[len(one) :] for one in _ARTICLES if name.startswith(one)), name)
    return rest if rest[:1].isupper() else name


def _others(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """Return other names than this, each once."""
    found = {normalised(_bare(name)): "", normalised(name): ""}
    for one in aliases:
        found.setdefault(normalised(one), one)
    return tuple(one for one in found.values() if one)


def renamed(review: Review, name: Name) -> tuple[Review, str]:
    """Put a changed name in the place of the one with its id, for all facts at once.

    A fact that now names it, or names what is now known later, is known no sooner than it; a reason
    where it cannot stand.
    """
    book = review.book
    old = {one.id: one for one in book.names}[name.id]
    if name == old:
        return review, ""
    fresh = {normalised(way): way for way in _ways(name)}
    for way in _ways(old):
        fresh.pop(normalised(way), None)
    for one in book.names:
        for way in _ways(one) if one.id != name.id and one.state != "rejected" else ():
            if normalised(way) in fresh:
                return review, f"‘{way}’ is a name of {one.name} already; take it away there first."
    names = tuple(name if one.id == name.id else one for one in book.names)
    later = name.tier > old.tier
    sought = _ways(name) if later else tuple(fresh.values())
    facts = followed(
        replace(one, tier=max(one.tier, name.tier))
        if spans(f"{one.words} {one.how}".strip(), sought)
        or (later and name.id in {one.subject, one.object})
        else one
        for one in book.facts
    )
    was = zip(book.facts, facts, strict=True)
    before = tuple((one.id, one) for one, now in was if one != now)
    after = with_facts(replace(book, names=names), facts)
    step = Step(before, review.at, (old,))
    return readable(review, replace(review, book=after, past=(*review.past, step)))


def _ways(name: Name) -> tuple[str, ...]:
    return name.name, *name.aliases

"""Drafting the facts of an article, the same each time: no dice, no clock, no network."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quizgame.domain.evidence import fingerprint
from quizgame.domain.tiers import LOWEST
from quizgame.generate import words
from quizgame.generate.article import Article, Paragraph, Sentence
from quizgame.generate.castlists import parts_first
from quizgame.generate.contradictions import contradictions
from quizgame.generate.facts import Doubt, Evidence, Fact, FactBook, Name, fact_id
from quizgame.generate.happening import in_order, told_order
from quizgame.generate.ladders import Climb
from quizgame.generate.marking import MENTION, Marked, Marker, marked_sentences
from quizgame.generate.names import IN_BRACKETS, all_names
from quizgame.generate.people import STORY, names_of, roles
from quizgame.generate.productions import about_a_book, about_a_film, made_so, production
from quizgame.generate.proposal import Proposal
from quizgame.generate.speaking import Telling, proposals
from quizgame.generate.storytitle import story_title
from quizgame.generate.tiering import Tiers
from quizgame.generate.versions import Beside

MOST_NAMES = 400
MOST_FACTS = 2_000
MOST_EVIDENCE = 5
_LONGEST = 120
_OF_A_FILM = 4
"""With so many names in brackets after others an article is on a film, whatever else it says."""


@dataclass(slots=True)
class _Found:
    """A fact as it grows: where it is told, its lowest tier, and whom it names besides."""

    fact: Fact
    tier: int
    named: set[int]
    evidence: list[Evidence] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)

    def note(self, way: str, tier: int, proof: Evidence) -> None:
        """Note in what words, at which tier and where it is told, each place once."""
        self.ways.append(way)
        self.tier = min(self.tier, tier)
        if proof not in self.evidence and len(self.evidence) < MOST_EVIDENCE:
            self.evidence.append(proof)


def draft(article: Article, climb: Climb, file: str, known: tuple[Name, ...] = ()) -> FactBook:
    """Return the facts proposed for an article; names that are `known` are taken as they are."""
    marker = Marker(_named(article, known))
    tiers = Tiers(article, climb)
    marked = list(marked_sentences(article, marker))
    found, order = _found(article, marked, marker, tiers)
    name_tiers = _name_tiers(marked, marker, tiers, found)
    ladder = climb.ladder
    touched = {name.id for name in known}
    names = tuple(
        name if name.id in touched else replace(name, tier=name_tiers[number])
        for number, name in enumerate(marker.names)
    )
    names = tuple(
        name if name.id in touched else replace(name, drafted=name.digest(ladder)) for name in names
    )
    facts = _facts(found, {n: name.tier for n, name in enumerate(names)}, ladder.top)
    facts += in_order(order, facts)
    facts = [replace(fact, drafted=fact.digest(ladder)) for fact in facts[:MOST_FACTS]]
    rejected = tuple(name for name in known if name.state == "rejected" and name.id != STORY)
    return FactBook(
        title=_clean(article.title),
        file=file,
        sha256=article.sha256,
        sections=tuple(
            replace(
                one,
                title=_clean(one.title),
                tier=tiers.of_title(one, names_people=_names_people(one.title, marker)),
            )
            for one in article.sections
        ),
        ladder=ladder,
        names=(*names, *rejected),
        facts=tuple(facts),
        ledger=(*contradictions(facts), *_two_ways(found)),
    )


def _clean(text: str) -> str:
    """Return a title as the file keeps it: composed, on one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _named(article: Article, known: tuple[Name, ...]) -> tuple[Name, ...]:
    title = _clean(story_title(article.title, _body(article)))[:80]
    found = all_names(article, title)
    names = names_of(found, title, known)
    names = (*names, *roles(article, {name.id for name in names}))
    story = [name for name in names if name.id == STORY]
    others = [name for name in names if name.id != STORY][:MOST_NAMES]
    return (*story, *others)


def _body(article: Article) -> str:
    """Return all that an article says but its own title."""
    titles = [one.title for one in article.sections[1:]]
    return " ".join((*titles, *(one.text for one in article.paragraphs)))


def _names_people(title: str, marker: Marker) -> bool:
    numbers = {int(number) for number in MENTION.findall(marker.mark(title))}
    return any(number != 0 for number in numbers)


def _kind(article: Article) -> tuple[bool, bool, bool]:
    """Tell of an article whether it is of a book, of a film, and names actors in brackets."""
    bracketed = len(IN_BRACKETS.findall(article.text))
    of_book = about_a_book(article) and bracketed < _OF_A_FILM
    of_film = not of_book and (about_a_film(article) or bracketed >= _OF_A_FILM)
    return of_book, of_film, not of_book and bracketed > 1


def _found(
    article: Article, marked: list[Marked], marker: Marker, tiers: Tiers
) -> tuple[dict[tuple[str, str, str], _Found], list[tuple[Fact, Fact]]]:
    """Return the facts by their keys, and which events are told one before the other."""
    found: dict[tuple[str, str, str], _Found] = {}
    of_book, of_film, brackets = _kind(article)
    other = Beside(article, marker.authors, of_book=not of_film, of_film=not of_book)
    order: list[tuple[Fact, Fact]] = []
    turned = parts_first(marked, tiers.parts)
    for one in marked:
        if len(found) >= MOST_FACTS:
            break
        events: list[tuple[int, Fact]] = []
        section = one.sentence.place[0]
        taken = Telling(
            listed=tiers.parts[section] == "cast",
            brackets=brackets,
            part_first=section in turned,
            beside=other.tells(one.text, one.sentence),
        )
        for made in proposals(one, marker, taken):
            if made.relation == "played_by" and of_book:
                # Of a book there may be many films: whose cast is it?
                made = replace(made, how=production(article, one.sentence))  # noqa: PLW2901
                if not made.how:
                    continue
            # Somebody of the story may write another.
            other_work = made.relation == "made_by" and made.object not in marker.authors
            if other_work or not made_so(made, one.text, of_book=of_book, of_film=of_film):
                continue
            if _unfit(made, marker) or (fact := _fact(made, marker)) is None:
                continue
            tier = tiers.of_fact(made.relation, one.sentence)
            entry = found.setdefault(fact.key, _Found(fact, tier, _numbers(made)))
            entry.note(fact.how, tier, _evidence(one.sentence, one.paragraph))
            if made.event:
                events.append((made.at, entry.fact))
        order += told_order(one.text, events)
    return found, order


def _unfit(made: Proposal, marker: Marker) -> bool:
    """Tell whether somebody who made or plays the story is told to be in it, or a tie is unfit.

    A tie is unfit that is a man's where whoever has it is a woman, or the other way round.
    """
    if made.relation not in {"played_by", "made_by"} and _numbers(made) & marker.makers:
        return True
    last = made.how.split()[-1:] if made.relation == "kin_of" else []
    woman = marker.women.get(made.subject)
    wrong = words.MALE_KIN if woman else words.FEMALE_KIN
    return woman is not None and bool(set(last) & wrong)


def _numbers(made: Proposal) -> set[int]:
    inside = {int(number) for number in MENTION.findall(f"{made.words} {made.how}")}
    return inside | {made.subject} | ({made.object} if made.object >= 0 else set())


def _fact(made: Proposal, marker: Marker) -> Fact | None:
    """Return the proposal with ids and names in place of numbers."""

    def shown(text: str) -> str:
        text = MENTION.sub(lambda found: marker.names[int(found[1])].name, text)
        return _clean(text)

    said = shown(made.words)
    if any(marker.names[number].state == "rejected" for number in _numbers(made)):
        return None
    if len(said) > _LONGEST or len(shown(made.how)) > _LONGEST:
        return None
    subject = marker.names[made.subject].id
    what = marker.names[made.object].id if made.object >= 0 else ""
    if not what and not re.search(r"\w", said):
        return None
    fact = Fact(
        id="",
        subject=subject,
        relation=made.relation,
        object=what,
        words=said,
        how=shown(made.how),
        tier=0,
    )
    return replace(fact, id=fact_id(fact.key))


def _evidence(sentence: Sentence, paragraph: Paragraph) -> Evidence:
    section, number = sentence.place
    return Evidence(
        section, number, sentence.start, sentence.end, paragraph.passage, fingerprint(sentence.text)
    )


def _name_tiers(
    marked: list[Marked], marker: Marker, tiers: Tiers, found: dict[tuple[str, str, str], _Found]
) -> list[int]:
    """Return the tier of each name: the lowest at which the story tells it, apart from the cast."""
    lowest = [tiers.top] * len(marker.names)
    lead: int | None = None
    for one in marked:
        part = tiers.parts[one.sentence.place[0]]
        people = [int(n) for n in MENTION.findall(one.text) if marker.is_person(int(n))]
        people = [number for number in people if number not in marker.makers]
        if lead is None and part in {"opening", "premise"} and people:
            lead = people[0]
        if part == "cast":
            continue
        tier = tiers.of_sentence(one.sentence)
        for number in MENTION.findall(one.text):
            lowest[int(number)] = min(lowest[int(number)], tier)
    open_ones = {0} | marker.makers | ({lead} if lead is not None else set())
    for entry in found.values():
        if entry.fact.relation in {"made_by", "set_in"} and entry.tier == LOWEST:
            open_ones |= entry.named
    return [LOWEST if number in open_ones else tier for number, tier in enumerate(lowest)]


def _facts(
    found: dict[tuple[str, str, str], _Found], of_names: dict[int, int], top: int
) -> list[Fact]:
    """Return the facts in the order of the article, no tier lower than that of a name in it."""
    facts: list[Fact] = []
    ids: set[str] = set()
    for entry in found.values():
        tier = max([entry.tier, *(of_names.get(number, top) for number in entry.named)])
        ident = fact_id(entry.fact.key, ids)
        ids.add(ident)
        facts.append(replace(entry.fact, id=ident, tier=tier, evidence=tuple(entry.evidence)))
    # Once it is told who made it, others made what it is drawn from: "a play by Wilkie Collins".
    sure = {one.how for one in facts if one.relation == "made_by" and one.tier == LOWEST}
    return [
        one
        for one in facts
        if one.relation != "made_by" or one.tier == LOWEST or one.how not in sure
    ]


def _two_ways(found: dict[tuple[str, str, str], _Found]) -> Iterator[Doubt]:
    """Yield kin told in two ways: his sister here, his wife there."""
    for entry in found.values():
        if entry.fact.relation != "kin_of":
            continue
        ties = {way.split()[-1] for way in entry.ways if way} - {"betrothed"}
        if len(ties & words.KIN) > 1:
            doubt = Doubt((entry.fact.id,), f"told as {' and as '.join(sorted(ties))}")
            yield replace(doubt, drafted=doubt.digest)

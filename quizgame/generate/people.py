"""Putting the names of an article together: one entry for each person, place, thing and work."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from quizgame.generate import words
from quizgame.generate.article import Article, free, slug
from quizgame.generate.facts import Name
from quizgame.generate.names import Key, Seen, is_eponym, titled
from quizgame.generate.namesorts import run_together, shares_name, sort_of

_OFTEN = 4
_STYLE = re.compile(r"(?:Mr|Mrs|Miss|Dr|Professor|Captain|Sergeant|Inspector|Madame|Monsieur)\b")
_BEFORE_GIVEN = frozenset({"sir", "lady", "dame", "lord"})
"""Titles that may stand before a given name alone: Lord Henry, for Lord Henry Wotton."""
_PARTICLES = frozenset({"la", "le", "du", "de", "st", "van", "von"})
STORY = "the-story"


@dataclass(slots=True)
class Cluster:
    """Names that mean one person; `keys` are without titles, `titles` those that stand before."""

    keys: list[Key] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    seen: list[tuple[Key, Seen]] = field(default_factory=list)

    def take(self, key: Key, seen: Seen) -> None:
        """Add a name."""
        title, rest = titled(key)
        self.titles |= {title} if title else set()
        if rest not in self.keys:
            self.keys.append(rest)
        self.seen.append((key, seen))

    @property
    def female(self) -> bool | None:
        """Whether the titles are a woman's; None when they do not tell."""
        if self.titles & words.FEMALE_TITLES:
            return True
        if self.titles & words.MALE_TITLES:
            return False
        given = {key[0] for key in self.keys if len(key) > 1}
        female, male = bool(given & words.FEMALE_GIVEN), bool(given & words.MALE_GIVEN)
        return female if female != male else None


def names_of(found: dict[Key, Seen], title: str, known: tuple[Name, ...] = ()) -> tuple[Name, ...]:
    """Return an entry for each that is named, most named first; those `known` are left as is."""
    taken = {word.casefold() for name in known for word in (name.name, *name.aliases)}
    rest = {key: seen for key, seen in found.items() if " ".join(key) not in taken}
    rest = {key: seen for key, seen in rest.items() if not _own_title(key, seen, title)}
    sorts = {key: sort_of(key, seen) for key, seen in rest.items()}
    rest = {key: seen for key, seen in rest.items() if not run_together(key, rest, sorts)}
    sorts = {key: "person" if shares_name(key, sorts) else sorts[key] for key in rest}
    persons = {key: rest[key] for key, sort in sorts.items() if sort == "person"}
    people = _people(persons, rest)
    claimed = {key for cluster in people for key, _ in cluster.seen}
    names = list(known)
    ids = {name.id for name in known}
    if STORY not in ids:
        names.insert(0, Name(id=STORY, name=title, sort="work", tier=0))
        ids.add(STORY)
    for cluster in sorted(people, key=lambda one: -sum(seen.count for _, seen in one.seen)):
        names.append(_person(cluster, ids))
        ids.add(names[-1].id)
    for key, seen in sorted(rest.items(), key=lambda row: -row[1].count):
        if key in claimed or sorts[key] == "person" or key[0] in words.TITLES:
            continue
        lone = seen.count < 2 and not seen.owned  # noqa: PLR2004
        family = any(key[-1] in part for one in people for part in one.keys)
        if sorts[key] == "thing" and (lone or family):
            continue
        said = _most(seen)
        ident = free(slug(said) or "name", ids)
        # The Heights, the Hall: a plain noun that is a name only with its article.
        noun = sorts[key] in {"place", "thing"} and 2 * seen.after_the > seen.count
        said = f"the {said}" if noun else said
        names.append(Name(id=ident, name=said, sort=sorts[key], tier=0))
        ids.add(ident)
    return tuple(names)


def roles(article: Article, ids: Collection[str]) -> Iterator[Name]:
    """Yield those whom the article only ever calls what they are: the creature, the governess."""
    text = " ".join(one.text for one in article.paragraphs)
    for noun in sorted(words.ROLES):
        spaced = noun.replace("-", " ")
        often = len(re.findall(rf"\b[Tt]he {spaced}(?!\w)", text))
        named = re.search(rf"\b{spaced},? (?:named |called )?[A-Z]", text)
        beside = re.finditer(
            rf"(?<!\b[Ii]n )(?<!\b[Aa]t )([A-Z]\w+)(?:,| is| was) (?:a|an|the) (?:\w+ )?{spaced}\b",
            text,
        )
        # "Meanwhile, the creature ..." names nobody.
        known = named or any(one[1].casefold() not in words.OPENERS for one in beside)
        if often >= _OFTEN and not known and slug(spaced) not in ids:
            yield Name(id=slug(spaced), name=f"the {spaced}", sort="person", tier=0)


def _own_title(key: Key, seen: Seen, title: str) -> bool:
    """Tell whether a name is the story's title, and nobody's in the story."""
    return " ".join(key) == title.casefold() and not (is_eponym(title) and seen.person)


def _people(found: dict[Key, Seen], everything: dict[Key, Seen]) -> list[Cluster]:
    """Return the persons: fuller names first, then the shorter ones that can mean only one."""
    clusters: list[Cluster] = []
    family = {titled(key)[1][-1] for key in found if len(titled(key)[1]) > 1}
    found = {key: seen for key, seen in found.items() if key[0] not in words.TITLES or len(key) > 1}
    actors = _actors(found)

    def order(key: Key) -> tuple[int, bool, bool, Key]:
        # Whose father Colonel Munro is comes before "Munro", which may then mean either.
        title, rest = titled(key)
        return -len(rest), not (title and found[key].as_kin), bool(title), key

    for key in sorted(found, key=order):
        # An actor is nobody of the story, whatever name they share.
        fitting = [one for one in clusters if one.keys[0] not in actors and _may_mean(one, key)]
        fitting = [one for one in clusters if one.keys[0] == key] if key in actors else fitting
        if found[key].as_kin and titled(key)[0] and len(key) == 2:  # noqa: PLR2004
            # Armand's father, Monsieur Duval, is not Armand Duval.
            fitting = [one for one in fitting if one.keys[0] == titled(key)[1]]
        # Of two family names, such as Linton Heathcliff, the second alone is another's.
        fitting = [one for one in fitting if len(key) > 1 or one.keys[0][0] not in family - {*key}]
        if len(fitting) == 1 and _somebody_else(fitting[0], key, everything):
            fitting = []
        fitting = _of_several(fitting, key, everything) if len(fitting) > 1 else fitting
        if len(fitting) == 1:
            fitting[0].take(key, found[key])
        elif not fitting:
            cluster = Cluster()
            cluster.take(key, found[key])
            clusters.append(cluster)
        # A name that could mean two people names nobody.
    for key, seen in everything.items():
        if key not in found and len(key) == 1:
            fitting = [one for one in clusters if _may_mean(one, key) or key[0] in one.titles]
            surname = len(fitting) == 1 and any(key[0] == one[-1] for one in fitting[0].keys)
            if len(fitting) == 1 and (seen.place * 2 <= seen.count or surname):
                fitting[0].take(key, seen)
    return [one for one in clusters if not _is_family(one, clusters)]


def _of_several(fitting: list[Cluster], key: Key, found: dict[Key, Seen]) -> list[Cluster]:
    """Return the one of several whom a name alone means, all of them where it may be any."""
    if len(key) > 1:
        return fitting
    # Of John Trenchard and Colonel John Mohune the first is called John.
    given = [one for one in fitting if not one.titles and one.keys[0][0] == key[0]]
    if len(given) == 1 and given[0].keys[0][-1] != key[0]:
        return given
    # Of Wackford and Fanny Squeers he is called Squeers, if he is never called Wackford.
    named = [one for one in fitting if not one.female and one.keys[0][:1] not in found]
    return named if len(named) == 1 and named[0].keys[0][-1:] == key else fitting


def _somebody_else(cluster: Cluster, key: Key, found: dict[Key, Seen]) -> bool:
    """Tell whether "Mr Campbell" was told of before, and Colin Campbell comes in as another.

    Where the family name stands alone as well, it is one person's.
    """
    title, rest = titled(key)
    if len(rest) > 1 or len(cluster.keys[0]) == 1:
        return False
    (full, seen), *_ = cluster.seen
    if not title and cluster.female and rest == cluster.keys[0][-1:] and full[:1] in found:
        # Where Ellen Hutter is called Ellen, Hutter is her husband.
        return True
    if not title and rest == cluster.keys[0][:1] and titled(full)[0]:
        # So is Richard of the first beside Sir Richard Ratcliffe.
        return found[key].first < seen.first and seen.count == 1 == len(cluster.seen)
    if not title:
        # Brutus is told of from the first, and Decius Brutus comes in once.
        later = found[key].first < seen.first and found[key].count >= _OFTEN - 1
        lone = len(cluster.seen) == 1 and seen.count == 1 and not titled(full)[0]
        return later and lone and rest == cluster.keys[0][-1:]
    if rest in found:
        return False
    return not titled(full)[0] and found[key].first < seen.first


def _actors(found: dict[Key, Seen]) -> set[Key]:
    """Return those who are named in brackets after a part, where an article does so."""
    actors = {key for key, seen in found.items() if seen.bracketed}
    return actors if len(actors) > 1 else set()


def _is_family(cluster: Cluster, clusters: Iterable[Cluster]) -> bool:
    """Tell whether a name is the plural of another: the Capulets."""
    (key, *more) = cluster.keys
    if more or len(cluster.seen) > 1 or not key[-1].endswith("s"):
        return False
    if _takes_article(cluster) and not key[-1].endswith("ss"):
        # The Fawleys, the Gascon Cadets.
        return True
    single = key[-1][:-1]
    return any(single in other[-1:] for one in clusters if one is not cluster for other in one.keys)


def _takes_article(cluster: Cluster) -> bool:
    """Tell whether the article stands before somebody's name most of the time."""
    count = sum(seen.count for _, seen in cluster.seen)
    # "The Reverend Samuel Wilson" has it for the sake of his title.
    after = sum(
        seen.after_the
        for key, seen in cluster.seen
        if (not titled(key)[0] or titled(key)[1][-1] in words.CALLINGS | {"mayor", "chamberlain"})
        and not (len(key) == 1 and key[0] in words.TITLES)
    )
    return 2 * after > count


def _may_mean(cluster: Cluster, key: Key) -> bool:
    """Tell whether a name can be a shorter or other form of one that is known."""
    title, rest = titled(key)
    female = Cluster(titles={title} if title else set()).female
    if None not in {female, cluster.female} and female != cluster.female:
        return False
    married = title in {"mrs", "lady"} or cluster.titles & {"mrs", "lady"}
    # Lady Brett Ashley is called Brett.
    given = (
        not title and len(rest) == 1 and any(len(k) > 1 and k[0] == rest[0] for k in cluster.keys)
    )
    if married and not given and (title not in cluster.titles or not title):
        return False
    return any(_short_for(rest, fuller, title) for fuller in cluster.keys)


def _short_for(rest: Key, fuller: Key, title: str) -> bool:
    if rest == fuller:
        return True
    if len(rest) < len(fuller):
        ends = fuller[-len(rest) :] == rest
        first = fuller[: len(rest)] == rest and (not title or title in _BEFORE_GIVEN)
        return ends or first
    # Two ways to write one foreign name: Jun and Jeon Jong-seo.
    given = rest[-1] == fuller[-1] and "-" in rest[-1]
    return given and len(rest) == len(fuller) > 1 and rest[0][0] == fuller[0][0]


def _most(seen: Seen) -> str:
    return min(seen.spellings, key=lambda said: (-seen.spellings[said], said))


def _person(cluster: Cluster, ids: Collection[str]) -> Name:
    """Return a person's entry: the fullest name without a title, then all others."""
    spellings: dict[str, int] = defaultdict(int)
    for _, seen in cluster.seen:
        for said, count in seen.spellings.items():
            spellings[said] += count
    untitled = [said for said in spellings if not titled(_key(said))[0]]
    # A rank alone names nobody where the name is known with it: Prince Escalus.
    lone = [said for said in untitled if len(_key(said)) > 1 or _key(said)[0] not in words.TITLES]
    untitled = lone if len(spellings) > 1 else untitled
    several = [said for said in untitled if len(said.split()) > 1]
    titled_full = [said for said in spellings if len(titled(_key(said))[1]) > 1]
    if not several and titled_full:
        # "Dr Henry Jekyll" is named without his title, and has it among his other names.
        full = max(titled_full, key=lambda said: (len(said.split()), said))
        several = [full.split(None, 1)[1]]
    pool = several or untitled or list(spellings)
    name = min(pool, key=lambda said: (-len(said.split()), -spellings.get(said, 0), said))
    called = name
    styled = [said for said in spellings if titled(_key(said))[1] == _key(name)]
    styled = [said for said in styled if _STYLE.match(said) and spellings[said] >= spellings[name]]
    if (len(name.split()) == 1 or _key(name)[0] in _PARTICLES) and styled:
        # "Mr Candy" is introduced so, and "Candy" alone is short for it.
        name = min(styled, key=lambda said: (-spellings[said], said))
    if _takes_article(cluster) or (_key(name)[0] in words.TITLES and _key(name)[1:2] == ("of",)):
        # The Duke of Cheshire has no other name.
        name = f"the {name}"
    others = sorted((said for said in spellings if said != name), key=lambda s: (-spellings[s], s))
    folded: dict[str, str] = {name.casefold(): name}
    for said in others:
        folded.setdefault(said.casefold(), said)
    aliases = tuple(folded.values())[1:]
    ident = free(slug((called if name in styled else name).removeprefix("the ")) or "name", ids)
    return Name(id=ident, name=name, aliases=aliases, sort="person", tier=0)


def _key(said: str) -> Key:
    return tuple(part.strip(".").casefold() for part in said.split())

"""Writing `facts.yaml`: the same bytes for the same facts, with comments that say what to do."""

import json
import re
from collections.abc import Iterator

from quizgame.domain.tiers import Ladder
from quizgame.generate.contradictions import contradicted
from quizgame.generate.facts import Fact, FactBook, Name

FILE = "facts.yaml"
_PLAIN = re.compile(r"[A-Za-z](?:[\w .()’'-]*[\w.)’'])?")
_MEANING = re.compile(r"(?:true|false|yes|no|on|off|null|y|n)", re.IGNORECASE)

_HEAD = """\
# Facts drafted from an explainer. Beware: reading on means reading spoilers.
#
# What to do: read each fact beside the article, then change its 'state':
#   confirmed   the article says so, and cards may be made of it
#   rejected    it is wrong; it stays here, so that no later draft proposes it again
# Mend what is nearly right: 'tier' (in doubt the higher), 'object', 'words', 'how', or the aliases
# of a name. Add facts of your own in the same form; leave out 'drafted' and, if you like,
# 'evidence'. A wrong name is rejected like a fact, and all drafted facts about it then go.
#
# Drafting again ('quizgame generate' with the same folder) keeps all that you have changed, added
# or decided, and renews the rest. Comments of your own are not kept: write a 'note:' instead.
"""
_NAMES = """\
# Who and what the story is about. 'aliases' are other names of the same; with them right, a new
# draft finds more. 'sort' is person, place, thing or work.
"""
_FACTS = """\
# One fact each, in the order of the article. 'evidence' says where: the section, the paragraph in
# it (from 1), the characters of the sentence (from 0), and fingerprints of paragraph and sentence.
"""
_LEDGER = """\
# What the article tells in two ways. No card is made of these facts until you have rejected all
# but one of them. Add entries of your own where you doubt something: ids in 'facts', and a 'why'.
"""


def written(book: FactBook) -> bytes:
    """Return the file's bytes."""
    return "".join(f"{line}\n" for line in _lines(book)).encode()


def text(value: str) -> str:
    """Return a text as YAML that reads back the same."""
    if _PLAIN.fullmatch(value) and not _MEANING.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f")


def _lines(book: FactBook) -> Iterator[str]:
    yield from _HEAD.splitlines()
    yield ""
    yield "format: 1"
    yield from _source(book)
    yield ""
    yield "tiers:"
    for tier in book.ladder.tiers:
        hint = f", hint: {text(tier.hint)}" if tier.hint else ""
        yield f"  - {{id: {tier.id}, label: {text(tier.label)}{hint}}}"
    yield ""
    yield from _NAMES.splitlines()
    yield "names:" if book.names else "names: []"
    for name in book.names:
        yield from _name(name, book.ladder)
    yield ""
    yield from _FACTS.splitlines()
    yield "facts:" if book.facts else "facts: []"
    doubted = contradicted(book.facts, book.ledger)
    for fact in book.facts:
        yield from _fact(fact, book, doubted=fact.id in doubted)
    yield ""
    yield from _LEDGER.splitlines()
    yield "ledger:" if book.ledger else "ledger: []"
    for doubt in book.ledger:
        yield f"  - facts: [{', '.join(doubt.facts)}]"
        yield f"    why: {text(doubt.why)}"
        if doubt.drafted:
            yield f"    drafted: {_digits(doubt.drafted)}"


def _source(book: FactBook) -> Iterator[str]:
    yield "source:"
    yield f"  title: {text(book.title)}"
    yield f"  file: {text(book.file)}"
    yield f"  fingerprint: sha256:{book.sha256}"
    yield "  sections:"
    for one in book.sections:
        tier = book.ladder[one.tier].id
        yield f"    - {{id: {one.id}, title: {text(one.title)}, tier: {tier}}}"


def _digits(digest: str) -> str:
    """Return hex digits in quotes, for other readers of YAML take some for numbers."""
    return f'"{digest}"'


def _name(name: Name, ladder: Ladder) -> Iterator[str]:
    yield f"  - id: {name.id}"
    yield f"    name: {text(name.name)}"
    if name.aliases:
        yield f"    aliases: [{', '.join(text(alias) for alias in name.aliases)}]"
    yield f"    sort: {name.sort}"
    yield f"    tier: {ladder[name.tier].id}"
    yield f"    state: {name.state}"
    if name.note:
        yield f"    note: {text(name.note)}"
    if name.drafted:
        yield f"    drafted: {_digits(name.drafted)}"


def _fact(fact: Fact, book: FactBook, *, doubted: bool) -> Iterator[str]:
    mark = "  (doubted, see the ledger)" if doubted else ""
    yield f"  # {book.reads(fact)}{mark}"
    yield f"  - id: {fact.id}"
    yield f"    subject: {fact.subject}"
    yield f"    relation: {fact.relation}"
    yield f"    object: {fact.object}" if fact.object else f"    words: {text(fact.words)}"
    if fact.how:
        yield f"    how: {text(fact.how)}"
    yield f"    tier: {book.ladder[fact.tier].id}"
    yield f"    state: {fact.state}"
    if fact.note:
        yield f"    note: {text(fact.note)}"
    if fact.drafted:
        yield f"    drafted: {_digits(fact.drafted)}"
    if fact.evidence:
        yield "    evidence:"
    for one in fact.evidence:
        yield (
            f"      - {{section: {one.section}, paragraph: {one.paragraph}, from: {one.start}, "
            f"to: {one.end},"
        )
        yield f"         passage: {_digits(one.passage)}, sentence: {_digits(one.sentence)}}}"

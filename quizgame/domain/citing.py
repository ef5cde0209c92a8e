"""Whether the explainer still says what the cards cite."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizgame.domain import wording
from quizgame.domain.cards import TrueFalse
from quizgame.domain.drafts import PackDraft
from quizgame.domain.evidence import Citation, Explainer, Place, best_read, fingerprint
from quizgame.domain.findings import issue
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.items import Item
from quizgame.domain.telling import SMALL, stem, tokens
from quizgame.domain.waivers import Found

_SHORTEST = 3
_ALIKE = 5
"""Letters in which words of one family agree: "tranquil", "tranquillity"."""


def of_evidence(draft: PackDraft, items: Sequence[Item], explainer: Explainer) -> Iterator[Found]:
    """Yield the cards whose passage is gone or has moved, or says nothing of their answer."""
    source = draft.pack.source
    citations = (item.draft.card.citation for item in items)
    passages = {cited.passage for cited in citations if cited}
    there = best_read(explainer, source.sections, passages) if source else {}
    for item in items:
        cited = item.draft.card.citation
        one = _amiss(item, cited, there) if cited else None
        if one:
            yield item.draft, one


def _amiss(item: Item, cited: Citation, there: Mapping[Place, str]) -> Issue | None:
    place = (cited.section, cited.paragraph)
    passage = there.get(place)
    if passage is None or fingerprint(passage) != cited.passage:
        now = next((p for p, text in there.items() if fingerprint(text) == cited.passage), None)
        what = f"now stands at {now[0]}, {now[1]}" if now else "is not in the source"
        return issue(
            Flaw.EVIDENCE, item.draft, f"the passage cited ({place[0]}, {place[1]}) {what}"
        )
    kind = item.draft.card.kind
    words = _words(_answers(item))
    if isinstance(kind, TrueFalse) or not words or _share(words, _stems([passage])):
        return None
    return issue(
        Flaw.EVIDENCE, item.draft, f"no word of the right answer stands in {place[0]}, {place[1]}"
    )


def _answers(item: Item) -> Iterable[str]:
    rights = [option.text for option in item.rights]
    return rights or item.draft.card.kind.right_words()


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that tell, of each text; all its words where none of them does."""
    by_text = [_stems([text]) for text in texts]
    telling = [frozenset(filter(_tells, words)) or words for words in by_text]
    return frozenset().union(*telling)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in tokens(text))


def _tells(word: str) -> bool:
    short = word[0].isdigit() or wording.HANGUL.search(word)
    return bool(short) or (len(word) >= _SHORTEST and word not in SMALL)


def _share(words: frozenset[str], passage: frozenset[str]) -> bool:
    """Tell whether a word stands in the passage, or one of its family: "rob" for "robbery"."""
    return any(_akin(word, other) for word in words for other in passage)


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    family = short if len(short) >= _SHORTEST else f"{short} "
    return one == other or long.startswith(family) or long[:_ALIKE] == short[:_ALIKE]

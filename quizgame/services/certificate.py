"""A page an author reads from top to bottom: every text a player can be shown, tier by tier."""

from collections.abc import Iterator

from quizgame.domain.cards import Card
from quizgame.domain.drafts import CardDraft, PackDraft
from quizgame.domain.gate import cut
from quizgame.domain.terms import Glossary, Term


def certificate(draft: PackDraft, fingerprint: str) -> str:
    """Return the page as Markdown; the same pack gives the same page, byte for byte."""
    return "\n".join(_page(draft, fingerprint)) + "\n"


def _page(draft: PackDraft, fingerprint: str) -> Iterator[str]:
    face = draft.pack.face
    yield f"# What “{face.title}” shows, and to whom"
    yield ""
    yield f"Pack `{face.id}`, file sha256 `{fingerprint}`. **This page spoils the whole story.**"
    yield ""
    yield (
        "Read it from top to bottom as somebody who has got just as far as the heading. A player "
        "there can be shown every text above this point and under it, less the cards that have "
        "ended, and nothing below. Behind each text stand the terms it names and where each is "
        "first known: none may lie further on."
    )
    yield from _open_texts(draft)
    for tier in range(len(face.ladder)):
        yield from _tier(draft, tier)
    yield from _beliefs(draft)


def _open_texts(draft: PackDraft) -> Iterator[str]:
    face = draft.pack.face
    yield from ("", "## Everybody, before anything is watched", "")
    texts = (face.title, face.tagline, face.kind, str(face.year or ""), *face.authors)
    texts += (face.licence, face.language, *face.notes.values())
    texts += tuple(text for tier in face.ladder.tiers for text in (tier.label, tier.hint))
    texts += (face.cover.alt,) if face.cover else ()
    for text in texts:
        if text:
            yield f"* {text} {_named(draft, text)}".rstrip()


def _tier(draft: PackDraft, tier: int) -> Iterator[str]:
    face = draft.pack.face
    yield from ("", f"## From “{face.ladder[tier].label}” on", "")
    known = [term for term in draft.pack.glossary.terms if term.tier == tier]
    yield "First known here: " + ("; ".join(_term(term) for term in known) or "nothing") + "."
    ended = [card.card.id for card in draft.cards if card.card.until == tier]
    if ended:
        yield from ("", f"No longer asked from here on: {', '.join(ended)}.")
    before = set(cut(draft.pack, tier - 1).headings) if tier else set()
    fresh = [t for i, t in cut(draft.pack, tier).headings.items() if i not in before]
    if fresh:
        yield from ("", "Titles of the source shown from here on:", "")
        yield from (f"* {title} {_named(draft, title)}".rstrip() for title in fresh)
    for card in draft.cards:
        if card.card.opens is not None:
            yield from _prediction(draft, card, tier)
        elif card.card.tier == tier:
            yield from _card(draft, card)


def _card(draft: PackDraft, row: CardDraft) -> Iterator[str]:
    card = row.card
    ends = f", until “{draft.pack.face.ladder[card.until].label}”" if card.until is not None else ""
    yield from ("", f"### {card.id} (line {row.line}{ends})", "")
    for role, text in texts_of(card):
        yield f"* {role}: {text} {_named(draft, text)}".rstrip()
    if row.mentions:
        yield f"* gives away: {', '.join(mention.text for mention in row.mentions)}"


def _prediction(draft: PackDraft, row: CardDraft, tier: int) -> Iterator[str]:
    """Yield what is seen of a prediction from a tier on: the question, later its answer."""
    card, told = row.card, tuple(texts_of(row.card))
    if tier == card.tier:
        yield from ("", f"### {card.id} (line {row.line}), to be foretold", "")
        for role, text in told:
            if role != "why":
                shown = role if role in {"asks", "category"} else "choice"
                yield f"* {shown}: {text} {_named(draft, text)}".rstrip()
    if tier == card.opens:
        yield from ("", f"### {card.id} (line {row.line}), opened", "")
        for role, text in told:
            if role in {"right", "why"}:
                yield f"* {role}: {text} {_named(draft, text)}".rstrip()
        if row.mentions:
            yield f"* gives away: {', '.join(mention.text for mention in row.mentions)}"


def texts_of(card: Card) -> Iterator[tuple[str, str]]:
    """Yield every text of a card that a player can be shown, with what it is for."""
    yield "asks", card.stem
    right = set(card.kind.right_words())
    for option in card.kind.options:
        yield ("right" if option in right else "wrong"), option
    for word in right - set(card.kind.options):
        yield "right", word
    yield "why", card.why
    yield "category", card.category
    if card.picture:
        yield "image", card.picture.alt
    if card.sound:
        yield "sound", card.sound.alt


def _beliefs(draft: PackDraft) -> Iterator[str]:
    beliefs = cut(draft.pack, draft.pack.face.ladder.top).beliefs
    if beliefs:
        yield from ("", "## What you believed then (after everything)", "")
        yield from (f"* {card.id}: {card.later or card.stem}" for card in beliefs)


def _named(draft: PackDraft, text: str) -> str:
    """Return in brackets the terms a text names, with the tier each is first known at."""
    terms = _sorted(draft.pack.glossary, text)
    ladder = draft.pack.face.ladder
    told = ", ".join(f"{term.id} {ladder[term.tier].id}" for term in terms)
    return f"`[{told}]`" if told else ""


def _sorted(glossary: Glossary, text: str) -> list[Term]:
    return sorted(glossary.mentioned(text), key=lambda term: term.id)


def _term(term: Term) -> str:
    return f"{term.id} ({term.fact or ', '.join(term.names)})"

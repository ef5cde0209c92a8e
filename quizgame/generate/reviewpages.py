"""What the pages of a review show, made from the facts and the article."""

from quizgame.domain import reviewviews as views
from quizgame.domain.evidence import normalised
from quizgame.domain.tableviews import SureView
from quizgame.domain.tags import tier_tag
from quizgame.generate.article import OPENING, Article, Paragraph, Sentence
from quizgame.generate.facts import Evidence, Fact, FactBook
from quizgame.generate.joining import followers
from quizgame.generate.mending import NEW, Form, options, parts_of, reading
from quizgame.generate.reviewing import Review, doubts, least, spans

_LABELS = {
    "subject": "Who or what",
    "relation": "Relation",
    "object": "Whom or what",
    "how": "How, as what",
}
_ASKED = {
    "subject": "Who or what is it about?",
    "relation": "What does it say?",
    "object": "Whom or what?",
    "how": "How, to whom, as what?",
    "note": "A note",
}
_USUAL = {
    "subject": "Type a part of the name",
    "relation": "Type a part of it",
    "object": "A name, or a few words of your own",
    "how": "A few words, such as ‘sister’",
    "note": "What you want to keep in mind",
}
MOST_ROWS = 60
QUESTION = SureView(
    title="Do you know the whole story?",
    sentence=(
        "What follows is for whoever makes a pack: every fact of the story, to its end, beside "
        "the article that tells it."
    ),
    yes="Yes, show me",
)
MORE = (
    ("names", "Names of people, places and things", "W"),
    ("after", "Say what happens after this", "B"),
    ("bets", "Predictions", "P"),
    ("facts", "All facts", "G"),
)
"""What else can be done from the page of a fact: where it leads, its words and its key."""


def fact_page(review: Review, article: Article) -> views.FactView:
    """Return the page of the fact that is shown."""
    book, fact = review.book, review.fact
    low, why = least(book, fact)
    paragraph, proof = _proof(fact, article)
    return views.FactView(
        fact=fact.id,
        number=review.place + 1,
        reads=_sentence(reading(book, fact)),
        state=fact.state,
        parts=tuple(
            views.Part(part, _LABELS[part], _part(book, fact, part)) for part in parts_of(fact)
        ),
        tag=tier_tag(book.ladder, fact.tier),
        floor=f"Not before ‘{book.ladder[low].label}’: it names {why}." if why else "",
        coverage=coverage(review, article, paragraph),
        passage=_passage(book, fact, article, paragraph, proof) if paragraph and proof else None,
        doubts=tuple(_against(book, fact)),
        note=fact.note,
        mine=not fact.drafted,
        can_undo=bool(review.past),
    )


def _sentence(text: str) -> str:
    text = f"{text[:1].upper()}{text[1:]}"
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _part(book: FactBook, fact: Fact, part: str) -> str:
    names = {name.id: name.name for name in book.names}
    match part:
        case "subject":
            return names.get(fact.subject, fact.subject)
        case "relation":
            return fact.relation.replace("_", " ")
        case "object":
            return names.get(fact.object, fact.object) or fact.words
        case _:
            return fact.how or "–"


def _against(book: FactBook, fact: Fact) -> list[str]:
    """Return what contradicts a fact, in sentences."""
    told = []
    facts = {one.id: one for one in book.facts}
    for doubt in doubts(book, fact.id):
        others = [
            reading(book, facts[ident])
            for ident in doubt.facts
            if ident != fact.id and ident in facts and facts[ident].state != "rejected"
        ]
        said = " ".join(_sentence(other) for other in others)
        told.append(f"{said} {_sentence(doubt.why)}".strip())
    return told


def _proof(fact: Fact, article: Article) -> tuple[Paragraph | None, Evidence | None]:
    """Return the paragraph that proves a fact, by its place or else by its fingerprint."""
    by_place = {one.place: one for one in article.paragraphs}
    for proof in fact.evidence:
        here = by_place.get((proof.section, proof.paragraph))
        if here is not None and here.passage == proof.passage:
            return here, proof
        for one in article.paragraphs:
            if one.passage == proof.passage:
                return one, proof
    return None, None


def _passage(
    book: FactBook, fact: Fact, article: Article, paragraph: Paragraph, proof: Evidence
) -> views.Passage:
    at = article.paragraphs.index(paragraph)
    before = article.paragraphs[at - 1].text if at else ""
    after = article.paragraphs[at + 1].text if at + 1 < len(article.paragraphs) else ""
    return views.Passage(
        _where(article, paragraph), _pieces(book, fact, paragraph, proof), before, after
    )


def _where(article: Article, paragraph: Paragraph) -> str:
    section, number = paragraph.place
    titles = {one.id: one.title for one in article.sections}
    title = "Before the first heading" if section == OPENING else titles.get(section, section)
    return f"{title} · paragraph {number}"


def _pieces(
    book: FactBook, fact: Fact, paragraph: Paragraph, proof: Evidence
) -> tuple[views.Piece, ...]:
    """Return the paragraph with its sentence lit, and in it what the fact names."""
    text, start, end = paragraph.text, proof.start, proof.end
    sought = [fact.words] if fact.words else []
    for name in book.names:
        if name.id in {fact.subject, fact.object}:
            sought += [name.name, *name.aliases]
    pieces = [views.Piece(text[:start])]
    at = start
    for low, high in spans(text[start:end], sought):
        pieces += [
            views.Piece(text[at : start + low], "lit"),
            views.Piece(text[start + low : start + high], "name"),
        ]
        at = start + high
    pieces += [views.Piece(text[at:end], "lit"), views.Piece(text[end:])]
    return tuple(piece for piece in pieces if piece.text)


def coverage(review: Review, article: Article, here: Paragraph | None) -> views.Coverage:
    """Return how far one is, over the paragraphs of the article."""
    book = review.book
    told: dict[str, list[Fact]] = {}
    for fact in book.facts:
        for passage in {proof.passage for proof in fact.evidence}:
            told.setdefault(passage, []).append(fact)
    blocks, section = [], ""
    for one in article.paragraphs:
        facts = told.get(one.passage, [])
        kept = [fact.tier for fact in facts if fact.state == "confirmed"]
        waits = any(fact.state == "proposed" for fact in facts)
        state = "open" if waits else "kept" if kept else "none"
        tag = tier_tag(book.ladder, max(kept)) if kept else None
        begins = bool(section) and one.place[0] != section
        blocks.append(views.Block(state, tag, begins, here=one == here))
        section = one.place[0]
    tiers = [fact.tier for fact in book.facts if fact.state == "confirmed"]
    return views.Coverage(
        decided=sum(fact.state != "proposed" for fact in book.facts),
        facts=len(book.facts),
        kept=tuple(
            views.Kept(tier_tag(book.ladder, tier), tiers.count(tier))
            for tier in range(len(book.ladder))
        ),
        blocks=tuple(blocks),
    )


def facts_with(book: FactBook, sought: str) -> tuple[Fact, ...]:
    """Return the facts in which these letters stand, those first that begin with them."""
    words = normalised(sought)
    found = [(normalised(reading(book, fact)), fact) for fact in book.facts]
    found = sorted(
        (row for row in found if words in row[0]), key=lambda row: not row[0].startswith(words)
    )
    return tuple(fact for _, fact in found)


def facts_page(review: Review, sought: str) -> views.ListView:
    """Return the list of the facts, to walk through."""
    book, facts = review.book, facts_with(review.book, sought)
    rows = tuple(
        views.ListRow(
            _sentence(reading(book, fact)), tag=tier_tag(book.ladder, fact.tier), state=fact.state
        )
        for fact in facts
    )
    at = 0 if sought else review.place
    return views.ListView("facts", "All facts", "", rows, at, sought, "Type to search")


def followers_with(review: Review, sought: str) -> tuple[Fact, ...]:
    """Return the facts in which these letters stand that may come after the one shown."""
    book, words = review.book, normalised(sought)
    facts = followers(book, review.fact)
    return tuple(fact for fact in facts if words in normalised(reading(book, fact)))


def after_page(review: Review, sought: str, fault: str) -> views.ListView:
    """Return the list of what may come after the fact that is shown."""
    book = review.book
    rows = tuple(
        views.ListRow(
            _sentence(reading(book, fact)), tag=tier_tag(book.ladder, fact.tier), state=fact.state
        )
        for fact in followers_with(review, sought)
    )
    lead = f"First: {_sentence(reading(book, review.fact))} Then:"
    title, usual = "What happens after this?", "Type to search"
    return views.ListView("after", title, lead, rows, 0, sought, usual, fault)


def more_page() -> views.ListView:
    """Return the list of what else can be done, with the keys for it."""
    rows = tuple(views.ListRow(words, key) for _, words, key in MORE)
    return views.ListView("more", "More", "", rows)


def sentences_with(article: Article, sought: str = "") -> tuple[tuple[Paragraph, Sentence], ...]:
    """Return the sentences of the article in which these letters stand, with their paragraphs."""
    words = normalised(sought)
    return tuple(
        (one, said)
        for one in article.paragraphs
        for said in one.sentences()
        if words in normalised(said.text)
    )


def sentences_page(review: Review, article: Article, sought: str) -> views.ListView:
    """Return the sentences, from the one that proves the fact shown."""
    paragraph, proof = _proof(review.fact, article)
    rows, at = [], 0
    for place, (one, said) in enumerate(sentences_with(article, sought)):
        rows.append(views.ListRow(said.text))
        if proof and not sought and one == paragraph and said.start == proof.start:
            at = place
    lead = "Which sentence of the article says it?"
    return views.ListView(
        "sentences", "Add a fact", lead, tuple(rows), at, sought, "Type a word of it to search"
    )


def form_page(book: FactBook, form: Form, fault: str) -> views.ListView:
    """Return the page on which a part of a fact is asked for."""
    rows = tuple(
        views.ListRow(_sentence(one.text) if form.part == "relation" else one.text, one.aside)
        for one in options(book, form)[:MOST_ROWS]
    )
    new = form.fact.id == NEW
    lead = form.sentence.text if form.sentence else _sentence(reading(book, form.fact))
    title = _ASKED[form.part]
    page = f"{'new' if new else form.fact.id}-{form.part}"
    return views.ListView(page, title, lead, rows, 0, form.typed, _USUAL[form.part], fault)

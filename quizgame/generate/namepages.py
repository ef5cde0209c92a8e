"""What the pages show on which a name is changed."""

from quizgame.domain import reviewviews as views
from quizgame.generate.facts import SORTS, Fact, FactBook
from quizgame.generate.naming import ALIAS, ANOTHER, NAME, SORT, TIER, Naming, name_at, options

MOST_ROWS = 60
_TITLES = {
    NAME: "What is it called?",
    ALIAS: "Another name",
    ANOTHER: "What else is it called?",
    SORT: "What is it?",
    TIER: "From where on is it known?",
}
_USUAL = "As the article has it, such as ‘Count Dracula’"


def naming_page(book: FactBook, fact: Fact, naming: Naming, fault: str) -> views.ListView:
    """Return the list of the names, the page of one, or that of a part of it."""
    rows = tuple(
        views.ListRow(one.text, one.aside) for one in options(book, fact, naming)[:MOST_ROWS]
    )
    typed = naming.typed if naming.types else None
    if not naming.ident:
        lead = "A name is changed for all facts at once."
        return views.ListView(
            "names", "Names", lead, rows, 0, typed, "Type a part of the name", fault
        )
    name = name_at(book, naming)
    page = f"name-{name.id}-{naming.part}{naming.alias}"
    if not naming.part:
        said = sum(name.id in {one.subject, one.object} for one in book.facts)
        lead = f"{said} facts speak of it." if said != 1 else "One fact speaks of it."
        return views.ListView(page, name.name, lead, rows, fault=fault)
    at = {SORT: SORTS.index(name.sort), TIER: name.tier}.get(naming.part, 0)
    lead = naming.alias if naming.part == ALIAS else name.name
    return views.ListView(page, _TITLES[naming.part], lead, rows, at, typed, _USUAL, fault)

"""Rendering over a pack that stands: a person's work is kept, the generator's is renewed."""

from dataclasses import replace

import pytest

from quizgame.generate.assembling import Before
from quizgame.generate.certificates import (
    Certificates,
    read_certificates,
    written,
)
from quizgame.generate.facts import FactBook
from quizgame.generate.packlayout import taken_apart
from quizgame.generate.rendering import Rendered, render
from quizgame.storage.packfile import read_pack
from tests.generate.confirming import (
    WISH,
    a_book,
    a_fact,
    article_of,
    confirmed,
    rendered,
    wish_for,
)

MINE = """\
  # Mine, and I like it so.
  - id: mine
    tier: start
    kind: choice
    category: Snow
    stem: What falls all day?   # as in the first scene
    choices:
      - Snow
      - Rain
      - Hail
    answer: Snow
    why: It is winter in the mountains.
    difficulty: 1

"""
FACTS = (
    a_fact("ada", "occupation", "doctor"),
    a_fact("bo", "occupation", "sailor"),
    a_fact("finn", "occupation", "painter"),
    a_fact("cora", "kills", "bo", 2),
)


def again(book: FactBook, pack: bytes, mine: Certificates) -> Rendered:
    draft = read_pack(pack, "snow.yaml").draft
    assert draft is not None
    return render(book, WISH, None, Before(taken_apart(pack.decode()), draft, mine))


@pytest.mark.parametrize("name", ["hound.md", "dorian-gray.md", "romeo.md"])
def test_rendered_twice_it_is_the_same_to_the_byte(name: str) -> None:
    made = rendered(name)
    draft = read_pack(made.pack, "pack.yaml").draft
    assert draft is not None
    before = Before(taken_apart(made.pack.decode()), draft, made.mine)
    book = confirmed(name)
    new = render(book, wish_for(book), article_of(name), before)
    assert new.pack == made.pack
    assert new.mine == made.mine


def test_taken_apart_and_put_together_a_file_is_what_it_was() -> None:
    text = rendered("hound.md").pack.decode()
    assert "".join(f"{line}\n" for line in taken_apart(text).lines()) == text


def test_a_card_of_a_persons_own_stays_where_it_is_and_as_it_is() -> None:
    made = render(a_book(*FACTS), WISH)
    head, cards = made.pack.decode().split("cards:\n")
    pack = f"{head}cards:\n{MINE}{cards}".encode()
    new = again(a_book(*FACTS), pack, made.mine)
    assert new.pack == pack
    assert new.kept == ("mine",)
    fewer = again(a_book(*FACTS[1:]), pack, made.mine)
    assert MINE in fewer.pack.decode()
    assert "Ada is a doctor" not in fewer.pack.decode()
    more = again(a_book(*FACTS, a_fact("cora", "occupation", "cook", 1)), pack, made.mine)
    assert MINE in more.pack.decode()
    assert len(more.cards) > len(made.cards)


def test_what_a_person_changes_in_a_card_a_term_or_the_head_stays() -> None:
    made = render(a_book(*FACTS), WISH)
    text = made.pack.decode()
    stem = next(one.sketch.stem for one in made.cards)
    changed = text.replace(stem, f"Tell me: {stem}").replace("name: Ada,", "name: Ada Lind,")
    changed = changed.replace("title: Snow\nkind", "title: Snow and Ice\nkind")
    assert changed.count("Tell me") == 1
    new = again(a_book(*FACTS), changed.encode(), made.mine).pack.decode()
    assert f"Tell me: {stem}" in new
    assert "name: Ada Lind," in new
    assert "title: Snow and Ice" in new


def test_a_card_that_a_person_takes_out_stays_out() -> None:
    made = render(a_book(*FACTS), WISH)
    gone = made.cards[0].id
    lines = made.pack.decode().split("\n")
    start = lines.index(f"  - id: {gone}")
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith("    "))
    pack = "\n".join(lines[:start] + lines[end:]).encode()
    new = again(a_book(*FACTS), pack, made.mine)
    assert gone not in new.pack.decode()
    assert gone in new.mine.dropped
    third = again(a_book(*FACTS), new.pack, new.mine)
    assert gone in third.mine.dropped


def test_a_rejected_fact_takes_its_card_with_it() -> None:
    made = render(a_book(*FACTS), WISH)
    rejected = (replace(FACTS[0], state="rejected"), *FACTS[1:])
    new = again(a_book(*rejected), made.pack, made.mine)
    assert all(FACTS[0].id not in one.sketch.facts for one in new.cards)
    assert FACTS[0].id not in new.pack.decode()
    back = again(a_book(*FACTS), new.pack, new.mine)
    assert {one.id for one in back.cards} == {one.id for one in made.cards}


def test_other_tiers_than_those_of_the_facts_are_told() -> None:
    made = render(a_book(*FACTS), WISH)
    text = (
        made.pack.decode().replace("id: end,", "id: finish,").replace("tier: end", "tier: finish")
    )
    with pytest.raises(ValueError, match="other tiers"):
        again(a_book(*FACTS), text.encode(), made.mine)


def test_certificates_read_back_as_they_are_written() -> None:
    made = rendered("hound.md")
    data = written(made.mine)
    read, issues = read_certificates(data, "certificates.yaml")
    assert not issues
    assert read is not None
    assert written(read) == data
    assert sum(len(row.wrong) for row in read.cards) > len(read.cards)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [("format: 1", "format: 3", "from 1 to 1"), ("digest:", "diggest:", "did you mean 'digest'?")],
)
def test_a_slip_in_the_certificates_is_told(old: str, new: str, says: str) -> None:
    data = written(render(a_book(*FACTS), WISH).mine).decode().replace(old, new, 1)
    read, issues = read_certificates(data.encode(), "certificates.yaml")
    assert read is None
    assert any(says in str(one) for one in issues)

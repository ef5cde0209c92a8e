"""The schema for editors and the reader of packs say the same of a pack."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from quizgame.services.starter import LADDERS, Wish, starter
from quizgame.storage.packfile import LoadedPack, load, read_pack
from quizgame.storage.packformat import PACK
from quizgame.storage.schema import MODELINE, SCHEMA_NAME, schema, schema_text
from tests.conftest import ROOT
from tests.storage.slips import BAD, GOOD, RICH, STRICTER, UNSEEN, Change

KEPT = ROOT / "questions" / SCHEMA_NAME
VALID = jsonschema.Draft7Validator(schema())


def changed(change: Change) -> str:
    text = RICH
    for old, new in zip(change[::2], change[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def as_editors_read(text: str) -> dict[str, Any]:
    """Return the text as YAML with types; dates come to a schema as texts."""
    read: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return read


def names(parts: list[Any]) -> set[str]:
    """Return the names of all the fields that some of the parts have."""
    return {name for part in parts for name in part}


def objects(text: str) -> bool:
    return not VALID.is_valid(as_editors_read(text))


def faults(text: str) -> LoadedPack:
    return read_pack(text.encode(), "lantern.yaml")


def test_the_schema_that_is_kept_is_the_one_the_format_gives() -> None:
    assert KEPT.read_text(encoding="utf-8") == schema_text()
    jsonschema.Draft7Validator.check_schema(schema())


def test_the_rich_pack_has_every_field_there_is() -> None:
    data = as_editors_read(RICH)
    assert not objects(RICH)
    assert faults(RICH).issues == ()
    held = {
        "pack": names([data]),
        "source": names([data["source"]]),
        "section": names(data["source"]["sections"]),
        **{part: names(data[f"{part}s"]) for part in ("tier", "term", "card")},
        "content-note": names(data["notes"]),
    }
    for key, part in PACK.parts().items():
        for kind in (part, *part.kinds.values()):
            # The parts that are not listed need all their fields.
            assert set(kind.fields) <= held.get(key, set(kind.fields))


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(GOOD) + len(BAD) >= 60
    every = [*GOOD, *BAD, *UNSEEN, *STRICTER]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("change", GOOD, ids=lambda change: change[-1][:40])
def test_both_take_what_is_right(change: Change) -> None:
    text = changed(change)
    assert [str(issue) for issue in faults(text).issues] == []
    assert not objects(text)


@pytest.mark.parametrize("change", BAD, ids=lambda change: change[-1][:40])
def test_both_refuse_what_is_wrong(change: Change) -> None:
    text = changed(change)
    assert faults(text).issues
    assert objects(text)


@pytest.mark.parametrize("change", UNSEEN, ids=lambda change: change[-1][:40])
def test_the_reader_alone_sees_what_takes_the_whole_pack(change: Change) -> None:
    text = changed(change)
    assert faults(text).issues
    assert not objects(text)


@pytest.mark.parametrize("change", STRICTER, ids=lambda change: change[-1][:40])
def test_the_schema_alone_asks_for_plain_numbers_and_quoted_words(change: Change) -> None:
    text = changed(change)
    assert faults(text).issues == ()
    assert objects(text)


@pytest.mark.parametrize("path", sorted(KEPT.parent.glob("*.yaml")), ids=lambda path: path.name)
def test_every_pack_that_ships_fits_the_schema_and_names_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(VALID.iter_errors(as_editors_read(text))) == []
    assert text.startswith(MODELINE)
    assert load(path).issues == ()


@pytest.mark.parametrize("kind", LADDERS)
def test_every_starter_fits_the_schema_and_names_it(kind: str) -> None:
    wish = Wish(id="no", title='1984: "a\\b"', kind=kind, parts=1, language="no", author="Yes")
    text = starter(wish)
    assert list(VALID.iter_errors(as_editors_read(text))) == []
    assert text.startswith(MODELINE)


def test_every_field_says_what_it_is_for_in_a_line() -> None:
    for part in PACK.parts().values():
        for kind in (part, *part.kinds.values()):
            for field in kind.fields.values():
                assert 10 < len(field.about) <= 90
                assert field.about.endswith(".")


def test_the_guide_for_authors_names_every_field_and_its_example_is_sound() -> None:
    guide = (KEPT.parent / "README.md").read_text(encoding="utf-8").split("\n# The Ballerina")[0]
    for part in PACK.parts().values():
        for kind in (part, *part.kinds.values()):
            for name in kind.fields:
                assert f"`{name}`" in guide or f"{name}:" in guide
    whole = next(text for text in guide.split("```yaml\n") if text.startswith("format: 1"))
    assert faults(whole.split("```")[0]).issues == ()
    assert not objects(whole.split("```")[0])


def test_an_editor_offers_the_fields_of_a_kind_and_refuses_those_of_others() -> None:
    card = schema()["definitions"]["card"]
    cases = {case["if"]["properties"]["kind"]["const"]: case["then"] for case in card["allOf"]}
    assert card["properties"]["choices"] is True
    assert cases["true-false"]["properties"]["choices"] is False
    assert cases["true-false"]["required"] == ["answer"]
    assert "description" in cases["several"]["properties"]["choices"]

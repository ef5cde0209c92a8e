"""The pack format as a JSON Schema (draft 7), by which editors complete and check a pack.

Editors read YAML with types and quizgame reads all as text, so a text may be a number or a truth
value to them (`title: 1984`). What only the whole pack can tell, such as an id that nothing has,
no schema sees; `quizgame packs check` does.
"""

import json
from collections.abc import Mapping
from typing import Any, assert_never

from quizgame.storage.forms import ID
from quizgame.storage.packformat import PACK
from quizgame.storage.shapes import (
    Bare,
    Field,
    Flag,
    Form,
    Inner,
    Named,
    Part,
    Rows,
    Shape,
    Text,
    Texts,
    Whole,
    Word,
)

SCHEMA_NAME = "quizgame-pack.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""The comment by which editors find the schema beside a pack."""
# Letters beyond ASCII: a schema's patterns cannot tell them from other signs there.
_LETTERS = r"A-Za-z0-9_\u0080-\uffff"

Schema = dict[str, Any]


def schema() -> Schema:
    """Return the schema of a pack."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA_NAME,
        **_part(PACK),
        "title": "A question pack for quizgame",
        "definitions": {key: _part(part) for key, part in PACK.parts().items() if part is not PACK},
    }


def schema_text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _part(part: Part) -> Schema:
    kept: Schema = {
        "title": part.what.removeprefix("the "),
        "description": part.about,
        "type": "object",
        "additionalProperties": False,
        "required": [f.name for f in part.fields.values() if not f.optional and not f.unless],
        "properties": {f.name: _field(f) for f in part.fields.values()},
    }
    needs = {f.name: [f.needs] for f in part.fields.values() if f.needs}
    if needs:
        kept["dependencies"] = needs
    if part.either:
        kept["anyOf"] = [{"required": [name]} for name in part.either]
    for each in part.fields.values():
        if each.unless:
            kept["if"] = {"not": {"required": [each.unless]}}
            kept["then"] = {"required": [each.name]}
    if part.kinds:
        kept |= _by_kind(part, kept["properties"])
    return kept


def _by_kind(part: Part, common: Mapping[str, Any]) -> Schema:
    """Return what a part has besides, as its kind says.

    A field of some kinds is allowed to all at first, and then refused to the others by name: so
    an editor offers it only where it belongs.
    """
    own = {name: set(kind.fields) - set(part.fields) for name, kind in part.kinds.items()}
    every = sorted(set().union(*own.values()))
    told = {**common["kind"], "enumDescriptions": [kind.about for kind in part.kinds.values()]}
    cases = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {
                "title": f"{name} card",
                "required": sorted(f for f in own[name] if not kind.fields[f].optional),
                "properties": {
                    field: _field(kind.fields[field]) if field in own[name] else False
                    for field in every
                },
            },
        }
        for name, kind in part.kinds.items()
    ]
    properties = {**common, "kind": told, **dict.fromkeys(every, True)}
    return {"properties": properties, "allOf": cases}


def _field(field: Field) -> Schema:
    return {"description": field.about, **_shape(field.shape, field.name)}


def _shape(shape: Shape, name: str) -> Schema:
    match shape:
        case Text(cap, form):
            return _text(name, cap, form)
        case Whole(low, high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Flag():
            return {"type": "boolean"}
        case Word(words):
            return {"enum": list(words)}
        case Named():
            return _text(name, 0, ID)
        case Texts(low, high):
            item = _text(name, shape.cap, ID if shape.named else shape.form)
            kept: Schema = {"type": "array", "minItems": low, "maxItems": high, "items": item}
            return {**kept, "uniqueItems": True} if shape.distinct else kept
        case Rows(low, high, of):
            return {"type": "array", "minItems": low, "maxItems": high, "items": _ref(of)}
        case Inner(of):
            # Beside a bare reference draft 7 lets nothing else count.
            return {"allOf": [_ref(of)]}
        case _:
            assert_never(shape)


def _ref(part: Part) -> Schema:
    return {"$ref": f"#/definitions/{part.key}"}


def _text(name: str, cap: int, form: Form | None) -> Schema:
    """Return the schema of a text; one without a form may look like anything.

    `patternErrorMessage` is what VS Code says where a text does not fit; others pass over it.
    """
    if form is None:
        kept = {"pattern": r"\S", "patternErrorMessage": f"nothing stands in '{name}'"}
        return _types(("number", "boolean")) | kept | {"maxLength": cap}
    counted = {"minimum": 0} if set(form.bare) - {"boolean"} else {}
    pattern = form.pattern.pattern.replace(r"\w", _LETTERS)
    return _types(form.bare) | {
        "pattern": f"^(?:{pattern})$",
        "patternErrorMessage": f"{form.noun or repr(name)} {form.must}",
        **counted,
    }


def _types(bare: tuple[Bare, ...]) -> Schema:
    """Return what a text may be to those who read YAML with types."""
    numbers = [word for word in bare if word != "boolean"]
    kept: Schema = {"type": ["string", *numbers]} if numbers else {"type": "string"}
    # Named as a type outright, editors would offer true and false for every text.
    return {"if": {"type": "boolean"}, "else": kept} if "boolean" in bare else kept

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame.domain.cards import (
    PutInOrder,
    SeveralRight,
    SingleChoice,
    Sound,
    TrueFalse,
    TypeAnswer,
)
from quizgame.domain.issues import Issue
from quizgame.domain.packs import SealedPack
from quizgame.storage.faults import MEANINGS, MOST_ISSUES, Fault
from quizgame.storage.packfile import LoadedPack, load, read_pack
from quizgame.storage.packhead import NO_PACK, UNTITLED
from tests.samples import lantern


def read(text: str) -> LoadedPack:
    return read_pack(text.encode(), "lantern.yaml")


def changed(old: str, new: str, times: int = 1) -> str:
    assert old in lantern()
    return lantern().replace(old, new, times)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def played(loaded: LoadedPack) -> SealedPack:
    assert loaded.pack is not None, [str(issue) for issue in loaded.issues]
    return loaded.pack


def card_ids(loaded: LoadedPack) -> set[str]:
    return {card.id for card in played(loaded).cards}


def codes(loaded: LoadedPack) -> list[str]:
    return [issue.code for issue in loaded.issues]


ALL = {
    "trade",
    "island",
    "hour",
    "believed-alone",
    "keeper",
    "guests",
    "storm-order",
    "newcomer",
    "oil",
    "ferryman",
    "kin",
    "last-words",
}


def test_a_sound_pack_has_no_issues_and_all_its_cards() -> None:
    loaded = read(lantern())
    assert loaded.issues == ()
    assert card_ids(loaded) == ALL
    assert loaded.total_cards == len(ALL)


def test_every_kind_of_card_becomes_its_value() -> None:
    cards = {card.id: card for card in played(read(lantern())).cards}
    assert cards["trade"].kind == SingleChoice(("A lantern", "A furnace", "A bakery oven"), 0)
    assert cards["oil"].kind == TrueFalse(("True", "False"), 1)
    assert cards["guests"].kind == SeveralRight(
        ("Tobias", "A dog", "Mara", "A priest"), frozenset({0, 1})
    )
    assert cards["storm-order"].kind == PutInOrder(
        ("The wind turns", "The light fails", "Tobias knocks")
    )
    assert cards["keeper"].kind == TypeAnswer(("Mara", "Mara Quill"))
    assert (cards["believed-alone"].tier, cards["believed-alone"].until) == (0, 1)


def test_times_and_no_stay_what_the_author_wrote() -> None:
    card = next(card for card in played(read(lantern())).cards if card.id == "hour")
    assert card.kind == SingleChoice(("7:12", "8:30", "No"), 1)


def test_all_faults_stand_in_one_report_with_their_place_and_mend() -> None:
    text = changed("year: 1998", "year: 98")
    text = text.replace("    tier: middle\n    kind: several", "    tier: midle\n    kind: several")
    text = text.replace("    choices: [A lantern,", "    choises: [A lantern,")
    text = text.replace("difficulty: 3\n    notes", "difficulty: 4\n    notes")
    loaded = read(text)
    assert [str(issue) for issue in loaded.issues] == [
        "lantern.yaml:6:7: Q125 'year' must be a whole number from 1000 to 3000",
        "lantern.yaml:30:5: Q121 the card has no 'choices'",
        "lantern.yaml:35:5: Q120 the card has no field 'choises'; did you mean 'choices'?",
        "lantern.yaml:75:11: Q140 no tier is called 'midle'; did you mean 'middle'?",
        "lantern.yaml:91:17: Q125 'difficulty' must be a whole number from 1 to 3",
    ]
    assert card_ids(loaded) == ALL - {"trade", "guests", "storm-order"}


BROKEN_CARDS = [
    ("answer: A lantern", "answer: A lamp", "Q151"),
    ("[A lantern, A furnace, A bakery oven]", "[A lantern, a  LANTERN, A furnace]", "Q150"),
    ("[A lantern, A furnace, A bakery oven]", "[A lantern]", "Q128"),
    ("[Tobias, A dog, Mara, A priest]", "[Tobias, A dog]", "Q128"),
    ("[Tobias, A dog, Mara, A priest]", "[Tobias, A dog, Tobias]", "Q150"),
    ("answers: [Tobias, A dog]", "answers: [Tobias, A dog, Mara, A priest]", "Q152"),
    ("answers: [Tobias, A dog]", "answers: [Tobias]", "Q128"),
    ("answers: [Tobias, A dog]", "answers: [Tobias, A cat]", "Q151"),
    ("[The wind turns, The light fails,", "[Dawn, Dawn,", "Q150"),
    ("    answer: false", "    answer: No", "Q126"),
    ("kind: order", "kind: ordre", "Q126"),
    ("section: storm", "section: strom", "Q143"),
    ("passage: fedcba9876543210", "passage: fedcba987654321", "Q129"),
    ("paragraph: 2", "paragraph: two", "Q125"),
    ("notes: [drowning]", "notes: [drownings]", "Q142"),
    ("mentions: [silas-is-father]", "mentions: [silas-is-fathr]", "Q141"),
    ("until: middle", "until: midddle", "Q140"),
    ("until: middle", "until: start", "Q153"),
    ("why: He had seen the light.", "why:", "Q123"),
    ("stem: Who knocks at the door?", "stem: [Who, knocks]", "Q122"),
    ("stem: Who knocks at the door?", "stem: " + "long " * 100, "Q124"),
    ("stem: Who knocks at the door?", "stem: Who?\n    stem: Who knocks?", "Q105"),
    ("stem: Who knocks at the door?", "stem: &who Who knocks?", "Q106"),
    ("  - id: newcomer", "  - id: New Comer", "Q127"),
    ("  - id: newcomer", "  - id: oil-2\n    untill: end", "Q120"),
    ("difficulty: 1", "difficulty: 1\n    image: {file: ../../a.png, alt: A boat}", "Q129"),
]


@pytest.mark.parametrize(("old", "new", "code"), BROKEN_CARDS)
def test_a_broken_card_is_left_out_and_the_rest_stays(old: str, new: str, code: str) -> None:
    loaded = read(changed(old, new))
    assert codes(loaded) == [code]
    assert len(card_ids(loaded)) == len(ALL) - 1
    assert loaded.total_cards == len(ALL)


SECRETS = ["lamp", "LANTERN", "furnace", "A cat", "Dawn", "Tobias", "knocks", "seen the light"]


@pytest.mark.parametrize(("old", "new", "code"), BROKEN_CARDS)
def test_no_issue_quotes_what_a_card_says(old: str, new: str, code: str) -> None:
    told = " ".join(f"{i.message} {i.hint}" for i in read(changed(old, new)).issues)
    assert code in MEANINGS
    assert not [word for word in SECRETS if word in told]


def test_a_wrong_answer_tells_the_line_of_the_nearest_choice() -> None:
    text = changed("answer: Who her father is", "answer: Who her fahter is")
    (issue,) = read(text).issues
    assert issue.line == line_of(text, "answer: Who her fahter")
    assert issue.hint == f"line {line_of(text, '- Who her father is')} looks nearest"


def test_the_second_card_of_one_id_is_left_out() -> None:
    text = changed("  - id: oil", "  - id: newcomer")
    loaded = read(text)
    assert codes(loaded) == ["Q130"]
    assert card_ids(loaded) == ALL - {"oil"}
    assert str(line_of(text, "  - id: newcomer")) in loaded.issues[0].message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stem: The oil runs out before dawn.", "stem: Silas takes the oil."),
        ("why: There was a cask in the cellar.", "why: The Ferryman's cask was full."),
        ("    stem: The oil", "    mentions: [silas-is-father]\n    stem: The oil"),
        ("    stem: The oil", "    image: {file: a.png, alt: Silas}\n    stem: The oil"),
        ("    stem: The oil", "    image: {file: silas.png, alt: A man}\n    stem: The oil"),
        ("    stem: The oil", "    sound: {file: a.ogg, alt: Silas calls}\n    stem: The oil"),
        ("    stem: The oil", "    sound: {file: silas.ogg, alt: A call}\n    stem: The oil"),
        ("    category: The storm\n    stem: The oil", "    category: Silas\n    stem: The oil"),
    ],
)
def test_a_card_moves_up_to_the_highest_term_it_names(old: str, new: str) -> None:
    loaded = read(changed(old, new))
    card = next(card for card in played(loaded).cards if card.id == "oil")
    assert card.tier == 2
    assert loaded.issues == ()


def test_a_choice_or_step_that_names_a_later_term_raises_its_card() -> None:
    loaded = read(changed("[A lantern, A furnace,", "[A lantern, Tobias,"))
    assert next(card.tier for card in played(loaded).cards if card.id == "trade") == 1
    loaded = read(changed("[The wind turns,", "[The wind turns, Silas waves,"))
    assert next(card.tier for card in played(loaded).cards if card.id == "storm-order") == 2


def test_a_card_raised_to_its_until_is_left_out() -> None:
    loaded = read(changed("stem: Mara lives alone.", "stem: Mara has not met Tobias."))
    assert codes(loaded) == ["Q153"]
    assert "believed-alone" not in card_ids(loaded)


def test_an_unknown_tier_of_a_term_becomes_the_last_one() -> None:
    loaded = read(changed("name: Tobias, sort: person, tier: middle", "name: Tobias, tier: midle"))
    assert "Q140" in codes(loaded)
    tiers = {card.id: card.tier for card in played(loaded).cards}
    assert (tiers["newcomer"], tiers["guests"], tiers["oil"]) == (2, 2, 1)


def test_an_unknown_tier_of_a_section_or_source_becomes_the_last_one() -> None:
    text = changed("title: What the storm brought, tier: middle", "title: The storm, tier: mid")
    source = played(read(text)).source
    assert source is not None
    assert source.tier == 2
    assert [(part.id, part.tier) for part in source.sections][1:] == [("storm", 2), ("truth", 2)]


def test_a_section_title_is_shown_only_from_the_terms_it_names_on() -> None:
    loaded = read(changed("title: What the storm brought", "title: Silas and the storm"))
    source = played(loaded).source
    assert source is not None
    assert source.sections[1].tier == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Silas, aliases: [the Ferryman]", "aliases: [[the Ferryman]]"),
        ("name: Silas, aliases: [the Ferryman]", "name: Silas, aliases: [[the Ferryman]]"),
        ("name: Silas, aliases: [the Ferryman]", "name: Silas, alias: [the Ferryman]"),
        ("name: Silas, aliases: [the Ferryman]", "name: '?!'"),
        ("name: Silas,", "name: Silas, name: Sly,"),
        ("fact: Silas is the father of Mara., ", ""),
        ("terms:", "term:"),
        ("terms:", "terms: []\nterms:"),
        ("  - {id: silas, name", "  - &s {id: silas, name"),
        (
            "  - {id: mara, name: Mara, aliases: [Mara Quill], sort: person, tier: start}",
            "  - Mara",
        ),
    ],
)
def test_terms_that_cannot_be_trusted_keep_the_pack_from_being_played(old: str, new: str) -> None:
    loaded = read(changed(old, new))
    assert loaded.pack is None
    assert "Q145" in codes(loaded)
    assert any("mend" in issue.hint for issue in loaded.issues)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: middle, label: Halfway,", "{label: Halfway,"),
        ("{id: middle, label: Halfway,", "{id: start, label: Halfway,"),
        ("{id: middle, label: Halfway, hint: About an hour in}", "Halfway"),
        ("tiers:", "tears:"),
        ("tiers:", "tiers: high\nrest:"),
    ],
)
def test_a_ladder_that_cannot_be_read_keeps_the_pack_from_being_played(old: str, new: str) -> None:
    loaded = read(changed(old, new))
    assert loaded.pack is None
    assert "Q144" in codes(loaded)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("title: The Lantern\n", "title: Silas and the Lantern\n", UNTITLED),
        ("tagline: A tale of the coast", "tagline: Tobias comes home", ""),
        ("label: Halfway", "label: Tobias arrives", "Part 2"),
        ("hint: About an hour in", "hint: Where Tobias knocks", ""),
        ("label: Drowning", "label: Silas drowns", "Content note 1"),
    ],
)
def test_a_text_everyone_sees_may_not_name_a_later_term(old: str, new: str, shown: str) -> None:
    loaded = read(changed(old, new))
    assert [(i.code, i.severity) for i in loaded.issues] == [("Q146", "error")]
    face = played(loaded).face
    seen = [face.title, face.tagline, *face.notes.values()]
    seen += [text for tier in face.ladder.tiers for text in (tier.label, tier.hint)]
    assert shown in seen
    assert not [text for text in seen if "Silas" in text or "Tobias" in text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "just words\n",
        "- a\n- list\n",
        "title: x\nchoices: 3\n",
        "format: one\n",
        "format: {a: b}\n",
        "format: 2\ncards: nonsense\ncards: again\n",
    ],
)
def test_what_is_no_pack_gets_one_sentence(text: str) -> None:
    loaded = read(text)
    assert (loaded.pack, codes(loaded)) == (None, ["Q110"])


def test_a_pack_without_an_id_has_nowhere_to_keep_its_saves() -> None:
    loaded = read(changed("id: lantern", "id: The Lantern"))
    assert (loaded.pack, codes(loaded)) == (None, ["Q127"])


def test_a_head_with_slips_still_gives_a_pack() -> None:
    text = changed("language: en", "language: english please").replace('"#123a52"', "blue")
    text = text.replace("kind: film", "kind: flim")
    loaded = read(text)
    face = played(loaded).face
    assert codes(loaded) == ["Q126", "Q129", "Q129"]
    assert (face.kind, face.language) == ("other", "und")
    assert loaded.issues[0].hint == "did you mean 'film'?"


def test_a_repeated_key_in_one_card_leaves_the_others() -> None:
    loaded = read(changed("    answer: true\n", "    answer: true\n    answer: false\n"))
    assert codes(loaded) == ["Q105"]
    assert card_ids(loaded) == ALL - {"island"}


def test_a_flood_of_faults_is_cut_short() -> None:
    loaded = read(lantern() + "  - {}\n" * 3_000)
    assert len(loaded.issues) < 2_100
    assert loaded.total_cards == len(ALL) + 3_000
    assert card_ids(loaded) == ALL


def test_a_file_a_folder_and_a_zip_give_the_same_pack(tmp_path: Path) -> None:
    file = tmp_path / "lantern.yaml"
    file.write_text(lantern(), encoding="utf-8")
    folder = tmp_path / "lantern"
    folder.mkdir()
    (folder / "pack.yaml").write_text(lantern(), encoding="utf-8")
    packed = tmp_path / "lantern.quizpack"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", lantern())
        archive.writestr("pictures/a.png", b"not read")
    packs = [played(load(path)) for path in (file, folder, packed)]
    assert packs[0] == packs[1] == packs[2]


def test_an_issue_names_the_file_without_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text("just words", encoding="utf-8")
    assert [issue.file for issue in load(file).issues] == ["odd.yaml"]


@pytest.mark.parametrize("name", ["gone.yaml", "folder", "gone.zip", "nul\0.yaml"])
def test_what_cannot_be_read_is_one_issue(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    loaded = load(tmp_path / name)
    assert (loaded.pack, codes(loaded)) == (None, ["Q100"])
    assert str(tmp_path) not in str(loaded.issues[0])


def _zipped(path: Path, entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"inner/pack.yaml": b"format: 1"},
        {"pack.yaml": b"a" * 8_000_001},
        {"pack.yaml": b"format: 1", "a.png": b"0" * 20_000_000},
        {"pack.yaml": b"format: 1", "../a.png": b"x"},
        {f"{n}": b"" for n in range(2_001)},
    ],
)
def test_a_zip_that_is_not_safe_to_open_is_one_issue(
    entries: dict[str, bytes], tmp_path: Path
) -> None:
    loaded = load(_zipped(tmp_path / "odd.zip", entries))
    assert (loaded.pack, codes(loaded)) == (None, ["Q111"])


def test_a_zip_packed_in_an_unusual_way_or_locked_is_one_issue(tmp_path: Path) -> None:
    content = {"pack.yaml": lantern().encode()}
    odd = _zipped(tmp_path / "odd.zip", content, zipfile.ZIP_BZIP2)
    assert codes(load(odd)) == ["Q111"]
    locked = _zipped(tmp_path / "locked.zip", content)
    raw = bytearray(locked.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(raw)
    assert codes(load(locked)) == ["Q111"]


_mutation = st.tuples(st.integers(0, len(lantern())), st.integers(0, 12), st.text(max_size=8))


@given(mutations=st.lists(_mutation, min_size=1, max_size=4))
@settings(max_examples=60)
def test_no_mutation_of_a_pack_makes_it_raise(mutations: list[tuple[int, int, str]]) -> None:
    text = lantern()
    for at, length, new in mutations:
        text = text[:at] + new + text[at + length :]
    loaded = read_pack(text.encode("utf-8", "surrogatepass"), "lantern.yaml")
    assert loaded.pack is not None or loaded.issues
    assert list(loaded.issues) == sorted(loaded.issues, key=lambda i: (i.line, i.column))


@given(line=st.integers(0, lantern().count("\n") - 1))
@settings(max_examples=60)
def test_a_pack_less_one_line_never_shows_a_card_lower(line: int) -> None:
    lines = lantern().splitlines(keepends=True)
    kept = "".join(lines[:line] + lines[line + 1 :])
    pack = read(kept).pack
    whole = played(read(lantern()))
    rank = {tier.id: number for number, tier in enumerate(whole.face.ladder.tiers)}
    lowest = {card.id: card.tier for card in whole.cards}
    guarding = range(line_of(lantern(), "terms:") - 1, line_of(lantern(), "cards:") - 1)
    if pack is not None and line not in guarding:
        ladder = pack.face.ladder
        assert all(rank[ladder[c.tier].id] >= lowest.get(c.id, 0) for c in pack.cards)


@given(data=st.binary(max_size=400))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_in_any_wrapping_make_it_raise(data: bytes, tmp_path: Path) -> None:
    whole = _zipped(tmp_path / "good.zip", {"pack.yaml": lantern().encode()}).read_bytes()
    for name, content in (
        ("a.yaml", data),
        ("a.zip", data),
        ("b.zip", whole[: len(whole) // 2] + data + whole[len(whole) // 2 + len(data) :]),
        ("c.zip", whole[:-40] + data[:40]),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        loaded = load(path)
        assert loaded.pack is not None or all(isinstance(i, Issue) for i in loaded.issues)


def test_every_fault_has_a_code_of_its_own() -> None:
    assert len(MEANINGS) == len(Fault)


def test_a_cover_is_read_and_stands_in_for_the_poster_colours() -> None:
    poster = next(line for line in lantern().splitlines() if line.startswith("poster:"))
    loaded = read(changed(poster, "cover: {file: cover.png, alt: A lamp in a window}"))
    assert loaded.issues == ()
    cover = played(loaded).face.cover
    assert cover is not None
    assert (cover.file, cover.alt) == ("cover.png", "A lamp in a window")


def test_a_cover_outside_the_pack_is_refused() -> None:
    poster = next(line for line in lantern().splitlines() if line.startswith("poster:"))
    loaded = read(changed(poster, f"{poster}\ncover: {{file: ../../secret.png, alt: A lamp}}"))
    assert len(loaded.issues) == 1
    assert played(loaded).face.cover is None


def test_a_card_keeps_its_sound_and_its_words() -> None:
    sound = "    sound: {file: sounds/drip.OGG, alt: Drops fall on stone}\n"
    loaded = read(changed("    stem: The oil", f"{sound}    stem: The oil"))
    card = next(card for card in played(loaded).cards if card.id == "oil")
    assert card.sound == Sound("sounds/drip.OGG", "Drops fall on stone")
    assert "Drops" not in repr(card)


@pytest.mark.parametrize("file", ["drip.mp3", "../drip.ogg", "/drip.ogg", "drip.ogg.exe"])
def test_a_sound_of_another_kind_or_place_leaves_its_card_out(file: str) -> None:
    sound = f"    sound: {{file: {file}, alt: Drops}}\n"
    loaded = read(changed("    stem: The oil", f"{sound}    stem: The oil"))
    assert codes(loaded) == ["Q129"]
    assert card_ids(loaded) == ALL - {"oil"}


def test_a_pack_has_the_version_its_author_wrote_or_the_first() -> None:
    assert played(read(lantern())).face.version == "1"
    for version in ("2", "1.10", "1.2.3"):
        text = changed("id: lantern\n", f"id: lantern\nversion: {version}\n")
        assert played(read(text)).face.version == version
    broken = read(changed("id: lantern\n", "id: lantern\nversion: 1.2-beta\n"))
    assert codes(broken) == ["Q129"]
    assert played(broken).face.version == "1"


# -- YAML that cannot be read inside one card -------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stem: The oil runs out before dawn.", "stem: The oil: it runs out before dawn."),
        ("stem: The oil runs out before dawn.", 'stem: "The oil runs out before dawn.'),
        ("stem: The oil runs out before dawn.", "stem: 'The oil runs out before dawn."),
        ("    why: There was a cask in the cellar.", "   why: There was a cask in the cellar."),
        ("    why: There was a cask in the cellar.", "\twhy: There was a cask in the cellar."),
        ("    answer: false\n", "    answer: [false\n"),
        ("    answer: false\n", "    answer: @false\n"),
    ],
)
def test_a_slip_in_the_yaml_of_one_card_costs_that_card_alone(old: str, new: str) -> None:
    text = changed(old, new)
    loaded = read(text)
    assert card_ids(loaded) == ALL - {"oil"}
    assert codes(loaded) == ["Q103"]
    assert abs(loaded.issues[0].line - line_of(text, new.strip("\t "))) <= 1


def test_slips_in_two_cards_and_a_fault_elsewhere_stand_in_one_report() -> None:
    text = changed("stem: The oil", "stem: Oh: the oil")
    text = text.replace("stem: Who knocks", "stem: Tell: who knocks")
    text = text.replace("    kind: several", "    kind: sevral")
    loaded = read(text)
    assert codes(loaded) == ["Q126", "Q103", "Q103"]
    assert card_ids(loaded) == ALL - {"oil", "newcomer", "guests"}
    assert loaded.total_cards == len(ALL)


def test_a_slip_in_the_head_is_never_mended_by_leaving_it_out() -> None:
    loaded = read(changed("name: Silas, aliases", "name: Silas: aliases"))
    assert loaded.pack is None


def test_any_number_of_slips_costs_only_the_cards_they_are_in() -> None:
    bad = "".join(f"  - id: bad-{n}\n    stem: Oh: no: {n}\n" for n in range(300))
    loaded = read(lantern().replace("cards:\n", f"cards:\n{bad}"))
    assert card_ids(loaded) == ALL
    assert codes(loaded) == ["Q103"] * 300


@pytest.mark.parametrize("value", ["[" * 40, '"a\n---\n  b', "|\n---\n", "&anchor [", "{a: [b}"])
def test_nothing_in_one_card_can_take_the_others_away(value: str) -> None:
    loaded = read(changed("    answer: false\n", f"    answer: {value}\n"))
    assert ALL - {"oil"} <= card_ids(loaded)
    assert loaded.issues


def test_faults_by_the_thousand_are_not_all_told_and_take_no_sound_card_away() -> None:
    bad = "".join(f"  - {{id: bad-{n}, odd: 1}}\n" for n in range(700))
    loaded = read(lantern().replace("cards:\n", f"cards:\n{bad}"))
    assert card_ids(loaded) == ALL
    assert len(loaded.issues) <= MOST_ISSUES + 1
    assert "Q104" in codes(loaded)


def test_a_quote_that_is_never_closed_swallows_no_other_card() -> None:
    text = changed("why: There was a cask in the cellar.", 'why: "There was a cask in the cellar.')
    text = text.replace("stem: Who is the Ferryman?", "stem: Who is 5'10\" tall?")
    loaded = read(text)
    assert "oil" not in card_ids(loaded)
    whys = " ".join(card.why for card in played(loaded).cards)
    assert "Ferryman" not in whys
    assert "Silas" not in " ".join(c.why for c in played(loaded).cards if c.tier < 2)
    assert "Q103" in codes(loaded)


def test_a_quoted_text_may_run_over_lines_that_stand_deeper() -> None:
    quoted = 'why: "There was a cask\n      in the cellar."'
    loaded = read(changed("why: There was a cask in the cellar.", quoted))
    assert loaded.issues == ()
    why = next(card.why for card in played(loaded).cards if card.id == "oil")
    assert why == "There was a cask in the cellar."


def test_the_shelf_is_never_told_a_word_of_a_card() -> None:
    text = changed("id: lantern\n", "id: The Lantern!\n")
    text = text.replace("mentions: [silas-is-father]", "mentions: [silas-did-it]")
    loaded = read(text)
    assert loaded.pack is None
    assert loaded.refusal == "on line 2, its id cannot be read"


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        (
            "name: Silas,",
            'name: "Silas,',
            "on line 27, a quote or bracket that opens here is never",
        ),
        ("name: Silas, aliases", "name: Silas, alias", "on line 25, what is hidden cannot be told"),
        ("{id: middle, label", "{label", "on line 19, the tiers cannot be read"),
        ("tiers:", "tears:", "the tiers cannot be read"),
        ("id: lantern\n", "", "its id cannot be read"),
        ("format: 1", "format: one", "'format' must be 1"),
        ("  - id: oil\n", "  - id: oil\n    terms: []\n", "some terms or tiers may be lost here"),
    ],
)
def test_why_a_pack_cannot_be_played_has_its_line_where_that_is_one_of_the_head(
    old: str, new: str, refusal: str
) -> None:
    assert read(changed(old, new)).refusal.startswith(refusal)


def test_no_line_behind_the_cards_is_told_to_players() -> None:
    text = lantern()
    start, end = text.index("terms:\n"), text.index("cards:\n")
    text = text[:start] + text[end:] + text[start:end].replace("name: Silas, aliases", "alias")
    assert read(text).refusal.startswith("what is hidden cannot be told")


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("kind: film", "kind: movie", "write film, series, book, play, game or other"),
        ("tier: middle\n    kind: order", "tier: later\n    kind: order", "start, middle or end"),
        ("stem: Who knocks", "question: Who knocks", "did you mean 'stem'?"),
        ("why: He had seen", "explanation: He had seen", "did you mean 'why'?"),
        ("choices: [A lantern,", "options: [A lantern,", "did you mean 'choices'?"),
        ("licence:", "license:", "did you mean 'licence'?"),
        ("answers: [Tobias, A dog]", "answer: Tobias", "several right answers stand in 'answers'"),
        ("answers: [Tobias, A dog]", "correct: Tobias", "did you mean 'answers'?"),
        ("answer: A lantern", "answers: [A lantern]", "the one right answer stands in 'answer'"),
        ("choices: [A lantern,", "choices: A lantern #", "write it in brackets: [one, another]"),
        ("file: a.gif", "file: a.gif", "save it as PNG, JPEG or WebP"),
        ("file: p\\a.png", "file: p\\a.png", "write / between folder and file"),
        ("file: /a.png", "file: /a.png", "put the file into the pack's folder"),
        ("language: en", "language: English", "write en for English"),
        ("language: en", "language: Deutsch", "write de for German"),
        ("language: en", "language: Klingon of Kronos", "write its code, such as en for English"),
    ],
)
def test_a_message_says_what_is_allowed_or_was_meant(old: str, new: str, mend: str) -> None:
    text = lantern()
    if old == new:
        old, new = "    stem: The oil", f"    image: {{{old}, alt: A cask}}\n    stem: The oil"
    assert old in text
    assert any(mend in issue.hint for issue in read(text.replace(old, new, 1)).issues)


def test_a_dash_that_touches_its_first_field_is_told_where_the_list_is_missed() -> None:
    text = lantern()[: lantern().index("  - id: island")].replace("  - id: trade", "    -id: trade")
    assert any("write '- id: ...'" in issue.hint for issue in read(text).issues)


@pytest.mark.parametrize("code", ["en", "ko-KR", "und", "tlh", "no", "yi", "zh-Hant-TW"])
def test_the_code_of_a_language_is_let_stand(code: str) -> None:
    assert read(changed("language: en", f"language: {code}")).issues == ()


@pytest.mark.parametrize("word", ["English", "xx", "Korean-KR"])
def test_a_word_that_is_no_code_of_a_language_is_a_warning(word: str) -> None:
    loaded = read(changed("language: en", f"language: {word}"))
    assert [(issue.code, issue.severity) for issue in loaded.issues] == [("Q131", "warning")]
    assert card_ids(loaded) == ALL


@pytest.mark.parametrize(
    "change",
    [
        ("cards:\n", "cards:\n  - id: bad\n    stem: Oh: no\n"),
        ("  - id: trade\n", "  - id: trade\n    terms: []\n"),
        ("  fingerprint:", "  terms: []\n  fingerprint:"),
    ],
)
def test_terms_in_the_wrong_place_keep_the_pack_from_being_played(change: tuple[str, str]) -> None:
    text = changed(*change)
    if "terms: []" not in text:
        # Quoted and last, they must not be taken for a part of the last card.
        start, end = text.index("terms:\n"), text.index("cards:\n")
        text = text[:start] + text[end:] + '"terms":\n' + text[start + 7 : end]
        assert [t.id for t in played(read(text)).glossary.terms][:1] == ["mara"]
        return
    assert read(text).pack is None
    assert "Q145" in codes(read(text))


def test_a_sequel_whose_predecessor_cannot_be_read_follows_no_pack_there_is() -> None:
    loaded = read(changed("id: lantern\n", "id: lantern\nfollows: The Lantern!\n"))
    assert played(loaded).face.follows == NO_PACK


@pytest.mark.parametrize("broken", [0, 10, 700])
def test_lost_terms_are_noticed_under_any_number_of_faults(broken: int) -> None:
    bad = "".join(f"  - {{id: bad-{n}, odd: 1}}\n" for n in range(broken))
    text = changed("  - id: trade\n", f"{bad}  - id: trade\n    terms: []\n")
    assert read(text).pack is None


def test_a_pack_cannot_follow_itself() -> None:
    loaded = read(changed("id: lantern\n", "id: lantern\nfollows: lantern\n"))
    assert codes(loaded) == ["Q130"]

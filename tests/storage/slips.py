"""A pack with every field there is, and right and wrong changes to it."""

from tests.samples import lantern

Change = tuple[str, ...]

RICH = (
    (
        lantern()
        .replace("  fingerprint: sha256", "  tier: middle\n  fingerprint: sha256")
        .replace("id: lantern\n", "id: lantern\nversion: 1.2\nfollows: the-beacon\n")
        .replace("kind: film\n", "kind: film\ncover: {file: art/cover.png, alt: A lamp}\n")
        .replace(
            "name: Tobias, sort: person,",
            "name: Tobias, sort: person, exact: true, mentions: [mara],",
        )
        .replace(
            "    why: Nobody else has a key.\n",
            "    why: Nobody else has a key.\n    later: Somebody comes to stay.\n",
        )
        .replace(
            "    why: There was a cask in the cellar.\n",
            "    why: There was a cask in the cellar.\n"
            "    image: {file: pictures/cask.webp, alt: A cask}\n"
            "    sound: {file: sounds/drip.ogg, alt: Drops fall on stone}\n"
            '    waive: [{code: Q204, reason: "meant"}]\n',
        )
    )
    + """\
  - id: harbour
    tier: start
    opens: end
    kind: choice
    category: The coast
    stem: What will the sea bring back?
    choices: [A boat, A bottle, A bell]
    answer: A bell
    why: Silas rings it.
    difficulty: 1
"""
)

# Each is a change to the rich pack: what stands there, and what is put in its place.
GOOD: list[Change] = [
    ("title: The Lantern\n", "title: 1984\n"),
    ("title: The Lantern\n", "title: 12.5\n"),
    ("title: The Lantern\n", "title: Yes\n"),
    ("title: The Lantern\n", "title: 2020-01-01\n"),
    ("title: The Lantern\n", "title: 3:10\n"),
    ("title: The Lantern\n", "title: 등대\n"),
    ("tagline: A tale of the coast\n", ""),
    ("tagline: A tale of the coast", "tagline: >-\n  A tale\n  of the coast"),
    ("id: lantern\n", "id: 1984\n"),
    ("id: lantern\n", "id: no\n"),
    ("follows: the-beacon\n", ""),
    ("follows: the-beacon", "follows: 300"),
    ("version: 1.2\n", ""),
    ("version: 1.2", "version: 3"),
    ("version: 1.2", "version: 1.10.2"),
    ("version: 1.2", 'version: "2"'),
    ("kind: film", "kind: other"),
    ("year: 1998\n", ""),
    ("language: en", "language: no"),
    ("language: en", "language: pt-BR"),
    ("authors: [The quizgame authors]", "authors: [Ann, 50]"),
    ('poster: ["#123a52", "#5fc7b2"]\n', ""),
    ("cover: {file: art/cover.png, alt: A lamp}\n", ""),
    ("file: art/cover.png", "file: Élan/My cover.JPEG"),
    ("fingerprint: sha256:0123", 'fingerprint: "sha256:0123"'.replace('"', "")),
    (", tier: start}\n    - {id: storm", "}\n    - {id: storm"),
    ("passage: 0123456789abcdef", "passage: 1234567890123456"),
    (", hint: Premise and cast", ""),
    ("label: Halfway", "label: 2"),
    ("name: Mara, aliases: [Mara Quill]", "name: 1984, aliases: [7, On]"),
    ("exact: true", "exact: false"),
    ("sort: person, tier: start", "tier: start"),
    ("notes:\n  - {id: drowning, label: Drowning}\n", "notes: [{id: drowning, label: 1}]\n"),
    (
        "choices: [A lantern, A furnace, A bakery oven]",
        "choices: [1984, 1985]",
        "answer: A lantern",
        "answer: 1984",
    ),
    ('choices: [7:12, 8:30, "No"]', "choices: [No, 8:30]"),
    ("answers: [Mara, Mara Quill]", "answers: [true]"),
    ("answers: [Mara, Mara Quill]", "answers: [2020-01-01, 1 January 2020]"),
    ("answer: false", "answer: true"),
    ("    mentions: [silas-is-father]\n", "    mentions: []\n"),
    ("    image: {file: pictures/cask.webp, alt: A cask}\n", ""),
    ("why: Her name stands on the door.", "why: |\n      Her name stands on the door.\n"),
    ("stem: Who knocks at the door?", "stem: 42"),
    ("category: People\n    stem: Who keeps", "category: 1\n    stem: Who keeps"),
    ('waive: [{code: Q204, reason: "meant"}]', "waive: []"),
    ("    opens: end\n", ""),
    ("    opens: end\n", "    opens: middle\n"),
]

BAD: list[Change] = [
    ("format: 1\n", ""),
    ("format: 1\n", "format: 2\n"),
    ("id: lantern\n", ""),
    ("id: lantern\n", "id: The Lantern\n"),
    ("id: lantern\n", "id: 1.5\n"),
    ("id: lantern\n", "id: -5\n"),
    ("id: lantern\n", "id: " + "a" * 41 + "\n"),
    ("follows: the-beacon", "follows: The Beacon"),
    ("version: 1.2", "version: one"),
    ("version: 1.2", "version: 1.2.3.4"),
    ("version: 1.2", "version: -1"),
    ("version: 1.2", "version: [1, 2]"),
    ("title: The Lantern\n", "title:\n"),
    ("title: The Lantern\n", 'title: " "\n'),
    ("title: The Lantern\n", "title: [The, Lantern]\n"),
    ("title: The Lantern\n", "title: " + "long " * 40 + "\n"),
    ("title: The Lantern\n", "title: The Lantern\nsubtitle: A tale\n"),
    ("tagline: A tale of the coast", "tagline: {a: tale}"),
    ("kind: film", "kind: movie"),
    ("kind: film\n", ""),
    ("year: 1998", "year: 98"),
    ("year: 1998", "year: soon"),
    ("language: en", "language: English, please"),
    ("language: en\n", ""),
    ("licence: CC0-1.0\n", ""),
    ("authors: [The quizgame authors]", "authors: []"),
    ("authors: [The quizgame authors]", "authors: The quizgame authors"),
    ("authors: [The quizgame authors]", "authors: [Ann, ]\n".replace("Ann, ", '""')),
    ('"#123a52", "#5fc7b2"', '"#123a52"'),
    ('"#123a52", "#5fc7b2"', "red, blue"),
    (
        'poster: ["#123a52", "#5fc7b2"]\n',
        "",
        "cover: {file: art/cover.png, alt: A lamp}\n",
        "",
    ),
    ("file: art/cover.png", "file: ../cover.png"),
    ("file: art/cover.png", "file: cover.gif"),
    (", alt: A lamp}", "}"),
    ("  fingerprint: sha256:0123", "  fingerprint: md5:0123"),
    ("  sections:\n", "  parts: 3\n  sections:\n"),
    ("{id: opening, title:", "{id: opening, titel:"),
    ("label: Halfway, ", ""),
    ("label: Halfway", "label: " + "x" * 61),
    ("{id: middle, label: Halfway,", "{label: Halfway,"),
    ("{id: middle, label: Halfway,", "{id: middle, label: Halfway, colour: red,"),
    (
        "  - {id: middle, label: Halfway, hint: About an hour in}\n",
        "",
        "  - {id: end, label: Credits, hint: I have seen it all}\n",
        "",
    ),
    ("  - {id: drowning, label: Drowning}", "  - drowning"),
    ("{id: drowning, label: Drowning}", "{id: drowning}"),
    ("name: Silas, aliases: [the Ferryman], ", ""),
    ("aliases: [the Ferryman]", "aliases: the Ferryman"),
    ("aliases: [the Ferryman]", "alias: [the Ferryman]"),
    ("sort: person, tier: end", "sort: persn, tier: end"),
    ("sort: person, tier: end", "sort: person"),
    ("exact: true", "exact: perhaps"),
    ("mentions: [mara]", "mentions: [Mara!]"),
    ("cards:\n", "cards: []\nrest:\n"),
    ("  - id: newcomer\n", "  - id: New Comer\n"),
    ("  - id: newcomer\n", "  - stars: 3\n    id: newcomer\n"),
    ("    kind: order\n", "    kind: ordre\n"),
    ("    kind: order\n", ""),
    ("    category: The storm\n    stem: The oil", "    stem: The oil"),
    ("    category: The storm\n    stem: The oil", f"    category: {'x' * 41}\n    stem: The oil"),
    ("    tier: middle\n    kind: order", "    kind: order"),
    ("stem: Who knocks at the door?", "stem: [Who, knocks]"),
    ("stem: Who knocks at the door?", "stem:"),
    ("stem: Who knocks at the door?", "stem: " + "long " * 100),
    ("    why: He had seen the light.\n", ""),
    ("why: He had seen the light.", "why: " + "long " * 300),
    ("difficulty: 3\n    notes", "difficulty: 4\n    notes"),
    ("difficulty: 3\n    notes", "difficulty: hard\n    notes"),
    ("choices: [A lantern, A furnace, A bakery oven]", "choices: [A lantern]"),
    ("choices: [A lantern, A furnace, A bakery oven]", "choices: A lantern"),
    (
        "choices: [A lantern, A furnace, A bakery oven]",
        "choices: [A lantern, A lantern, A furnace]",
    ),
    ("choices: [A lantern, A furnace, A bakery oven]", "choices: [A lantern, {a: furnace}]"),
    ("choices: [A lantern, A furnace, A bakery oven]", "choices: [a, b, c, d, e, f, A lantern]"),
    ("    answer: A lantern\n", ""),
    ("    answer: A lantern\n", "    answer: [A lantern]\n"),
    ("    answer: A lantern\n", "    answers: [A lantern]\n"),
    ("    answer: false\n", "    answer: perhaps\n"),
    ("    answer: false\n", "    answer: false\n    choices: [a, b]\n"),
    ("choices: [Tobias, A dog, Mara, A priest]", "choices: [Tobias, A dog]"),
    ("answers: [Tobias, A dog]", "answers: [Tobias]"),
    ("    steps: [The wind turns, The light fails, Tobias knocks]\n", ""),
    ("steps: [The wind turns, The light fails, Tobias knocks]", "steps: [The wind turns, Dawn]"),
    ("answers: [Mara, Mara Quill]", "answers: []"),
    ("    answers: [Mara, Mara Quill]\n", "    answers: [Mara]\n    choices: [Mara, Anna]\n"),
    ("    mentions: [silas-is-father]", "    mentions: silas-is-father"),
    ("    notes: [drowning]", "    notes: [Drowning!]"),
    ("    until: middle\n", ""),
    ("later: Somebody comes to stay.", "later:"),
    ("paragraph: 2", "paragraph: 0"),
    ("paragraph: 2", "paragraph: two"),
    ("passage: fedcba9876543210", "passage: fedcba987654321x"),
    ("section: storm, paragraph: 2, ", "section: storm, "),
    ("file: pictures/cask.webp", "file: pictures/cask.svg"),
    ("image: {file: pictures/cask.webp, alt: A cask}", "image: pictures/cask.webp"),
    ("file: sounds/drip.ogg", "file: sounds/drip.mp3"),
    ("file: sounds/drip.ogg", "file: /sounds/drip.ogg"),
    (", alt: Drops fall on stone", ""),
    ("code: Q204", "code: 204"),
    (', reason: "meant"', ""),
    ("    opens: end\n", "    opens: [end]\n"),
    ("    opens: end\n    kind: choice", "    opens: end\n    kind: true-false"),
]

# What only the reader sees: it knows the whole pack, and what its author typed.
UNSEEN: list[Change] = [
    ("    tier: middle\n    kind: several", "    tier: midle\n    kind: several"),
    ("    mentions: [silas-is-father]", "    mentions: [silas-is-mother]"),
    ("    notes: [drowning]", "    notes: [drownings]"),
    ("section: storm, paragraph", "section: strom, paragraph"),
    ("mentions: [mara]", "mentions: [moira]"),
    ("until: middle", "until: start"),
    ("opens: end", "opens: start"),
    ("opens: end", "opens: edn"),
    ("    opens: end\n", "    opens: end\n    until: middle\n"),
    ("  - id: oil\n", "  - id: newcomer\n"),
    ("{id: middle, label: Halfway,", "{id: start, label: Halfway,"),
    ("follows: the-beacon", "follows: lantern"),
    ("title: The Lantern\n", "title: Silas and the Lantern\n"),
    ("name: Silas, ", 'name: "?!", '),
    ("    answer: A lantern\n", "    answer: A lamp\n"),
    (
        "choices: [A lantern, A furnace, A bakery oven]",
        "choices: [A lantern, a LANTERN, A furnace]",
    ),
    ("answers: [Tobias, A dog]", "answers: [Tobias, A dog, Mara, A priest]"),
    ("    answer: false\n", "    answer: No\n"),
    ("passage: fedcba9876543210", "passage: 12"),
    ("stem: Who knocks at the door?", "stem: Who?\n    stem: Who knocks?"),
    ("stem: Who knocks at the door?", "stem: &who Who knocks?"),
]

# What the reader takes and an editor underlines: quotes that are not needed, or that are.
STRICTER: list[Change] = [
    ("difficulty: 3\n    notes", 'difficulty: "3"\n    notes'),
    ("year: 1998", 'year: "1998"'),
    ("    answer: false\n", '    answer: "false"\n'),
    ("title: The Lantern\n", "title: Null\n"),
    ("id: lantern\n", 'id: " lantern"\n'),
]

"""An invented story as a pack, with one card or more of each kind; and made pictures."""

import struct
import zlib

from tests.hostile.pictures import chunk


def photo(width: int, height: int) -> bytes:
    """Return a PNG in colour of this size: a bright disc over a slope, at nightfall."""
    rows = []
    for y in range(height):
        sky = (30 + 90 * y // height, 40 + 60 * y // height, 90 - 30 * y // height)
        row = bytearray(bytes(sky) * width)
        slope = width * max(0, 3 * y - 2 * height + 1) // height
        row[: 3 * slope] = bytes((24, 20, 34)) * slope
        reach = (min(width, height) / 7) ** 2 - (y - height * 0.3) ** 2
        if reach > 0:
            left, right = (int(width * 0.7 + side * reach**0.5) for side in (-1, 1))
            row[3 * left : 3 * right] = bytes((255, 214, 140)) * (right - left)
        rows.append(b"\0" + bytes(row))
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def lantern() -> str:
    """Return the YAML of "The Lantern": three tiers, every kind of card, terms and notes."""
    return LANTERN


LANTERN = """\
format: 1
id: lantern
title: The Lantern
tagline: A tale of the coast
kind: film
year: 1998
language: en
licence: CC0-1.0
authors: [The quizgame authors]
poster: ["#123a52", "#5fc7b2"]
source:
  title: "The Lantern, explained"
  fingerprint: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  sections:
    - {id: opening, title: "The Lantern, explained", tier: start}
    - {id: storm, title: What the storm brought, tier: middle}
    - {id: truth, title: "Who is Silas really?", tier: end}
tiers:
  - {id: start, label: Not started, hint: Premise and cast}
  - {id: middle, label: Halfway, hint: About an hour in}
  - {id: end, label: Credits, hint: I have seen it all}
notes:
  - {id: drowning, label: Drowning}
terms:
  - {id: mara, name: Mara, aliases: [Mara Quill], sort: person, tier: start}
  - {id: tobias, name: Tobias, sort: person, tier: middle}
  - {id: silas, name: Silas, aliases: [the Ferryman], sort: person, tier: end}
  - {id: silas-is-father, fact: Silas is the father of Mara., tier: end}
cards:
  - id: trade
    tier: start
    kind: choice
    category: Premise
    stem: What does Mara keep alight?
    choices: [A lantern, A furnace, A bakery oven]
    answer: A lantern
    why: It has burned for three generations.
    source: {section: opening, paragraph: 1, passage: 0123456789abcdef}
    difficulty: 1
  - id: island
    tier: start
    kind: true-false
    category: Premise
    stem: The story is set on an island.
    answer: true
    why: You reach it at low tide only.
    difficulty: 1
  - id: hour
    tier: start
    kind: choice
    category: Premise
    stem: When is the light lit each day?
    choices: [7:12, 8:30, "No"]
    answer: 8:30
    why: Never a minute later.
    difficulty: 2
  - id: believed-alone
    tier: start
    until: middle
    kind: true-false
    category: Premise
    stem: Mara lives alone.
    answer: true
    why: Nobody else has a key.
    difficulty: 1
  - id: keeper
    tier: start
    kind: typed
    category: People
    stem: Who keeps the light? Type her name.
    answers: [Mara, Mara Quill]
    why: Her name stands on the door.
    difficulty: 1
  - id: guests
    tier: middle
    kind: several
    category: People
    stem: Which two came ashore in the storm?
    choices: [Tobias, A dog, Mara, A priest]
    answers: [Tobias, A dog]
    why: Both were soaked through.
    difficulty: 2
  - id: storm-order
    tier: middle
    kind: order
    category: The storm
    stem: Put the night of the storm in order.
    steps: [The wind turns, The light fails, Tobias knocks]
    why: The knock came last.
    source: {section: storm, paragraph: 2, passage: fedcba9876543210}
    difficulty: 3
    notes: [drowning]
  - id: newcomer
    tier: middle
    kind: typed
    category: People
    stem: Who knocks at the door?
    answers: [Tobias]
    why: He had seen the light.
    difficulty: 1
  - id: oil
    tier: middle
    kind: true-false
    category: The storm
    stem: The oil runs out before dawn.
    answer: false
    why: There was a cask in the cellar.
    difficulty: 2
  - id: ferryman
    tier: end
    kind: choice
    category: The truth
    stem: Who is the Ferryman?
    choices: [Silas, Tobias, Nobody knows]
    answer: Silas
    why: He takes off his hood on the jetty.
    difficulty: 2
  - id: kin
    tier: end
    kind: choice
    category: The truth
    stem: What does the letter tell Mara?
    choices:
      - Who her father is
      - Where the gold is
    answer: Who her father is
    why: She knew the hand.
    source: {section: truth, paragraph: 1, passage: 00112233aabbccdd}
    difficulty: 2
    mentions: [silas-is-father]
  - id: last-words
    tier: end
    kind: order
    category: The truth
    stem: Put the last scenes in order.
    steps: [The letter, The jetty, The light goes out, Dawn]
    why: The dawn closes the film.
    difficulty: 3
"""

"""The text of a new pack. `#?` stands for what the format says of a field, or of all of a part.

Its story is invented, so that it can stand in any pack without giving anything away.
"""

BETWEEN = """\
  - id: find-$number
    tier: $tier
    kind: choice
    category: Finds
    stem: What turns up in $label?
    choices: [$choices]
    answer: $answer
    why: It was behind the door that is always locked.
    difficulty: 2

"""
FINDS = ("A brass key", "A green hat", "A small map")
"""Of one length, and right in turn, so that nothing but the story tells which it is."""

STARTER = """\
$modeline
# $$schema: $schema
# Everything after a '#' is a note to you. To see what is left to do: quizgame packs check FILE
# What a code in its report means: quizgame packs check --explain Q201
# The guide for authors: questions/README.md, among the sources of quizgame.

#? pack.format
format: 1
#? pack.id
id: $id
#? pack.version
version: 1
#? pack.title
title: $title
#? pack.tagline
# tagline: A walk in the woods
#? pack.kind
kind: $kind
#? pack.year
# year: 1998
#? pack.language
language: $language
#? pack.licence
licence: CC-BY-4.0
#? pack.authors
authors: [$author]
#? pack.poster
poster: ["#1f3a4d", "#d9a441"]
#? pack.cover
# cover: {file: cover.png, alt: A lighthouse at dusk}
#  ? cover.*
#? pack.follows
# follows: the-first-pack
#? pack.source
# source: {title: The story explained, fingerprint: "sha256:..."}
#  ? source.*
#   A section of it:
#  ? section.*

#? pack.tiers
#? tier.*
tiers:
$tiers

#? pack.notes
#? content-note.*
notes:
  - {id: danger, label: Danger at sea}

#? pack.terms
#? term.*
terms:
  - {id: edda, name: Edda Brandt, aliases: [Edda], sort: person, tier: $low}
  - {id: island, name: Skerryholm, aliases: [Skerry Holm], sort: place, tier: $low}
  - {id: corvin, name: Corvin Hale, aliases: [Corvin], sort: person, tier: $middle}
  - {id: siblings, fact: Corvin Hale and Edda Brandt are siblings., tier: $top}

#? pack.cards
#? card.*
#? card.kinds
#   Where a card has an image, a sound, a source or a finding to waive, it looks like this:
#     image: {file: pictures/lamp.png, alt: A lamp in a window}
#  ? image.*
#     sound: {file: sounds/horn.ogg, alt: A fog horn far off}
#  ? sound.*
#     source: {section: opening, paragraph: 2, passage: 0123456789abcdef}
#  ? card-source.*
#     waive: [{code: Q204, reason: "late for work, not dead"}]
#  ? waiver.*
#
# These cards are about an invented story. Put your own in their place, with terms and notes.
cards:
  # What everybody knows who has heard of the story.
  - id: trade
    tier: $low
    kind: choice
    category: Premise
    stem: What does Edda Brandt look after?
    choices:
      - A bird station
      - A lighthouse
      - A post office
    answer: A lighthouse
    why: Her family has lit the lamp for three generations.
    difficulty: 1

  - id: place
    tier: $low
    kind: typed
    category: Premise
    stem: On which island is the story set?
    answers: [Skerryholm, Skerry Holm]
    why: The ferry calls there once a week.
    difficulty: 2

  # A belief that the story overturns: asked until then, and never again.
  - id: family
    tier: $low
    until: $top
    kind: true-false
    category: Family
    stem: Edda Brandt is an only child.
    answer: true
    why: Her parents speak of nobody else.
    later: Corvin Hale turns out to be her brother.
    difficulty: 1

$early  # From the middle of the story on. The visitor's name is a term and guards these cards.
  - id: visitor
    tier: $middle
    kind: choice
    category: The storm
    stem: Who comes ashore in the storm?
    choices:
      - Corvin Hale
      - Tilda Marsh
      - Ruben Strand
    answer: Corvin Hale
    why: The rescue boat finds him clinging to a buoy.
    difficulty: 1
    notes: [danger]

  - id: belongings
    tier: $middle
    kind: several
    category: The storm
    stem: Which two things does Corvin bring ashore?
    choices:
      - A brass compass
      - A wooden flute
      - A sealed letter
      - A hunting knife
    answers:
      - A brass compass
      - A sealed letter
    why: Both were wrapped in oilcloth.
    difficulty: 2

  - id: lamp
    tier: $middle
    kind: true-false
    category: The storm
    stem: The great lamp goes dark before dawn.
    answer: false
    why: Edda turns it by hand for hours.
    difficulty: 2

$late  # Only for those who know it all. The fact in 'mentions' keeps the card at this tier.
  - id: relation
    tier: $top
    kind: choice
    category: Family
    stem: What is Corvin Hale to Edda Brandt?
    choices:
      - Her landlord
      - Her cousin
      - Her brother
    answer: Her brother
    why: Their mother sent him to the mainland as a baby.
    difficulty: 2
    mentions: [siblings]

  - id: farewell
    tier: $top
    kind: order
    category: The end
    stem: Put the last scenes in order.
    steps:
      - The wax seal is broken
      - Corvin burns his ticket
      - Two people climb the tower
    why: The story closes on a light far out at sea.
    difficulty: 3
"""

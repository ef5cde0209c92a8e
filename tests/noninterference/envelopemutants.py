"""The seeded leaks of predictions: what a hurried hand might write about envelopes."""

from tests.noninterference.mutant import Mutant, leak, smuggled

FORETOLD = "domain.predictions:"
SHOWING = "services.envelopeshowing:"
ENVELOPES = "services.envelopes:Envelopes."
PAGES = "services.pages:"
ANSWERS = "storage.answers:Answers."
OPENS = "str({c.id: c.opens for c in pack.cards if c.opens and c.tier <= at})"
KEYS = "str({c.id: c.kind.right_words()[0] for c in pack.cards if c.opens and c.tier <= at})"
WHOLE = "self._shelf._sealed(pack_id)"
SHUT_ROW = 'EnvelopeRow(card_id, shut[card_id].stem, "sealed", told)'
SEALING = "self._progress.seal(pack_id, asked.id, choice, self._sure, self._now())"
LAST = "return EnvelopesView(deck.face.title, (*ripe, *blank, *sealed, *opened), points)"
NEAR = "envelopes"

TABLE_SEALED = "services.tables:Tables.sealed"

ENVELOPE_MUTANTS: tuple[Mutant, ...] = (
    # -- at a table ---------------------------------------------------------------------------
    leak(
        "the table counts all that somebody has sealed",
        "table: predictions",
        (TABLE_SEALED, "one.card_id in asked", "one.card_id > ''"),
        near=NEAR,
    ),
    leak(
        "the table counts what those who know most can seal",
        "table: predictions",
        (
            TABLE_SEALED,
            "people.lowest(table.players)",
            "max(player.watch_point for player in table.players)",
        ),
        near=NEAR,
    ),
    leak(
        "the table tells which envelopes have opened",
        "table: predictions",
        (TABLE_SEALED, "one.card_id in asked", "one.card_id in asked and one.shown is None"),
        near=NEAR,
    ),
    # -- what came through the door -----------------------------------------------------------
    leak(
        "a prediction is answered one tier early",
        "card: predictions",
        (FORETOLD + "opened_at", "card.opens <= watch_point", "card.opens <= watch_point + 1"),
        near=NEAR,
    ),
    leak(
        "a prediction is no longer asked just before it opens",
        "choosing: predictions",
        (FORETOLD + "asked_at", "watch_point < card.opens", "watch_point + 1 < card.opens"),
        near=NEAR,
    ),
    leak(
        "predictions stand in the order in which they will open",
        "choosing: order",
        (
            FORETOLD + "asked_at",
            "return tuple(sorted(asked, key=lambda one: (one.tier, _thrown(one.id))))",
            "opens = {card.id: card.opens for card in cards}\n"
            "    return tuple(sorted(asked, key=lambda one: opens[one.id]))",
        ),
        near=NEAR,
    ),
    leak(
        "the right choice of a prediction stands first",
        "card: position of the right choice",
        (
            FORETOLD + "_laid_out",
            'key=lambda option: _thrown(f"{card.id} {option}")',
            "key=lambda option: option not in card.kind.right_words()",
        ),
        near=NEAR,
    ),
    leak(
        "dice for the choices of a prediction are shaken by its answer",
        "choosing: dice",
        (
            FORETOLD + "_laid_out",
            '_thrown(f"{card.id} {option}")',
            '_thrown(f"{card.id} {option} {card.why}")',
        ),
        near=NEAR,
    ),
    leak(
        "predictions that are never answered are not asked",
        "choosing: predictions",
        (
            FORETOLD + "asked_at",
            "if card.opens is not None and",
            "if card.opens is not None and card.kind.right < 3 and",
        ),
        near=NEAR,
    ),
    leak(
        "a prediction is dealt like any card",
        "card: predictions",
        ("domain.cards:Card.open_to", "self.opens is None and ", ""),
        near=NEAR,
    ),
    # -- the list -----------------------------------------------------------------------------
    smuggled(
        "sealed envelopes stand in the order in which they will open",
        "choosing: order",
        OPENS,
        (
            SHOWING + "listed",
            LAST,
            "import ast\n"
            '    soon = ast.literal_eval(deck.headings["*"])\n'
            "    sealed.sort(key=lambda row: soon[row.card_id])\n"
            f"    {LAST}",
        ),
    ),
    smuggled(
        "an envelope that opens at the next tier has another colour",
        "choosing: colour",
        OPENS,
        (
            SHOWING + "listed",
            SHUT_ROW,
            "EnvelopeRow(card_id, shut[card_id].stem, "
            "\"ripe\" if f\"'{card_id}': {deck.watch_point + 1}\" in deck.headings['*'] "
            'else "sealed", told)',
        ),
    ),
    smuggled(
        "the list says how many will open at the next tier",
        "choosing: counts",
        OPENS,
        (
            SHOWING + "listed",
            LAST,
            'soon = deck.headings["*"].count(f": {deck.watch_point + 1}")\n'
            '    return EnvelopesView(f"{deck.face.title} · {soon}", '
            "(*ripe, *blank, *sealed, *opened), points)",
        ),
    ),
    smuggled(
        "points are counted of what is still sealed",
        "players: statistics",
        KEYS,
        (
            SHOWING + "listed",
            LAST,
            "points += sum(100 for one in own.values() "
            "if f\"'{one.card_id}': '{one.choice}'\" in deck.headings['*'])\n"
            f"    {LAST}",
        ),
    ),
    leak(
        "the list says how many predictions the whole pack has",
        "choosing: counts",
        (
            ENVELOPES + "view",
            "return shown or showing.listed(deck, own)",
            "from dataclasses import replace\n"
            "    whole = self._shelf._sealed(place.pack_id).cards\n"
            "    shown = shown or showing.listed(deck, own)\n"
            "    count = sum(c.opens is not None for c in whole)\n"
            "    return replace(shown, pack_title=f'{shown.pack_title} · {count}')",
        ),
        near=NEAR,
    ),
    # -- sealing and looking inside -----------------------------------------------------------
    smuggled(
        "what a prediction is worth grows with how long it stays shut",
        "card: worth",
        OPENS,
        (
            SHOWING + "blank",
            "worth=max(",
            "worth=len(deck.headings['*']) * (asked.id in deck.headings['*']) "
            "+ sum(int(part) for part in deck.headings['*'] if part.isdigit()) + max(",
        ),
    ),
    leak(
        "a right choice is sealed with a cheer",
        "players: cheers",
        (
            ENVELOPES + "_seal",
            'self._rounds.sounds.append("pick")',
            f"right = [c.kind.right_words()[0] for c in {WHOLE}.cards if c.id == asked.id]\n"
            '    self._rounds.sounds.append("right" if choice in right else "pick")',
        ),
        near=NEAR,
    ),
    leak(
        "the save keeps when an envelope will open",
        "system: save file",
        (
            ENVELOPES + "_seal",
            SEALING,
            f"opens = [c.opens for c in {WHOLE}.cards if c.id == asked.id]\n"
            "    self._progress.seal(pack_id, asked.id, choice, f'{self._sure}{opens}', "
            "self._now())",
        ),
        near=NEAR,
    ),
    leak(
        "the save keeps the right choice beside the one that was sealed",
        "system: save file",
        (
            ENVELOPES + "_seal",
            SEALING,
            f"key = [c.kind.right_words()[0] for c in {WHOLE}.cards if c.id == asked.id]\n"
            "    self._progress.seal(pack_id, asked.id, choice + str(key * False), self._sure, "
            "self._now() + (choice in key) / 1000)",
        ),
        near=NEAR,
    ),
    leak(
        "a log line says when an envelope will open",
        "system: log",
        (
            ENVELOPES + "_seal",
            SEALING,
            "import logging\n"
            f"    logging.getLogger(__name__).debug('%s', [c.opens for c in {WHOLE}.cards])\n"
            f"    {SEALING}",
        ),
        near=NEAR,
    ),
    # -- where predictions are offered --------------------------------------------------------
    leak(
        "the strip offers predictions only where one opens at the next tier",
        "choosing: offers",
        (
            PAGES + "has_predictions",
            "return bool(deck.predictions)",
            "return any(c.opens == deck.watch_point + 1 for c in packs._sealed(face.id).cards)",
        ),
        near=NEAR,
    ),
    leak(
        "after a round a prediction is offered only if it opens soon",
        "choosing: offers",
        (
            ENVELOPES + "left_to_seal",
            "bool(self._blank(deck))",
            f"any(c.opens == point + 1 and c.id not in self._own(pack_id) for c in {WHOLE}.cards)",
        ),
        near=NEAR,
    ),
    # -- others, and going back ---------------------------------------------------------------
    leak(
        "the list shows what everybody here has sealed",
        "players: others",
        (
            ENVELOPES + "_own",
            "for one in self._progress.envelopes(pack_id)",
            "for who in (*self._progress.people()[1:], self._progress.people()[0]) "
            "for one in self._progress.envelopes(pack_id, person=who.id)",
        ),
        near=NEAR,
    ),
    leak(
        "whatever another has opened is open here too",
        "players: others",
        (
            ENVELOPES + "_known",
            "deck, own = self._deck(pack_id), self._own(pack_id)",
            "deck, own = self._deck(pack_id), self._own(pack_id)\n"
            "    seen = {e.card_id for p in self._progress.people() "
            "for e in self._progress.envelopes(pack_id, person=p.id) if e.shown}\n"
            "    if deck and seen:\n"
            "        from dataclasses import replace\n"
            "        whole = self._shelf.deck(pack_id, deck.face.ladder.top).opened\n"
            "        deck = replace(deck, opened=tuple(f for f in whole if f.id in seen))",
        ),
        near=NEAR,
    ),
    leak(
        "what was opened once can be opened again after less was watched",
        "players: watch point lowered",
        (
            ENVELOPES + "_known",
            "return {one.id: one for one in deck.opened if one.id in own} if deck else {}",
            "memo = self._rounds.__dict__.setdefault('memo', {})\n"
            "    memo.update({one.id: one for one in deck.opened if one.id in own})\n"
            "    return {card: one for card, one in memo.items() if card in own}",
        ),
        near=NEAR,
    ),
    leak(
        "an envelope laid open stays open in the save when less was watched",
        "players: watch point lowered",
        (
            ANSWERS + "forget_beyond",
            '"UPDATE envelopes SET shown = NULL WHERE person = ? AND pack = ? AND card IN shut",',
            "",
        ),
        near=NEAR,
    ),
    leak(
        "what was foretold further up is kept when less was watched",
        "players: watch point lowered",
        (
            ANSWERS + "forget_beyond",
            '" AND card NOT IN open",',
            '" AND card NOT IN open AND 0",',
        ),
        near=NEAR,
    ),
)

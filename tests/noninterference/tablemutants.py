"""The seeded leaks of a table: what a hurried hand might write where several play."""

from tests.noninterference.mutant import Mutant, leak

TABLES = "services.tables:Tables."
SHOWING = "services.tableshowing:"
OWN = "services.ownshowing:"
PAGES = "services.tablepages:"
GATHERING = "services.gathering:Gathering."
DEALING = "domain.dealing:"
TURNS = "domain.turns:"
SETTLING = "domain.settling:"
EVENING = "domain.evening:"

TABLE_MUTANTS: tuple[Mutant, ...] = (
    # -- dealing ------------------------------------------------------------------------------
    leak(
        "what is asked is thrown from the deepest deck",
        "table: dealing",
        (
            DEALING + "slots_of",
            "seating.decks[people.lowest(seating.players)]",
            "seating.decks[max(seating.decks)]",
        ),
    ),
    leak(
        "what is asked is thrown from the deck of who sits last",
        "table: dealing",
        (
            DEALING + "slots_of",
            "seating.decks[people.lowest(seating.players)]",
            "seating.decks[[p for p in seating.players if p.plays][-1].watch_point]",
        ),
    ),
    leak(
        "everyone's dice are shaken by the size of all decks",
        "table: dealing",
        (
            DEALING + "_dealt",
            'f"{table.seed}:{table.round}:{side}:{burnt}"',
            'f"{table.seed}:{table.round}:{side}:{burnt}:'
            '{[len(d.cards) for d in table.seating.decks.values()]}"',
        ),
    ),
    leak(
        "dice for what is dealt are thrown by how far all have watched",
        "table: dealing",
        (
            DEALING + "_dealt",
            'f"{table.seed}:{table.round}:{side}:{burnt}"',
            'f"{table.seed}:{table.round}:{side}:{burnt}:{sum(p.watch_point for p in '
            'table.players)}"',
        ),
        near="beside",
    ),
    leak(
        "where one begins among what fits comes of the deepest deck",
        "table: dealing",
        (
            DEALING + "_dealt",
            "fitting[side % len(fitting)]",
            "fitting[(side + max(table.seating.decks)) % len(fitting)]",
        ),
        near="beside",
    ),
    leak(
        "a card that another has had is not dealt again",
        "table: dealing",
        (
            DEALING + "_seen_by",
            "books.answers(table.ledger, side) if private else table.ledger",
            "table.ledger",
        ),
    ),
    leak(
        "whoever has most cards begins",
        "table: dealing",
        (
            DEALING + "round_of",
            "first = table.round % len(sides)",
            "first = max(range(len(sides)), key=lambda n: "
            "len(table.seating.decks[reach(table.players, sides[n], private=True)].cards))",
        ),
    ),
    leak(
        "who has no card is passed over in silence",
        "table: dealing",
        (
            TURNS + "next_turn",
            "if table.ahead:",
            "table = replace(table, ahead=tuple(t for t in table.ahead if t.dealt))\n"
            "    if table.ahead:",
        ),
    ),
    leak(
        "a game has no more rounds than the smallest deck has cards",
        "table: dealing",
        (
            TURNS + "next_turn",
            "table.round + 1 >= table.house.rounds",
            "table.round + 1 >= min(table.house.rounds, "
            "*(len(d.cards) for d in table.seating.decks.values()))",
        ),
    ),
    leak(
        "what everyone has answered before decides what each is dealt",
        "table: history",
        (
            TABLES + "_history",
            "for player in people.members(players, side):",
            "for player in players:",
        ),
        (TABLES + "_history", " or self._said(face, player) > reached", ""),
        near="beside",
    ),
    leak(
        "what one of a team was asked further up decides what the team is asked",
        "table: history",
        (TABLES + "_history", " or self._said(face, player) > reached", ""),
        near="beside",
    ),
    # -- how far a side may be shown ----------------------------------------------------------
    leak(
        "those who share a screen go as far as the one who has watched most",
        "table: sharing",
        (
            "domain.table:reach",
            "return people.lowest(people.members(players, side) if private else players)",
            "return people.lowest(people.members(players, side)) if private else "
            "max(p.watch_point for p in players)",
        ),
        near="sharing",
    ),
    leak(
        "those who share a screen go as far as they have watched on average",
        "table: sharing",
        (
            "domain.table:reach",
            "return people.lowest(people.members(players, side) if private else players)",
            "return people.lowest(people.members(players, side)) if private else "
            "sum(p.watch_point for p in players) // len(players)",
        ),
        near="sharing",
    ),
    leak(
        "who only looks on is forgotten",
        "table: sharing",
        (
            "domain.table:reach",
            "if private else players",
            "if private else [p for p in players if p.plays]",
        ),
        near="sharing",
    ),
    leak(
        "a team goes as far as the one of them who has watched most",
        "table: teams",
        (
            "domain.table:reach",
            "people.lowest(people.members(players, side) if private else players)",
            "max(p.watch_point for p in people.members(players, side)) if private "
            "else people.lowest(players)",
        ),
    ),
    leak(
        "who comes late to a shared screen counts from the next card on",
        "table: sharing",
        (EVENING + "_fits", "if turn.watch_point > table.reach(turn.side):", "if False:"),
        near="sharing",
    ),
    # -- points -------------------------------------------------------------------------------
    leak(
        "a card is worth what it is worth, not what the round is",
        "table: points",
        (
            SETTLING + "_points",
            "table.slot.difficulty, _VERDICTS[ending]",
            "(table.card.difficulty if table.card else 1), _VERDICTS[ending]",
        ),
    ),
    leak(
        "a bet pays more on a harder card",
        "table: bets",
        (
            SETTLING + "_bets",
            "rules.bet_points(_VERDICTS[ending], will=will)",
            "rules.bet_points(_VERDICTS[ending], will=will) * "
            "(table.card.difficulty if table.card else 1)",
        ),
    ),
    leak(
        "whoever has fewest cards catches up",
        "table: points",
        (
            "domain.table:Table.behind",
            "return frozenset(side for side, won in scores.items() if won == low)",
            "fewest = min(len(d.cards) for d in self.seating.decks.values())\n"
            "    return frozenset(s for s in scores if "
            "len(self.seating.decks[self.reach(s)].cards) == fewest)",
        ),
    ),
    # -- steals, judges, second thoughts ------------------------------------------------------
    leak(
        "a steal goes to the next who has the card in their deck",
        "table: steals",
        (
            TURNS + "thief_of",
            "iter(_after_owner(table))",
            "(side for side in _after_owner(table) if table.card is None or "
            "table.card.id in table.seating.decks[table.reach(side)])",
        ),
    ),
    leak(
        "a steal goes to the next who has watched as far as the card",
        "table: steals",
        (
            TURNS + "thief_of",
            "iter(_after_owner(table))",
            "(side for side in _after_owner(table) if table.card is None or "
            "table.reach(side) >= table.card.tier)",
        ),
    ),
    leak(
        "who has watched as far as the card may judge it",
        "table: judging",
        (TURNS + "judge_of", "point = table.turn.watch_point", "point = table.card.tier"),
    ),
    leak(
        "who judges sees what is left to who had watched further",
        "table: judging",
        (TURNS + "judge_of", " or _hangs_on_more(table)", ""),
        near="less",
    ),
    leak(
        "who steals sees what is left to who had watched further",
        "table: steals",
        (TURNS + "steal", "and not (table.house.private and _hangs_on_more(table))", ""),
        near="less",
    ),
    leak(
        "what cannot be stolen depends on the card",
        "table: steals",
        (
            TURNS + "thief_of",
            "table.slot.kind == TrueFalse.__name__ if table.house.private",
            "isinstance(table.card and table.card.kind, TrueFalse) if table.house.private",
        ),
    ),
    leak(
        "who has no card of their own gets no steal",
        "table: steals",
        (
            EVENING + "_on",
            "next_turn(table) if thief is None",
            "next_turn(table) if thief is None or steal(table, thief).dealt is None",
        ),
        near="beside",
    ),
    leak(
        "a steal shows the card whoever may see it",
        "table: steals",
        (TURNS + "steal", "return own if same else", "return own if card else"),
    ),
    leak(
        "whether a steal outlives a lowered watch point depends on the card",
        "table: steals",
        (TURNS + "steal", "watch_point=table.reach(thief)", "watch_point=turn.watch_point"),
    ),
    leak(
        "a steal leaves out what was picked",
        "table: steals",
        (TURNS + "call", " and not table.house.private", ""),
        near="beside",
    ),
    leak(
        "where there was no card there is nothing to take back",
        "table: second thoughts",
        (TURNS + "to_take_back", "if last is None or", "if last is None or not last.outcome or"),
    ),
    leak(
        "taking back tells which card it was",
        "table: second thoughts",
        (
            GATHERING + "_take_back",
            'f"Does everyone agree? What',
            'f"Does everyone agree? {next((c.stem for e in table.ledger[-1:] if '
            "(c := table.card_of(e.card_id, e.watch_point))), '')} What",
        ),
    ),
    # -- the curtain --------------------------------------------------------------------------
    leak(
        "the curtain stays open when the focus is lost",
        "table: curtain",
        (
            EVENING + "step",
            "shut=True, looked_away=away",
            "looked_away=away",
        ),
    ),
    leak(
        "the curtain stays open while nobody is there",
        "table: curtain",
        (
            GATHERING + "_at_table",
            "if isinstance(intent, evening.Intent):",
            "if isinstance(intent, evening.Intent) and intent != want.Interrupt(idle=True):",
        ),
    ),
    leak(
        "a pause leaves the curtain open",
        "table: curtain",
        (GATHERING + "_at_table", "self._tables.play(want.Interrupt())", "None"),
    ),
    leak(
        "a game taken up again goes on where it was, in the open",
        "table: curtain",
        (
            "storage.tablerecord:_table",
            "shut=phase is not Phase.OVER",
            'shut=phase is not Phase.OVER and not record["opened"]',
        ),
    ),
    leak(
        "the next card comes before the curtain",
        "table: curtain",
        (
            TURNS + "call",
            "not holds if table.house.private",
            "not holds and turn.number < 3 if table.house.private",
        ),
    ),
    leak(
        "the curtain tells how hard the card is",
        "table: curtain",
        (
            SHOWING + "handover",
            "_LEVELS[table.slot.difficulty]",
            "_LEVELS[table.card.difficulty if table.card else 1]",
        ),
    ),
    leak(
        "the curtain tells of which tier the card is",
        "table: curtain",
        (
            SHOWING + "handover",
            "warning=_warning(table)",
            "warning=_warning(table) + str(table.card.tier if table.card else '')",
        ),
    ),
    leak(
        "the curtain tells what kind of card it is",
        "table: curtain",
        (
            SHOWING + "handover",
            "told=_told(table)",
            "told=_told(table) + (type(table.card.kind).__name__ if table.card else '')",
        ),
    ),
    leak(
        "the curtain counts by the number of the card",
        "table: curtain",
        (
            SHOWING + "handover",
            "turn=turn.number * len(Purpose)",
            "turn=turn.number * len(Purpose) + (table.seating.decks[turn.watch_point].number("
            "turn.dealt.card_id) * 1000 if turn.dealt else 0)",
        ),
    ),
    leak(
        "the curtain's view carries the question, where nobody shows it",
        "table: curtain",
        (
            SHOWING + "handover",
            "standings=standings(table)",
            "standings=(row := type('Standings', (tuple,), {})(standings(table)), "
            "setattr(row, 'card', table.card))[0]",
        ),
        near="curtain",
    ),
    leak(
        "the curtain warns of who is about to see something new",
        "table: curtain",
        (
            SHOWING + "_eyes_off",
            "player.watch_point < table.reach(side)",
            "player.watch_point < (table.card.tier if table.card else 0)",
        ),
    ),
    leak(
        "the curtain names how far somebody has watched",
        "table: curtain",
        (
            SHOWING + "handover",
            "warning=_warning(table)",
            "warning=_warning(table) + table.face.ladder[table.reach(turn.side)].label",
        ),
        near="beside",
    ),
    # -- what is told -------------------------------------------------------------------------
    leak(
        "it is told that there was no card",
        "table: told",
        (
            SHOWING + "_line",
            "{_ENDED[entry.ending]}",
            "{_ENDED[entry.ending] if entry.outcome else 'no card'}",
        ),
    ),
    leak(
        "it is told what the card was about",
        "table: told",
        (
            SHOWING + "_line",
            "{_ENDED[entry.ending]}",
            "{_ENDED[entry.ending]} "
            "{getattr(table.card_of(entry.card_id, entry.watch_point), 'category', '')}",
        ),
    ),
    leak(
        "it is told what was answered",
        "table: told",
        (
            SHOWING + "_line",
            "{_ENDED[entry.ending]}",
            "{_ENDED[entry.ending]} {getattr(entry.outcome, 'reply', '')}",
        ),
    ),
    leak(
        "each kind of card has a sound of its own",
        "table: sounds",
        (
            TABLES + "_sound",
            "self._sounds.append(SOUNDS[entry.ending])",
            "self._sounds.append(SOUNDS[entry.ending] + "
            "(type(before.card.kind).__name__ if before.card else ''))",
        ),
    ),
    leak(
        "a curtain with no card behind it makes no sound",
        "table: sounds",
        (
            TABLES + "_sound",
            "elif after.shut != before.shut:",
            "elif after.shut != before.shut and after.card:",
        ),
    ),
    leak(
        "the window's title names the ticket",
        "table: window title",
        (
            "ui.window:Window.show",
            "self._stage.show(view, now, notice)",
            "self._stage.show(view, now, notice)\n"
            "    self._window.title = getattr(getattr(view, 'stub', 0), 'category', 'Quizgame')",
        ),
    ),
    leak(
        "the title names the card that waits",
        "table: resume prompt",
        (
            "storage.runsummary:summary",
            "of {int(record['house']['rounds'])}",
            "of {int(record['house']['rounds'])} {record['turn'][5]}",
        ),
    ),
    leak(
        "the log says what was dealt",
        "table: log",
        (
            TABLES + "_save",
            "given = ",
            "__import__('logging').info('%s', after.turn)\n    given = ",
        ),
    ),
    # -- the pages of everyone ----------------------------------------------------------------
    leak(
        "the supply is that of the deepest deck",
        "table: supply",
        (
            PAGES + "_told",
            "cards = _supply(packs, progress, face, party.players, point)",
            "cards = _supply(packs, progress, face, party.players, "
            "max(p.watch_point for p in party.players))",
        ),
    ),
    leak(
        "the supply is that of the whole pack",
        "table: supply",
        (
            PAGES + "_told",
            "cards = _supply(packs, progress, face, party.players, point)",
            "cards = len(packs._sealed(face.id).cards) // 5",
        ),
    ),
    leak(
        "it is warned of whoever has a short deck",
        "table: supply",
        (
            PAGES + "_told",
            "return short, ",
            "return *(f'{p.called} will run out.' for p in party.players if "
            "_supply(packs, progress, face, party.players, p.watch_point) < rounds), short, ",
        ),
    ),
    leak(
        "what passing means counts everyone's cards",
        "table: supply",
        (
            PAGES + "players_page",
            "tuple(_row(face, player, kept=not progress.as_guest) for player in party.players)",
            "tuple(__import__('dataclasses').replace(_row(face, player, kept=True), "
            "team=str(_supply(packs, progress, face, party.players, player.watch_point))) "
            "for player in party.players)",
        ),
    ),
    leak(
        "only tiers that have cards of their own are offered",
        "table: players",
        (
            "services.sitting:Sitting.view",
            "return tablepages.player_page(self._progress, face, self.party, player)",
            "made = tablepages.player_page(self._progress, face, self.party, player)\n"
            "            tiers = {c.tier for c in self._shelf._sealed(face.id).cards}\n"
            "            seen, *rest = made.choices\n"
            "            from dataclasses import replace\n"
            "            seen = replace(seen, values=tuple(v for v in seen.values "
            "if int(v[0]) in tiers))\n"
            "            return replace(made, choices=(seen, *rest))",
        ),
    ),
    leak(
        "the table counts the cards that are left",
        "table: counts",
        (
            SHOWING + "between",
            "rounds=table.house.rounds",
            "rounds=sum(len(d.cards) for d in table.seating.decks.values())",
        ),
    ),
    # -- afterwards ---------------------------------------------------------------------------
    leak(
        "there is an award for who has watched furthest",
        "table: awards",
        (
            SHOWING + "results",
            "awards=tuple(_awards(table))",
            "awards=(*_awards(table), tableviews.Award(tag(table, table.sides[0]), "
            "table.face.ladder[max(p.watch_point for p in table.players)].label))",
        ),
        near="beside",
    ),
    leak(
        "there is an award for who has most cards left",
        "table: awards",
        (
            SHOWING + "results",
            "awards=tuple(_awards(table))",
            "awards=(*_awards(table), tableviews.Award(tag(table, max(table.sides, key=lambda "
            "side: len(table.seating.decks[table.reach(side)].cards))), 'Most to come'))",
        ),
    ),
    leak(
        "who is level is ranked by their cards",
        "table: results",
        (
            SHOWING + "results",
            "ranked = sorted(standings(table), key=lambda each: -each.score)",
            "decks = [len(table.seating.decks[table.reach(s)].cards) for s in table.sides]\n"
            "    both = zip(standings(table), decks)\n"
            "    ranked = [e for e, _ in sorted(both, key=lambda b: (-b[0].score, b[1]))]",
        ),
    ),
    leak(
        "what all may look over has low cards of those who know more",
        "table: looking over",
        (
            SHOWING + "common_entries",
            "and entry.watch_point <= low\n"
            "        and not (private and entry.side in further)\n"
            "        and (not private or table.reach(entry.side) == low)",
            "and (c := table.card_of(entry.card_id, entry.watch_point)) and c.tier <= low",
        ),
    ),
    leak(
        "answers are looked over without a curtain",
        "table: looking over",
        (
            GATHERING + "_looking_over",
            "self._curtain = side != tableshowing.COMMON",
            "self._curtain = False",
        ),
    ),
    leak(
        "after a lowered watch point the old answers stay",
        "table: watch point lowered",
        (OWN + "_looked_over", ", table.reach(side))", ")"),
    ),
    leak(
        "after a lowered watch point the card stays",
        "table: watch point lowered",
        (EVENING + "_current", "and _fits(table, turn)", ""),
    ),
    leak(
        "who knew more once is taken up as knowing it",
        "table: watch point lowered",
        (
            TABLES + "_held",
            "replace(player, watch_point=min(player.watch_point, self._said(face, player)))",
            "player",
        ),
    ),
    # -- what is kept -------------------------------------------------------------------------
    leak(
        "what guests answer is kept",
        "table: guests",
        ("services.tables:_by_person", "if player.person != GUEST:", "if True:"),
    ),
    leak(
        "a game that is over keeps its players",
        "table: guests",
        ("storage.progress:_end", "SET ended = ?, state = ''", "SET ended = ?"),
    ),
    leak(
        "guests become people",
        "table: guests",
        (
            "services.party:kept",
            "if player.person == TO_KEEP:",
            "if player.person == GUEST:\n            progress.add_person(player.called)\n"
            "        if player.person == TO_KEEP:",
        ),
    ),
    leak(
        "everyone's answers are kept as the owner's",
        "table: history",
        (
            "services.tables:_by_person",
            "yield player.person, entry, entry.outcome",
            "yield 1, entry, entry.outcome",
        ),
    ),
    leak(
        "all are kept as having watched as far as one of them",
        "table: watch points",
        (
            TABLES + "_keep_watch_points",
            "tier = face.ladder[player.watch_point].id",
            "tier = face.ladder[max(p.watch_point for p in players)].id",
        ),
    ),
    leak(
        "the log keeps a game that is over",
        "table: guests",
        ("storage.progress:Progress.save_table", "self._cut_log()", "pass"),
    ),
    leak(
        "a report is made for whoever plays here alone",
        "table: reports",
        (
            TABLES + "report",
            "next((player.person for player in players if player.person != GUEST), GUEST)",
            "1",
        ),
    ),
    leak(
        "what one has reported is shown to all",
        "table: reports",
        (
            TABLES + "reported",
            "(table.turn.side, _card_id(table)) in self._reported",
            "_card_id(table) in {card for _, card in self._reported}",
        ),
    ),
    leak(
        "only who could be asked the card may bet on it",
        "table: bets",
        (
            "domain.table:Table.bettors",
            "if side != self.turn.side",
            "if side != self.turn.side and (self.card is None or "
            "self.card.id in self.seating.decks[self.reach(side)])",
        ),
    ),
    leak(
        "who has nothing to steal is told to have had no card",
        "table: told",
        (
            SHOWING + "_line",
            "{name} steals nothing",
            "{name} {'steals nothing' if entry.outcome else 'had no card'}",
        ),
        near="beside",
    ),
    leak(
        "it is told how many each has answered",
        "table: looking over",
        (
            SHOWING + "look_over",
            "(side, tag(table, side)) for side in table.sides",
            "(side, tag(table, side)) for side in table.sides "
            "for e in table.ledger if e.side == side and e.outcome",
        ),
        near="beside",
    ),
    leak(
        "the frame after an answer is still the answer",
        "table: curtain",
        (
            "ui.stage:Stage.show",
            "self._scene = None",
            "self._scene = self._scene if 'Handover' in type(view).__name__ else None",
        ),
    ),
    leak(
        "the sequel lies on the shelf before all who play together",
        "table: sequels",
        ("services.pages:open_faces", " if not face.follows", ""),
        near="sequel",
    ),
)

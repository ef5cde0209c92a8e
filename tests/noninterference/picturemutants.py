"""The seeded leaks that go through the pictures and sounds of cards."""

from tests.noninterference.mutant import Mutant, leak, smuggled

PROJECTOR = "services.projector:Projector."
SHOWING = "services.showing:"
HIDDEN = "next(({} for c in pack.cards if c.tier > at and c.picture), {})"

PICTURE_MUTANTS: tuple[Mutant, ...] = (
    leak(
        "the picture of the next card is read ahead",
        "pictures: files opened",
        (
            SHOWING + "ask",
            "shown = projecting(session.deck.face.id, session.card)",
            "ahead = session.dealt[session.at + 1 : session.at + 2]\n"
            "    [projecting(session.deck.face.id, session.deck.card(d.card_id)) for d in ahead]\n"
            "    shown = projecting(session.deck.face.id, session.card)",
        ),
        near="pictures",
    ),
    leak(
        "the pictures of a round are read when it is dealt",
        "pictures: files opened",
        (
            "services.rounds:Rounds.deal",
            "state = self._record(self.session)",
            "state = self._record(self.session)\n"
            "    for card in deck.cards:\n"
            "        card.picture and self._shelf.media(face.id, card.picture.file)",
        ),
        near="pictures",
    ),
    leak(
        "the pictures of the whole pack are read with the first deck",
        "pictures: files opened",
        (
            "services.shelf:Shelf.deck",
            "self._decks[key] = cut(pack, watch_point)",
            "self._decks[key] = cut(pack, watch_point)\n"
            "        for c in pack.cards:\n"
            "            c.picture and self.media(pack_id, c.picture.file)",
        ),
        near="walk",
    ),
    smuggled(
        "below a picture stand the words of a hidden one",
        "pictures: alt text",
        HIDDEN.format("c.picture.alt", "''"),
        (
            SHOWING + "ask",
            "picture=shown.picture,",
            "picture=shown.picture and replace(shown.picture, alt=session.deck.headings['*'] "
            "or shown.picture.alt),",
        ),
    ),
    smuggled(
        "a card without a picture shows that of a hidden card",
        "pictures: files opened",
        HIDDEN.format("c", "None"),
        (
            SHOWING + "ask",
            "shown = projecting(session.deck.face.id, session.card)",
            "spare = session.deck.headings['*']\n"
            "    card = session.card if session.card.picture or not spare else "
            "replace(session.card, picture=spare.picture)\n"
            "    shown = projecting(session.deck.face.id, card)",
        ),
    ),
    leak(
        "a picture is called by the name of its file",
        "pictures: file names",
        (
            PROJECTOR + "_picture",
            "PictureView(picture.alt, found",
            "PictureView(f'{picture.alt} ({picture.file})', found",
        ),
        near="pictures",
    ),
    leak(
        "a picture that is not there is called by the name of its file",
        "pictures: file names",
        (
            PROJECTOR + "_picture",
            "return PictureView(picture.alt)",
            "return PictureView(f'{picture.file} is missing')",
        ),
        near="pictures",
    ),
    leak(
        "the log names the sound that is played",
        "sounds: log",
        (
            PROJECTOR + "_sound",
            "return SoundView(",
            "__import__('logging').info('playing %s', sound.file)\n    return SoundView(",
        ),
        near="pictures",
    ),
    leak(
        "the picture of the last card is kept behind the curtain",
        "table: pictures kept",
        ("services.game:Game.view", "self._projector.dark()", "pass"),
        near="projector",
    ),
    leak(
        "the painter keeps every picture that it has painted",
        "table: pictures kept",
        (
            "ui.art.slides:Slides.keep_to",
            "if key[0] not in shown",
            "if key[0] not in shown and len(shown) > 5",
        ),
        near="projector",
    ),
    leak(
        "a sound goes on when its card is gone",
        "sounds: heard",
        (
            "ui.window:Window.hear",
            "played = self._stage.played",
            "played = self._sounds._playing = self._stage.played or self._sounds._playing",
        ),
        near="pictures",
    ),
    leak(
        "a sound that was being played begins anew with the next card",
        "sounds: heard",
        ("ui.stage:Stage.let_go", "zoomed=False, playing=False", "zoomed=False"),
        near="pictures",
    ),
    leak(
        "the picture waits behind the curtain that is still shut",
        "table: files opened",
        (
            "services.gathering:Gathering._table_view",
            "return tableshowing.handover(table)",
            "lit(table.face.id, table.card) if table.card else None\n"
            "            return tableshowing.handover(table)",
        ),
        near="projector",
    ),
    leak(
        "a sound is played behind the curtain, where everyone can hear it",
        "table: sounds",
        (
            "services.ownshowing:_sound",
            "if shown.sound and table.house.private:",
            "if shown.sound and not table.house.private:",
        ),
        near="projector",
    ),
)

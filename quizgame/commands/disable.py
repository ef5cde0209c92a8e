"""`quizgame packs disable`: a pack is put away, and not on the shelf for now."""

from argparse import Namespace

from quizgame.commands.own import arrange_id, in_one_sentence, library_of

HELP = "put a pack away, off the shelf; its progress stays"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Put it away."""

    def put_away() -> str:
        library_of(wanted).disable(wanted.id)
        return f"{wanted.id} is put away; bring it back with: quizgame packs enable {wanted.id}"

    return in_one_sentence(put_away)

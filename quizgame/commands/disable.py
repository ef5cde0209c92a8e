"""`quizgame packs disable`: a pack is not on the shelf for now."""

from argparse import Namespace

from quizgame.commands.own import arrange_id, in_one_sentence, library_of

HELP = "switch a pack off; its progress stays"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Switch it off."""

    def switch() -> str:
        library_of(wanted).disable(wanted.id)
        return f"{wanted.id} is off; switch it on with: quizgame packs enable {wanted.id}"

    return in_one_sentence(switch)

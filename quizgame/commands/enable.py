"""`quizgame packs enable`: a pack that was switched off is on the shelf again."""

from argparse import Namespace

from quizgame.commands.own import arrange_id, in_one_sentence, library_of

HELP = "switch a pack on again"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Switch it on."""

    def switch() -> str:
        library_of(wanted).enable(wanted.id)
        return f"{wanted.id} is on the shelf again"

    return in_one_sentence(switch)

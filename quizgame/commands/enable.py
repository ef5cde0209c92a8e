"""`quizgame packs enable`: a pack that was put away is on the shelf again."""

from argparse import Namespace

from quizgame.commands.own import arrange_id, in_one_sentence, library_of

HELP = "bring back a pack that was put away"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Bring it back."""

    def bring_back() -> str:
        library_of(wanted).enable(wanted.id)
        return f"{wanted.id} is on the shelf again"

    return in_one_sentence(bring_back)

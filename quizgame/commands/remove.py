"""`quizgame packs remove`: a pack is taken away, and can be brought back."""

from argparse import Namespace

from quizgame.commands.own import arrange_id, in_one_sentence, library_of

HELP = "take a pack away; 'restore' brings it back"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Take it away."""

    def take() -> str:
        there = library_of(wanted).remove(wanted.id)
        return (
            f"{wanted.id} is removed and its progress is kept; "
            f"bring it back with: quizgame packs restore {wanted.id}\n"
            f"To delete it for good, delete {there}"
        )

    return in_one_sentence(take)

"""`quizgame packs restore`: a pack that was removed or updated is as it was before."""

from argparse import Namespace

from quizgame.commands.own import arrange_id, in_one_sentence, library_of

HELP = "bring back a pack that was removed, or the version from before an update"
arrange = arrange_id


def run(wanted: Namespace) -> int:
    """Bring it back."""

    def bring_back() -> str:
        _, aside = library_of(wanted).restore(wanted.id)
        kept = "; the version that stood there is kept, and the same command brings it back"
        return f"{wanted.id} is on the shelf again{kept if aside else ''}"

    return in_one_sentence(bring_back)

"""In which order a list of the cast names actors and parts: by who is told of in the plot."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from quizgame.generate.marking import Marked
from quizgame.generate.proposal import MENTION

_NUMBER = re.compile(MENTION)
_ROW = re.compile(rf"^\W*{MENTION}\s?(?:\.{{2,}}|[–—:-]|\|)\s?{MENTION}\W*$")


def parts_first(marked: Iterable[Marked], kinds: Mapping[str, str]) -> set[str]:
    """Return the ids of the sections whose rows name the part before the actor.

    `kinds` tells by its id what each section is; of a part the plot tells, of an actor it does not.
    """
    rows, plot = [], set()
    for one in marked:
        section = one.sentence.place[0]
        if kinds[section] == "cast" and (found := _ROW.match(one.text)):
            rows.append((section, found[1], found[2]))
        elif kinds[section] != "cast":
            plot.update(_NUMBER.findall(one.text))
    balance: Counter[str] = Counter()
    for section, first, second in rows:
        balance[section] += (first in plot) - (second in plot)
    return {section for section, more in balance.items() if more > 0}

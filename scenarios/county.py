"""What a demonstration begins with: the stories in `demonstration/`, played up to its moment.

What they hold after that moment is not played, so their matters stand in every state. Made over HTTP by the
demonstration's own accounts.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.demo import Say, act_out
from scenarios.files import read_scenarios
from scenarios.stage import Stage

FOLDER = Path(__file__).with_name("demonstration")
MOMENT = datetime(2026, 5, 12, 9, 30, tzinfo=ZONE)      # a Tuesday, in the forenoon
BEGINS = datetime(2026, 2, 24, 9, tzinfo=ZONE)          # before the first story


class Unfinished(Exception):
    """A story could not be played; the text says which and why."""


HandOut = Callable[[Mapping[str, str], Mapping[str, str]], None]


def load_county(stage: Stage, rules: Rules, say: Say, hand_out: HandOut) -> int:
    """Play everything, then set the clock to the moment; answers how many stories there are. `hand_out` gets
    the query codes of those who were told the result, and the custodians' cards.

    Raises Unfinished once all others were played, and the clock was set.
    """
    stories = read_scenarios(FOLDER)
    act_out(stage, stories, rules, say, until=MOMENT - timedelta(minutes=1))
    stage.set_time(MOMENT)
    hand_out({seen.scenario.given["report"]: seen.reporter.code for seen in stage.actors.values()
              if seen.report.get("state") == "closed" and seen.reporter.name}, stage.cards)
    failures = [f"{actor.scenario.id}: {told}" for actor in stage.actors.values() for told in actor.failures]
    if failures:
        raise Unfinished("; ".join(failures))
    return len(stories)

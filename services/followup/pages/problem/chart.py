"""How often the same problem came up before a rule and since: bars, drawn on the server, and a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import gettext

from rongcuo.policy.limit import add_months
from services.gateway.console.page.backend import Answer

WIDTH, GAP, HEIGHT = 32, 8, 80     # of a bar, between two, of the highest; in the units of the picture
MIDDLE: Final = 24                 # where the rule stands, between before and after


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One step of time: so many times, None before it begins. `x`, `y`, `height`: where it stands in
    the picture."""

    word: str
    times: int | None
    since: bool
    x: int
    y: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One rule's. `rule_x`: where the line of the rule stands."""

    rule: Answer
    bars: tuple[Bar, ...]
    before: int
    after: int
    months: int
    whole: bool
    illustrative: bool
    width: int
    height: int
    rule_x: int


def chart_of(told: Answer, rule: Answer, today: date) -> Chart:
    """What a view says of one rule, in a picture."""
    bars = tuple(_bars(told, date.fromisoformat(rule["in_force_on"]), today))
    return Chart(rule=rule, bars=bars, before=sum(told["before"]), after=sum(told["after"]),
                 months=told["step_months"] * len(told["after"]), whole=told["whole"],
                 illustrative=told["illustrative"], width=bars[-1].x + WIDTH, height=HEIGHT,
                 rule_x=bars[len(told["before"])].x - (GAP + MIDDLE) // 2)


def _bars(told: Answer, in_force_on: date, today: date) -> Iterator[Bar]:
    before, after, step = told["before"], told["after"], told["step_months"]
    most = max((*before, *after, 1))
    for place, times in enumerate((*before, *after)):
        since = place >= len(before)
        x = place * (WIDTH + GAP) + (MIDDLE if since else 0)
        height = round(HEIGHT * times / most, 1)
        begun = place <= len(before) or add_months(in_force_on, (place - len(before)) * step) <= today
        yield Bar(word=_span(place - len(before), step), times=times if begun else None, since=since, x=x,
                  y=HEIGHT - height, height=height)


def _span(place: int, step: int) -> str:
    """Of the months before the rule, or since."""
    first, last = (place * step, (place + 1) * step) if place >= 0 else (-(place + 1) * step, -place * step)
    words = {"first": first, "last": last}
    return gettext("施行后 %(first)s—%(last)s 个月", **words) if place >= 0 else gettext(
        "施行前 %(first)s—%(last)s 个月", **words)

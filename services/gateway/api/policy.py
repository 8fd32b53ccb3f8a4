"""The rules of a place, with the source and standing of every entry, and due dates explained."""

from dataclasses import dataclass
from datetime import date, datetime, time

from flask import current_app, g, jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.casework.deadlines import explained
from rongcuo.contracts.fields import line, number
from rongcuo.contracts.review import ExplainedDayView
from rongcuo.contracts.serialisation import dump, load
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.limit import LONGEST, Limit, LimitUnit
from rongcuo.policy.pack import Pack
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.rules import Rules
from services.gateway import request_parsing
from services.gateway.api.pack_view import plain, view_of
from services.gateway.api.route import Part, Route
from services.gateway.session import actor


@dataclass(frozen=True, kw_only=True)
class PackQuery:
    """The pack in force for a division on a local date; today where none is given."""

    division_code: str = line(6, 6)
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DueQuery:
    """When are `workdays` over, counted from something that happened on `start`? That day is not counted."""

    start: date
    division_code: str = line(6, 6)
    workdays: int = number(1, LONGEST // 3)


@dataclass(frozen=True, kw_only=True)
class DueView:
    """`provisional`: a day on the way has no published arrangement, so the date may move."""

    date: date
    at: datetime
    provisional: bool
    edition: str
    days: tuple[ExplainedDayView, ...] = ()


def pack_in_force() -> ResponseReturnValue:
    """From the platform's own data; no service is asked."""
    actor()
    wanted = load(PackQuery, request_parsing.query(PackQuery, request.args, {}))
    today = g.now.astimezone(ZONE).date()
    return jsonify(plain(_rules().pack(wanted.division_code, wanted.on or today)))


def due() -> ResponseReturnValue:
    """Raises `calendar.year_missing` where the start's year is not published."""
    actor()
    wanted = load(DueQuery, request_parsing.query(DueQuery, request.args, {}))
    calendar = _rules().calendar(wanted.division_code)
    calendar.require_year(wanted.start.year)
    close = _rules().pack(wanted.division_code, wanted.start).office_hours.close
    limit = Limit(wanted.workdays, LimitUnit.WORKDAYS, Source("as asked", Standing.ILLUSTRATIVE))
    clock = DeadlineClock(datetime.combine(wanted.start, time(), ZONE), limit)
    deadline = clock.due(calendar, close)
    return jsonify(date=deadline.date.isoformat(), at=deadline.at.isoformat(),
                   provisional=deadline.provisional, edition=deadline.edition,
                   days=[dump(day) for day in explained(clock, calendar, close)])


def _rules() -> Rules:
    rules: Rules = current_app.extensions["rules"]
    return rules


PART = Part("policy", "政策包与日历 · Policy and calendar", (
    Route(verb="GET", address="/policy/packs/in-force", does=pack_in_force, takes=PackQuery,
          gives=(view_of(Pack),), zh="某地某日生效的政策包,每条附来源和“已核实/示例”标记",
          en="The pack in force in a place on a day; every entry with its source and standing"),
    Route(verb="GET", address="/calendar/due", does=due, takes=DueQuery, gives=(DueView,),
          zh="若干工作日后的到期日,逐日说明", en="When a number of working days is over, day by day"),
))

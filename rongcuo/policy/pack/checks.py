"""Checks of a filing before it is taken in.

The kinds of checks are code, their instances are pack data. A check looks at the pack and the matter and
answers `Failed`, or None where all is well; it never raises, so that the person learns everything that is
wrong at once. To add a check: write a function of that form, put it into `CHECKS`. A failure's code is
stable: never reuse one for another meaning.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.limit import add_months
from rongcuo.policy.pack.pack import Pack
from rongcuo.texts.signs import is_seen

EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True, slots=True)
class Failed:
    """`message` is English, for logs; a person reads the words that belong to `code`."""

    code: str
    message: str
    details: Mapping[str, Any] = field(default_factory=dict)


Check = Callable[[Pack, "Matter"], Failed | None]


@dataclass(frozen=True, kw_only=True)
class Matter:
    """The facts of a filing that checks look at. Dates are local dates, `submitted_at` is aware.

    `negative_answers`: code of an item of the negative list -> whether it applies to the matter; one that is
    left out was not answered. `class_answers`: likewise of the classes, of which none need be answered.
    `risks`: how many foreseen risks are named, each with its measure.
    `decided_on`: the day of the collective decision; `written_on`: of this content, where a supplement
    brought it, else that of the filing.
    """

    submitted_at: datetime
    situation: str
    situation_reason: str = ""
    colour: str | None = None
    title: str = ""
    description: str = ""
    policy_basis: str = ""
    remedy: str = ""
    collective_decision: bool = False
    decided_on: date | None = None
    written_on: date | None = None
    risks: int = 0
    no_private_gain: bool = False
    acts_from: date | None = None
    acts_until: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    negative_answers: Mapping[str, bool] = field(default_factory=dict)
    class_answers: Mapping[str, bool] = field(default_factory=dict)


PARTS: Mapping[str, Callable[[Matter, Pack], bool]] = {
    "title": lambda matter, _: is_seen(matter.title),
    "description": lambda matter, _: is_seen(matter.description),
    "policy_basis": lambda matter, _: is_seen(matter.policy_basis),
    "remedy": lambda matter, _: is_seen(matter.remedy),
    "collective_decision": lambda matter, _: matter.collective_decision,
    "risks": lambda matter, _: matter.risks > 0,
    "act_from": lambda matter, _: matter.acts_from is not None,
    "act_until": lambda matter, _: matter.acts_until is not None,
    "negative_answers": lambda matter, pack: pack.negative_list.keys() <= matter.negative_answers.keys(),
    "no_private_gain": lambda matter, _: matter.no_private_gain,
}


SAID_APART = ("no_private_gain", "negative_answers")   # missing, each is a failure of its own


def check_filing(pack: Pack, matter: Matter) -> tuple[Failed, ...]:
    """Everything that stops this matter from being filed under this pack; nothing when it may be. The caller
    raises."""
    return tuple(failed for check in CHECKS if (failed := check(pack, matter)))


def check_dates(pack: Pack, matter: Matter) -> tuple[Failed, ...]:
    """What is wrong with the dates alone: it can be said as soon as they are typed."""
    return tuple(failed for check in OF_DATES if (failed := check(pack, matter)))


def _situation_known(pack: Pack, matter: Matter) -> Failed | None:
    if not matter.situation or matter.situation in pack.situations:
        return None
    details = {"situation": matter.situation, "known": list(pack.situations)}
    return Failed("filing.unknown_situation", "the pack has no such situation", details)


def _situation_reasoned(pack: Pack, matter: Matter) -> Failed | None:
    item = pack.situations.get(matter.situation)
    if item is None or not item.needs_reason or is_seen(matter.situation_reason):
        return None
    return Failed("filing.situation_needs_reason", "a catch-all needs a reason", {"situation": item.code})


def _colour_known(pack: Pack, matter: Matter) -> Failed | None:
    if not matter.colour or matter.colour in pack.colours:
        return None
    details = {"colour": matter.colour, "known": list(pack.colours)}
    return Failed("filing.unknown_colour", "the pack has no such colour", details)


def _complete(pack: Pack, matter: Matter) -> Failed | None:
    missing = [name for name in pack.filing.requires if not PARTS[name](matter, pack)]
    told = [name for name in ("situation", *missing) if name not in SAID_APART]
    told = told if not matter.situation else told[1:]
    return Failed("filing.incomplete", "parts are missing", {"missing": told}) if told else None


def _no_private_gain(pack: Pack, matter: Matter) -> Failed | None:
    if "no_private_gain" not in pack.filing.requires or matter.no_private_gain:
        return None
    return Failed("filing.private_gain_statement_missing", "the statement is missing")


def _negative_items_known(pack: Pack, matter: Matter) -> Failed | None:
    strange = sorted(matter.negative_answers.keys() - pack.negative_list.keys())
    if not strange:
        return None
    details = {"items": strange, "known": list(pack.negative_list)}
    return Failed("filing.unknown_negative_item", "the negative list has no such item", details)


def _negative_list_answered(pack: Pack, matter: Matter) -> Failed | None:
    """Yes or no to each item, whatever the pack requires: silence is no declaration. One yes ends it."""
    left = [item for code, item in pack.negative_list.items() if code not in matter.negative_answers]
    if not left or any(matter.negative_answers.values()):
        return None
    details = {"items": [item.code for item in left], "names": [item.name for item in left]}
    return Failed("filing.negative_list_unanswered", "items of the negative list are not answered", details)


def _negative_list_clear(pack: Pack, matter: Matter) -> Failed | None:
    hit = [item for code, item in pack.negative_list.items() if matter.negative_answers.get(code)]
    if not hit:
        return None
    details = {"items": [item.code for item in hit], "names": [item.name for item in hit]}
    return Failed("filing.negative_list", "the matter is on the negative list", details)


def _classes_known(pack: Pack, matter: Matter) -> Failed | None:
    strange = sorted(matter.class_answers.keys() - pack.classes.codes)
    if not strange:
        return None
    return Failed("filing.unknown_class", "the pack has no such class", {
        "items": strange, "known": sorted(pack.classes.codes)})


def _not_of_a_class_to_refuse(pack: Pack, matter: Matter) -> Failed | None:
    """What the filer says of it themselves. Said of none, it is for the review to find."""
    hit = [each for code, each in pack.classes.no_file.items() if matter.class_answers.get(code)]
    if not hit:
        return None
    return Failed("filing.no_file_class", "the matter is of a class that is not to be filed", {
        "items": [each.code for each in hit], "names": [each.name for each in hit],
        "instead": [each.instead for each in hit]})


def _periods(matter: Matter) -> dict[str, tuple[date | None, date | None]]:
    return {"act": (matter.acts_from, matter.acts_until), "valid": (matter.valid_from, matter.valid_until)}


def _periods_forward(_: Pack, matter: Matter) -> Failed | None:
    reversed_ = [name for name, (start, end) in _periods(matter).items() if start and end and end < start]
    if not reversed_:
        return None
    return Failed("filing.period_reversed", "ends before it begins", {"periods": reversed_})


def _dates_sane(_: Pack, matter: Matter) -> Failed | None:
    dates = [day for period in _periods(matter).values() for day in period if day]
    strange = [day.isoformat() for day in dates if not EARLIEST <= day.year <= LATEST]
    if not strange:
        return None
    return Failed("filing.date_out_of_range", "a year outside 2000-2100", {"dates": strange})


def _act_lies_ahead(_: Pack, matter: Matter) -> Failed | None:
    """An act may begin on the day of the filing, not before: a filing is never retroactive."""
    filed_on = matter.submitted_at.astimezone(ZONE).date()
    earliest = min(filter(None, (matter.acts_from, matter.acts_until)), default=filed_on)
    if earliest >= filed_on:
        return None
    begun = matter.acts_from if matter.acts_from and matter.acts_from < filed_on else None
    told = {"act_from": begun.isoformat()} if begun else {"act_until": earliest.isoformat()}
    details = {**told, "filed_on": filed_on.isoformat()}
    return Failed("filing.act_before_filing", "the act began before the filing", details)


def _decision_was_taken(_: Pack, matter: Matter) -> Failed | None:
    """A meeting that is still to come has decided nothing; a supplement may bring one held since."""
    written_on = matter.written_on or matter.submitted_at.astimezone(ZONE).date()
    if matter.decided_on is None or matter.decided_on <= written_on:
        return None
    details = {"held_on": matter.decided_on.isoformat(), "latest": written_on.isoformat()}
    return Failed("filing.decision_still_to_come", "the collective decision lies in the future", details)


def _validity_lies_ahead(_: Pack, matter: Matter) -> Failed | None:
    filed_on, until = matter.submitted_at.astimezone(ZONE).date(), matter.valid_until
    if until is None or until >= filed_on:
        return None
    details = {"valid_until": until.isoformat(), "filed_on": filed_on.isoformat()}
    return Failed("filing.validity_over", "the validity ends before the filing", details)


def _validity_foreseeable(pack: Pack, matter: Matter) -> Failed | None:
    """No filing covers what nobody can foresee."""
    months = pack.filing.longest_validity_months
    latest = add_months(matter.submitted_at.astimezone(ZONE).date(), months)
    last = max(filter(None, (matter.valid_from, matter.valid_until)), default=latest)
    if last <= latest or last.year > LATEST:    # a year beyond all is said apart
        return None
    details = {"latest": latest.isoformat(), "months": months}
    return Failed("filing.validity_too_long", f"valid until {latest.isoformat()} at the latest", details)


OF_DATES: tuple[Check, ...] = (
    _periods_forward,
    _dates_sane,
    _act_lies_ahead,
    _decision_was_taken,
    _validity_lies_ahead,
    _validity_foreseeable,
)
CHECKS: tuple[Check, ...] = (
    _situation_known,
    _situation_reasoned,
    _colour_known,
    _complete,
    _no_private_gain,
    _negative_items_known,
    _negative_list_answered,
    _negative_list_clear,
    _classes_known,
    _not_of_a_class_to_refuse,
    *OF_DATES,
)

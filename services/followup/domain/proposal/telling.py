"""When the addressee is told that something is due: before the day, and once it is over. Nobody has to think
of it."""

from datetime import date, timedelta

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.followup import ProposalDueSoon
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.unit_names import unit_key, unit_keys
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.limit import Limit, LimitUnit
from services.followup.domain.programme.schedule import before
from services.followup.domain.proposal import letters
from services.followup.domain.proposal.facts import Facts
from services.followup.domain.proposal.transitions import AWAITED
from services.followup.domain.proposal.transitions import ProposalVerb as Verb

A_DAY = timedelta(days=1)


def reply_by(proposal: Facts, occasion: Occasion) -> date:
    """The last local day of the answer; of what was not delivered, today."""
    clock = proposal.reply_clock
    return occasion.due(clock).date if clock is not None else _today(occasion)


def days_gone(proposal: Facts, occasion: Occasion) -> tuple[int, ...]:
    """The reminders whose day has come: what was set so short is not reminded of at once."""
    return tuple(each for each, on in _reminders(proposal, occasion) if on <= _today(occasion))


def told_next(proposal: Facts, occasion: Occasion) -> date | None:
    """The local day on which the addressee is next told something; None where nothing is awaited of it."""
    if proposal.state not in AWAITED:
        return None
    days = [on for each, on in _reminders(proposal, occasion) if each not in proposal.told_days]
    if not proposal.overdue_told:
        days.append(occasion.due(proposal.running_clock).date + A_DAY)
    return min(days, default=None)


def tell_what_is_due(proposal: Facts, occasion: Occasion) -> None:
    """Of several reminders that have passed only the last; and once for each step that is overdue."""
    if proposal.state not in AWAITED:
        return
    today, until = _today(occasion), reply_by(proposal, occasion)
    gone = [each for each in days_gone(proposal, occasion) if each not in proposal.told_days]
    if gone:
        proposal.told_days += tuple(gone)
        if today <= until:
            proposal.advance(Verb.TELL_DUE, occasion)
            proposal.record(ProposalDueSoon(standing=proposal.standing(), workdays=min(gone),
                                            appeal_until=until, at=occasion.now))
        else:
            proposal.step(Verb.TELL_DUE, occasion)
    if not proposal.overdue_told and occasion.is_late(proposal.running_clock):
        proposal.overdue_told, proposal.reminded_at = True, occasion.now
        proposal.advance(Verb.TELL_OVERDUE, occasion)
        proposal.record(letters.reminded(proposal, "", "", until, occasion))


def remind(proposal: Facts, words: str, occasion: Occasion) -> None:
    """催办, whenever the handler thinks fit."""
    proposal.require(Verb.REMIND, occasion)
    said = given(words, Reader.ADDRESSEE)
    proposal.reminded_at = occasion.now
    proposal.advance(Verb.REMIND, occasion, said)
    proposal.record(letters.reminded(proposal, said, occasion.actor.name, reply_by(proposal, occasion),
                                     occasion))


def heed_name(proposal: Facts, name: str, names: tuple[str, ...], occasion: Occasion) -> None:
    """The addressee is called otherwise, or was merged into a unit that is: it stays the addressee.
    `names`: all that the unit is and was called."""
    means_it = unit_key(proposal.content.addressee.unit) in unit_keys(name, *names)
    if not means_it or name == proposal.unit_now:
        return
    proposal.require(Verb.ADDRESSEE_NAMED, occasion)
    proposal.unit_now = name
    proposal.step(Verb.ADDRESSEE_NAMED, occasion, name)


def _reminders(proposal: Facts, occasion: Occasion) -> tuple[tuple[int, date], ...]:
    """So many working days before, and which day that is."""
    rule, until = occasion.pack.proposals, reply_by(proposal, occasion)
    return tuple((each, before(until, Limit(each, LimitUnit.WORKDAYS, rule.source), occasion.calendar)[0])
                 for each in rule.reminders)


def _today(occasion: Occasion) -> date:
    return occasion.now.astimezone(ZONE).date()

"""What happens in mid-programme: each is decided by somebody, recorded, and has its effect."""

from dataclasses import replace
from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    ChangeRecord,
    EndTold,
    PeriodChange,
    PeriodOver,
    PersonChange,
    ProgrammeEnded,
)
from rongcuo.contracts.readers import Reader
from rongcuo.policy import divisions
from rongcuo.policy.calendar import ZONE
from services.followup.domain.programme.facts import Facts
from services.followup.domain.programme.schedule import before
from services.followup.domain.programme.transitions import ProgrammeVerb as Verb

REVOKED, OWN_WISH = "revoked", "own_wish"     # beside the codes of `PeriodChange` and `PersonChange`
ENDS, STAYS, GOES = "ended", "goes_on", "handed_over"


def change_period(programme: Facts, what: PeriodChange, on: date, number: str, months: int, words: str,
                  attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """Lifted: it ends on that day, and is concluded. Added to: it runs longer. Overturned: nothing is left
    to follow, and the programme ends. Each with its decision."""
    programme.require(Verb.CHANGE_PERIOD, occasion)
    why = given(words, Reader.SUBJECT)
    _require_paper(attachments)
    if what is not PeriodChange.OVERTURNED:
        _require_running(programme, occasion)
    if what is PeriodChange.ADDED:
        _lengthen(programme, on, months, occasion)
    elif what is PeriodChange.LIFTED:
        if not programme.basis.since < on < programme.ends_on:
            raise CaseError("followup.lifted_outside", details={"ends_on": programme.ends_on.isoformat()})
        programme.lifted_on = on
    effect = ENDS if what is PeriodChange.OVERTURNED else STAYS
    programme.changes += (ChangeRecord(
        what=what.value, on=on, number=number.strip(), words=why, effect=effect,
        decided_by=occasion.actor.name, attachments=attachments, at=occasion.now),)
    programme.step(Verb.CHANGE_PERIOD, occasion, what.value)
    if effect == ENDS:
        end(programme, what.value, occasion)


def _require_running(programme: Facts, occasion: Occasion) -> None:
    """What is over, or was lifted, is neither run anew nor lifted again: its end was told."""
    if programme.lifted_on is not None or occasion.now.astimezone(ZONE).date() >= programme.ends_on:
        raise CaseError("followup.period_is_over", details={"ends_on": programme.ends_on.isoformat()})


def _lengthen(programme: Facts, on: date, months: int, occasion: Occasion) -> None:
    """By what was decided while it ran."""
    today = occasion.now.astimezone(ZONE).date()
    if not programme.basis.since <= on <= today:
        raise CaseError("followup.added_outside", details={"on": on.isoformat()})
    most = occasion.pack.followup.effect_at_longest.amount
    if not programme.basis.months < months <= most:
        raise CaseError("followup.period_wrong", details={"most": most, "now": programme.basis.months})
    programme.basis = replace(programme.basis, months=months)
    programme.end_told_at, programme.over_told_at = None, None


def change_person(programme: Facts, what: PersonChange, on: date, unit: str, post: str, organ_id: str,
                  ends: bool, words: str, attachments: tuple[AttachmentRef, ...],
                  occasion: Occasion) -> None:
    """Who moves is visited by the organ of where they are; who dies is visited no more. Whether a programme
    goes on with somebody who retires or leaves, is decided and recorded here. What ends it has its paper."""
    programme.require(Verb.CHANGE_PERSON, occasion)
    why, moves = given(words, Reader.INSIDE), what is PersonChange.MOVED
    if moves and not unit.strip():
        raise CaseError("followup.unit_missing")
    if organ_id and (not moves or organ_id == programme.organ_id):
        raise CaseError("followup.organ_wrong", details={"organ_id": organ_id})
    division = divisions.division(organ_id.partition(".")[0]).code if organ_id else ""
    over = what is PersonChange.DIED or (ends and not moves)
    if over:
        _require_paper(attachments)
    effect = ENDS if over else GOES if organ_id else STAYS
    programme.former_units |= {programme.person.unit} if unit.strip() else set()
    programme.person = replace(programme.person, unit=unit.strip() or programme.person.unit,
                               post=post.strip() or programme.person.post)
    programme.changes += (ChangeRecord(
        what=what.value, on=on, words=why, effect=effect, decided_by=occasion.actor.name,
        attachments=attachments, at=occasion.now),)
    if organ_id:
        programme.organ_id, programme.division_code = organ_id, division
    if moves:
        programme.assignee, programme.team = None, ()     # whoever has it may be their colleague now
    programme.step(Verb.CHANGE_PERSON, occasion, what.value)
    if over:
        end(programme, what.value, occasion)


def opt_out(programme: Facts, words: str, attachments: tuple[AttachmentRef, ...],
            occasion: Occasion) -> None:
    """Who was cleared is accompanied as long as they want to be."""
    programme.require(Verb.OPT_OUT, occasion)
    programme.entering(attachments, occasion)
    programme.changes += (ChangeRecord(
        what=OWN_WISH, on=occasion.now.astimezone(ZONE).date(), words=words.strip(), effect=ENDS,
        decided_by=programme.person.name, attachments=attachments, at=occasion.now),)
    programme.step(Verb.OPT_OUT, occasion)
    end(programme, OWN_WISH, occasion)


def heed_decision(programme: Facts, words: str, number: str, holds: bool, occasion: Occasion) -> None:
    """What it follows from was decided anew: it is called otherwise; or it holds no more, and the programme
    ends."""
    if programme.ended or (holds and (words, number) == (programme.basis.words, programme.basis.number)):
        return
    programme.require(Verb.BASIS_CHANGED, occasion)
    if holds:
        programme.basis = replace(programme.basis, words=words, number=number)
    programme.step(Verb.BASIS_CHANGED, occasion)
    if not holds:
        programme.changes += (ChangeRecord(
            what=REVOKED, on=occasion.now.astimezone(ZONE).date(), number=number, effect=ENDS,
            decided_by=occasion.actor.name, at=occasion.now),)
        end(programme, REVOKED, occasion)


def tell_what_ends(programme: Facts, occasion: Occasion) -> None:
    """That the period ends soon, and that it is over: nobody has to think of telling it."""
    today = occasion.now.astimezone(ZONE).date()
    if programme.ended:
        return
    if programme.end_told_at is None and today >= _told_from(programme, occasion):
        programme.end_told_at = occasion.now
        programme.turn(Verb.TELL_END, occasion)
        programme.record(EndTold(standing=programme.standing(), appeal_until=programme.ends_on,
                                 at=occasion.now))
    if programme.over_told_at is None and today >= programme.ends_on:
        programme.over_told_at = occasion.now
        programme.turn(Verb.TELL_OVER, occasion)
        programme.record(PeriodOver(standing=programme.standing(), ended_on=programme.ends_on,
                                    at=occasion.now))


def told_next(programme: Facts, occasion: Occasion) -> date | None:
    """The local day on which the person is next told of the end; None once nothing is left to tell."""
    if programme.ended or programme.over_told_at is not None:
        return None
    return programme.ends_on if programme.end_told_at is not None else _told_from(programme, occasion)


def _told_from(programme: Facts, occasion: Occasion) -> date:
    return before(programme.ends_on, occasion.pack.followup.told_before_end, occasion.calendar)[0]


def _require_paper(attachments: tuple[AttachmentRef, ...]) -> None:
    if not attachments:
        raise CaseError("followup.paper_missing")


def end(programme: Facts, why: str, occasion: Occasion) -> None:
    """Nothing is left to be followed, or nobody."""
    programme.decided_at = occasion.now
    programme.turn(Verb.END, occasion, why)
    programme.record(ProgrammeEnded(standing=programme.standing(), why=why, at=occasion.now))

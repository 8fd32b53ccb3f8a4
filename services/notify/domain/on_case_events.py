"""What is told in the shape `CaseMoved`, such as determinations, meetings and appeals: each event says where
its matter stands, and the task follows that.

What holders are told is the difference between the task before and after. The subject is told the few things
that concern them and nothing of the inside; parties hear nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import CaseMoved, Standing
from rongcuo.contracts.determination import (
    AppealDecided,
    AppealLodged,
    AppealMoved,
    DeterminationMade,
    DeterminationMoved,
    DeterminationOpened,
    DeterminationRefused,
    DeterminationRevoked,
    DeterminationWithdrawn,
    FeedbackGiven,
    Initiation,
    MeetingMoved,
)
from rongcuo.contracts.events import Event
from rongcuo.contracts.notify import MatterKind
from rongcuo.policy.divisions import lineage, organ_above
from services.notify.domain.directory import lead_queue, reviewer_queue
from services.notify.domain.notifications import Fact, InBoth, Notification, Told, notification
from services.notify.domain.task import Task
from services.notify.domain.tracked_case import Facts, Review, TrackedCase

POST_ENDED = "post_ended"   # of somebody who held the matter, or sat on it
NO_PLACE = InBoth("待通知", "to be announced")
TO_THE_SUBJECT: dict[type[Event], str] = {
    DeterminationMade: "determination_made", DeterminationRevoked: "determination_revoked",
    FeedbackGiven: "feedback_given", AppealLodged: "appeal_received", AppealDecided: "appeal_decided",
}
STEPS_TOLD = {"accept": "statement_invited", "write_facts_material": "facts_to_read"}
STEPS_TOLD_ONCE_KNOWN = {"suspend": "determination_suspended", "extend": "determination_extended",
                         "resume": "determination_resumed", "hand_up": "filing_handed_up",
                         "answer_recusal": "recusal_answered", "milder_elsewhere": "appeal_anew"}
ASSIGNED = {"form_team": "verification_assigned", "form_panel": "panel_assigned"}
TO_THE_LEADS = {"resolve": "decision_waiting", "take_off_agenda": "meeting_wanted",
                "assess": "meeting_wanted"}
STILL_THEIRS = ("resolve", "take_off_agenda")   # the leads had it before, and have to do something else now
BEGUN: dict[type[Event], str] = {DeterminationOpened: "determination_waiting", AppealLodged: "appeal_waiting"}
TO_MEMBERS = {"convene": "meeting_convened", "call_roll": "meeting_opened", "adjourn": "meeting_adjourned",
              "cancel": "meeting_cancelled"}
TO_THEIR_TURN = {"open_vote": "vote_opened", "write_minutes": "minutes_to_sign",
                 "sign_minutes": "minutes_to_sign"}


def follow(case: TrackedCase, event: CaseMoved, now: datetime) -> Told:
    """Whoever tells it."""
    return (_meeting if event.standing.kind == MatterKind.MEETING else _case)(case, event, now)


def _case(case: TrackedCase, event: Any, now: datetime) -> Told:
    """An event of a determination, an appeal or a matter of another service."""
    before = replace(case.task) if case.task else None
    name = _for_the_subject(case, event)
    _follow(case, event, now, knows=bool(name))
    if name and event.standing.subject_id:
        until = getattr(event, "appeal_until", None)
        yield notification(case, name, (event.standing.subject_id,), **({"until": until} if until else {}))
    yield from _to_holders(case, before, event)
    if name := event.steps_told.get(getattr(event, "what", "")):
        yield _inside(case, name, (*(case.task.holders if case.task else ()), case.leads))
    if getattr(event, "what", "") == "ask_recusal":
        yield _inside(case, "recusal_asked", (case.leads,))
    if isinstance(event, AppealLodged) and (above := organ_above(event.standing.organ_id)):
        # Its leads may draw the appeal up, whoever entered it.
        below = "appeal_below" if event.standing.subject_id else "appeal_entered_below"
        yield _inside(case, below, (lead_queue(above),))


def _meeting(case: TrackedCase, event: Any, now: datetime) -> Told:
    """An event of a joint meeting. How somebody votes, and what came out, is told by nobody here."""
    _follow(case, event, now)
    if not isinstance(event, MeetingMoved):
        return
    if name := TO_MEMBERS.get(event.what):
        yield notification(case, name, event.members, at=event.meets_at, place=event.place or NO_PLACE)
    if name := TO_THEIR_TURN.get(event.what):
        yield notification(case, name, event.standing.holders)
    if event.what == "call_substitutes":
        yield notification(case, "meeting_convened", event.concerns, at=event.meets_at,
                           place=event.place or NO_PLACE)
    if event.what == "ballots_differ":
        yield notification(case, event.what, (*event.concerns, *_on_duty(event.standing)))
    if event.what == POST_ENDED:
        gone = "chair_left" if event.chair_id in event.concerns else "seat_left"
        yield notification(case, gone, (lead_queue(event.standing.organ_id),), at=event.meets_at)
    if event.what == "recuse_member":
        yield notification(case, "member_recused", event.concerns)


def _recused(event: CaseMoved) -> set[str]:
    """Who is to hear nothing more. Who is kept from one case of a meeting may be invited for another."""
    stands = event.standing
    if stands.kind == "meeting" and not isinstance(event, MeetingMoved):
        return set()
    invited = event.members if isinstance(event, MeetingMoved) else ()
    return {*stands.apart} - {stands.subject_id, *stands.holders, *invited}


def _on_duty(stands: Standing) -> tuple[str, ...]:
    """The organ's leads, and the operators of its place and of those above."""
    places = (stands.organ_id, *lineage(stands.division_code))
    return (lead_queue(stands.organ_id), *(queue(place, Role.OPERATOR) for place in dict.fromkeys(places)))


def _follow(case: TrackedCase, event: CaseMoved, now: datetime, knows: bool = False) -> None:
    """`knows`: the subject is told of the matter now; from then on it is theirs to see."""
    stands = event.standing
    known = knows or _knows(case)
    case.bar(*_recused(event))
    case.keep_apart(stands.units_apart, stands.keys_apart)
    facts = Facts(stands.number, stands.title, stands.organ_id, stands.division_code,
                  stands.subject_id if known else "", "", stands.pack_id,
                  tuple(sorted({*stands.parties, stands.subject_id} - {""})), MatterKind(stands.kind))
    holders = stands.holders or (reviewer_queue(stands.organ_id),)
    review = Review(stands.stage, holders, stands.due_at, stands.provisional, stands.suspended)
    case.follow(facts, review, stands.ended, now)


def _for_the_subject(case: TrackedCase, event: CaseMoved) -> str:
    """The name of what the subject is told; empty where that is nothing. Somebody who was never told of a
    case is not told that it was refused either."""
    match event:
        case DeterminationOpened():
            return "determination_received" if event.initiation is Initiation.APPLICATION else ""
        case DeterminationMoved() | AppealMoved():
            later = STEPS_TOLD_ONCE_KNOWN.get(event.what, "") if _knows(case) else ""
            return STEPS_TOLD.get(event.what, later)
        case DeterminationRefused():
            return "determination_refused" if _knows(case) else ""
        case DeterminationMade(basis="appeal"):
            return "determination_changed"
        case DeterminationMade(appeal_until=None):
            return "determination_undated"
        case DeterminationMade(basis="correction"):
            return "determination_corrected"
    return TO_THE_SUBJECT.get(type(event), event.subject_told)


def _knows(case: TrackedCase) -> bool:
    return bool(case.facts and case.facts.filer_id)


def _to_holders(case: TrackedCase, before: Task | None, event: Any) -> Told:
    task, what = case.task, getattr(event, "what", "")
    if task is None:
        if before and (what == "withdraw" or isinstance(event, DeterminationWithdrawn)):
            yield _inside(case, "matter_withdrawn", before.holders)
    elif before is None or before.id != task.id:
        name = "determination_returned" if what == "return" else BEGUN.get(type(event), event.holders_told)
        yield _inside(case, name, task.holders)
    elif what in ("speak", "no_majority"):      # somebody of the panel: for those who have it now
        yield _inside(case, "opinion_waits", task.holders)
        if what == "no_majority":
            yield _inside(case, "panel_disagrees", (case.leads,))
    elif what == POST_ENDED:
        waits = task.holders == (case.queue,)
        name, to = ("holder_left", task.holders) if waits else ("member_left", (case.leads,))
        name = "appeal_waiting" if _lost_its_panel(case, before) else name
        yield from _without(event.concerns, [_inside(case, name, to)])
    else:
        recused = event.concerns if what == "recuse" else ()
        if recused:
            yield notification(case, "reviewer_recused", recused)
        yield from _without(recused, _changed(case, before, task, what, getattr(event, "actor_id", "")))


def _lost_its_panel(case: TrackedCase, before: Task) -> bool:
    """Too few are left of it: a lead names others."""
    led = case.task is not None and case.task.holders == (case.leads,)
    return case.known.kind is MatterKind.APPEAL and led and before.holders != (case.leads,)


def _without(officers: tuple[str, ...], told: Iterable[Notification]) -> Told:
    return (replace(each, but=(*each.but, *officers)) for each in told)


def _changed(case: TrackedCase, before: Task, task: Task, what: str, by: str) -> Told:
    """The same task: who has come to it, and what has become of its time. The leads hear of a clock that
    somebody else has stopped."""
    came = tuple(holder for holder in task.holders if holder not in before.holders)
    led = task.holders == (case.leads,)
    if led and what in TO_THE_LEADS and (came or what in STILL_THEIRS):
        yield _inside(case, TO_THE_LEADS[what], task.holders)
    elif came:
        queued = led or came == (case.queue,)
        given_back = "review_handed_up" if what == "hand_up" else (
            "appeal_waiting" if _lost_its_panel(case, before) else "review_given_back")
        name = given_back if queued else ASSIGNED.get(what, "review_assigned")
        yield _inside(case, name, came)
    if task.suspended and not before.suspended:
        yield _inside(case, "task_suspended", task.holders)
        if task.holders not in ((case.leads,), (case.queue,)):
            yield from _without((by, *task.holders), [_inside(case, "clock_stopped", (case.leads,))])
    elif before.suspended and not task.suspended:
        yield _inside(case, "task_resumed", task.holders)
    elif task.due_at != before.due_at:
        yield _inside(case, "deadline_moved", task.holders, former=before.due_at)


def _inside(case: TrackedCase, name: str, holders: tuple[str, ...], **facts: Fact) -> Notification:
    """For those who work on it. What waits in the queue concerns the leads too; no party hears of it."""
    to = (*holders, case.leads) if holders == (case.queue,) else holders
    return notification(case, name, to, case.known.parties, **facts)

"""申请回避: the subject asks that somebody take no part; a lead other than that person answers.

To ask recuses nobody: 0023. `hearing`: an appeal's panel.
"""

from dataclasses import replace
from itertools import takewhile

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import has_organ_above
from rongcuo.casework.people import MAY_SIT, Holder
from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import AnswerRecusal, AskForRecusal, RecusalApplication
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from rongcuo.texts.folding import seen_as
from rongcuo.texts.naming import names
from services.determination.domain.determination.earlier_findings import require_uncounted
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.verbs import Verb

MOST_OPEN, MOST_ASKED = 5, 20   # applications of one case: our figures, no source gives any
NO_LEAD_LEFT = "no_lead_left"
WAITS_FOR_A_LEAD = frozenset[str]({Verb.ASK_RECUSAL, Verb.LODGE_APPEAL})


def ask_recusal(case: Facts, request_id: str, command: AskForRecusal, occasion: Occasion,
                hearing: tuple[Holder, ...] = ()) -> None:
    """One about a person at a time, and on a ground once; nobody holds a decision up for ever, nor uses
    up somebody else's applications with words of their own."""
    case.require(Verb.ASK_RECUSAL, occasion)
    if not (case.subject.officer_id or command.attachments):
        raise CaseError("determination.recusal_paper_missing")
    name = command.name.strip()
    if command.officer_id:      # somebody whom the subject is told to be at work on the case, or its appeal
        found = at_work(case, hearing).get(command.officer_id)
        if found is None:
            raise CaseError("determination.not_at_work_here")
        name = found.name
    same = [each for each in case.recusals_asked if _is_about_one(each, command.officer_id, name)]
    if any(each in case.recusals_open for each in same):
        raise CaseError("determination.recusal_asked_already")
    if any(each.ground is command.ground and each.granted is not None for each in same):
        raise CaseError("determination.recusal_answered_already")
    if len(case.recusals_open) >= MOST_OPEN or len(case.recusals_asked) >= MOST_ASKED:
        raise CaseError("determination.recusals_too_many",
                        details={"at_once": MOST_OPEN, "in_all": MOST_ASKED})
    why = given(command.reason, Reader.CASEWORKERS, "review.recusal_reason_missing")
    by = None if case.subject.officer_id else occasion.actor
    case.recusals_asked += (RecusalApplication(
        request_id=request_id, name=name, officer_id=command.officer_id, ground=command.ground,
        reason=why, entered_by=by.officer_id if by else "", entered_by_name=by.name if by else "",
        attachments=command.attachments, asked_at=occasion.now),)
    case.step(Verb.ASK_RECUSAL, occasion, name)


def answer_recusal(case: Facts, officer: Holder | None, command: AnswerRecusal, occasion: Occasion,
                   officers: tuple[OfficerView, ...] = (), hearing: tuple[Holder, ...] = ()) -> None:
    """Granted it is a recusal like any other, on the subject's ground, but takes nobody's open vote away
    whom the subject has not named; declined it changes nothing, and may be about nobody here. `officers`:
    of the organ."""
    case.require(Verb.ANSWER_RECUSAL, occasion)
    asked = _open_one(case, command.request_id)
    if asked.officer_id and officer and officer.officer_id != asked.officer_id:
        raise CaseError("determination.recusal_of_another", details={"name": asked.name})
    if asked.officer_id:
        officer = Holder(asked.officer_id, asked.name)
    _require_another(case, officer, asked, officers, occasion)
    _require_named(case, officer, asked, officers, hearing)
    if command.granted and officer is None:
        raise CaseError("determination.recusal_of_nobody")
    if command.granted and officer:
        _require_meant(case, officer, asked, occasion)
    why = given(command.reason, Reader.SUBJECT)
    if command.granted and officer and officer.officer_id not in case.recused:
        case.recuse_as_asked(officer, asked.ground, why, occasion)
    about = officer.name if officer else ""
    _put(case, replace(asked, about=about, granted=command.granted, answer=why,
                       answered_by=occasion.actor.name, answered_at=occasion.now))
    case.step(Verb.ANSWER_RECUSAL, occasion, about or asked.name)


def withdraw_recusal(case: Facts, request_id: str, occasion: Occasion) -> None:
    """The subject takes it back while nobody has answered; it may be asked anew, and counts as asked."""
    case.require(Verb.WITHDRAW_RECUSAL, occasion)
    asked = _open_one(case, request_id)
    _put(case, replace(asked, withdrawn_at=occasion.now))
    case.step(Verb.WITHDRAW_RECUSAL, occasion, asked.name)


def require_recusals_answered(case: Facts) -> None:
    """Before a panel decides, as before every decision; otherwise `determination.recusal_unanswered`."""
    if case.recusals_open:
        raise CaseError("determination.recusal_unanswered",
                        details={"names": [each.name for each in case.recusals_open]})


def awaits_recusal_answer(case: Facts) -> bool:
    """Of what was withdrawn, or never accepted, nothing is left to be answered."""
    return bool(case.recusals_open) and case.transitions.allow(case.state, Verb.ANSWER_RECUSAL)


def lacks_an_answerer(case: Facts, officers: tuple[OfficerView, ...]) -> bool:
    """Whether an application waits that no lead of the organ may answer. While a meeting has the case, it
    waits for its end: nobody breaks a vote off by whom they name."""
    return awaits_recusal_answer(case) and not case.on_agenda and any(
        not _answerers(case, asked, officers) for asked in case.recusals_open)


def said_no_lead_is_left(case: Facts) -> bool:
    """Since the subject last asked for something that only a lead can do."""
    later = takewhile(lambda entry: entry.what not in WAITS_FOR_A_LEAD, reversed(case.history))
    return any(entry.what == NO_LEAD_LEFT for entry in later)


def say_no_lead_is_left(case: Facts, occasion: Occasion) -> None:
    """Above the province there is no organ: until another lead is enrolled, nobody can act."""
    case.note(NO_LEAD_LEFT, occasion)
    case.tell(NO_LEAD_LEFT, occasion)


def at_work(case: Facts, hearing: tuple[Holder, ...]) -> dict[str, Holder]:
    """Who is at work on the case, or its appeal, by id."""
    return {each.officer_id: each for each in (*case.team, *filter(None, [case.assignee]), *hearing)}


def _open_one(case: Facts, request_id: str) -> RecusalApplication:
    asked = next((each for each in case.recusals_open if each.request_id == request_id), None)
    if asked is None:
        raise CaseError("determination.no_recusal_asked")
    return asked


def _put(case: Facts, changed: RecusalApplication) -> None:
    case.recusals_asked = tuple(changed if each.request_id == changed.request_id else each
                                for each in case.recusals_asked)


def _answerers(case: Facts, asked: RecusalApplication, officers: tuple[OfficerView, ...]) -> frozenset[str]:
    """The organ's leads who may answer it. One of a panel that has begun to speak has read what a
    colleague says: they answer only where nobody else ever could, with no organ above."""
    leads = [Holder.of(each) for each in case.judges_among(officers) if Role.LEAD in each.roles]
    able = frozenset(each.officer_id for each in leads if _may_answer(case, each, asked))
    others = able - case.speaking
    return others if others or has_organ_above(case.organ_id) else able


def _may_answer(case: Facts, lead: Holder, asked: RecusalApplication) -> bool:
    others = lead.officer_id != asked.entered_by and not _is_named(lead, asked)
    return others and not (case.open_appeal and lead.officer_id in case.engaged)


def _require_named(case: Facts, officer: Holder | None, asked: RecusalApplication,
                   officers: tuple[OfficerView, ...], hearing: tuple[Holder, ...]) -> None:
    """Where the subject's words hold the whole name of who judges here, one of those is answered about:
    nobody says that another was meant, or nobody."""
    judges = (Holder.of(each) for each in officers if MAY_SIT.intersection(each.roles))
    named = [each for each in (*at_work(case, hearing).values(), *judges)
             if _is_named(each, asked) and not case.is_subject(each.officer_id)]
    if named and (officer is None or officer.officer_id not in {each.officer_id for each in named}):
        raise CaseError("determination.recusal_names_somebody",
                        details={"names": sorted({each.name for each in named})})


def _require_meant(case: Facts, officer: Holder, asked: RecusalApplication, occasion: Occasion) -> None:
    """An open vote falls only by the name of who cast it, and on 其他 only before the organ above: so no
    lead of the organ where the case began unmakes it."""
    here = occasion.actor.organ_id == case.first_organ_id and not case.open_appeal
    if not _is_named(officer, asked) or (asked.ground is RecusalGround.OTHER and here):
        require_uncounted(case, officer.officer_id)


def _require_another(case: Facts, officer: Holder | None, asked: RecusalApplication,
                     officers: tuple[OfficerView, ...], occasion: Occasion) -> None:
    """Nobody judges it who says it is they, or whom it names; nor, of an appeal, who had a hand in the
    case, or sits on a panel that has begun to speak."""
    actor = Holder(occasion.actor.officer_id, occasion.actor.name)
    if (officer and officer.officer_id == actor.officer_id) or _is_named(actor, asked):
        raise CaseError("determination.recusal_of_oneself")
    if asked.entered_by == actor.officer_id:    # for somebody without an account
        raise CaseError("determination.recusal_entered_by_you")
    if case.open_appeal:
        case.require_no_hand(actor.officer_id)
    if actor.officer_id in case.speaking - _answerers(case, asked, officers):
        raise CaseError("determination.recusal_on_your_panel")


def _is_named(officer: Holder, asked: RecusalApplication) -> bool:
    """By whom the subject chose, otherwise by their words."""
    return asked.officer_id == officer.officer_id if asked.officer_id else names(asked.name, officer.name)


def _is_about_one(asked: RecusalApplication, officer_id: str, name: str) -> bool:
    if asked.officer_id and officer_id:
        return asked.officer_id == officer_id
    return seen_as(asked.name) == seen_as(name)

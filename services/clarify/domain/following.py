"""What follows from a report: whose name is to be cleared of it, and whether whoever made it is suspected."""

from collections.abc import Iterable
from typing import Final

from rongcuo.casework.case import Case, CaseVerb
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organs_above
from rongcuo.contracts.clarify import Concerned, ConcernedKind, ManagedBy, ReportedPerson, ReportOutcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import name_key
from services.clarify.domain.accounts import NOBODY, Accounts
from services.clarify.domain.apart import Apart, is_one_of
from services.clarify.domain.clarification import Unfounded
from services.clarify.domain.clearing_question import grounds_of
from services.clarify.domain.false_accusation import Suspicion
from services.clarify.domain.management import OF_LEVEL, highest
from services.clarify.domain.outcomes import UNTRUE
from services.clarify.domain.report import Report
from services.clarify.domain.transitions import SETTLED

NOT_MALICE: Final = frozenset({ReportOutcome.SUBSTANTIATED, ReportOutcome.MISTAKEN})


def to_clear(report: Report, accounts: Accounts) -> tuple[Concerned, ...]:
    """Everybody about whom something was found untrue, each once, however they are named."""
    untrue = (each.person for number, each in enumerate(report.allegations, start=1)
              if (found := report.findings.get(number)) and found.outcome in UNTRUE)
    return _each_once(untrue, accounts)


def unfounded(report: Report, concerned: Concerned, accounts: Accounts) -> Unfounded:
    """The report as the clearing of one person knows it."""
    people = {number: report.allegations[number - 1].person for number, found in report.findings.items()
              if found.outcome in UNTRUE}
    theirs = {number: each for number, each in people.items()
              if _is_about(accounts.of(each), concerned, accounts)}
    may_be = frozenset[str]().union(*map(accounts.may_be, theirs.values()))
    return Unfounded(
        report_id=report.id, report_number=report.number,
        untrue={str(number): report.findings[number].outcome for number in theirs},
        settled=report.decided_at is not None, apart=apart_of(report),
        namesakes=frozenset() if concerned.officer_id else may_be, hands=report.hands,
        of_report=grounds_of(report))


def is_same(one: Concerned, other: Concerned) -> bool:
    """Whether both are one person or unit: by their account, or by what they are called."""
    return _key(one) == _key(other)


def suspicion(report: Report, spoken_in_earnest: bool, managed_by: ManagedBy) -> Suspicion:
    """The report as an inquiry into its maker knows it; `spoken_in_earnest`: see `Suspicion`; `managed_by`:
    as it was written. Raises `clarify.not_suspected` before anything is found."""
    if report.outcome is None:
        raise CaseError("clarify.not_suspected")
    return Suspicion(
        report_id=report.id, report_number=report.number, reporter_ref=report.reporter_ref,
        pseudonym=report.pseudonym, outcome=report.outcome,
        concerned=_each_once((each.person for each in report.allegations), NOBODY),
        managed_by=highest(managed_by, report.managed_by, *(
            OF_LEVEL.get(each.person.level, ManagedBy.COUNTY) for each in report.allegations)),
        apart=apart_of(report), handlers=report.hands, spoken_in_earnest=spoken_in_earnest,
        settled=not report.unfound and report.state in SETTLED)


def spoke_in_earnest(report: Report) -> bool:
    """Something of it was once neither proved nor excluded, or is true, or a mistake."""
    outcomes = {each.outcome for each in report.findings.values()}
    return bool(report.ever_open) or not NOT_MALICE.isdisjoint(outcomes)


def go_along(case: Case, report: Report, occasion: Occasion) -> None:
    """What has followed from a report, open or over, is where the report is, and is kept from whoever was
    recused from it since."""
    for recusal in report.recusals:
        if recusal.officer_id not in case.recused:
            case.recusals += (recusal,)
            if case.assignee and is_one_of(case.assignee, (recusal,)) and not case.ended:
                case.assignee = None
            case.note(CaseVerb.RECUSE, occasion, recusal.name)
            case.tell(CaseVerb.RECUSE, occasion, "", recusal.officer_id)
    if report.organ_id in organs_above(case.organ_id):
        case.organ_id = report.organ_id
        case.assignee = case.assignee if case.ended else None
        case.note(CaseVerb.HAND_UP, occasion)
        case.tell(CaseVerb.HAND_UP, occasion)


def apart_of(report: Report) -> Apart:
    """Whom what follows from the report is kept from, too."""
    return Apart(report.named | report.kept_here | report.recused, report.units_named, report.kept_from)


def _each_once(people: Iterable[ReportedPerson], accounts: Accounts) -> tuple[Concerned, ...]:
    found: dict[tuple[str, str, str], Concerned] = {}
    for each in people:
        concerned = _concerned_of(accounts.of(each), accounts)
        found.setdefault(_key(concerned), concerned)
    return tuple(found.values())


def _key(concerned: Concerned) -> tuple[str, str, str]:
    if concerned.officer_id:
        return concerned.officer_id, "", ""
    return "", name_key(concerned.name), unit_key(concerned.unit)


def _concerned_of(person: ReportedPerson, accounts: Accounts = NOBODY) -> Concerned:
    """Without name and account it is the unit. An account that nobody knows goes by its id."""
    known = accounts.known(person.officer_id)
    if not (person.name or person.officer_id):
        return Concerned(name=person.unit, unit=person.unit, kind=ConcernedKind.ORGANISATION)
    name, unit = (known.name, known.unit) if known else ("", "")
    return Concerned(name=person.name or name or person.officer_id, unit=person.unit or unit,
                     post=person.post, officer_id=person.officer_id)


def _is_about(person: ReportedPerson, concerned: Concerned, accounts: Accounts) -> bool:
    if person.officer_id and concerned.officer_id:
        return person.officer_id == concerned.officer_id
    told = _concerned_of(person, accounts)
    same = told.kind is concerned.kind and name_key(told.name) == name_key(concerned.name)
    return same and (not told.unit or not concerned.unit or unit_key(told.unit) == unit_key(concerned.unit))

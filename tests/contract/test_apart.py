"""Who is kept from a matter is kept from whatever follows from it, in every service. One that hears where
matters stand says here how it keeps them out; one that forgets, and a kind of case that does not tell it, is
red."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from inspect import getmembers
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from rongcuo.casework.apart import Somebody, name_keys, officer_keys, unit_names_keys
from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.entrypoints import OnEvent
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.case_moved import CaseMoved, Standing
from rongcuo.contracts.clarify import ReportMoved
from rongcuo.contracts.determination import DeterminationMoved, Outcome
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.policy.rules import Rules
from services import NAMES, service_class
from services.clarify.domain.false_accusation import FalseAccusation
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination
from services.determination.usecases import reported
from services.documents.domain.matter import Matter
from services.followup.domain.problem import Problem
from services.followup.domain.proposal import Proposal
from services.followup.domain.record import Correction
from services.followup.domain.year import VisitYear
from services.followup.storage import METADATA, FollowupStorage
from services.followup.usecases import opening, raising
from services.notify.domain import on_case_events
from services.notify.domain.tracked_case import TrackedCase
from services.review.domain import FilingCheck, ReviewCase
from tests.unit.casework.people import Known
from tests.unit.clarify import scene as reports
from tests.unit.clarify_procedures import accusation_scene as accusations
from tests.unit.clarify_procedures import clarification_scene as clearings
from tests.unit.determination import determination_scene as determinations
from tests.unit.determination import test_from_report as from_report
from tests.unit.determination.determination_context import jinghong
from tests.unit.followup import scene as programmes
from tests.unit.followup import test_usecases as followed
from tests.unit.followup.desk import Desk
from tests.unit.followup_problems import scene as problems
from tests.unit.followup_proposals import scene as proposals
from tests.unit.followup_record import correction_scene as corrections
from tests.unit.review import test_filing_checks as checks

ACCOUNT, NAME, UNIT = "kept.officer", "尚未来", "某局下属站"
KEYS = officer_keys(ACCOUNT) | name_keys(NAME) | unit_names_keys(UNIT)
KEPT = (Known(ACCOUNT), Known("second.account", NAME), Known("colleague", units=unit_keys(UNIT)))
Keeps = Callable[[Somebody], bool]
RULES = Rules()


def standing(**changes: Any) -> Standing:
    stands = determinations.opened().standing()
    return replace(stands, **{"apart": (), "units_apart": (), "keys_apart": (), **changes})


NAMED = (     # each way in which an event says it
    standing(keys_apart=tuple(sorted(KEYS))),
    standing(apart=(ACCOUNT,), units_apart=(UNIT,), keys_apart=tuple(sorted(name_keys(NAME)))))


def moved(stands: Standing) -> DeterminationMoved:
    return DeterminationMoved(standing=stands, what="keep_from", actor_id="", at=determinations.NOW)


# How each service keeps them out: of what follows at once, and of what followed before they were named.

def notify(stands: Standing) -> Iterator[Keeps]:
    case = TrackedCase(id=stands.matter_id)
    list(on_case_events.follow(case, moved(standing()), determinations.NOW))
    list(on_case_events.follow(case, moved(stands), determinations.NOW))
    yield case.concerns


def documents(stands: Standing) -> Iterator[Keeps]:
    matter = Matter(id=stands.matter_id)
    matter.exclude(stands, moved(stands))
    matter.exclude(standing(), moved(standing()))
    yield matter.excluded.covers


def followup(stands: Standing) -> Iterator[Keeps]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    told = replace(stands, matter_id="d1", organ_id=programmes.ORGAN,
                   division_code=programmes.DIVISION, pack_id=programmes.PACK.id)
    made = followed.made(Outcome.EXEMPT)
    for first, later in ((told, made.standing), (made.standing, told)):
        with Session(engine) as session:
            desk = Desk(store=FollowupStorage(session), actor=SYSTEM)
            opening.take_determination(desk, replace(made, standing=first), raising.after_determination)
            opening.heed_source(desk, moved(later))
            yield desk.programme.is_apart
            [problem] = desk.store.problems.read_of_source("d1")
            yield problem.is_apart


def review(stands: Standing) -> Iterator[Keeps]:
    told = replace(stands, organ_id=checks.ASKS.organ_id, pack_id=checks.ASKS.pack_id)
    yield checks.opened(replace(checks.JUDGED, standing=told)).is_apart
    check = checks.opened()
    check.heed(told, checks.by(SYSTEM))
    yield check.is_apart


def determination(stands: Standing) -> Iterator[Keeps]:
    """It asks clarify whom the report is kept from."""
    keys = officer_keys(*stands.apart) | unit_names_keys(*stands.units_apart) | {*stands.keys_apart}
    for before, now in ((keys, keys), (frozenset[str](), keys)):
        context = jinghong()
        context.reports = {"r7": from_report.report("zhao", keys=before)}
        case_id = from_report.opened(context).id
        context.reports = {"r7": from_report.report("zhao", keys=now)}
        reported.heed_report(context.sit(SYSTEM), ReportMoved(
            standing=replace(stands, matter_id="r7"), what="keep_from", actor_id="", at=determinations.NOW))
        yield context.store.determinations.get(case_id).is_apart


KEEPING: Mapping[str, Callable[[Standing], Iterator[Keeps]]] = {
    each.__name__: each for each in (notify, documents, followup, review, determination)}
OPENING_NOTHING: Mapping[str, str] = {
    "clarify": "what came of the check that a report asked for, in that report",
    "filing": "a determination's number, told to none but those who see the filing by their post"}
NAMING_NOTHING: Mapping[str, str] = {
    "insight": "numbers, of which none is told by which somebody could find a matter",
    "vault": "what becomes of a report, said to its reporter alone"}


def test_every_service_that_hears_where_matters_stand_says_how_it_keeps_them_out() -> None:
    said = KEEPING.keys() | OPENING_NOTHING.keys() | NAMING_NOTHING.keys()
    assert {name for name in NAMES if _hears(name)} == said


def _hears(name: str) -> bool:
    methods = getmembers(service_class(name), lambda found: hasattr(found, "nameko_entrypoints"))
    return any(isinstance(entry, OnEvent) and issubclass(entry.event, CaseMoved)
               for _, method in methods for entry in method.nameko_entrypoints)


@pytest.mark.parametrize("stands", NAMED, ids=["by keys", "by each of them"])
@pytest.mark.parametrize("name", KEEPING)
def test_whom_a_matter_is_kept_from_what_follows_from_it_is_kept_from(name: str, stands: Standing) -> None:
    for keeps in KEEPING[name](stands):
        assert [keeps(each) for each in KEPT] == [True, True, True]
        assert not keeps(Known("somebody.else", "旁人", unit_keys("别的单位")))


CASES: Mapping[type[Case], Callable[[], Case]] = {
    Determination: determinations.opened, Appeal: lambda: determinations.appealed()[0],
    type(programmes.sanctioned()): programmes.sanctioned, FilingCheck: checks.opened,
    type(reports.opened()): reports.opened, type(clearings.proposed()): clearings.proposed,
    FalseAccusation: accusations.opened, Problem: problems.opened, Proposal: proposals.drafted,
    Correction: corrections.asked}
# What is filed is nobody's secret and follows from nothing; a year of visits names nobody, and shows of each
# programme what that shows.
OF_NO_MATTER = {ReviewCase, VisitYear}


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.__name__)
def test_every_kind_of_case_keeps_them_out_and_tells_it(kind: type[Case]) -> None:
    case = CASES[kind]()
    case.take_events()
    case.keep_from(KEYS, Occasion.at(_Place(), case.pack_id, case.division_code))
    [told] = [happening for _, happening in case.happened]
    assert {*told.standing.keys_apart} >= KEYS
    for each in KEPT:
        assert case.is_apart(each)
        assert case.bars(each)
    case.keep_from(KEYS, Occasion.at(_Place(), case.pack_id, case.division_code))
    assert len(case.happened) == 1


def test_no_kind_of_case_is_left_out() -> None:
    for name in NAMES:
        service_class(name)
    kinds = {each for each in Case.__subclasses__() if each.__module__.startswith("services.")}
    assert kinds == CASES.keys() | OF_NO_MATTER


class _Place:
    actor, now, rules = SYSTEM, determinations.NOW, RULES

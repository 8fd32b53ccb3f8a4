"""What filing and determination answer for a record: within the reader's rights, and nothing early."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from rongcuo.casework.apart import officer_keys
from rongcuo.chassis.config import Config
from rongcuo.contracts import filing as contract
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import DecidedAboutQuery
from rongcuo.contracts.filing import FiledByQuery, FiledMatter
from services.determination.views.of_person import decided_about
from services.filing import usecases
from services.filing.usecases import oversights as later
from services.filing.views.of_person import filed_by
from tests.integration.services import determination_office, filing_office
from tests.unit.determination import determination_scene as scene
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    LEAD,
    MAY_6,
    NEIGHBOUR,
    REVIEWER,
    STRANGER,
    content,
)

COMMANDS = (f"p{number}" for number in range(99))


@pytest.fixture
def filings(config: Config) -> Iterator[filing_office.Office]:
    opened = filing_office.Office(config)
    yield opened
    opened.runtime.stop()


@pytest.fixture
def cases(config: Config) -> Iterator[determination_office.Office]:
    opened = determination_office.Office(config)
    yield opened
    opened.shop.stop()


def filed(office: filing_office.Office, who: Actor, filer: Actor = FILER) -> tuple[FiledMatter, ...]:
    return filed_by(office.asked(who), FiledByQuery(filer_id=filer.officer_id)).matters


def overseen(office: filing_office.Office) -> str:
    """Accepted, with a deviation that was guided and put right, and an outcome."""
    filing_id = str(office.submit("一").filing_id)
    office.accept(filing_id)

    def did(usecase: Any, who: Actor, command: type[Any], **rest: Any) -> None:
        usecase(office.commanded(who), command(
            command_id=next(COMMANDS), oversight_id=f"{filing_id}.o", **rest))

    did(later.report_deviation, FILER, contract.ReportDeviation, what="合同没有签", on=MAY_6.date())
    did(later.guide, REVIEWER, contract.GiveGuidance, deviation=1, words="补签合同",
        due_on=MAY_6.date() + timedelta(days=30))
    did(later.correct, FILER, contract.ReportCorrection, deviation=1, words="已补签", on=MAY_6.date())
    did(later.record_outcome, FILER, contract.RecordOutcome, outcome=contract.NewOutcome(
        kind=contract.OutcomeKind.HOUSEHOLDS, unit=contract.OutcomeUnit.HOUSEHOLDS, amount=364,
        on=MAY_6.date(), source="交房登记"))
    return filing_id


def test_a_filing_comes_with_its_guidance_and_what_came_of_it(filings: filing_office.Office) -> None:
    filing_id = overseen(filings)
    for who in (FILER, LEAD, CITY):
        [found] = filed(filings, who)
        assert found.filing_id == filing_id
        assert [(each.words, each.corrected_on) for each in found.guidance] == [("补签合同", MAY_6.date())]
        assert [(each.kind, each.amount) for each in found.outcomes] == [("households", 364)]


def test_guidance_on_what_the_filer_contradicts_does_not_stand_in_it(filings: filing_office.Office) -> None:
    filing_id = overseen(filings)
    later.dispute(filings.commanded(FILER), contract.DisputeDeviation(
        command_id=next(COMMANDS), oversight_id=f"{filing_id}.o", deviation=1, words="合同在另一份里"))
    for who in (FILER, LEAD, CITY):
        [found] = filed(filings, who)
        assert found.guidance == ()
        assert found.outcomes


def test_of_others_there_is_what_the_reader_sees_and_no_draft(filings: filing_office.Office) -> None:
    filing_id = str(filings.submit("一").filing_id)
    filings.submit("二", by=COLLEAGUE)
    assert [each.filing_id for each in filed(filings, LEAD)] == [filing_id]
    for who in (STRANGER, NEIGHBOUR):
        assert filed(filings, who) == ()
    usecases.draft(filings.commanded(FILER), contract.DraftFiling(
        command_id=next(COMMANDS), content=content(title="三")))
    assert [each.filing_id for each in filed(filings, FILER)] == [filing_id]


def test_a_determination_is_there_once_it_is_made_for_whoever_sees_it(
        cases: determination_office.Office) -> None:
    cases.keep(scene.decided(), "d1")
    cases.keep(scene.before_meeting(), "d2")
    asked = DecidedAboutQuery(subject_id="subject")
    for who, there in ((scene.SUBJECT, ["d1"]), (scene.LEAD, ["d1"]), (scene.SUPERVISOR, ["d1"]),
                       (scene.STRANGER, []), (scene.ELSEWHERE, [])):
        found = cases.look(decided_about, asked, who).cases
        assert [each.case_id for each in found] == there, who.officer_id
    [told] = cases.look(decided_about, asked, scene.SUBJECT).cases
    assert (told.outcome, told.decided_at is not None) == ("lighten", True)
    assert told.keys_apart == ()
    [whole] = cases.look(decided_about, asked, SYSTEM).cases
    assert {*whole.keys_apart} >= officer_keys("subject")
    nobody = Actor("", "", "532801", "532801", "", frozenset({Role.FILER}))
    assert cases.look(decided_about, asked, nobody).cases == ()

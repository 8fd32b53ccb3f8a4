"""Another decision, or none any more: what told of the old one stops holding with it."""

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.documents import LetterStanding, LetterView
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene

CURRENT, SUPERSEDED, REVOKED = LetterStanding
TOLD = ("denial_decision", "feedback_letter", "personnel_notice")


@pytest.fixture
def office(config: Config) -> Office:
    """A case that was denied, told and filed for record, and then exempted."""
    office = Office(config)
    office.hear(scene.made(Outcome.DENIED), scene.fed_back(), scene.record_filed(),
                scene.made(decision_id="d1-2", replaces="d1-1"))
    return office


def _letters(office: Office) -> dict[str, LetterView]:
    return {f"{one.kind} {one.number}": one for one in office.letters("d1")}


def test_another_decision_supersedes_all_that_told_of_the_old_one(office: Office) -> None:
    letters = office.letters("d1")
    [new] = [one for one in letters if one.standing is CURRENT]
    assert new.kind == "determination_decision"
    old = {one.kind: one for one in letters if one.standing is SUPERSEDED}
    assert set(old) == set(TOLD)
    assert {one.replaced_by for one in old.values()} == {new.letter_id}
    assert new.replaces == old["denial_decision"].letter_id


def test_it_is_told_and_filed_for_record_anew(office: Office) -> None:
    office.hear(scene.fed_back("d1-2"), scene.record_filed("d1-2"))
    current = {one.kind for one in office.letters("d1") if one.standing is CURRENT}
    assert current == {"determination_decision", "feedback_letter", "personnel_notice"}


def test_a_revocation_leaves_nothing_of_the_case_current_but_what_tells_of_it(office: Office) -> None:
    office.hear(scene.appeal_decided(upheld=False), scene.fed_back("d1-1"), scene.revoked("d1-2"))
    standings = [one.standing for one in office.letters("d1")]
    assert (standings.count(REVOKED), standings.count(SUPERSEDED), len(standings)) == (3, 3, 7)
    assert [one.kind for one in office.letters("d1") if one.standing is CURRENT] == ["revocation_decision"]

"""Whoever a case is kept from, and whoever writes or checks it, is the same person by another account."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.casework.apart import keys_of
from rongcuo.casework.people import Holder
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import DeterminationMade, Outcome
from rongcuo.contracts.errors import CaseError
from services.followup.access import casebook as access
from services.followup.usecases import casebook, opening, raising
from tests.unit.followup import casebook_desk as at
from tests.unit.followup import casebook_scene as cases
from tests.unit.followup.casebook_scene import KNOWN, QIAN
from tests.unit.followup.desk import made
from tests.unit.followup.scene import DEPUTY, LEAD, WANG, WEN, ZHAO, by
from tests.unit.review.scene import view


def again(actor: Actor) -> Actor:
    """The same person, by another account, who leads here."""
    return replace(actor, officer_id=f"{actor.officer_id}.again", roles=LEAD.roles, organ_id=LEAD.organ_id,
                   unit=LEAD.unit)


def kept_from(*people: Actor) -> DeterminationMade:
    told = made(Outcome.EXEMPT)
    return replace(told, standing=replace(told.standing, keys_apart=tuple(keys_of(*people))))


@pytest.fixture
def office() -> Iterator[at.Office]:
    with at.office_opened() as opened:
        opened.officers += (view(again(ZHAO)), view(again(WEN)))
        yield opened


def refused(code: str):
    return pytest.raises(CaseError, match=f"^{code}")


@pytest.mark.parametrize(("officers", "code"), [
    ((ZHAO, again(ZHAO)), "followup.checkers_not_two"), ((ZHAO, again(LEAD)), "followup.checker_writes"),
    ((again(WANG), ZHAO), "followup.checker_had_a_hand"), ((again(WEN), ZHAO), "review.recused")])
def test_nobody_is_two_checkers_nor_checks_what_is_theirs_by_another_account(officers: tuple, code: str):
    entry = cases.draft()
    with refused(code):
        entry.name_checkers(tuple(map(view, officers)), by(LEAD))
    assert entry.checkers == ()


def test_two_accounts_of_whoever_handled_it_alone_are_one_pair_of_hands():
    entry = cases.draft(known=replace(KNOWN, hands=frozenset(map(Holder.of, (WANG, again(WANG))))))
    with refused("followup.checker_had_a_hand"):
        entry.name_checkers((view(WANG), view(QIAN)), by(LEAD))


def test_a_checker_does_not_write_by_another_account_and_neither_does_whoever_it_is_about():
    entry = cases.masking()
    for whose, code in ((again(ZHAO), "followup.checker_writes"), (again(WEN), "review.recused")):
        with refused(code):
            entry.write(cases.TEXT, by(whose))
    with refused("review.recused"):
        cases.CasebookEntry.begin("e1", "1", cases.SOURCE, KNOWN, "land", cases.TEXT, "532323", "530000",
                                  by(again(WEN)))


def test_its_inside_is_not_there_for_them_in_no_list_either(office: at.Office):
    entry_id = at.begin(office)
    entry, subject = office.store.casebook.read(entry_id), replace(again(WEN), name="温建国")
    for actor, sees in ((LEAD, True), (DEPUTY, True), (subject, False)):
        assert access.sees_inside(actor, entry) is sees
        assert (entry_id in at.listed(office, actor, tab="work")) is sees


def test_of_whom_the_matter_is_kept_from_also_later_the_case_is_kept_too(office: at.Office):
    first, later = (replace(DEPUTY, officer_id=f"{name}id", name=name) for name in ("先知", "后知"))
    opening.take_determination(office.sit(SYSTEM), kept_from(first), raising.after_determination)
    entry_id = at.begin(office)
    assert not access.sees_inside(first, office.store.casebook.read(entry_id))
    assert access.sees_inside(later, office.store.casebook.read(entry_id))
    opening.heed_source(office.sit(SYSTEM), kept_from(first, later))
    assert not access.sees_inside(later, office.store.casebook.read(entry_id))
    with refused("not_found"):
        office.give(later, casebook.propose, contract.ProposeMasks, entry_id)

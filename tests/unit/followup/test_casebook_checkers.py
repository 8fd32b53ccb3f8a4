"""Whoever wrote or edited any revision of an entry is none of the two who check it."""

import pytest

from rongcuo.casework.people import Holder
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import MaskChoice, MaskDecision
from tests.unit.followup import casebook_scene as cases
from tests.unit.followup.casebook_scene import FITS, QIAN, TEXT, TOLD
from tests.unit.followup.scene import DEPUTY, LEAD, ZHAO, by
from tests.unit.review.scene import view


def refused(code: str):
    return pytest.raises(CaseError, match=f"^{code}")


@pytest.mark.parametrize("edit", [
    lambda entry: entry.write(TEXT, by(DEPUTY)), lambda entry: entry.describe("land", TOLD, "", by(DEPUTY)),
    lambda entry: entry.decide_masks((MaskDecision(number=1, choice=MaskChoice.MASK),), by(DEPUTY)),
    lambda entry: entry.add_mask("抢工期", "赶时间", by(DEPUTY))])
def test_whoever_edited_any_revision_does_not_check_it_nor_a_version_after(edit):
    entry = cases.masking()
    edit(entry)
    entry.write(TEXT, by(LEAD))     # what they wrote is written over
    for checked in (entry, cases.followed(entry)):
        with refused("followup.checker_writes"):
            checked.name_checkers((view(DEPUTY), view(ZHAO)), by(LEAD))
        checked.name_checkers((view(ZHAO), view(QIAN)), by(LEAD))


def test_who_had_been_named_before_and_edited_it_does_not_confirm_it():
    entry = cases.masking()
    entry.writers |= {Holder.of(ZHAO)}      # as rows of before may say
    with refused("followup.checker_writes"):
        entry.confirm(FITS, by(ZHAO))


def test_whoever_only_let_the_platform_propose_may_check():
    entry = cases.draft()
    entry.propose_masks(by(DEPUTY))
    entry.name_checkers((view(DEPUTY), view(ZHAO)), by(LEAD))

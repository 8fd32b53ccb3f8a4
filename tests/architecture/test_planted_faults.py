"""Each fault of the kit can still be planted, and the test that must see it is there."""

import pytest

from deploy.mailbox import ROOT
from tests.chaos.faults import FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_still_applies_and_its_test_is_there(fault: Fault) -> None:
    assert (ROOT / fault.at / fault.file).read_text("utf-8").count(fault.old) == 1
    file, _, name = fault.test.partition("::")
    assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text("utf-8")

"""回避: whose a case is and who was recused from it is kept from it, and it can be said why."""

from datetime import UTC, datetime

import pytest

from rongcuo.casework.recusal import Parties, Recusal
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.unit_names import unit_keys

PARTIES = Parties.of(("liu", ""), ("园林局", ""))
RECUSALS = (Recusal("zhao", "赵", RecusalGround.RELATIVE, "姐夫", datetime(2026, 3, 2, tzinfo=UTC)),)


@pytest.mark.parametrize(("officer_id", "unit", "ground"), [
    ("liu", "", RecusalGround.SELF), ("liu", "园林局", RecusalGround.SELF),
    ("qian", " 园林局", RecusalGround.INTEREST), ("zhao", "", RecusalGround.RELATIVE),
    ("zhao", "园林局", RecusalGround.RELATIVE), ("qian", "财政局", None), ("", "", None)])
def test_why_somebody_is_kept_from_a_case(officer_id: str, unit: str, ground: RecusalGround | None) -> None:
    assert PARTIES.ground(officer_id, unit_keys(unit), RECUSALS) is ground
    part = ground in (RecusalGround.SELF, RecusalGround.INTEREST) or unit == "园林局"
    assert PARTIES.include(officer_id, unit_keys(unit)) is part

"""A request for correction as 温某 asks for it."""

from rongcuo.contracts.followup import FactKind
from services.followup.domain.record import Correction
from tests.unit.followup.scene import DIVISION, ORGAN, WEN, by
from tests.unit.review.scene import view


def asked() -> Correction:
    """Of a determination of their organ."""
    fact = FactKind.DETERMINATION, "d1", "容认〔2026〕2号"
    return Correction.ask("k1", "更正〔2026〕1号", view(WEN), fact, ORGAN, DIVISION, "日期写错了", by(WEN))

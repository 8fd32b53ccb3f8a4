"""A record, and a request for correction, as followup answers them: for the tests of their pages and their
pictures."""

from datetime import date, timedelta
from typing import Any

from rongcuo.contracts.determination import DecidedCase
from rongcuo.contracts.filing import (
    FiledMatter,
    FilingState,
    GuidedOn,
    OutcomeKind,
    OutcomeTotal,
    OutcomeUnit,
)
from rongcuo.contracts.followup import (
    Accompanied,
    BasisKind,
    CorrectionsPage,
    CorrectionState,
    CorrectionView,
    FactKind,
    FactRef,
    Look,
    ProgrammeState,
    RecordRemark,
    RecordView,
    SeenBy,
    VisitedOn,
    VisitKind,
    VisitState,
)
from rongcuo.contracts.followup.record.operations import CORRECTION, CORRECTIONS, RECORD
from rongcuo.contracts.serialisation import dump
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import COUNTY, PEOPLE
from tests.unit.gateway.site import NOW

OWN = PEOPLE["subject"]["officer_id"]
FACT = FactRef(kind=FactKind.FILING, matter_id="f1")
OPEN = CorrectionView(
    case_id="c1", number="更正〔2026〕1号", title="申请更正履职记录", person_id=OWN,
    person_name="刘某", unit="杨桥街道办事处", organ_id="530127", state=CorrectionState.ASKED,
    kind=FactKind.FILING, matter_id="f1", about="容报〔2026〕1号", words="日期不对",
    due_at=NOW + timedelta(days=9), asked_at=NOW)


def record(**changes: Any) -> RecordView:
    facts: dict[str, Any] = {
        "person_id": OWN, "name": "刘某", "organ_id": "530127", "organ_name": COUNTY,
        "unit": "杨桥街道办事处", "theirs": True, "looks_of": "eight_views",
        "looks": (Look(code="motive", name="看动机态度", name_en="Motive and attitude"),),
        "filings": (FiledMatter(
            filing_id="f1", number="容报〔2026〕1号", title="先行供水", organ_id="530127",
            state=FilingState.ACCEPTED, submitted_at=NOW,
            guidance=(GuidedOn(on=date(2026, 2, 3), words="补签合同", corrected_on=date(2026, 2, 9)),),
            outcomes=(OutcomeTotal(
                kind=OutcomeKind.HOUSEHOLDS, unit=OutcomeUnit.HOUSEHOLDS, amount=1364),)),),
        "determinations": (DecidedCase(
            case_id="d1", number="容认〔2026〕2号", title="先行施工", organ_id="530127", outcome="exempt",
            decided_at=NOW),),
        "programmes": (Accompanied(
            case_id="p1", number="回访〔2026〕1号", organ_id="530127", basis=BasisKind.TOLERANCE,
            basis_words="容错认定：免责", state=ProgrammeState.TRACKING, begins_on=date(2026, 1, 2),
            ends_on=date(2026, 7, 2), visits=(VisitedOn(
                on=date(2026, 2, 2), kind=VisitKind.FORMAL, state=VisitState.MADE),)),),
        "remarks": (RecordRemark(words="当时停水三天", fact=FACT, at=NOW),
                    RecordRemark(words="谢谢同事们", at=NOW)),
        "corrections": (OPEN,),
        "seen": (SeenBy(officer_id="sun", name="孙正", organ_name=COUNTY, at=NOW),)}
    return RecordView(**facts | changes)


def told(view: RecordView) -> dict[str, Any]:
    """What a page of it asks."""
    return {**report_pages.BESIDE, RECORD.name: dump(view)}


LOOKS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("subject", "record-own", f"/records/{OWN}", told(record())),
    ("lead", "record", f"/records/{OWN}", told(record(theirs=False, seen=(), away=("determination",)))),
    ("lead", "records", "/records", {}),
    ("subject", "record-correct",
     f"/records/{OWN}/correct?kind=filing&matter_id=f1&number=容报〔2026〕1号", {}),
    ("lead", "correction", "/records/corrections/c1", {
        **report_pages.BESIDE, CORRECTION.name: dump(OPEN) | {"allowed": ["answer"]}}),
    ("lead", "correction-answer", "/records/corrections/c1/act/answer", {
        **report_pages.BESIDE, CORRECTION.name: dump(OPEN) | {"allowed": ["answer"]}}),
    ("lead", "corrections", "/records/corrections", {
        CORRECTIONS.name: dump(CorrectionsPage(lines=(OPEN,), counts={"organ": 1}))}),
]

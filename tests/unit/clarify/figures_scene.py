"""Reports as they come in, of 嵩明 and elsewhere, about somebody of whom nobody who reads figures knows."""

from dataclasses import replace

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    LinkKind,
    Origin,
    PersonLevel,
    ReportContent,
    ReportedPerson,
    ReportOutcome,
)
from services.clarify.domain import Report
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, WANG, by, view

READERS = (*scene.STAFF, *scene.ABOVE_STAFF, scene.SUPERVISOR)
OFFICERS = {scene.ORGAN: tuple(map(view, scene.STAFF)),
            scene.ABOVE: tuple(map(view, (*scene.ABOVE_STAFF, scene.SUPERVISOR)))}
SOMEBODY = ReportedPerson(name="周某", unit="嵩明县水务局", level=PersonLevel.TOWNSHIP)
GIFTS = Allegation(text="收了烟", person=SOMEBODY, categories=("integrity.gifts", "work.responsibility"))
UNIT = Allegation(text="乱收费", person=ReportedPerson(unit="嵩明县水务局"), categories=("integrity.gifts",))


def content(*allegations: Allegation, channel: Channel = Channel.LETTER,
            origin: Origin = Origin.OWN_LEVEL) -> ReportContent:
    return replace(scene.CONTENT, allegations=allegations or (GIFTS,), channel=channel, origin=origin)


def came_in(report_id: str, told: ReportContent | None = None, organ_id: str = scene.ORGAN,
            officers: dict[str, tuple] = OFFICERS, named: tuple[Actor, ...] = ()) -> Report:
    told = replace(told or content(), reporter_ref=f"ref-{report_id}")
    report = Report.register(report_id, f"信访〔2026〕{report_id}", told, organ_id, organ_id, by(WANG))
    report.open(tuple(map(view, named)), officers, by(SYSTEM))
    return report


def repeated(report_id: str) -> Report:
    report = came_in(report_id)
    report.link(came_in("first"), LinkKind.REPEATS, by(WANG))
    return report


def found_untrue(report_id: str, outcome: ReportOutcome = ReportOutcome.MISTAKEN) -> Report:
    """And closed; its name is to be cleared."""
    report = came_in(report_id)
    report.assign(view(WANG), by(LEAD))
    report.accept(by(WANG))
    report.leave_anonymous("所留电话无人接听", by(WANG))
    report.dispose(scene.ReportDisposal.INQUIRY, False, "谈话函询", by(LEAD))
    report.find((scene.finding(1, outcome),), by(WANG))
    report.answer_clearing(True, "", "影响了考察", by(WANG))
    report.close(by(scene.SECOND))
    return report

"""What figures need, of rows that were there before: as it is of those that are put now."""

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Table, insert, select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.history import history_of
from rongcuo.contracts.clarify import PersonLevel
from services.clarify.domain.clarification import counting as clearings
from services.clarify.domain.counting import counted
from services.clarify.storage import (
    METADATA,
    ReportStorage,
    clarification_content,
    false_accusation_content,
    report_content,
)
from services.clarify.storage.clarifications import table as clarifications
from services.clarify.storage.false_accusations import table as false_accusations
from services.clarify.storage.reports import table as reports
from tests.unit.clarify import figures_scene as came
from tests.unit.clarify.scene import LEAD, by, registered
from tests.unit.clarify_procedures import accusation_scene, clarification_scene

NEW = {"counted", "effective_at", "unseen"}


def before(row: dict[str, Any], *gone: str, **other: Any) -> dict[str, Any]:
    """As revision 2 had it."""
    content = {name: value for name, value in row["content"].items() if name not in gone} | other
    return {name: value for name, value in row.items() if name not in NEW} | {"content": content}


def test_rows_of_before_are_counted_too(config: Config):
    learned = came.found_untrue("1")
    [allegation] = learned.allegations
    learned.allegations = (replace(allegation, person=replace(allegation.person, level=PersonLevel.UNKNOWN)),)
    learned.retrospect("先行施工", "", "", "没有人看现场", by(LEAD))
    nobodys = registered()
    nobodys.id, nobodys.number = "2", "信访〔2026〕2"
    written = report_content.row_of(learned)
    old = dict(written["content"]["retrospective"])
    gaps = [old.pop(name) for name in ("rule_gaps", "power_risks", "oversight_gaps")]
    cleared, refused = clarification_scene.closed(), clarification_scene.refused()
    refused.id = "k2"
    effective = accusation_scene.effective()
    rows: list[tuple[Table, dict[str, Any]]] = [
        (reports, before(written, "left_out", "managed_by", retrospective={**old, "weak_points": gaps[2]})),
        (reports, before(report_content.row_of(nobodys), "left_out", "managed_by")),
        (clarifications, before(clarification_content.row_of(cleared), passed=[["assessment", "x"]])),
        (clarifications, before(clarification_content.row_of(refused), passed=[])),
        (false_accusations, before(false_accusation_content.row_of(effective), "effective_at"))]
    database, history = open_database("clarify", config), history_of(METADATA)
    with database.alone() as session:
        history.upgrade(session.connection(), ("chassis_0002", "clarify_0002"))
        for table, row in rows:
            session.execute(insert(table).values(row))
        history.upgrade(session.connection())
        store = ReportStorage(session)
        back = store.reports.read("1")
        assert (back.retrospective, back.left_out) == (learned.retrospective, False)
        told = dict(session.execute(select(reports.c.id, reports.c.counted)).all())
        assert told == {"1": asdict(counted(learned)), "2": None}
        for case in (cleared, refused):
            kept = session.scalar(select(clarifications.c.counted).where(clarifications.c.id == case.id))
            assert clearings.Counted(**kept) == replace(clearings.counted(case), passed=[])
            assert store.clarifications.read(case.id).passed == ()
        assert store.false_accusations.read("x1").effective_at == effective.effective_at
        assert session.scalar(select(false_accusations.c.effective_at)) == effective.effective_at
    database.close()

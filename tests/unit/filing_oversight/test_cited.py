"""A determination cites what was noted in the oversight of its filing with one click."""

from rongcuo.contracts.serialisation import dump
from tests.unit.filing.people import LEAD
from tests.unit.filing_oversight.scene import Scene
from tests.unit.filing_oversight.test_pages import begun, deviated
from tests.unit.gateway import casework
from tests.unit.gateway.console_site import Site

LINKED = {"filing_id": "filing1", "number": "530125-2026-000001", "title": "续建停工楼盘",
          "register_number": "B1", "linked_by": "赵清", "void_by": "",
          "filed_at": "2026-05-06T11:00:00+08:00"}
FORM = f"/determinations/{casework.case()['case_id']}/act/add_evidence"


def form(scene: Scene, query: str = "", sees: bool = True) -> str:
    there = Site("reviewer")
    case = casework.case() | {"filings": [LINKED]}
    filing = {"filing_id": "filing1", "oversight_id": "filing1.o" if sees else ""}
    there.caller.said |= {"determination.determination": case, "filing.filing": filing,
                          "filing.oversight": dump(scene.seen_by(LEAD))}
    return str(there.get(FORM + query).text)


def test_the_form_offers_what_was_noted_and_is_filled_with_it() -> None:
    assert 'href="?oversight=filing1.o"' in form(deviated())
    filled = form(deviated(), "?oversight=filing1.o")
    assert "事中监督记录（报备 530125-2026-000001）" in filled
    for line in ("第1项偏差，发生于", "报备人主动报告（zhao同志", "指导（zhou同志", "补办手续", "纠正，",
                 "已补办", "检查（zhou同志"):
        assert line in filled, line


def test_where_nothing_was_noted_or_seen_nothing_is_offered() -> None:
    assert "?oversight=" not in form(begun())
    assert "?oversight=" not in form(deviated(), sees=False)
    assert "事中监督记录" not in form(deviated(), "?oversight=other.o")

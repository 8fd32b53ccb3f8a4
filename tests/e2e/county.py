"""The county of `make run`: made once for all tests that begin with it, each of which has a copy."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from deploy.local.background import wait_until
from rongcuo.chassis.hosting.examples import CARDS, CODES
from scenarios.county import MOMENT
from scenarios.platform import Answer, Person
from services.identity import demonstration
from tests.e2e.starting import Running

AT_HOME = {
    "songming.filer": {"集镇闲置地块先行建设便民停车场": "draft", "安置小区供水管网应急改造": "submitted",
                       "企业开办材料容缺受理": "supplement_requested", "老旧厂区盘活手续分步办理": "accepted",
                       "批而未供土地盘活手续容缺办理": "accepted"},
    "songming.filer2": {"农村公路安全提升先行施工": "submitted"},
    "yiliang.filer": {"老旧小区加装电梯容缺办理": "submitted", "公租房日常维修资金拨付": "declined",
                      "停工安置房分步复工交付": "accepted", "老旧小区供水改造并联审批": "accepted",
                      "保障房装修材料集中采购试点": "accepted"},
    "kunming.filer": {"产业园区配套设施分期建设": "withdrawn"},
}

REPORTS = {"护路费收": "received", "老旧厂区": "accepted", "养护工程": "handling", "运输补贴": "concluding",
           "周末在景": "closed", "停车收费": "closed", "护栏采购": "closed", "汛期值班": "closed",
           "有收条为": "closed"}


class Newcomer:
    """Reads as the demonstration's people."""

    def __init__(self, running: Running) -> None:
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}",
                                  timeout=90)

    def close(self) -> None:
        self._http.close()

    def as_(self, username: str) -> Person:
        return Person(self._http, username, demonstration.password())

    def filings(self, username: str) -> dict[str, str]:
        return {line["title"].removesuffix("(示例)"): line["state"]
                for line in self.as_(username).get("/filings")["lines"]}

    def matters(self, username: str, kind: str, **query: str) -> dict[str, Answer]:
        return {line["title"].removesuffix("(示例)"): line
                for line in self.as_(username).get(f"/{kind}", **query)["lines"]}


def started(folder: Path) -> Running:
    """`make run` in a folder, once its examples stand."""
    running = Running(folder)
    running.await_told("Ctrl-C")
    file = folder / "var" / "data" / "examples"
    assert wait_until(lambda: file.is_file() and file.read_text().strip() != "loading", 600), running.log
    assert file.read_text() == "loaded\n", [line for line in running.logged() if "example" in line["event"]]
    return running


@dataclass(frozen=True)
class County:
    """Its folder, once it has ended, and the ids of what was seen while the process ran that made it."""

    folder: Path
    seen: set[str]

    def copied(self, folder: Path) -> Path:
        """The same county for somebody else."""
        shutil.copytree(self.folder, folder)
        return folder


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    folder = tmp_path_factory.mktemp("county")
    return County(folder, in_every_state(started(folder)))


def in_every_state(running: Running, handed: Mapping[str, Mapping[str, str]] | None = None) -> set[str]:
    """What is promised stands there; answers ids of what is seen, and ends it. `handed`: to whoever looks."""
    here = Newcomer(running)
    try:
        seen = _seen(here)
        if handed:
            _opens(here, handed)
        return seen
    finally:
        here.close()
        running.stop()


def _seen(here: Newcomer) -> set[str]:
    for filer, filings in AT_HOME.items():
        assert here.filings(filer) == filings
    reviews = here.matters("songming.lead", "reviews")
    overdue, today = reviews["农村公路安全提升先行施工"], reviews["安置小区供水管网应急改造"]
    assert wait_until(lambda: _is_late(here), 300)
    assert overdue["assignee_name"] == ""
    assert (today["assignee_name"], today["due_at"][:10]) == ("赵清", MOMENT.date().isoformat())
    open_cases = here.matters("songming.lead", "determinations")
    assert open_cases["汛期抢通道路先行施工、事后补办手续"]["state"] == "meeting"
    in_kunming = here.matters("kunming.lead", "determinations")
    assert in_kunming["重点项目前期工作并联办理"]["state"] == "verification"
    closed = here.matters("songming.lead", "determinations", tab="closed")
    decided = closed["批而未供土地盘活手续容缺办理"]
    assert decided["state"] == "concluded"
    assert here.matters("songming.lead", "appeals") == {}     # it is against what they decided
    appeal = here.matters("songming.lead2", "appeals")["桥梁加固工程变更未及时报批"]
    assert (appeal["state"], appeal["panel"]) == ("lodged", [])
    letters = _letters(here, "songming.filer", decided["case_id"])
    assert [letter["kind"] for letter in letters] == ["determination_decision"]
    filed = here.as_("songming.filer").get("/filings")["lines"]
    accepted = next(line["filing_id"] for line in filed if line["title"].startswith("老旧厂区"))
    assert "acceptance_decision" in {each["kind"] for each in _letters(here, "songming.filer", accepted)}
    listed = here.as_("yiliang.filer").get("/filings", whitelist_only=True)["lines"]
    assert [line["title"] for line in listed] == ["停工安置房分步复工交付(示例)"]
    return {overdue["case_id"], today["case_id"], decided["case_id"], appeal["appeal_id"], accepted,
            *(str(letter["letter_id"]) for letter in letters), *_reports(here), *_clearings(here),
            *_oversights(here), *_proposals(here), *_typical_cases(here)}


def _oversights(here: Newcomer) -> set[str]:
    """One in each phase; whoever filed them sees the colours of each and why."""
    lines = here.matters("yiliang.lead", "oversights")
    seen = {title: here.as_("yiliang.filer").get(f"/oversights/{line['oversight_id']}")
            for title, line in lines.items()}
    assert {title: each["phase"] for title, each in seen.items()} == {
        "保障房装修材料集中采购试点": "before", "停工安置房分步复工交付": "during",
        "老旧小区供水改造并联审批": "after"}
    during = seen["停工安置房分步复工交付"]
    assert [each["cause"] for each in during["colours"]] == ["under_way", "deviation_open", "behind"]
    assert (during["due_stage"], len(during["checkpoints"])) == ("oversight_checkpoint", 4)
    [told] = seen["老旧小区供水改造并联审批"]["totals"]
    assert (told["kind"], told["amount"]) == ("households", 86)
    return {str(each["oversight_id"]) for each in seen.values()}


def _proposals(here: Newcomer) -> set[str]:
    """One that its unit has taken up, with a plan, and one that is closed."""
    lead = here.as_("songming.lead")
    seen = {line["title"]: lead.get(f"/followup/proposals/{line['case_id']}")
            for line in lead.get("/followup/proposals")["lines"]}
    assert {title[:10]: each["state"] for title, each in seen.items()} == {
        "关于规范零星用地先行": "planned", "关于完善公务车辆调度": "closed"}
    [addressed] = here.as_("songming.filer").get("/followup/proposals", tab="addressed")["lines"]
    assert addressed["title"].startswith("关于规范零星用地")
    return {str(each["case_id"]) for each in seen.values()}


def _typical_cases(here: Newcomer) -> set[str]:
    """One is out, of which nothing is said that fits fewer than five; one waits for its second check."""
    casebook, lead = "/followup/casebook", here.as_("songming.lead")
    [out] = here.as_("yiliang.filer").get(casebook)["lines"]
    fit = lead.get(f"{casebook}/{out['case_id']}")["fit"]
    assert not fit["stated"] or fit["fits"] >= fit["at_least"] == 5
    [waiting] = here.as_("songming.reviewer2").get(casebook, tab="work")["lines"]
    assert waiting["state"] == "first_checked"
    assert "confirm" in here.as_("songming.reviewer2").get(f"{casebook}/{waiting['case_id']}")["allowed"]
    return {out["case_id"], waiting["case_id"]}


def _reports(here: Newcomer) -> set[str]:
    """One in every state, an inquiry at its first gate, and what waits for a second custodian."""
    lead, reports = here.as_("songming.lead"), "/clarify/reports"
    lines = [line for tab in ("organ", "closed") for line in lead.get(reports, tab=tab)["lines"]]
    seen = [lead.get(f"{reports}/{line['report_id']}") for line in lines]
    open_ones = {report["allegations"][0]["text"][:4]: report for report in seen}
    assert {text: report["state"] for text, report in open_ones.items()} == REPORTS
    assert open_ones["运输补贴"]["clearing"] is None
    assert open_ones["运输补贴"]["clearing_asked"]
    candidates = lead.get(f"{reports}/{open_ones['老旧厂区']['report_id']}/candidates")["candidates"]
    assert any(each["title"].startswith("老旧厂区") for each in candidates)
    desk = here.as_("songming.intake").get(reports)["lines"]
    assert [line["report_id"] for line in desk] == [open_ones["护路费收"]["report_id"]]
    [order] = here.as_("songming.custodian_b1").get("/unsealings")["lines"]
    assert (order["state"], order["pseudonym"]) == ("once_approved", open_ones["养护工程"]["pseudonym"])
    [inquiry] = here.as_("kunming.lead").get("/clarify/false-accusations", tab="approval")["lines"]
    assert inquiry["state"] == "begin_approval"
    return {order["order_id"], inquiry["case_id"], *(report["report_id"] for report in seen)}


def _clearings(here: Newcomer) -> set[str]:
    """One at each step; whom they clear sees those of which they were told."""
    board = "/clarify/clarifications"
    lines = here.as_("songming.lead").get(board)["lines"]
    refused = here.as_("kunming.lead").get(board, tab="objections")["lines"]
    states = sorted(line["state"] for line in (*lines, *refused))
    assert set(states) == {"assessment", "approval", "carrying_out", "visit", "objected"}
    assert here.as_("songming.filer2").get(board, tab="own")["lines"]
    return {line["case_id"] for line in (*lines, *refused)}


def _opens(here: Newcomer, handed: Mapping[str, Mapping[str, str]]) -> None:
    """The query code leads to what its reporter was told; with the second card the name opens, marked as a
    demonstration's."""
    [(about, code)] = handed[CODES].items()
    side = here.as_("songming.filer").public("/reporters/look", {"code": code})
    assert (about[:2], side["status"]) == ("周末", "closed")
    assert len(side["told"]) > 2
    second = here.as_("songming.custodian_b1")
    [order] = second.get("/unsealings")["lines"]
    card = {"card": handed[CARDS]["songming.custodian_b1"]}
    second.post(f"/unsealings/{order['order_id']}/approve", card)
    opened = here.as_("songming.reviewer").get(f"/unsealings/{order['order_id']}/identity")["parts"]
    assert "示例举报人" in str(opened)


def _is_late(here: Newcomer) -> bool:
    return bool(here.matters("songming.lead", "reviews")["农村公路安全提升先行施工"]["late"])


def _letters(here: Newcomer, username: str, matter_id: str) -> list[Answer]:
    letters: list[Answer] = here.as_(username).get("/letters", matter_id=matter_id)["letters"]
    return letters

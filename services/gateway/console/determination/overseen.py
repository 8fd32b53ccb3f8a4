"""What was noted in the oversight of a case's filings, to be cited as evidence: dated and signed."""

from collections.abc import Iterator

from flask import request

from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from services.gateway.console.page.backend import Answer, ask_if_visible
from services.gateway.console.page.dates import day
from services.gateway.console.page.forms import Content

MOST = 20_000     # signs of what an item of evidence says


def overseen(case: Answer) -> list[Answer]:
    """The oversights of its filings in which anything was noted, as far as the person may see them."""
    return [found for filing in case["filings"] if (found := _of(filing)) and any(_lines(found))]


def cited(case: Answer) -> Content:
    """An item of evidence that says what was noted in the one of the address; nothing without one."""
    wanted = request.args.get("oversight", "")
    noted = overseen(case) if wanted else []
    found = next((each for each in noted if each["oversight_id"] == wanted), None)
    if found is None:
        return {}
    return {"title": f"事中监督记录（报备 {found['number']}）", "kind": "document",
            "about": "\n".join(_lines(found))[:MOST]}


def _of(filing: Answer) -> Answer | None:
    known = ask_if_visible(FILING, filing_id=filing["filing_id"])
    if not known or not known.get("oversight_id"):
        return None
    return ask_if_visible(OVERSIGHT, oversight_id=known["oversight_id"])


def _lines(found: Answer) -> Iterator[str]:
    for checkpoint in found["checkpoints"]:
        if checkpoint["found"]:
            yield f"检查（{_by(checkpoint['found'])}）：{checkpoint['found']['finding']}"
    for each in found["deviations"]:
        if any(not answer["stands"] for answer in each["answers"]):     # withdrawn: it was none
            continue
        how = "报备人主动报告" if each["reported"] else "由日期得出" if each["by_rule"] else "他人记下"
        yield f"第{each['number']}项偏差，发生于{day(each['on'])}，{how}（{_by(each)}）：{each['what']}"
        yield from (f"指导（{_by(told)}）：{told['words']}" for told in each["guidance"])
        yield from (f"纠正，{day(done['on'])}（{_by(done)}）：{done['words']}"
                    for done in each["corrections"])
        yield from (f"报备人的异议（{_by(said)}）：{said['words']}" for said in each["disputes"])
        yield from (f"答复（{_by(said)}）：成立，{said['words']}" for said in each["answers"])


def _by(noted: Answer) -> str:
    return f"{noted['by_name']}，{day(noted['at'][:10])}"

"""A guide as PDF: what its page says, to take away and to print."""

from pathlib import Path
from typing import Any, Final

from flask import g
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup.casebook.operations import CASEBOOK_GUIDE
from services.gateway.console.page.backend import Answer
from services.gateway.printing import printed, taken_away
from services.gateway.rpc import ask
from services.gateway.session import actor

TEMPLATE: Final = Path(__file__).with_name("guide.typ")
TITLE: Final = "容错纠错工作指引"
EXAMPLE: Final = "领域划分为示例"


def guide_paper(area: str) -> ResponseReturnValue:
    """For whoever calls the API."""
    return paper_of(ask(CASEBOOK_GUIDE, {"area": area}, actor()))


def paper_of(guide: Answer) -> ResponseReturnValue:
    """Raises `followup.guide_empty`: there is nothing to print."""
    if not guide["entries"]:
        raise CaseError("followup.guide_empty", details={"area": guide["area"]})
    pdf = printed(TEMPLATE, told_by(guide), g.now)
    return taken_away(pdf, f"{TITLE}（{guide['area_name']}）{guide['edition']}.pdf")


def told_by(guide: Answer) -> dict[str, Any]:
    """What the template reads. It is in Chinese for everybody, as letters are."""
    return {
        "title": TITLE, "area": guide["area_name"], "notice": guide["notice"],
        "edition": f"{guide['as_of']} · 版次 {guide['edition']} · 共 {len(guide['entries'])} 篇",
        "example": EXAMPLE if guide["illustrative"] else "", "headings": {"contents": "目　录"},
        "entries": [_entry(each) for each in guide["entries"]]}


def _entry(entry: Answer) -> dict[str, Any]:
    text = entry["text"]
    parts = [("关键词", "　".join(text["keywords"])), ("要点", text["gist"]),
             ("基本案情及处理结果", text["facts"]), ("指导意义", text["meaning"]),
             ("判断要素", "\n".join(text["factors"])), ("风险点", "\n".join(text["risks"]))]
    return {"title": text["title"], "told": f"{entry['number']} · 有效期至 {entry['until']}",
            "parts": [[heading, words] for heading, words in parts if words]}

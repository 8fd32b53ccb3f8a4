"""诬告陷害核查: the list of inquiries, and one of them. Of none is a count shown: there are so few that each
would say whose it is."""

from itertools import product
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.clarify.false_accusation import operations
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sorting import CaseSort
from services.clarify.pages import pages
from services.clarify.pages.course import is_with_us
from services.clarify.pages.false_accusation import words as said
from services.clarify.pages.false_accusation.acts import INQUIRY
from services.clarify.pages.false_accusation.course import (
    ENDED,
    held,
    holder_of_inquiry,
    rule_of,
    steps_of_way,
    weighed_words,
)
from services.clarify.pages.false_accusation.next_step import steps_of
from services.clarify.pages.false_accusation.parts import parts_of
from services.clarify.pages.kinds import ended_at, limit_source, outcome_of
from services.clarify.pages.talk import talk_tab
from services.clarify.pages.words import MANAGED, OUTCOMES
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import DUE, HELD, NUMBER, Table
from services.gateway.console.page.backend import Answer, organ_name
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import signed_in

STAGE = lazy_gettext("环节")
TABLE = Table("inquiries", (
    DUE, NUMBER, (STAGE, lambda line: word(said.STATES, line["state"])), (HELD, held)))


@pages.get("/clarify/false-accusations")
@signed_in
def false_accusations() -> ResponseReturnValue:
    """Those that the person sees, and those that wait for their organ's answer."""
    tab = request.args.get("tab", "organ")
    listed = Listed(page="console.clarify.false_accusations", tab=tab, sorts=tuple(CaseSort))
    beside = [(gettext("检举控告"), url_for("console.clarify.reports")),
              (gettext("澄清台"), url_for("console.clarify.clarifications"))]
    return list_page(
        listed, operations.FALSE_ACCUSATIONS, TABLE, "false_accusation/list.html", states=said.STATES,
        tabs=said.LISTS.items(), held=held, none_here=word(said.EMPTY, tab), beside=beside)


@pages.get("/clarify/false-accusations/<case_id>")
@signed_in
def false_accusation(case_id: str) -> ResponseReturnValue:
    """One inquiry, as far as it is there for the person."""
    found = INQUIRY.found(case_id)
    return render_template("false_accusation/case.html",
                           **_page_of(found, request.args.get("tab", "overview")))


@pages.route("/clarify/false-accusations/<case_id>/act/<verb>", methods=["GET", "POST"])
@pages.route("/clarify/false-accusations/<case_id>/act/<verb>/attachments", methods=["GET", "POST"],
             endpoint="false_accusation_act_with_files")
@pages.route("/clarify/false-accusations/<case_id>/act/<verb>/papers", methods=["GET", "POST"],
             endpoint="false_accusation_act_with_papers")
@signed_in
def false_accusation_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to an inquiry, also with files."""
    return act_page(INQUIRY, case_id, verb)


def _page_of(found: Answer, tab: str) -> dict[str, Any]:
    """What the page shows. Raises `not_found` for a tab that there is not."""
    if tab not in said.TABS:
        raise CaseError("not_found")
    outcome = outcome_of(found, ENDED, said.STATES)
    return {"matter": found, "tab": tab, "tabs": said.TABS.items(), "said_as": said,
            "part": "timeline.html" if tab == "timeline" else f"false_accusation/{tab}.html",
            "stage": outcome or word(said.STATES, found["state"]), "outcome": outcome,
            "holder": holder_of_inquiry(found), "steps": steps_of_way(found), "awaited": (),
            "over": found["state"] in ENDED, "ended_at": ended_at(found, ENDED),
            "limit_source": limit_source(found, rule_of(found).stages.values(), found["state"]),
            "ours": is_with_us(found),
            "now_with": organ_name(found["organ_id"]), **steps_of(found), **_tab(found, tab)}


def _tab(found: Answer, tab: str) -> dict[str, Any]:
    if tab == "timeline":
        return {"entries": told_by(found)}
    if tab == "proof":
        return {"rows": _factors(found), "lacking": _lacking(found), "rule": rule_of(found)}
    if tab == "hearing":
        return talk_tab(found, None)
    return {"parts": parts_of(found), "approver": organ_name(found["approver_organ_id"]),
            "managed": MANAGED, "outcomes": OUTCOMES,
            "by_organ": {each["organ_id"]: organ_name(each["organ_id"])
                                             for each in found["approvals"]}}


def _factors(found: Answer) -> list[tuple[str, str, list[tuple[str, Answer | None]]]]:
    """The five factors, each with what it says of both elements."""
    known = {(each["element"], each["factor"]): each for each in found["weighings"]}
    return [(factor, str(called), [(element, known.get((element, factor))) for element in said.ELEMENTS])
            for factor, called in said.FACTORS.items()]


def _lacking(found: Answer) -> list[str]:
    """What keeps the proof from being whole, in words."""
    titles = {each["evidence_id"]: each["title"] for each in found["evidence"]}
    words = {**weighed_words(), **{f"{element}.proven": gettext("“%(what)s”还没有得到证明", what=called)
                                   for element, called in said.ELEMENTS.items()},
             **{f"evidence.{key}": gettext("证据“%(title)s”还没有引用", title=title)
                for key, title in titles.items()}}
    unweighed = {f"{element}.{factor}" for element, factor in product(said.ELEMENTS, said.FACTORS)}
    return [gettext("还没有评判：%(what)s", what=words[each]) if each in unweighed
            else str(words.get(each, each)) for each in found["lacking"]]

"""The page of one inquiry into a false accusation, and of one clearing of a name."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.clarify import ClarificationState, FalseAccusationState
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION
from services.clarify.pages import pages
from services.gateway.console.case.letters import letters_of
from services.gateway.console.page.backend import ask
from services.gateway.console.page.labels import Words
from services.gateway.console.page.layout import signed_in

ACCUSATION_STATES: Words = {
    FalseAccusationState.PREPARATION: lazy_gettext("拟提请启动核查"),
    FalseAccusationState.BEGIN_APPROVAL: lazy_gettext("报上级批准启动"),
    FalseAccusationState.INQUIRY: lazy_gettext("核查"),
    FalseAccusationState.DRAFT: lazy_gettext("拟认定意见，等举报人答复"),
    FalseAccusationState.FINDING_APPROVAL: lazy_gettext("报上级批准认定"),
    FalseAccusationState.FOUND: lazy_gettext("已认定，申诉期内不生效"),
    FalseAccusationState.COMPLAINT: lazy_gettext("申诉复查"),
    FalseAccusationState.UPHELD: lazy_gettext("复查维持"),
    FalseAccusationState.EFFECTIVE: lazy_gettext("生效，处理和纠正"),
    FalseAccusationState.CONCLUDED: lazy_gettext("处理办结"),
    FalseAccusationState.NOT_BEGUN: lazy_gettext("不予启动"),
    FalseAccusationState.MISTAKEN: lazy_gettext("属于错告，已解释说明"),
    FalseAccusationState.UNPROVEN: lazy_gettext("不予认定"),
    FalseAccusationState.SET_ASIDE: lazy_gettext("认定已撤销")}
CLEARING_STATES: Words = {
    ClarificationState.ASSESSMENT: lazy_gettext("提出、评估"),
    ClarificationState.APPROVAL: lazy_gettext("报负责人审批"),
    ClarificationState.CARRYING_OUT: lazy_gettext("澄清实施"),
    ClarificationState.ARCHIVE: lazy_gettext("已澄清，待归档"),
    ClarificationState.VISIT: lazy_gettext("已澄清，待回访"),
    ClarificationState.FEEDBACK: lazy_gettext("已回访，待结果反馈"),
    ClarificationState.CLOSED: lazy_gettext("澄清已办结"),
    ClarificationState.REFUSED: lazy_gettext("不予澄清"),
    ClarificationState.OBJECTED: lazy_gettext("对不予澄清有异议，上级审查"),
    ClarificationState.WITHDRAWN: lazy_gettext("不再办理")}


@pages.get("/clarify/false-accusations/<case_id>")
@signed_in
def false_accusation(case_id: str) -> ResponseReturnValue:
    """One inquiry, as far as it is there for the person."""
    return render_template("false_accusation.html", case=ask(FALSE_ACCUSATION, case_id=case_id),
                           states=ACCUSATION_STATES)


@pages.get("/clarify/clarifications/<case_id>")
@signed_in
def clarification(case_id: str) -> ResponseReturnValue:
    """One clearing: for whoever works on it, and for the person whom it clears."""
    return render_template("clarification.html", case=ask(CLARIFICATION, case_id=case_id),
                           states=CLEARING_STATES, letters=letters_of(case_id))

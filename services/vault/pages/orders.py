"""启封申请: the orders to unseal, one with who did what and what can be done, and what it opened."""

from datetime import datetime

from flask import g, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.vault import operations
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.parts import CasePart, Standing, step_line
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import Answer, ask
from services.gateway.console.page.dates import moment
from services.gateway.console.page.labels import word
from services.gateway.console.page.language import in_sentence
from services.gateway.console.page.layout import signed_in
from services.gateway.session import actor_of
from services.vault.pages import pages
from services.vault.pages.asking import opened_to
from services.vault.pages.at_the_door import without_keys
from services.vault.pages.order_acts import ORDER
from services.vault.pages.words import FIELDS, FILE_NUMBERS, GROUPS, PARTS, STATES

OVER = frozenset({"ended", "refused", "lapsed"})
FIRST = ("approve", "consent")      # with a form right here
ROWS = 30


@pages.get("/unsealings")
@signed_in
def unsealings() -> ResponseReturnValue:
    """Those that the person may see, newest first."""
    listed = Listed(page="console.vault.unsealings")
    page = ask(operations.UNSEALINGS, cursor=listed.of("cursor"), limit=ROWS)
    return render_template("unsealings.html", page=page, listed=listed, states=STATES, part_words=PARTS)


@pages.get("/unsealings/<order_id>")
@signed_in
def unsealing(order_id: str) -> ResponseReturnValue:
    """Where it stands, who did what, and what the person may do."""
    order = ORDER.found(order_id)
    first = next((ORDER.acts[verb] for verb in FIRST if verb in order["allowed"]), None)
    others = [{"word": act.word, "address": ORDER.address(order, verb)} for verb, act in ORDER.acts.items()
              if verb in order["allowed"] and act is not first]
    form = {"act": first, "typed": {}, **first.choices(order)} if first else {}
    return render_template(
        "unsealing.html", order=order, matter=order, first=first, others=others, kind=ORDER,
        stage=word(STATES, order["state"]), holder=_holder(order), steps=_steps(order), parts=_parts(order),
        over=order["state"] in OVER, part_words=PARTS, group_words=GROUPS, **form)


@pages.route("/unsealings/<order_id>/act/<verb>", methods=["GET", "POST"])
@signed_in
def unsealing_act(order_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to an order."""
    return act_page(ORDER, order_id, verb)


@pages.get("/unsealings/<order_id>/identity")
@signed_in
def unsealed(order_id: str) -> ResponseReturnValue:
    """What was opened: for the reader alone, kept nowhere, and left by itself when its minutes are over."""
    order = ORDER.found(order_id)
    shown = without_keys(opened_to(actor_of(g.person), order_id))
    left = max(int((datetime.fromisoformat(order["open_until"]) - g.now).total_seconds()), 1)
    answer = make_response(render_template("unsealed.html", order=order, shown=shown, minutes=-(-left // 60),
                                           part_words=PARTS, field_words=FIELDS,
                                           file_numbers=FILE_NUMBERS))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Refresh"] = f"{left}; url={url_for('console.vault.unsealing', order_id=order_id)}"
    return answer


def _holder(order: Answer) -> str:
    """Who has to act next."""
    match order["state"]:
        case "asked" if order["needs_consent"]:
            return in_sentence(gettext("上级机关负责人（待同意）"))
        case "asked" | "consented":
            return in_sentence(gettext("甲、乙两组保管人"))
        case "once_approved":
            return in_sentence(gettext("另一组保管人"))
        case "open":
            return str(order["asked_by_name"])
    return gettext("已办结")


def _steps(order: Answer) -> list[dict[str, str]]:
    """Its way; one that was refused or ran out has none any more."""
    if order["state"] in ("refused", "lapsed"):
        return []
    consented, approved = bool(order["consented_by_name"]), [each["at"] for each in order["approvals"]]
    names = [gettext("申请"), *([gettext("上级同意")] if order["needs_consent"] else []), gettext("一组批准"),
             gettext("另一组批准"), gettext("查看")]
    days = [order["asked_at"], *([""] if order["needs_consent"] else []), *approved, "", "", ""]
    at = 1 + consented + len(approved) + (order["state"] == "ended")
    return step_line(names, days[:len(names)], at)


def _parts(order: Answer) -> list[CasePart]:
    """Who did what, and whose turn it is."""
    asked = f"{order['asked_by_name']} · {moment(order['asked_at'])}"
    return [CasePart(word=gettext("提出申请"), standing="done", said=asked), _consent(order),
            *(_approval(order, group) for group in GROUPS), _view(order)]


def _consent(order: Answer) -> CasePart:
    name = gettext("上级同意")
    if not order["needs_consent"]:
        return CasePart(word=name, standing="not_asked", said=gettext("实名举报，由两组保管人办理"))
    if order["consented_by_name"]:
        return CasePart(word=name, standing="done", said=str(order["consented_by_name"]))
    return CasePart(word=name, standing=_waits(order, "open"))


def _approval(order: Answer, group: str) -> CasePart:
    name = gettext("%(group)s保管人凭卡批准", group=word(GROUPS, group))
    given = next((each for each in order["approvals"] if each["group"] == group), None)
    if given:
        return CasePart(word=name, standing="done", said=f"{given['by_name']} · {moment(given['at'])}")
    awaits = order["needs_consent"] and not order["consented_by_name"]
    return CasePart(word=name, standing=_waits(order, "later" if awaits else "open"))


def _view(order: Answer) -> CasePart:
    name = gettext("查看")
    if order["state"] == "open":
        until = gettext("%(day)s前", day=moment(order["open_until"]))
        return CasePart(word=name, standing="open", said=f"{order['asked_by_name']} · {until}")
    if order["state"] == "ended":
        return CasePart(word=name, standing="done", said=moment(order["ended_at"]))
    return CasePart(word=name, standing=_waits(order, "later"))


def _waits(order: Answer, otherwise: Standing) -> Standing:
    """What has not been done, is not to be done once it is over."""
    return "not_asked" if order["state"] in OVER else otherwise

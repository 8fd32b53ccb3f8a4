"""What a demonstration shows newcomers: who one is and on which day, people to be with one click, the tour of
five steps from a filing to its letter, a meeting and an appeal, in about ten minutes."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Response, abort, current_app, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import DemonstrationPerson, DemonstrationView
from rongcuo.contracts.identity.operations import DEMONSTRATION, SIGN_IN
from services.gateway import cookies
from services.gateway.clients import address
from services.gateway.console import blueprint
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.layout import own_address, shown
from services.gateway.console.people.account import end_present
from services.gateway.queueing import ask_in_turn
from services.gateway.rpc import view

NOBODY = DemonstrationView(password="", people=())
DAY = 24 * 3600  # seconds
OK = 200
HIDDEN = 0
LEAD, REVIEWER = "孙正", "赵清"     # what the demonstration's people and matters are called
PARKING, ROAD, LAND = "便民停车场", "汛期抢通道路", "批而未供土地"


@dataclass(frozen=True)
class Step:
    """What to do, as whom, and on which page. `done_by`: the page, and the act on it, that ends it."""

    title: LazyString
    text: LazyString
    people: tuple[str, ...]
    page: str
    opens: LazyString
    done_by: tuple[str, str]


STEPS = (
    Step(lazy_gettext("报备一件事"),
         lazy_gettext("在“报备”里打开备好的草稿“%(matter)s”，看过各步后报送，就得到回执。",
                      matter=PARKING),
         ("songming.filer",), "console.filings", lazy_gettext("打开报备"), ("console.receipt", "")),
    Step(lazy_gettext("分派和初审"),
         lazy_gettext("先请%(lead)s在“待分派”里把它分派给%(reviewer)s，再由%(reviewer)s打开它，予以受理。",
                      lead=LEAD, reviewer=REVIEWER),
         ("songming.lead", "songming.reviewer"), "console.work_list", lazy_gettext("打开工作台"),
         ("console.decide", "")),
    Step(lazy_gettext("收到决定书，核验真伪"),
         lazy_gettext("打开刚受理的“%(matter)s”，在“文书”里看受理决定书，再点旁边的“核验”：任何人不登录也能核验。",
                      matter=PARKING),
         ("songming.filer",), "console.filings", lazy_gettext("打开报备"), ("console.verify_code", "")),
    Step(lazy_gettext("一件认定上会"),
         lazy_gettext("请%(lead)s打开“%(matter)s”的认定，召集下面五位成员开会；再由主持人点名、开始表决，五人各自密封投票，最后由主持人同时开票。",
                      lead=LEAD, matter=ROAD),
         ("songming.lead", *(f"songming.member{seat}" for seat in range(1, 6))), "console.determinations",
         lazy_gettext("打开认定"), ("console.meeting_act", "reveal_votes")),
    Step(lazy_gettext("决定和申诉"),
         lazy_gettext("在“我的认定”的“已办结”里看“%(matter)s”怎么认定、决定书怎么写；不服的，可以在期限内申诉。",
                      matter=LAND),
         ("songming.filer",), "console.determinations", lazy_gettext("打开我的认定"),
         ("console.determination_act_with_files", "lodge_appeal")),
)


def number() -> int:
    """The step that somebody is at; hidden where they did not begin, or have finished."""
    written = cookies.read(request, cookies.TOUR)
    return int(written) if written in {str(step) for step in range(1, len(STEPS) + 1)} else HIDDEN


def shown_step() -> int:
    """The step that a page tells of: already the next one where reading this page ends the present one."""
    here = number()
    if here and request.method == "GET" and not g.get("refused") and is_done(STEPS[here - 1], OK):
        return here + 1 if here < len(STEPS) else HIDDEN
    return here


def go_to(answer: Response, step: int) -> Response:
    """They are at this step now."""
    cookies.keep(answer, cookies.TOUR, str(step if step <= len(STEPS) else HIDDEN), seconds=DAY)
    return answer


def is_done(step: Step, status: int) -> bool:
    """Whether this request did it: a page that was read, or a form that led on."""
    page, act = step.done_by
    if request.endpoint != page or (request.view_args or {}).get("verb", "") != act:
        return False
    return status in (302, 303) if request.method == "POST" else not act and status == OK


def is_guided() -> bool:
    """Whether newcomers are shown around: in a demonstration only."""
    here: bool = current_app.extensions["settings"].guided
    return here


def required() -> None:
    """Anywhere else there is nothing of all this."""
    if not is_guided():
        abort(404)


def published() -> DemonstrationView:
    """The people and their password, as identity tells them; nobody while it does not answer."""
    known: DemonstrationView | None = current_app.extensions.get("published")
    if known is None:
        try:
            known = view(DEMONSTRATION, {}, None)
        except CaseError:
            return NOBODY
        current_app.extensions["published"] = known
    return known


def guide() -> dict[str, Any]:
    """For the templates: nothing outside a demonstration."""
    if not is_guided() or "occasion" not in g:
        return {"guide": None}
    people = published().people
    known, here = {one.username: one for one in people}, shown_step()
    step, settings = STEPS[here - 1] if here else None, current_app.extensions["settings"]
    handed = settings.handed()
    return {"guide": {
        "now": g.now.isoformat(), "people": people, "cards": _cards(people),
        "state": settings.examples(), "codes": handed.get("codes", {}),
        "card": handed.get("cards", {}).get((g.get("person") or {}).get("username"), ""),
        "step": step, "number": here, "steps": len(STEPS),
        "who": [known[username] for username in (step.people if step else ()) if username in known]}}


def _cards(people: tuple[DemonstrationPerson, ...]) -> dict[str, Any]:
    """Whom to be first, and whom else, those who have the same to do together."""
    first, others = ([one for one in people if one.begins is begins] for begins in (True, False))
    return {"first": first, "others": len(others),
            "tasks": [list(alike) for _, alike in groupby(others, attrgetter("task"))]}


@blueprint.post("/be")
def be() -> ResponseReturnValue:
    """Be one of the published people from now on; whoever one was is signed out."""
    required()
    told, username = published(), request.form.get("username", "")
    if username not in {one.username for one in told.people}:
        abort(404)
    try:
        signed = ask_in_turn(SIGN_IN, {
            "username": username, "password": told.password, "address": address()})
    except CaseError as mistake:
        return shown(explained(mistake), "console/sign_in.html", next="", words="", username=username,
                     password_set=False, demonstration=True)
    end_present()
    answer = current_app.make_response(redirect(own_address(request.form.get("next", ""))))
    cookies.keep(answer, cookies.SESSION, signed["token"])
    return answer


@blueprint.get("/tour/<int:step>")
def at_step(step: int) -> ResponseReturnValue:
    """Begin the tour, or go to a step of it; 0 puts it away."""
    required()
    if step > len(STEPS):
        abort(404)
    answer = redirect(own_address(request.args.get("next", "")))
    return go_to(current_app.make_response(answer), step)


@blueprint.after_request
def _follow(answer: Response) -> Response:
    """Go on to the next step where what ends the present one was done."""
    here = number() if is_guided() else HIDDEN
    if here and is_done(STEPS[here - 1], answer.status_code):
        return go_to(answer, here + 1)
    return answer

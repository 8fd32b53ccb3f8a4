"""The console on a hand-written caller: somebody is signed in, and services answer what they were told to."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from rongcuo.contracts.serialisation import dump
from services import service_class
from services.gateway.app import Settings, create_app
from services.gateway.console.page.csrf import FIELD
from services.gateway.cookies import SESSION as COOKIE
from services.gateway.queueing import queue
from services.gateway.rate_limit import Guesses
from services.gateway.session import Sessions
from tests.unit.gateway import casework
from tests.unit.gateway.site import NOW, OFFICER, RULES, TOKEN, FakeCaller, FakeStore
from tests.unit.insight.pages import figures

COUNTY = "嵩明县纪委监委"


def _person(officer_id: str, name: str, role: str, unit: str = COUNTY, **other: str) -> dict[str, Any]:
    return {**OFFICER, "officer_id": officer_id, "name": name, "roles": [role], "unit": unit, **other}


PEOPLE = {
    "subject": {**OFFICER, "officer_id": casework.LIU},
    "reviewer": _person(casework.ZHAO, "赵清", "reviewer"),
    "lead": _person("sun", "孙正", "lead"),
    "operator": _person("yun", "云维", "operator"),
    "member": _person("m1", "组织部成员", "member", "县委组织部"),
    "custodian": _person("jia", "甲某", "custodian_a"),
    "auditor": _person("shen", "沈计", "auditor"),
    "registrar": _person("wang", "王静", "registrar", "", organ_id="530000", division_code="530000",
                         organ_name="云南省纪委监委"),
    "supervisor": _person("zheng", "郑平", "supervisor", "", organ_id="530100", division_code="530100",
                          organ_name="昆明市纪委监委"),
}
OF_CASES = {
    "determination.determination": casework.case(),
    "determination.determinations": casework.cases(casework.LINE),
    "determination.similar_cases": dump(casework.SIMILAR), "determination.meeting": casework.meeting(),
    "determination.meetings": dump(casework.MEETINGS), "determination.convening": {"missing": []},
    "determination.opening": {"missing": []},
    "determination.appeal": casework.appeal(),
    "determination.appeals": dump(casework.APPEALS),
    **{f"determination.rehearse_{step}": {
        "told": [{"type_name": f"determination.{step}", "data": {"title": "未批先建"}}]}
       for step in ("refuse_determination", "report_determination", "make_determination",
                    "correct_determination", "decide_appeal", "sign_appeal_opinion", "withdraw_determination",
                    "revoke_determination", "withdraw_appeal", "adjourn_meeting", "name_chair",
                    "cancel_meeting", "suspend_determination", "extend_determination")},
}
ORGAN = {"organ_id": "530127", "name": COUNTY, "division_code": "530127", "division_name": "嵩明县",
         "level": "county"}
DRAFT = {"name": "认定决定书", "organ_name": COUNTY, "title": "关于未批先建的容错认定决定",
         "addressee": "刘某：", "body": "经查，事实清楚。\n请于期限内整改。", "illustrative": True}
OF_OTHERS = {
    "notify.inbox": {"unread": 1, "messages": [], "next_cursor": ""},
    "notify.matter": {"tasks": [], "deliveries": []}, "notify.tasks": {"tasks": [], "next_cursor": ""},
    "documents.draft": DRAFT,
    "filing.page": {"lines": [], "next_cursor": ""},
    "documents.found": {"lines": []},
    "identity.organs": {"organs": [{
        **ORGAN, "contact": {
            "office": "容错纠错工作办公室", "phone": "0871-00000127", "hours": "工作日 08:30–17:30",
            "address": "示例街4号", "illustrative": True}}]},
    "insight.figures": figures(),
    "identity.unit": {"unit_id": "", "organ_id": "530127", "name": "杨桥街道办事处"},
}
HIDDEN = re.compile(f'name="({FIELD}|form_id)" value="([^"]+)"')


def _officers(payload: dict[str, Any]) -> dict[str, Any]:
    members = [_person(code, name, "member", f"县{name[:3]}") for code, name in casework.MEMBERS.items()]
    team = [_person(each.officer_id, each.name, "reviewer") for each in casework.TEAM]
    found = [*members, *team, PEOPLE["lead"], PEOPLE["subject"]]
    return {"officers": [each for each in found if payload.get("role", "") in (*each["roles"], "")]}


SETTINGS = Settings(rules=RULES, now=lambda: NOW, secret_key="for tests only")


@cache
def console() -> Flask:
    """The application with its console, made once; whom it asks, and its settings, are new for each test."""
    return create_app(FakeCaller(), SETTINGS)


def target(method: str) -> str:
    """Where a method of review or determination is asked for; no name is both's. Others are named in full."""
    if "." in method:
        return method
    return f"{'review' if hasattr(service_class('review'), method) else 'determination'}.{method}"


class Site:
    """One person at the console."""

    def __init__(self, who: str, **said: Any) -> None:
        self.caller, self.person = FakeCaller(), PEOPLE[who]
        self.caller.said |= {**OF_CASES, **OF_OTHERS, "identity.officers": _officers,
                             "identity.whose_token": PEOPLE[who],
                             **{target(method): answer for method, answer in said.items()}}
        self.store = FakeStore()
        console().extensions.update(
            caller=self.caller, sessions=Sessions(), guesses=Guesses(), queue=queue(),
            settings=replace(SETTINGS, files=self.store))
        self.client: FlaskClient = console().test_client()
        self.client.set_cookie(COOKIE, TOKEN)

    def sessions_end(self) -> None:
        """Nobody's token is remembered any more."""
        console().extensions["sessions"] = Sessions()

    def get(self, address: str, **headers: str) -> Any:
        return self.client.get(address, headers=headers)

    def post(self, address: str, /, **form: Any) -> Any:
        """As a form of ours would be sent."""
        hidden = dict(HIDDEN.findall(self.get("/determinations/new").text))
        return self.client.post(address, data={**hidden, **form})

    def sent(self, method: str) -> dict[str, Any]:
        """The last command of this name that was given, without its id."""
        found = [payload for called, payload in self.caller.asked if called == target(method)]
        return {name: value for name, value in found[-1].items() if name != "command_id"}


def are_led_to(preview: str, form: str) -> bool:
    """Whether each answer of a page to check leads back to a field of the form."""
    fields = re.findall(r'name="step" value="again" formaction="[^"#]*#([^"]+)"', preview)
    return bool(fields) and all(form.count(f'id="{field}"') == 1 for field in fields)


def primaries(page: str) -> list[str]:
    """The primary buttons and links of a page."""
    return re.findall(r'class="(?:button )?primary"', page)

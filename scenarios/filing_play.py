"""One filing from the draft to the decision, as facts ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from rongcuo.policy.calendar import ZONE
from scenarios.oversight_facts import OversightFacts
from scenarios.oversight_play import OversightPlay
from scenarios.people import Place
from scenarios.platform import PATIENCE, Answer, Refused, awaited
from scenarios.stage import PROVISIONAL, Seen, Stage
from scenarios.stopping import ASSIGNMENT, DECISION, SUBMISSION
from scenarios.wording import NotUnderstood

DECIDED = {"accepted", "declined"}
REVIEW_HOUR = time(9, 40)
A_MOMENT = timedelta(minutes=5)
UNTIL_IT_EXPIRES = 75.0  # seconds: the platform looks for it twice a minute


@dataclass(frozen=True)
class FilingFacts:
    """What is filed, by whom, when, and how it shall end. `refused`: not even taken in.
    `returned`: for a supplement that does not come. `expires`: it is
    looked at once more after its validity. The moments: where a scenario dates what people do.
    `stop_before`: what nobody does any more. `later`: what follows the acceptance."""

    key: str
    organ_id: str
    unit: str
    filed_at: datetime
    content: Mapping[str, Any] = field(default_factory=dict)
    accepted: bool = True
    supplement: bool = False
    withdrawn: bool = False
    refused: bool = False
    returned: bool = False
    expires: bool = False
    reviewed_at: datetime | None = None
    supplemented_at: datetime | None = None
    stop_before: str = ""
    later: OversightFacts = field(default_factory=OversightFacts)

    @property
    def ends_accepted(self) -> bool:
        """Whether it is accepted in the end."""
        return self.accepted and not (self.withdrawn or self.refused or self.returned)


class FilingPlay:
    """Puts its acts on the stage's agenda one after the other."""

    def __init__(self, stage: Stage, seen: Seen, facts: FilingFacts) -> None:
        self._stage, self._seen, self._facts, self._at = stage, seen, facts, facts.filed_at
        seen.place, seen.organ_id = stage.people.at(facts.organ_id, facts.unit), facts.organ_id
        seen.households = int(facts.content.get("beneficiaries", {}).get("households", 0))
        stage.filings.append(seen)
        stage.agenda.put(facts.filed_at, seen.scenario.id, f"报备 {facts.content['title']}", self._file)

    @property
    def _place(self) -> Place:
        return self._stage.people.at(self._facts.organ_id, self._facts.unit)

    def _key(self, step: str) -> str:
        return self._stage.key(self._facts.key, step)

    def _file(self) -> str:
        filer = self._place.filer
        draft = filer.post("/filings", {"content": dict(self._facts.content)}, self._key("draft"))
        path = f"/filings/{draft['filing_id']}"
        if self._facts.stop_before == SUBMISSION:
            return "草稿"
        try:
            self._seen.receipt = filer.post(f"{path}/submit", key=self._key("submit"))
        except Refused as refusal:
            self._seen.refused_with = refusal.code
            if not self._facts.refused:
                raise
            return f"未予登记 {refusal.code}"
        if self._facts.stop_before != ASSIGNMENT:
            self._next_on(self._seen.receipt["review_due_on"], "初审", self._review, self._facts.reviewed_at)
        return self._received()

    def _received(self) -> str:
        told = self._seen.receipt
        self._seen.provisional |= told["review_due_provisional"]
        may_move = PROVISIONAL if told["review_due_provisional"] else ""
        return f"回执 {told['number']},初审应于 {told['review_due_on']} 前完成{may_move}"

    def _next_on(self, day: str, what: str, do: Any, dated: datetime | None = None) -> None:
        """The next step as the scenario dates it, or on a day in the morning; never before the step that
        leads to it."""
        wanted = dated or datetime.combine(datetime.fromisoformat(day), REVIEW_HOUR, ZONE)
        at = max(wanted, self._at + (A_MOMENT if dated else timedelta(hours=1)))
        if dated and at.date() != dated.date():
            raise NotUnderstood(f"{what}: {dated:%Y-%m-%d} 早于前一步 {self._at:%Y-%m-%d}"
                                " · before the step that leads to it")
        self._at = at
        self._stage.agenda.put(at, self._seen.scenario.id, f"{what} {self._facts.content['title']}", do)

    def _review(self) -> str:
        if self._facts.withdrawn:
            return self._withdraw()
        self._take()
        if self._facts.stop_before == DECISION:
            return "已分派"
        if self._facts.supplement:
            return self._return()
        return self._decide()

    def _take(self) -> None:
        place, path = self._place, self._case_path
        self._seen.case = awaited(lambda: place.lead.get(path), "审查案件")
        place.lead.post(f"{path}/assign", {"officer_id": place.reviewer.officer_id}, self._key("assign"))

    @property
    def _case_path(self) -> str:
        return f"/reviews/{self._seen.receipt['filing_id']}"

    @property
    def _filing_path(self) -> str:
        return f"/filings/{self._seen.receipt['filing_id']}"

    def _withdraw(self) -> str:
        self._place.filer.post(f"{self._filing_path}/withdraw", {"reason": "事项取消"}, self._key("withdraw"))
        return self._outcome({"withdrawn"})

    def _return(self) -> str:
        needed = {"needed": "请补充集体决策的会议纪要"}
        self._place.reviewer.post(f"{self._case_path}/request-supplement", needed, self._key("return"))
        filing = self._await_filing({"supplement_requested", *DECIDED})
        if filing["state"] in DECIDED:  # played before on this platform
            return self._outcome(DECIDED)
        if self._facts.returned:
            return self._outcome({"supplement_requested"})
        self._next_on(filing["supplement_due_on"], "补正", self._supplement, self._facts.supplemented_at)
        return f"补正通知,应于 {filing['supplement_due_on']} 前补正"

    def _supplement(self) -> str:
        content = self._facts.content
        amended = {**content, "policy_basis": f"{content['policy_basis']}(已补充纪要)"}
        answer = {"content": amended, "note": "已补充会议纪要"}
        self._place.filer.post(f"{self._filing_path}/supplement", answer, self._key("supplement"))
        case = awaited(self._running_case, "恢复审查")
        self._next_on(case["deadline"]["date"], "续审", self._decide)
        return f"已补正,审查应于 {case['deadline']['date']} 前完成"

    def _running_case(self) -> Answer | None:
        case = self._place.reviewer.get(self._case_path)
        return case if case["state"] == "preliminary_review" else None

    def _decide(self) -> str:
        reviewer = self._place.reviewer
        if not self._facts.accepted:
            reasons = {"reasons": "政策已有明确规定,按既有程序办理即可,不属于需要事前报备的探索性事项。"}
            reviewer.post(f"{self._case_path}/decline", reasons, self._key("decide"))
            return self._outcome(DECIDED)
        opinion = {"opinion": "动机为公,程序经集体决策,风险与防控措施明确,予以受理。"}
        self._seen.case = reviewer.post(f"{self._case_path}/accept", opinion, self._key("decide"))
        if self._seen.case["state"] == "verification":
            return self._verify()
        return self._outcome(DECIDED)

    def _verify(self) -> str:
        place, path = self._place, self._case_path
        team = [place.reviewer.officer_id, place.second_reviewer.officer_id]
        place.lead.post(f"{path}/form-team", {"officer_ids": team}, self._key("team"))
        report = {"findings": "实地核查与报备内容一致。", "confirmed": True}
        place.reviewer.post(f"{path}/report-verification", report, self._key("verify"))
        return self._outcome(DECIDED)

    def _outcome(self, states: set[str]) -> str:
        self._seen.filing = self._await_filing(states)
        self._seen.case = self._place.lead.get(self._case_path)
        words = {"accepted": "予以受理", "declined": "不予受理", "withdrawn": "已撤回",
                 "supplement_requested": "补正通知,未补正"}
        self._look_after_validity()
        if self._seen.filing["state"] == "accepted" and self._facts.later.is_told:
            OversightPlay(self._stage, self._seen, self._facts.later, self._at)
        late = ",逾期,已标记" if self._seen.case["late"] else ""
        return f"{words[self._seen.filing['state']]} {self._seen.filing['register_number']}{late}".strip()

    def _look_after_validity(self) -> None:
        last_day = self._seen.filing.get("valid_until")
        if self._facts.expires and last_day:
            day = date.fromisoformat(last_day) + timedelta(days=1)
            self._next_on(day.isoformat(), "有效期满", self._expire)

    def _expire(self) -> str:
        self._seen.filing = self._await_filing({"expired"}, UNTIL_IT_EXPIRES)
        return "有效期已满"

    def _await_filing(self, states: set[str], patience: float = PATIENCE) -> Answer:
        def look() -> Answer | None:
            filing = self._place.lead.get(self._filing_path)  # signed in today, as the filer may not be
            return filing if filing["state"] in states else None
        return awaited(look, "报备状态", patience)

"""One determination from the clue or the application to what follows the decision, as facts ask for it."""

from collections.abc import Callable
from datetime import date, datetime

from rongcuo.policy.rules import Rules
from scenarios.appeal_play import appealed
from scenarios.assessing import assessed
from scenarios.care_play import EXPECTED, CarePlay
from scenarios.casebook_play import EXPECTED as TOLD_EXPECTED
from scenarios.casebook_play import CasebookPlay
from scenarios.clue_play import tolerance_answered
from scenarios.determination_facts import DeterminationFacts
from scenarios.meeting_play import MeetingPlay
from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused
from scenarios.problem_play import ProblemPlay, learns
from scenarios.stage import PROVISIONAL, Seen, Stage
from scenarios.stopping import PANEL
from scenarios.terms import terms_of
from scenarios.timing import Timing

SHIELD_REFUSED = "determination.filing_does_not_cover"
WORDS = {"exempt": "免责", "mitigate": "减轻", "lighten": "从轻", "denied": "不予容错"}


class DeterminationPlay:
    """Puts its acts on the stage's agenda one after the other; what comes next follows from the case's
    state. A determination that is seen already goes on from where it stands. `filed`: where the filing is
    seen that came before, if one did."""

    def __init__(self, stage: Stage, seen: Seen, facts: DeterminationFacts, filed: Seen,
                 rules: Rules) -> None:
        self._stage, self._seen, self._facts, self._filed, self._rules = stage, seen, facts, filed, rules
        self._timing = Timing(facts, rules.calendar(facts.organ_id[:6]).is_workday)
        self._turns, self._appealed = 0, False
        seen.place = stage.people.at(facts.organ_id, facts.unit)
        self._put(facts.begun_at, "线索处置" if facts.initiation == "clue" else "启动容错认定", self._begin)

    @property
    def _place(self) -> Place:
        return self._stage.people.at(self._facts.organ_id, self._facts.unit)

    @property
    def _path(self) -> str:
        return f"/determinations/{self._seen.determination['case_id']}"

    def _key(self, step: str) -> str:
        return self._stage.key(self._facts.key, step)

    def _put(self, at: datetime, what: str, do: Callable[[], str]) -> None:
        self._at = at
        self._stage.agenda.put(at, self._seen.scenario.id, f"{what} {self._facts.title}", do)

    def _do(self, person: Person, verb: str, body: Answer | None = None, step: str = "") -> Answer:
        """A step of the case, and the case after it."""
        self._seen.determination = person.post(f"{self._path}/{verb}", body, self._key(step or verb))
        return self._seen.determination

    # ------------------------------------------------------------------ how it begins

    def _begin(self) -> str:
        if self._seen.determination:
            return self._next("继续办理")
        facts = self._facts
        about: Answer = {"subject": self._subject(), "act": dict(facts.act), "title": facts.title,
                         "situation": facts.situation}
        if facts.initiation == "clue":
            answered = tolerance_answered(self._seen, facts, self._place.lead, about, self._key)
            return self._next(answered) if self._seen.determination else answered
        person = self._place.filer if facts.initiation == "application" else self._place.lead
        body = {**about, "initiation": facts.initiation, "grounds": facts.grounds}
        self._seen.determination = person.post("/determinations", body, self._key("open"))
        return self._next(f"立案 {self._seen.determination['number']}")

    def _subject(self) -> Answer:
        filer = self._place.filer
        return {"name": self._facts.subject, "unit": self._facts.unit, "officer_id": filer.officer_id}

    # ------------------------------------------------------------------ what comes next

    def _next(self, remark: str) -> str:
        """Plan what the case's state asks for, on the day it is due; answers the remark with that day."""
        steps = {"acceptance": ("受理", self._accept), "verification": ("核查", self._verify),
                 "meeting": ("联席会议审定", self._meet), "feedback": ("反馈", self._feed_back),
                 "record_filing": ("备案并函告", self._file_for_record)}
        state = str(self._seen.determination["state"])
        if state == self._facts.stop_before:
            return remark
        if state not in steps:
            return self._ended(remark)
        what, do = steps[state]
        self._turns += 1
        self._put(self._timing.stage(state, self._due_on(), self._at, self._appealed), what, do)
        return f"{remark},{what}应于 {self._due_on()} 前完成{self._may_move()}"

    def _due_on(self) -> str:
        deadline = self._seen.determination.get("deadline")
        return str(deadline["date"]) if deadline else self._at.date().isoformat()

    def _may_move(self) -> str:
        provisional = bool((self._seen.determination.get("deadline") or {}).get("provisional"))
        self._seen.provisional |= provisional
        return PROVISIONAL if provisional else ""

    def _accept(self) -> str:
        facts, reviewer = self._facts, self._place.reviewer
        if facts.outcome == "withdrawn":
            self._do(self._place.filer, "withdraw", {"reason": "当事人撤回申请"})
            return "当事人撤回申请"
        self._assign()
        if facts.outcome == "refused":
            self._do(reviewer, "refuse", {"reasons": "所述事项不属于容错认定的范围。"})
            return "不予受理"
        self._do(reviewer, "accept", {"opinion": "事项清楚,予以受理。"}, f"accept.{self._turns}")
        return self._next("予以受理")

    # ------------------------------------------------------------------ verification

    def _verify(self) -> str:
        """What the team does in verification, from its forming to its report."""
        place, facts = self._place, self._facts
        team = [place.reviewer.officer_id, place.second_reviewer.officer_id]
        self._do(place.lead, "form-team", {"officer_ids": team})
        if facts.extended_for:
            self._do(place.lead, "extend", {"reason": facts.extended_for})
        shield = self._link_filing()
        evidence = self._gather()
        self._do(place.filer, "statement", {"words": "本人如实说明情况,愿意整改。(示例)"})
        opinion = "建议提交联席会议研究容错。(示例)"
        self._do(place.reviewer, "facts-material",
                 {"facts": f"经核查:{facts.title}。(示例)", "tolerance_opinion": opinion})
        self._answer_negative_list(evidence)
        others = self._stage.people.assessors(facts.organ_id, max([0, *facts.assessors.values()]))
        assessed(self._stage, self._seen, facts, (place.reviewer, place.second_reviewer, place.lead, *others),
                 self._rules, evidence)
        return self._report(shield)

    def _link_filing(self) -> str:
        """A filing that covers the act shields it; whether this one does, the platform says."""
        filing_id = self._filed.receipt.get("filing_id")
        if not filing_id:
            return "事前没有报备"
        if any(match["verdict"] == "exceeded" for match in self._seen.report.get("matches", ())):
            return "实施超出报备的范围"
        try:
            self._do(self._place.reviewer, "link-filing", {"filing_id": filing_id})
        except Refused as refusal:
            if refusal.code != SHIELD_REFUSED:
                raise
            return "事前报备不覆盖本行为"
        return "事前报备覆盖本行为"

    def _gather(self) -> list[str]:
        """The reported facts as evidence, each with what was found from it; their ids."""
        reviewer, obtained_on = self._place.reviewer, self._at.date().isoformat()
        for number, fact in enumerate(self._facts.evidence, 1):
            body = {"kind": "document", "title": fact[:200], "about": fact, "obtained_on": obtained_on}
            self._do(reviewer, "evidence", body, f"evidence.{number}")
        ids = [str(each["evidence_id"]) for each in self._seen.determination["evidence"]]
        for number, evidence_id in enumerate(ids, 1):
            body = {"evidence_id": evidence_id, "finding": "经核查属实。(示例)"}
            self._do(reviewer, "findings", body, f"finding.{number}")
        return ids

    def _answer_negative_list(self, evidence: list[str]) -> None:
        facts = self._facts
        pack = self._rules.pack(facts.organ_id[:6], date.fromisoformat(facts.act["since"]))
        for item in pack.negative_list:
            body: Answer = {"item": item, "answer": "clear"}
            if item == facts.hit:
                body |= {"answer": "disputed" if facts.disputed else "hit", "evidence": evidence,
                         "reason": "证据指向该项负面情形。(示例)"}
            self._do(self._place.reviewer, "negative-items", body, f"negative.{item}")

    def _report(self, shield: str) -> str:
        facts = self._facts
        body: Answer = {"report": f"经核查,{facts.title}。{shield}。(示例)"}
        if facts.hit and not facts.disputed:
            body["terms"] = terms_of(facts, self._seen.determination, self._at)
        self._do(self._place.reviewer, "report", body)
        if decided := self._seen.decision:
            return self._next(f"{shield};负面清单,{WORDS[decided['outcome']]}")
        return self._next(f"{shield};核查报告已提交")

    # ------------------------------------------------------------------ meeting and decision

    def _meet(self) -> str:
        self._seen.meeting = MeetingPlay(self._stage, self._seen, self._facts, self._rules, self._at).held()
        resolved = self._seen.meeting["number"]
        self._put(self._timing.decision(self._at), "作出认定", self._decide)
        return f"{resolved} 纪要已会签"

    def _decide(self) -> str:
        facts, lead = self._facts, self._place.lead
        case = lead.get(self._path)
        if not case["resolved"]:
            return "没有形成多数意见,待再次审定"
        body = {"outcome": case["resolved"], "terms": terms_of(facts, case, self._at, case["resolved"])}
        self._do(lead, "decision", body)
        return self._next(f"认定:{WORDS[case['resolved']]}")

    # ------------------------------------------------------------------ what follows

    def _assign(self) -> None:
        if not self._seen.determination["assignee_id"]:
            wanted = {"officer_id": self._place.reviewer.officer_id}
            self._do(self._place.lead, "assign", wanted, f"assign.{self._turns}")

    def _feed_back(self) -> str:
        note = {"note": "已当面反馈认定结论并告知申诉权利。(示例)", "answer": "无异议。(示例)"}
        self._assign()     # what an appeal has opened again waits to be given to somebody
        self._do(self._place.reviewer, "feedback", note, f"feedback.{self._turns}")
        return self._next("已反馈")

    def _file_for_record(self) -> str:
        body = {"body": "同级党委(示例)", "note": "函告组织人事部门(示例)"}
        self._do(self._place.reviewer, "record", body, f"record.{self._turns}")
        return self._next("已备案并函告")

    def _ended(self, remark: str) -> str:
        if self._facts.appeals and not self._appealed and self._seen.decision:
            self._appealed = True
            until = date.fromisoformat(self._seen.decision["appeal_until"])
            self._put(self._timing.appeal(until, self._at), "申诉", self._appeal)
            return remark
        if self._seen.scenario.expect.get(EXPECTED):
            CarePlay(self._stage, self._seen, self._place, self._at)
        if learns(self._seen.scenario):
            ProblemPlay(self._stage, self._seen, self._place, self._at)
        if self._seen.scenario.expect.get(TOLD_EXPECTED):
            CasebookPlay(self._stage, self._seen, self._place, self._at)
        return f"{remark},办结"

    def _appeal(self) -> str:
        try:
            appealed(self._stage, self._seen, self._facts, self._rules, self._at)
        except Refused as refusal:
            self._seen.appeal_refused_with = refusal.code
            if not self._facts.appeal_refused:
                raise
            return f"申诉未成 {refusal.code}"
        self._seen.determination = self._place.lead.get(self._path)
        if self._facts.stop_before == PANEL:
            return "已申诉"
        return self._next(f"申诉后:{WORDS[self._seen.decision['outcome']]}")

"""A clearing (澄清正名) from the yes to the visit, and a refusal that the next level hears about, as facts
ask for it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

from rongcuo.policy.rules import Rules
from scenarios.case_play import A_MOMENT, AN_HOUR, CasePlay
from scenarios.platform import Answer, Person, awaited
from scenarios.report_facts import ReportFacts
from scenarios.report_words import CLEARS, NONE
from scenarios.stage import Seen, Stage
from scenarios.stopping import APPROVAL, ASSESSMENT, CARRYING_OUT, OBJECTION, VISIT

BOARD = "/clarify/clarifications"
PDF = "application/pdf"
PAPER = b"%%PDF-1.7\nsigned, for the play: %s\n%%%%EOF\n"     # one paper shows one thing
REFUSED_FOR = "no_harm"
WHO = {"written": "所在单位党组织主要负责人(示例)", "in_person": "本人(示例)",
       "meeting": "本单位干部会议(示例)", "circular": "本单位公开栏(示例)"}
PERSONNEL = "组织人事部门(示例)"
ROOM = "本单位会议室(示例)"
REACH = {"written": 1, "in_person": 1, "meeting": 40, "circular": 120}


class ClearingPlay(CasePlay):
    """Puts its acts on the agenda; it begins once the report is closed."""

    def __init__(self, stage: Stage, seen: Seen, facts: ReportFacts, rules: Rules, at: datetime) -> None:
        super().__init__(stage, seen, facts, rules, at)
        self._later(AN_HOUR, "评估是否澄清", self._begin)

    def _see(self) -> Answer:
        self._seen.clearing = self._place.lead.get(self.case_path)
        return self._seen.clearing

    def _begin(self) -> str:
        """The yes has begun it by itself."""
        report_id, lead = self._seen.report["report_id"], self._place.lead
        known = {each.clearing.get("case_id") for each in self._stage.actors.values()}

        def look() -> Answer | None:
            lines = lead.get(BOARD, tab="organ", limit=200)["lines"]
            cases = (lead.get(f"{BOARD}/{line['case_id']}") for line in lines if line["case_id"] not in known)
            return next((case for case in cases if case["report_id"] == report_id), None)

        self.case_path = f"{BOARD}/{awaited(look, '澄清')['case_id']}"
        if self._facts.stop_before == ASSESSMENT:
            return f"待评估 {self._see()['number']}"
        self._do(lead, "assign", {"officer_id": self._place.reviewer.officer_id})
        if self._facts.refuses:
            return self._propose_refusal()
        return self._assess()

    # ------------------------------------------------------------------ refused at first

    def _propose_refusal(self) -> str:
        body = {"ground": REFUSED_FOR, "reasons": "认为没有造成影响,不必澄清。(示例)"}
        self._do(self._place.reviewer, "propose-refusal", body)
        return "承办单位不愿澄清," + self._when_due(self._see(), "研究不予澄清", self._refuse)

    def _refuse(self) -> str:
        """Without a reason the platform does not let it be."""
        nothing = {"ground": "", "reasons": ""}
        self._seen.clearing_refused_with = self._refused_with(
            self._head, "refuse", nothing, "refuse.unreasoned")
        self._do(self._head, "refuse", {"ground": REFUSED_FOR, "reasons": "没有造成影响。(示例)"})
        self._seen.refusal = self._see()
        if self._facts.next_level == NONE:
            return "不予澄清,本人没有提出异议"
        self._later(AN_HOUR, "提出异议", self._object)
        return "不说理由的,系统不予办理;写明理由后不予澄清,已告知本人"

    def _object(self) -> str:
        """By themselves, or on paper where they have no account here."""
        body = {"words": "反映不实,影响仍在,请求澄清。(示例)"}
        person, paper = self._whoever_writes("异议书(示例).pdf")
        self._do(person, "object", body | paper)
        if self._facts.stop_before == OBJECTION:
            return "已提出异议"
        return "已提出异议," + self._when_due(self._see(), "上级审查异议", self._answer_objection)

    def _reach(self, what: str) -> None:
        """They read it; on whoever has no account here it is served, which two say."""
        if self._see()["concerned"]["officer_id"]:
            self._do(self._place.filer, "read", step=f"read.{what}")
            return
        reviewer = self._place.reviewer
        signed = PAPER % uuid4().hex.encode()      # the same paper, which both have seen
        for served, by in ((f"serve.{what}", reviewer), (f"served.{what}", self._head)):
            receipt = by.bring("送达回证(示例).pdf", signed, PDF)
            self._do(by, "serve", {"how": "当面(示例)", "attachments": [receipt]}, served)

    def _after(self, day: str, what: str, do: Callable[[], str]) -> str:
        """On the day after the last one of theirs."""
        return self._on((date.fromisoformat(day) + timedelta(days=1)).isoformat(), what, do)

    def _whoever_writes(self, paper: str) -> tuple[Person, Answer]:
        """The person; or, with the paper, whoever enters it for somebody who has no account here."""
        if self._see()["concerned"]["officer_id"]:
            return self._place.filer, {}
        reviewer = self._place.reviewer
        return reviewer, {"attachments": [_bring(reviewer, paper)]}

    def _answer_objection(self) -> str:
        above, clear = self._see()["objection"]["organ_id"], self._facts.next_level == CLEARS
        people, own = self._stage.people, above == self._facts.organ_id     # above the province there is none
        lead = people.deputy(above) if own else people.lead(above)
        reasons = "查清不实,应当澄清;请按指导要点办理。(示例)" if clear else "不予澄清的理由成立。(示例)"
        self._do(lead, "answer-objection", {"clear": clear, "reasons": reasons})
        self._see()
        if not clear:
            return "上级维持不予澄清"
        self._later(AN_HOUR, "重新评估澄清", self._assess)
        return "上级要求澄清,附指导要点"

    # ------------------------------------------------------------------ assessed, planned, approved

    def _assess(self) -> str:
        reviewer, case = self._place.reviewer, self._see()
        words = [{"allegation_id": each, "words": self._facts.in_our_words, "conclusion": "反映不实。(示例)"}
                 for each in case["untrue"]]
        self._do(reviewer, "assess", {"grounds": [case["grounds_known"][0]["code"]],
                                      "effects": "影响了正常履职。(示例)", "allegations": words})
        audiences = [{"mode": mode, "who": WHO[mode], "place": ROOM} for mode in self._modes]
        self._do(reviewer, "plan", {"plan": {
            "allegations": case["untrue"], "audiences": audiences, "head": WHO["written"], "despite": "",
            "personnel_body": PERSONNEL}})
        self._do(reviewer, "ask-opinion")
        self._reach("ask-opinion")
        self._later(AN_HOUR, "征求本人意见", self._take_opinion)
        return "已评估,拟澄清告知书已发"

    @property
    def _modes(self) -> tuple[str, ...]:
        """Written always."""
        return tuple(dict.fromkeys(("written", *self._facts.modes)))

    @property
    def _head(self) -> Person:
        """Whoever handled or closed the report has a hand in it, and does not approve."""
        return self._stage.people.deputy(self._see()["organ_id"])

    def _take_opinion(self) -> str:
        beside = [mode for mode in self._modes if mode != "written"]
        opinion: Answer = {"agrees": True, "modes": beside, "words": "同意。(示例)",
                           "given_on": self._at.date().isoformat()}
        person, paper = self._whoever_writes("本人意见(示例).pdf")
        self._do(person, "opinion", {"opinion": opinion | paper})
        if paper:       # what others enter for somebody ends no time of theirs
            until = self._see()["opinion_until"]
            return "本人意见已登记," + self._after(until, "报请审批", self._ask_the_head)
        return self._ask_the_head()

    def _ask_the_head(self) -> str:
        asked = {"recommendation": "建议按方案澄清。(示例)", "review_opinion": "同意承办意见。(示例)"}
        self._do(self._place.reviewer, "request-approval", asked)
        if self._facts.stop_before == APPROVAL:
            return "本人同意,已报审"
        return "本人同意," + self._when_due(self._see(), "审批澄清", self._approve)

    def _approve(self) -> str:
        self._do(self._head, "approve", {"note": "同意。(示例)"})
        if self._facts.stop_before == CARRYING_OUT:
            return "已批准"
        return "已批准," + self._when_due(self._see(), "实施澄清", self._carry_out)

    # ------------------------------------------------------------------ carried out, visited, told

    def _carry_out(self) -> str:
        reviewer = self._place.reviewer
        done: Answer = {"host": "承办部门负责人(示例)", "place": ROOM, "persons_words": "谢谢组织。(示例)",
                        "at": self._at.isoformat()}
        for mode in self._modes:
            act = {**done, "mode": mode, "audience": WHO[mode], "reach": REACH[mode],
                   "attachments": [_bring(reviewer, "实施记录(示例).pdf")]}
            self._do(reviewer, "acts", {"act": act}, f"acts.{mode}")
        self._do(reviewer, "finish")
        self._later(A_MOMENT, "澄清归档", self._archive)
        return "已实施"

    def _archive(self) -> str:
        kept = {"archive_number": "示例-澄清-1", "personnel_body": PERSONNEL,
                "integrity_file": True}
        self._do(self._place.reviewer, "archive", kept)
        if self._facts.stop_before == VISIT:
            return "已归档,待回访"
        return "已归档并告知组织人事部门," + self._on(self._see()["visit_from"], "澄清回访", self._visit)

    def _visit(self) -> str:
        visit = {"on": self._at.date().isoformat(), "how": "当面(示例)", "words": "影响已经消除。(示例)",
                 "troubled": False}
        self._do(self._place.reviewer, "visit", {"visit": visit})
        self._reach("visit")
        person, paper = self._whoever_writes("回访意见(示例).pdf")
        self._do(person, "visit-answer", {"answer": {"troubled": False, "words": "属实。(示例)"} | paper})
        if paper:
            return "已回访," + self._after(self._see()["visit_until"], "反馈结果", self._give_feedback)
        return self._give_feedback()

    def _give_feedback(self) -> str:
        self._do(self._place.reviewer, "feedback", {"note": "已回访,事项办结。(示例)"})
        self._see()
        return "已回访并反馈,办结"


def _bring(person: Person, name: str) -> Answer:
    return person.bring(name, PAPER % uuid4().hex.encode(), PDF)

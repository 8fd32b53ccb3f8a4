"""One report from the desk or the letter box to its end, as facts ask for it."""

from collections.abc import Mapping
from datetime import timedelta

from rongcuo.policy.rules import Rules
from scenarios.accusation_play import AccusationPlay
from scenarios.case_play import AN_HOUR, CasePlay
from scenarios.clearing_play import ClearingPlay
from scenarios.front_door import at_the_desk, into_the_box
from scenarios.platform import Answer, Refused, awaited
from scenarios.report_facts import ReportFacts
from scenarios.report_words import MALICIOUS, accepted_at, disposed_at
from scenarios.reporter import Reporter
from scenarios.shield_play import judged
from scenarios.stage import Seen, Stage
from scenarios.stopping import CLEARING_QUESTION, DISPOSAL, FINDING, REMIT

REPORTS = "/clarify/reports"
WORDS: Mapping[str, str] = {
    "substantiated": "属实", "unsubstantiated": "不属实", "not_resolved": "查无实据但不能排除",
    "mistaken": "错告", MALICIOUS: "涉嫌诬告陷害"}
WINDOW, A_DAY = timedelta(days=3), timedelta(days=1)
HELD, CLOSE = "hold", "close"
NO_CLEARING = "no_harm"


class ReportPlay(CasePlay):
    """Puts its acts on the stage's agenda one after the other. `filed`: where the filing is seen that came
    before, if one did."""

    def __init__(self, stage: Stage, seen: Seen, facts: ReportFacts, filed: Seen, rules: Rules) -> None:
        super().__init__(stage, seen, facts, rules, facts.received_at)
        self._filed = filed
        seen.place = self._place
        stage.agenda.put(facts.received_at, seen.scenario.id, f"收到举报 {facts.text}", self._come)

    def _see(self) -> Answer:
        self._seen.report = self._place.lead.get(self.case_path)
        return self._seen.report

    # ------------------------------------------------------------------ how it comes in

    def _come(self) -> str:
        """At the desk or in the box; it is there as soon as it is known whom to keep it from."""
        facts = self._facts
        self._place.filer.come()     # before the report is looked through for whom to keep it from
        if facts.real_name:
            self._stage.found_custody(facts.organ_id)
        before = self._listed("organ") if facts.channel == "web" else {}
        self._seen.reporter = self._reported()
        known = awaited(lambda: self._arrived(before), "举报登记")
        self.case_path = f"{REPORTS}/{known['report_id']}"
        self._see()
        if facts.stop_before != REMIT:
            self._put(accepted_at(facts.received_at, self._is_workday), "受理举报", self._accept)
        return f"已登记 {known['number']}，查询码只给举报人"

    def _reported(self) -> Reporter:
        facts, clerk = self._facts, self._stage.people.intake(self._facts.organ_id)
        if facts.channel == "web":
            return into_the_box(clerk.address, facts, facts.key)
        officer_id = "" if facts.organisation else self._place.filer.officer_id
        return at_the_desk(clerk, facts, officer_id, f"{self._stage.seed}.{facts.key}")

    def _listed(self, tab: str) -> dict[str, Answer]:
        lines = self._place.lead.get(REPORTS, tab=tab, sort="newest", limit=200)["lines"]
        return {line["report_id"]: line for line in lines}

    def _arrived(self, before: Mapping[str, Answer]) -> Answer | None:
        """By the number that the desk was given, also closed, where it was played before; what came through
        the box is the one that was not there."""
        number = self._seen.reporter.number
        if not number:
            return next((line for each, line in self._listed("organ").items() if each not in before), None)
        lines = (line for tab in ("organ", "closed") for line in self._listed(tab).values())
        return next((line for line in lines if line["number"] == number), None)

    # ------------------------------------------------------------------ remit check and disposal

    def _accept(self) -> str:
        facts, place, clerk = self._facts, self._place, self._stage.people.intake(self._facts.organ_id)
        self._do(clerk, "assign", {"officer_id": place.reviewer.officer_id})
        self._do(place.reviewer, "accept")
        if facts.real_name:
            self._do(place.reviewer, "confirm-reporter")
            told = {"stage": "acceptance", "words": "您反映的问题已经受理。(示例)"}
            self._do(place.reviewer, "feedback", told, "feedback.acceptance")
        self._put(disposed_at(facts.received_at, self._is_workday), "处置举报", self._dispose)
        return "予以受理" + (",已核实为实名并告知受理" if facts.real_name else "")

    def _dispose(self) -> str:
        facts, place = self._facts, self._place
        if facts.stop_before == DISPOSAL:
            return "待认定报备与举报的关系"
        match = judged(self._stage, self._seen, facts, self._filed, self.case_path, self._key)
        arises = "反映的行为与推进工作有关,需要同步研判容错。(示例)"
        body = {"disposal": facts.disposal, "tolerance_arises": facts.arises,
                "reasons": arises if facts.arises else "反映的行为不属于可以研判容错的事项。(示例)"}
        self._do(place.reviewer, "dispose", body)
        if facts.disposal == "verify":
            team = {"officer_ids": [place.reviewer.officer_id, place.second_reviewer.officer_id]}
            self._do(place.lead, "form-team", team)
        seen = self._see()
        if facts.unsealing:
            self._ask_to_unseal(seen["reporter_ref"])
        if facts.stop_before == FINDING or facts.disposal == HELD:
            return f"{match},已处置"
        if facts.disposal == CLOSE:
            self._later(AN_HOUR, "核查结论", self._find)
            return f"{match},予以了结"
        return f"{match}," + self._when_due(seen, "核查结论", self._find)

    def _ask_to_unseal(self, reporter_ref: str) -> None:
        """One of the two has approved; the second is waited for."""
        order = {"parts": ["identity"], "ground": "需要当面核实,以便保护举报人。(示例)",
                 "window_from": self._at.isoformat(), "window_until": (self._at + WINDOW).isoformat()}
        people, path = self._stage.people, f"/reporters/{reporter_ref}/unsealings"
        asked = self._place.reviewer.post(path, order, self._key("unseal"))
        first = people.custodian(self._facts.organ_id, "甲", 1)
        card = {"card": self._stage.cards[first.officer_id]}
        first.post(f"/unsealings/{asked['order_id']}/approve", card, self._key("unseal.first"))

    # ------------------------------------------------------------------ finding and clearing question

    def _find(self) -> str:
        facts, place = self._facts, self._place
        found = WORDS[facts.finding]
        self._do(place.reviewer, "findings", {"findings": [
            {"allegation": 1, "outcome": facts.finding, "words": f"经核查,所反映的问题{found}。(示例)"}]})
        if facts.stop_before != CLEARING_QUESTION:
            self._inquire()
            self._answer_clearing()
            self._later(AN_HOUR, "办结举报", self._close)
        return f"核查结论:{found}"

    def _inquire(self) -> None:
        """Into a malicious one. Of any other the platform is asked, too: that it refuses is what protects
        whoever was mistaken."""
        inquiry = AccusationPlay(self._stage, self._seen, self._facts, self._rules, self._at)
        try:
            inquiry.open(self.case_path.rpartition("/")[2])
        except Refused as refusal:
            self._seen.inquiry_refused_with = refusal.code
            if self._facts.finding == MALICIOUS:
                raise

    def _answer_clearing(self) -> None:
        facts = self._facts
        if not self._see()["clearing_asked"]:
            return
        body: Answer = {"clear": facts.clears, "words": "反映已在一定范围内造成影响。(示例)"}
        if not facts.clears:
            body |= {"ground": NO_CLEARING, "words": "没有造成影响。(示例)"}
        self._do(self._place.reviewer, "answer-clearing", body)

    # ------------------------------------------------------------------ its end

    def _close(self) -> str:
        self._do(self._place.lead, "close")
        report = self._see()
        if self._facts.clears:
            ClearingPlay(self._stage, self._seen, self._facts, self._rules, self._at)
        if report["state"] == "feedback":
            return "已办结," + self._when_due(report, "结果反馈", self._tell_result)
        self._seen.reporter_side = self._look_back()
        return "已办结"

    def _tell_result(self) -> str:
        told = {"stage": "result", "words": "您反映的问题已经办结,感谢您的监督。(示例)"}
        self._do(self._place.reviewer, "feedback", told, "feedback.result")
        self._seen.reporter_side = awaited(self._told_back, "举报人收到反馈")
        code = self._seen.reporter.code
        self._place.lead.public("/reporters/read", {"code": code}, self._key("read"))
        self._see()
        self._put(self._at + A_DAY, "回执", self._look_for_receipts)
        return "已向举报人反馈,举报人凭查询码已读"

    def _look_for_receipts(self) -> str:
        """On which day somebody read is told once it is over."""
        awaited(self._receipted, "回执")
        return "两次反馈举报人都已读"

    def _told_back(self) -> Answer | None:
        side = self._look_back()
        return side if len(side["told"]) > 1 and side["status"] == "closed" else None

    def _receipted(self) -> Answer | None:
        report = self._see()
        return report if all(each["read_at"] for each in report["feedbacks"]) else None

    def _look_back(self) -> Answer:
        """What the reporter sees by the code."""
        return self._place.lead.public("/reporters/look", {"code": self._seen.reporter.code})


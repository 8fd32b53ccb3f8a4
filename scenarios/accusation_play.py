"""The inquiry into a report that is suspected to be made up (诬告陷害核查), through its two gates, as facts
ask for it. Of any other report the platform refuses to open one."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

from rongcuo.policy.divisions import PROVINCE
from scenarios.case_play import A_MOMENT, AN_HOUR, CasePlay
from scenarios.platform import Answer, Person, awaited
from scenarios.stopping import FIRST_GATE

CASES, A_DAY = "/clarify/false-accusations", timedelta(days=1)
ELEMENTS = ("fabrication", "intent")
FACTORS = ("source", "content", "way", "moment", "relation")
DRAFT = {"facts": "所反映的事实不存在。(示例)", "fabrication": "材料系编造。(示例)",
         "intent": "明知不实仍然举报。(示例)", "mistake_excluded": "不是认识偏差。(示例)",
         "handling": "建议依规依纪处理。(示例)", "handling_kind": "discipline"}


class AccusationPlay(CasePlay):
    """Puts its acts on the agenda once the case is open."""

    def _see(self) -> Answer:
        self._seen.inquiry = self._place.lead.get(self.case_path)
        return self._seen.inquiry

    def open(self, report_id: str) -> None:
        """Raises Refused for every report that is not suspected as a whole."""
        place, managed_by = self._place, self._facts.accusation["managed_by"]
        level = "county" if self._facts.organ_id[4:6] != "00" else "prefecture"
        key = self._stage.key(f"{self._facts.key}.{report_id}", "accusation")
        opened = place.reviewer.post(CASES, {"report_id": report_id, "managed_by": managed_by or level}, key)
        self.case_path = f"{CASES}/{opened['case_id']}"
        self._later(A_MOMENT, "提请启动诬告陷害核查", self._request_beginning)

    def _request_beginning(self) -> str:
        place = self._place
        self._do(place.lead, "assign", {"officer_id": place.reviewer.officer_id})
        self._approver.come()       # in post before it is asked who decides
        self._do(place.reviewer, "request-beginning", {"grounds": "材料系编造,双方有积怨。(示例)"})
        if self._facts.stop_before == FIRST_GATE:
            return "已报上级批准启动"
        if self._see()["approver_organ_id"] != self._facts.organ_id:
            self._try_alone()
        return "已报批," + self._when_due(self._see(), "审批启动", self._answer_beginning)

    def _try_alone(self) -> None:
        """The organ that inquires cannot let itself."""
        answer = {"answer": "approved", "reasons": "同意。(示例)"}
        self._seen.gate_refused_with = self._refused_with(
            self._place.lead, "answer-beginning", answer, "own_gate")

    @property
    def _approver(self) -> Person:
        """A lead of the organ that approves, who had no hand in it, and passed no gate before."""
        case, people = self._see(), self._stage.people
        organ_id = case["approver_organ_id"]
        begun = {each["organ_id"] for each in case["approvals"] if each["answer"] == "approved"}
        if organ_id == self._facts.organ_id and organ_id in begun:      # both of its leads had a hand
            return people.lead(PROVINCE)
        taken = {self._facts.organ_id, *begun}
        return people.deputy(organ_id) if organ_id in taken else people.lead(organ_id)

    def _answer_beginning(self) -> str:
        answer = self._facts.accusation["begin"]
        self._do(self._approver, "answer-beginning", {"answer": answer, "reasons": "已审查。(示例)"})
        if self._see()["state"] != "inquiry":
            return "上级不予批准启动"
        self._later(AN_HOUR, "核查并请举报人说明", self._inquire)
        return "上级批准启动"

    def _inquire(self) -> str:
        """Evidence, both elements along the five factors, and the reporter's side."""
        reviewer = self._place.reviewer
        self._do(reviewer, "evidence", {"title": "笔迹和来源比对(示例)", "about": "与原始记录不符。(示例)"})
        evidence = [each["evidence_id"] for each in self._see()["evidence"]]
        for element, factor in product(ELEMENTS, FACTORS):
            self._do(reviewer, "weigh", {"weighing": {
                "element": element, "factor": factor, "bearing": "proves", "reasons": "证据支持。(示例)",
                "evidence": evidence}}, f"weigh.{element}.{factor}")
        self._do(reviewer, "circumstances", {"circumstances": [
            {"code": self._see()["heavier"][0]["code"], "reasons": "造成不良影响。(示例)"}]})
        self._do(reviewer, "gains", {"what": "因举报取得的岗位调整。(示例)"})
        self._do(reviewer, "ask-reporter", {"question": "请说明所反映问题的来源和依据。(示例)"})
        if self._facts.accusation["heard"]:
            self._later(AN_HOUR, "听取举报人说明", self._hear)
        else:
            self._after(self._see()["addressed"][-1]["answer_until"], "记录没有答复", self._note_silence)
        return "两项要件已就五个方面评判,已请举报人说明"

    def _hear(self) -> str:
        """What they write comes by itself; it is taken down before anything goes on."""
        self._write("没有依据,是听说的。(示例)", "answer", "unread_since")
        self._do(self._place.reviewer, "hearing", {"source": "称系听说。(示例)", "basis": "没有依据。(示例)"})
        self._confirm()
        self._do(self._place.reviewer, "draft", {"draft": DRAFT})
        self._later(AN_HOUR, "听取对拟认定的意见", self._hear_of_the_draft)
        return "已听取说明,拟认定意见已告知"

    def _hear_of_the_draft(self) -> str:
        self._write("没有意见。(示例)", "answer.draft", "unread_since")
        answer = {"words": "没有意见。(示例)", "considered": "已记录。(示例)"}
        self._do(self._place.reviewer, "draft-answer", answer)
        self._confirm()
        self._after(self._see()["answer_until"], "报请认定", self._request_finding)
        return "举报人对拟认定意见没有意见"

    def _confirm(self) -> None:
        """A second person, what was taken down of the reporter's words."""
        number = self._see()["entries"][-1]["number"]
        self._do(self._place.lead, "entry-confirmation", {"number": number}, f"confirm.{number}")

    def _note_silence(self) -> str:
        """Nobody answered in time, neither to the question nor to the draft."""
        silence = {"unheard": "no_answer", "account": "两次询问,期限内没有答复。(示例)"}
        self._do(self._place.reviewer, "unheard", silence)
        self._do(self._place.reviewer, "draft", {"draft": DRAFT})
        self._read()
        self._after(self._see()["answer_until"], "报请认定", self._request_finding)
        return "期限内没有答复,拟认定意见已告知"

    def _write(self, words: str, step: str, seen_by: str) -> None:
        """In the dialogue, by the code; `seen_by`: the field of the inquiry that shows that it has come."""
        body = {"code": self._seen.reporter.code, "text": words}
        self._place.lead.public("/reporters/write", body, self._key(step))
        awaited(lambda: seen if (seen := self._see())[seen_by] else None, "举报人写的话")

    def _read(self) -> None:
        """What was put to them last: their time begins with it."""
        code, put = {"code": self._seen.reporter.code}, self._see()["addressed"][-1]
        awaited(lambda: put if put["words"] in self._told() else None, "告知举报人的话")
        self._place.lead.public("/reporters/read", code, self._key(f"read.{put['about']}"))
        awaited(lambda: seen if (seen := self._see())["addressed"][-1]["read_at"] else None, "举报人看过")

    def _told(self) -> set[str]:
        """What the reporter sees by the code."""
        side = self._place.lead.public("/reporters/look", {"code": self._seen.reporter.code})
        return {each["words"] for each in side["told"]}

    def _after(self, day: str, what: str, do: Callable[[], str]) -> None:
        """On the morning after the last day for something."""
        self._on((date.fromisoformat(day) + A_DAY).isoformat(), what, do)

    def _request_finding(self) -> str:
        self._approver.come()
        file = {"review_opinion": "证据确实,同意报请。(示例)", "committee_on": self._at.date().isoformat()}
        self._do(self._place.reviewer, "request-finding", {"file": file})
        return self._when_due(self._see(), "审批认定", self._answer_finding)

    def _answer_finding(self) -> str:
        answer = self._facts.accusation["find"]
        self._do(self._approver, "answer-finding", {"answer": answer, "reasons": "已审查。(示例)"})
        if self._see()["state"] != "found":
            return "上级不予批准认定"
        self._read()
        case = self._see()
        if self._facts.accusation["complaint"]:
            self._later(AN_HOUR, "举报人申诉", self._complain)
        else:
            self._on(case["complain_until"], "等待申诉期满", self._let_time_pass)
        return f"上级批准认定,{case['complain_until']} 前可以申诉,未生效"

    def _complain(self) -> str:
        self._write("请求复查。(示例)", "complaint", "complaint")
        return "举报人已申诉," + self._when_due(self._see(), "申诉复查", self._answer_complaint)

    def _answer_complaint(self) -> str:
        """By others: of the organ above the one that found."""
        upheld = self._facts.accusation["complaint"] == "upheld"
        people, found_by = self._stage.people, self._see()["approver_organ_id"]
        person = people.deputy(PROVINCE) if found_by == PROVINCE else people.lead(PROVINCE)
        self._do(person, "answer-complaint", {"upheld": upheld, "reasons": "已复查。(示例)"})
        case = self._see()
        if case["state"] != "upheld":
            return "复查撤销认定"
        self._on(case["complain_until"], "等待申诉期满", self._let_time_pass)
        return "复查维持"

    def _let_time_pass(self) -> str:
        """The day after the last one on which somebody may complain."""
        self._later(AN_HOUR * 24, "认定生效并处理", self._take_effect)
        return "申诉期内,不生效"

    def _take_effect(self) -> str:
        reviewer, today = self._place.reviewer, self._at.date().isoformat()
        self._do(reviewer, "take-effect")
        handling = {"kind": "discipline", "what": "依规依纪处理。(示例)", "on": today}
        self._do(reviewer, "handling", {"handling": handling})
        for gain in self._see()["gains"]:
            self._do(reviewer, "undo-gain", {"gain_id": gain["gain_id"], "how": "已纠正。(示例)",
                                             "undone_on": today}, f"undo-gain.{gain['gain_id']}")
        self._do(reviewer, "conclude")
        self._see()
        return "申诉期满,认定生效,已处理并纠正"

"""The care reminder card (关爱提醒卡) to somebody who was tolerated, where a scenario expects one."""

from datetime import datetime, timedelta

from scenarios.followup_play import PROGRAMMES
from scenarios.people import Place
from scenarios.platform import Answer, awaited
from scenarios.stage import Seen, Stage

EXPECTED = "care_card_delivered"
YEARS = "/followup/years"
AN_HOUR = timedelta(hours=1)


class CarePlay:
    """Sends it to the programme that the determination has opened by itself; the person reads it."""

    def __init__(self, stage: Stage, seen: Seen, place: Place, at: datetime) -> None:
        self._stage, self._seen, self._place, self._year = stage, seen, place, at.year
        stage.agenda.put(at + AN_HOUR, seen.scenario.id, "发关爱提醒卡", self._send)

    def _opened(self) -> Answer | None:
        lead, case_id = self._place.lead, self._seen.determination["case_id"]
        lines = lead.get(PROGRAMMES, tab="organ", limit=200)["lines"]
        found = (lead.get(f"{PROGRAMMES}/{line['case_id']}") for line in lines)
        return next((each for each in found if each["basis"]["source_id"] == case_id), None)

    def _send(self) -> str:
        path = f"{PROGRAMMES}/{awaited(self._opened, '回访教育')['case_id']}"
        lead, reviewer, filer = self._place.lead, self._place.reviewer, self._place.filer
        lead.post(f"{path}/assign", {"officer_id": reviewer.officer_id}, self._key("assign"))
        reviewer.post(f"{path}/care-card", {
            "words": "经研究，予以容错。(示例)", "reminders": "以后先报批再开工。(示例)",
            "contact": "承办人(示例)"}, self._key("send"))
        self._seen.card_letter = awaited(self._letter, "关爱提醒卡")
        filer.post(f"{path}/care-card/read", {}, self._key("read"))
        self._seen.programme = lead.get(path)
        self._look_at_record()
        return f"已发出，本人收到文书并已阅 {self._seen.programme['card']['read_at']}"

    def _look_at_record(self) -> None:
        """A lead opens the person's record, who sees that, adds a remark and asks for a correction; the
        organ's year of visits is planned."""
        lead, reviewer, filer = self._place.lead, self._place.reviewer, self._place.filer
        record = f"/followup/records/{filer.officer_id}"
        lead.get(record)
        filer.post(f"{record}/remarks", {"words": "当时情况紧急，已补齐手续。(示例)"}, self._key("remark"))
        filer.post(f"{record}/corrections", {
            "fact": {"kind": "determination", "matter_id": self._seen.determination["case_id"]},
            "words": "事项名称有一个错字，请核对。(示例)"}, self._key("correct"))
        if not any(each["year"] == self._year for each in reviewer.get(YEARS)["lines"]):
            made = reviewer.post(YEARS, {"year": self._year}, self._key("year"))
            lead.post(f"{YEARS}/{made['case_id']}/approve-plan", {}, self._key("approve"))

    def _letter(self) -> Answer | None:
        """As the person has it."""
        programme = self._opened() or {"case_id": ""}
        mine = self._place.filer.get("/letters", matter_id=programme["case_id"])["letters"]
        return next((each for each in mine if each["kind"] == "followup.care_card"), None)

    def _key(self, step: str) -> str:
        return self._stage.key(f"{self._seen.scenario.id}.care", step)

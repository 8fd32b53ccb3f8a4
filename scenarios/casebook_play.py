"""A concluded determination becomes a typical case (典型案例) that names nobody, where one is expected:
written by who handled it, masked, confirmed by two others, published, found and read. One that is told by
hand waits for its second check."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from scenarios.facts import Scenario
from scenarios.moments import moment_of
from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused
from scenarios.stage import Seen, Stage

EXPECTED: Final = "casebook_entry_deidentified"
CASEBOOK, GUIDES, AREA = "/followup/casebook", "/followup/guides", "general"
TWO_HOURS: Final = timedelta(hours=2)
NOTHING: Final = {"unit_kind": "", "post_level": "", "field": "", "place": "", "month": "", "situation": ""}
SOUGHT: Final = "主动补办"


class CasebookPlay:
    """Puts its act on the stage's agenda, after the decision."""

    def __init__(self, stage: Stage, seen: Seen, place: Place, at: datetime) -> None:
        self._stage, self._seen, self._place = stage, seen, place
        stage.agenda.put(at + TWO_HOURS, seen.scenario.id, "编写典型案例", self._tell)

    def _tell(self) -> str:
        lead, case = self._place.lead, self._seen.determination
        made, masks = self._begun({"kind": "determination", "source_id": case["case_id"],
                                   "text": self._text(case)})
        path = f"{CASEBOOK}/{made['case_id']}"
        self._describe(path, {**NOTHING, "unit_kind": "department", "post_level": "head",
                              "place": self._seen.scenario.place}, "closely")
        self._name_checkers(path)
        self._seen.too_few_refused_with = _refused_with(lambda: self._confirm(path, lead, "closely"))
        self._describe(path, NOTHING, "widely")
        for person in (lead, self._place.second_reviewer):
            self._confirm(path, person, person.officer_id)
        lead.post(f"{path}/publish", {}, self._key("publish"))
        self._see(path)
        return f"{made['number']} 已发布：脱敏 {masks} 处，两人审核；说得太细的，系统不予通过"

    def _begun(self, told: Mapping[str, Any]) -> tuple[Answer, int]:
        """With how many words are masked: all that the platform proposes."""
        writer = self._place.reviewer
        made = writer.post(CASEBOOK, {**told, "area": AREA}, self._key("begin"))
        path = f"{CASEBOOK}/{made['case_id']}"
        writer.post(f"{path}/propose-masks", {}, self._key("propose"))
        masks = writer.get(path)["masks"]
        writer.post(f"{path}/decide-masks", {"decisions": [
            {"number": each["number"], "choice": "mask"} for each in masks]}, self._key("decide"))
        return made, len(masks)

    def _name_checkers(self, path: str) -> None:
        lead, second = self._place.lead, self._place.second_reviewer
        lead.post(f"{path}/checkers", {"officer_ids": [lead.officer_id, second.officer_id]},
                  self._key("checkers"))

    def _text(self, case: Answer) -> Mapping[str, Any]:
        """As it was: nothing is left out that is to be masked."""
        subject, act = case["subject"], case["act"]
        remedy = "、".join(self._seen.scenario.given.get("remedy", ()))
        return {"title": f"{subject['name']}容错免责案(示例)", "keywords": ["容错", "主动补办"],
                "gist": "为加快重点项目建设、主动补办手续的，可以容错。(示例)",
                "facts": f"{subject['unit']}{subject['name']}：{act['what']}，{act['since']}起。"
                         f"{f'事后{remedy}。' if remedy else ''}见{case['number']}。(示例)",
                "meaning": "出于公心、主动补办、没有谋利的，依规予以容错。(示例)",
                "factors": ["动机", "挽回损失"], "risks": ["用地指标没有落实就开工"]}

    def _describe(self, path: str, told: Mapping[str, str], step: str) -> None:
        self._place.reviewer.post(f"{path}/describe", {"area": AREA, "combination": told},
                                  self._key(f"describe.{step}"))

    def _confirm(self, path: str, person: Person, step: str) -> None:
        person.post(f"{path}/confirm", {}, self._key(f"confirm.{step}"))

    def _see(self, path: str) -> None:
        """As everybody reads it, who looks for it."""
        reader = self._stage.people.supervisor
        found = reader.get(CASEBOOK, search=SOUGHT)["lines"]
        self._seen.casebook_entry = reader.get(path)
        self._seen.casebook_found = any(path.endswith(each["case_id"]) for each in found)
        self._seen.casebook_guide = reader.get(f"{GUIDES}/{AREA}")

    def _key(self, step: str) -> str:
        return self._stage.key(f"{self._seen.scenario.id}.casebook", step)


class WaitingEntryPlay(CasebookPlay):
    """Of a case that somebody tells by hand: one has confirmed it, the other not yet."""

    def _tell(self) -> str:
        given = self._seen.scenario.given
        made, masks = self._begun({"kind": "hand", "names": given["names"], "text": given["typical_case"]})
        path = f"{CASEBOOK}/{made['case_id']}"
        self._describe(path, NOTHING, "widely")
        self._name_checkers(path)
        self._confirm(path, self._place.lead, "first")
        return f"{made['number']} 脱敏 {masks} 处，一审通过，等二审"


def told_at(scenario: Scenario) -> datetime | None:
    """When a case is told by hand, if one is."""
    return moment_of(scenario.chosen.get("told_at"))


def _refused_with(act: Callable[[], None]) -> str:
    """The code with which the platform says no; empty where it lets it be."""
    try:
        act()
    except Refused as refusal:
        return refusal.code
    return ""


def is_deidentified(_: Stage, seen: Seen, expected: Any) -> bool:
    """Published, found, in the guide, and of what the case names nothing is left; told too closely it was
    refused."""
    entry, case = seen.casebook_entry, seen.determination
    if not entry or not case:
        return expected is False
    shown = repr((entry["text"], entry["title"]))
    named = (case["subject"]["name"], case["subject"]["unit"], case["number"], case["act"]["since"])
    in_guide = entry["case_id"] in {each["case_id"] for each in seen.casebook_guide.get("entries", ())}
    safe = entry["state"] == "published" and not any(each in shown for each in named)
    return bool(safe and in_guide and seen.casebook_found
                and seen.too_few_refused_with == "followup.entry_fits_too_few") is expected


CHECKS = {EXPECTED: is_deidentified}

"""在谁手里: who has a matter now. Review says who has to act next; what has left somebody is not theirs."""

from collections.abc import Callable, Mapping

from flask import g
from flask_babel import gettext, lazy_gettext

from services.gateway.console.page.backend import Answer, organ_name
from services.gateway.console.page.labels import Words, word
from services.gateway.console.page.language import in_sentence

PLACES: Words = {
    "assignment": lazy_gettext("待分派"),
    "team_forming": lazy_gettext("负责人（待组成调查组）"),
    "filer": lazy_gettext("报备人（待补正）"),
    "convening": lazy_gettext("负责人（待召集联席会议）"),
    "meeting": lazy_gettext("联席会议"),
    "decision": lazy_gettext("负责人（待作出认定）"),
    "appeal": lazy_gettext("在申诉中"),
    "nobody": lazy_gettext("已办结"),
}
APPEALS: Words = {
    "lodged": lazy_gettext("负责人（待组成复核组）"),
    "reviewed": lazy_gettext("复核组"),
    "decided": lazy_gettext("已办结"),
    "withdrawn": lazy_gettext("已办结"),
}


def held(line: Answer) -> str:
    """Who has what stands in a list."""
    if line["held_by"] == "handler":
        return str(line["assignee_name"]) or str(PLACES["assignment"])
    return word(PLACES, line["held_by"])


def holder_of(matter: Answer) -> str:
    """Who has a matter that is shown by itself; another organ by its name, a team by how many they are."""
    if matter["held_by"] == "assignment" and matter["organ_id"] != g.person["organ_id"]:
        return gettext("%(organ)s（待分派）", organ=organ_name(matter["organ_id"]))
    if matter["held_by"] == "handler" and matter["state"] == "verification" and len(matter["team"]) > 1:
        return gettext("%(name)s 等 %(n)s 人", name=matter["assignee_name"], n=len(matter["team"]))
    return held(matter)


def holder_in_sentence(holder: str) -> str:
    """Who has it, behind other words of a sentence: a name stays as it is written."""
    ours = {str(word) for word in (*PLACES.values(), *APPEALS.values())}
    return in_sentence(holder) if holder in ours else holder


def appeal_holder(appeal: Answer) -> str:
    """Who has an appeal."""
    return word(APPEALS, appeal["state"])


def task_holder(task: Answer) -> str:
    """Who has a task; what waits in an organ's queue, for whom it waits."""
    if "/" not in task["owner_id"]:
        return str(task["owner"])
    if task["matter_kind"] == "appeal":
        return str(APPEALS["lodged"])
    return gettext("审查负责人") if task["owner_id"].endswith("/lead") else str(PLACES["assignment"])


def filing_holder(filing: Answer, case: Answer | None) -> str:
    """Who has a filing: while it is being reviewed, whoever review says."""
    found = OF_FILINGS.get(filing["state"])
    if found:
        return found(filing)
    return holder_of(case) if case else str(PLACES["assignment"])


def held_by(filing: Answer, case: Answer | None) -> str:
    """The same as review's word for who has to act."""
    if filing["state"] in ("draft", "supplement_requested"):
        return "filer"
    return "nobody" if filing["state"] in OF_FILINGS else str(case["held_by"]) if case else "assignment"


def _filer(filing: Answer) -> str:
    return str(filing["filer_name"])


def _over(_: Answer) -> str:
    return str(PLACES["nobody"])


OF_FILINGS: Mapping[str, Callable[[Answer], str]] = {
    "draft": _filer, "supplement_requested": _filer,
    "accepted": lambda filing: gettext("%(name)s（已入备案库）", name=filing["filer_name"]),
    "declined": _over, "withdrawn": _over, "expired": _over, "discarded": _over,
}
"""What is not here is under review."""

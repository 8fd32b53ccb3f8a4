"""A matter's history as people read it: what happened, who did it and when, and what was said with it; what
the platform itself wrote there, in the reader's language."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.actor import SYSTEM
from services.gateway.console.case.gaps import FIELD, acknowledged_words
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.dates import moment
from services.gateway.console.page.labels import VERBS, Words, word

OF_THE_FILER = frozenset({"supplement", "object"})  # filing notes when it was said, review when it was heard
_LAPSED: Words = {
    "（有关表决作废，重新投票）": lazy_gettext("（有关表决作废，重新投票）"),
    "（已签的纪要作废，重新会签）": lazy_gettext("（已签的纪要作废，重新会签）"),
}
OURS: Mapping[str, Words] = {   # with what the platform ends the note of a step, behind what is people's
    "post_ended": {
        "任职结束": lazy_gettext("任职结束"),
        "任职结束，退回待分派": lazy_gettext("任职结束，退回待分派"),
        "任职结束，由其余人员继续办理": lazy_gettext("任职结束，由其余人员继续办理"), **_LAPSED},
    "hand_up": {
        "本机关已没有可以办理的人员，自动移送上级机关": lazy_gettext(
            "本机关已没有可以办理的人员，自动移送上级机关"),
        "本机关没有可以组成复核组或者答复回避申请的负责人，由上级机关办理": lazy_gettext(
            "本机关没有可以组成复核组或者答复回避申请的负责人，由上级机关办理")},
    "ballots_differ": {"选票与账本中的承诺不符，表决作废，重新投票": lazy_gettext(
        "选票与账本中的承诺不符，表决作废，重新投票")},
    "name_chair": {"（改由%(name)s主持）": lazy_gettext("（改由%(name)s主持）"), **_LAPSED},
    "recuse_member": _LAPSED, "adjourn": _LAPSED,
    "drop": {"退出议程": lazy_gettext("退出议程")},
}
REASONS: Words = {"依规回避": lazy_gettext("依规回避")}    # of a recusal, where it is the platform's
_NAME = re.escape("%(name)s")
_ENDS = {what: [(re.compile(re.escape(chinese).replace(_NAME, "(?P<name>[^（）]+)") + r"\Z"), said)
                for chinese, said in words.items()] for what, words in OURS.items()}


def timeline_of(filing: Answer, case: Answer | None) -> list[dict[str, Any]]:
    """Newest last; the same step told by both services is shown once, by the person who took it."""
    reviewed = [entry for entry in (case["history"] if case else ()) if entry["what"] not in OF_THE_FILER]
    by_people_last = sorted([*filing["history"], *reviewed],
                            key=lambda entry: entry["actor_id"] != SYSTEM.officer_id)
    told = {(entry["what"], entry["at"]): entry for entry in by_people_last}
    return [{"what": entry["what"], "who": _who(entry), "at": entry["at"], "note": _note(entry)}
            for entry in sorted(told.values(), key=lambda entry: str(entry["at"]))]


def told_by(matter: Answer, words: Mapping[str, str] = MappingProxyType({})) -> list[dict[str, Any]]:
    """What a case, a meeting or an appeal remembers, oldest first; codes in its notes by their `words`."""
    return [{"what": f"case.{entry['what']}" if f"case.{entry['what']}" in VERBS else entry["what"],
             "who": _who(entry), "at": entry["at"], "note": words.get(entry["note"]) or _note(entry)}
            for entry in matter["history"]]


def platform_words(note: str, what: str) -> str:
    """The note of a step: what somebody wrote as it is, what the platform ended it with in the reader's
    language."""
    theirs, ours = note, ""
    while ended := _ended(theirs, what):
        begins, said = ended
        theirs, ours = theirs[:begins], said + ours
    return theirs + ours


def _ended(note: str, what: str) -> tuple[int, str] | None:
    found = ((ends.search(note), said) for ends, said in _ENDS.get(what, ()))
    return next(((end.start(), str(said) % end.groupdict()) for end, said in found if end), None)


def _note(entry: Answer) -> str:
    note = str(entry["note"])
    if entry["what"] == FIELD:
        return acknowledged_words(note)
    if entry["what"] == "new_calendar":
        return moment(note) if note else ""
    return word(VERBS, note) if entry["what"] == "decision_too_late" else platform_words(note, entry["what"])


def _who(entry: Answer) -> str:
    return gettext("系统") if entry["actor_id"] == SYSTEM.officer_id else str(entry["actor_name"])

"""The rules of a determination. Sheets older than these rules have none of them; cases that were opened under
such a pack still have to find it, so there it is filled with what asks for little."""

from types import MappingProxyType

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.reading.terms import limit
from rongcuo.policy.pack.terms import AppealRule, AssessmentRule, Barred, JointMeetingRule, OrganMarks
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.yaml_reader import Entry

SECTIONS = frozenset({"assessment", "joint_meeting", "appeal", "organ_marks"})
EARLIER = Source("示例：本版政策包早于容错认定规则", Standing.ILLUSTRATIVE)
A_MONTH = Limit(30, LimitUnit.DAYS, EARLIER)
CONCLUDE = Limit(3, LimitUnit.WORKDAYS, Source(
    "示例：联席会议表决和会签的期限，未找到公开出处", Standing.ILLUSTRATIVE))
PANEL = 3


def are_there(sheet: Entry) -> bool:
    """Whether the place has rules of determination on this day. They come all together."""
    return any(sheet.has(name) for name in SECTIONS)


def assessment(sheet: Entry) -> AssessmentRule:
    if not are_there(sheet):
        return AssessmentRule(MappingProxyType({}), EARLIER)
    entry = sheet.at("assessment")
    entry.mapping(frozenset({"sets", "source"}))
    sets = {name: assessors.whole(1, 20) for name, assessors in entry.at("sets").mapping().items()}
    return AssessmentRule(MappingProxyType(sets), entry.at("source").source())


def joint_meeting(sheet: Entry) -> JointMeetingRule:
    if not are_there(sheet):
        return JointMeetingRule(frozenset(), CONCLUDE, EARLIER)
    entry = sheet.at("joint_meeting")
    entry.mapping(frozenset({"barred", "conclude_within", "source"}))
    barred = frozenset(each.one_of(Barred).value for each in entry.at("barred").each())
    within = limit(entry.at("conclude_within")) if entry.has("conclude_within") else CONCLUDE
    return JointMeetingRule(barred, within, entry.at("source").source())


def appeal(sheet: Entry) -> AppealRule:
    if not are_there(sheet):
        return AppealRule(A_MONTH, A_MONTH, PANEL, False, EARLIER)
    entry = sheet.at("appeal")
    entry.mapping(frozenset({"lodge_within", "decide_within", "panel_at_least", "panel_odd", "source"}))
    least = entry.at("panel_at_least").whole(1, 15)
    odd = entry.has("panel_odd") and entry.at("panel_odd").flag()
    if odd and least % 2 == 0:     # of a panel that speaks, no more are named than are missing
        entry.at("panel_at_least").wrong("should be odd where `panel_odd` is true")
    return AppealRule(limit(entry.at("lodge_within")), limit(entry.at("decide_within")), least, odd,
                      entry.at("source").source())


def organ_marks(sheet: Entry) -> OrganMarks:
    if not are_there(sheet):
        return OrganMarks("{organ}", MappingProxyType({}), EARLIER)
    entry = sheet.at("organ_marks")
    marks = {organ: mark.text() for organ, mark in entry.mapping().items() if organ != "source"}
    if "{organ}" not in marks.get("general", ""):
        entry.wrong("needs `general`, the mark of every other organ, with {organ} where its id comes in")
    return OrganMarks(marks.pop("general"), MappingProxyType(marks), entry.at("source").source())

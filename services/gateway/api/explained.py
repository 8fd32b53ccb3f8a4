"""Why a day counts or does not, in words."""

from collections.abc import Mapping

from rongcuo.policy.calendar import DayKind
from rongcuo.policy.deadline import ExplainedDay, Why

_WORDS: Mapping[Why, tuple[str, str]] = {
    Why.WORKDAY: ("工作日，第 {count} 天", "working day {count}"),
    Why.ADJUSTED_WORKDAY: ("调休上班（{name}），第 {count} 天", "adjusted working day ({name}), day {count}"),
    Why.CALENDAR_DAY: ("自然日，第 {count} 天", "calendar day {count}"),
    Why.START_DAY: ("起算当日不计", "the day it began is not counted"),
    Why.WEEKEND: ("周末，不计", "weekend, not counted"),
    Why.HOLIDAY: ("{name}放假，不计", "holiday ({name}), not counted"),
    Why.LOCAL_HOLIDAY: ("{name}（本地假日），不计", "local holiday ({name}), not counted"),
    Why.STATUTORY: ("{name}（法定节日），不计", "statutory festival ({name}), not counted"),
    Why.SUSPENDED: ("计时暂停，不计", "the clock stood still, not counted"),
    Why.MOVED: ("到期日逢休息日，顺延至此", "the limit ended on a day off and moved here"),
}


_UNSURE = ("（该年放假安排尚未发布，暂定）", " (provisional: that year's arrangement is not published)")


def sentence(told: ExplainedDay) -> tuple[str, str]:
    """Chinese and English; of a day that may still turn out otherwise, why."""
    zh, en = _WORDS[told.why]
    if told.kind in (DayKind.UNPUBLISHED, DayKind.STATUTORY):
        zh, en = zh + _UNSURE[0], en + _UNSURE[1]
    return zh.format(name=told.name, count=told.count), en.format(name=told.name, count=told.count)

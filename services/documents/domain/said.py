"""How days, lists and choices are said in a letter."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rongcuo.policy.limit import Limit, LimitUnit

ZONE = ZoneInfo("Asia/Shanghai")
UNITS = {LimitUnit.WORKDAYS: "个工作日", LimitUnit.DAYS: "日", LimitUnit.MONTHS: "个月"}
FORMS = ("", "第一种形态", "第二种形态", "第三种形态", "第四种形态")


def day(at: date | datetime | None) -> str:
    """2026年3月3日, of a moment its local day; empty for none."""
    if at is None:
        return ""
    local = at.astimezone(ZONE).date() if isinstance(at, datetime) else at
    return f"{local.year}年{local.month}月{local.day}日"


def period(limit: Limit) -> str:
    """30日, 10个工作日."""
    return f"{limit.amount}{UNITS[limit.unit]}"


def listed(parts: Iterable[str], between: str = "、") -> str:
    """One after another, without a full stop in the middle."""
    return between.join(part.strip().rstrip("。；") for part in parts if part.strip())

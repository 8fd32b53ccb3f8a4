"""暂停计时. After how long the leads look at it again, and how long a stage stands still at most. A sheet
that says nothing of them has these times, which rest on no source."""

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.reading.terms import limit
from rongcuo.policy.pack.terms import SuspensionRule
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.yaml_reader import Entry

EARLIER = Source("示例：暂停计时多久后再提请负责人查看，未找到公开出处", Standing.ILLUSTRATIVE)
LOOK_AGAIN = Limit(10, LimitUnit.WORKDAYS, EARLIER)
AT_MOST = Limit(6, LimitUnit.MONTHS, Source("示例：暂停计时最长多久，未找到公开出处", Standing.ILLUSTRATIVE))


def suspension(sheet: Entry) -> SuspensionRule:
    if not sheet.has("suspension"):
        return SuspensionRule(LOOK_AGAIN, AT_MOST, EARLIER)
    entry = sheet.at("suspension")
    entry.mapping(frozenset({"look_again_after", "at_most", "source"}))
    at_most = limit(entry.at("at_most")) if entry.has("at_most") else AT_MOST
    return SuspensionRule(limit(entry.at("look_again_after")), at_most, entry.at("source").source())

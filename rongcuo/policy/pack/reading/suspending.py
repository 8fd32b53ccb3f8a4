"""暂停计时. After how long the leads look at it again; a sheet that says nothing of it has this time, which
rests on no source."""

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.reading.terms import limit
from rongcuo.policy.pack.terms import SuspensionRule
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.yaml_reader import Entry

EARLIER = Source("示例：暂停计时多久后再提请负责人查看，未找到公开出处", Standing.ILLUSTRATIVE)
LOOK_AGAIN = Limit(10, LimitUnit.WORKDAYS, EARLIER)


def suspension(sheet: Entry) -> SuspensionRule:
    if not sheet.has("suspension"):
        return SuspensionRule(LOOK_AGAIN, EARLIER)
    entry = sheet.at("suspension")
    entry.mapping(frozenset({"look_again_after", "source"}))
    return SuspensionRule(limit(entry.at("look_again_after")), entry.at("source").source())

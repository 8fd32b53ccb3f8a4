"""What is said before a step, and what that does to it. A sheet that says nothing of it refuses nothing."""

from types import MappingProxyType

from rongcuo.policy.gaps import Force, Gap
from rongcuo.policy.pack.terms import GapRule
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.yaml_reader import Entry

EARLIER = Source("示例：本版政策包没有规定办理前的提醒，只提醒，不拦下", Standing.ILLUSTRATIVE)


def gaps(sheet: Entry) -> GapRule:
    """`acknowledge` and `refuse` list gaps; whatever is in neither is only said."""
    if not sheet.has("gaps"):
        return GapRule(MappingProxyType({}), EARLIER)
    entry = sheet.at("gaps")
    entry.mapping(frozenset({"acknowledge", "refuse", "source"}))
    forces = {each.one_of(Gap): force for force in (Force.ACKNOWLEDGE, Force.REFUSE)
              if entry.has(force.value) for each in entry.at(force.value).each()}
    return GapRule(MappingProxyType(forces), entry.at("source").source())

"""对不予受理的异议. Every place has one; a sheet that says nothing of it has these periods and this letter,
none of which rests on a source."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from rongcuo.policy.limit import Limit, LimitUnit
from rongcuo.policy.pack.reading.terms import limit
from rongcuo.policy.pack.terms import Letter, ObjectionRule
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.yaml_reader import Entry

EARLIER = Source("示例：对不予受理的异议，期限和文书均未找到公开出处", Standing.ILLUSTRATIVE)
LODGE, DECIDE = Limit(10, LimitUnit.WORKDAYS, EARLIER), Limit(10, LimitUnit.WORKDAYS, EARLIER)
BODY = """{filer}：
你单位对“{matter}”（编号{number}）不予受理决定提出的异议，已由没有参与原决定的人员审查。
审查结论：{outcome}
理由：{reasons}
重新审查的期限：{due_on}
提出异议没有使你单位的处境比原决定更不利。完善方案、补充材料后，可以重新报备。
本决定于{decided_on}作出。
"""
LETTERS: Mapping[str, Letter] = MappingProxyType({"objection_decision": Letter(
    "objection_decision", "异议审查决定书", "Decision on an objection", "异议审查决定书", BODY, EARLIER)})
RIGHT = ("不服本决定的，可以在{objection_until}前（含当日）登录本平台，向{organ}提出一次异议，写明理由。"
         "由没有参与本决定的人员审查，结果不会比本决定更不利。")


def told(letters: Mapping[str, Letter]) -> Mapping[str, Letter]:
    """With the letters of ours, and with the right to object in each refusal that does not speak of it."""
    refusal = letters.get("rejection_decision")
    if refusal is None or "{objection_until}" in refusal.body:
        return MappingProxyType({**LETTERS, **letters})
    telling = replace(refusal, body=f"{refusal.body.rstrip()}\n{RIGHT}\n")
    return MappingProxyType({**LETTERS, **letters, refusal.code: telling})


def objection(sheet: Entry) -> ObjectionRule:
    if not sheet.has("objection"):
        return ObjectionRule(LODGE, DECIDE, EARLIER)
    entry = sheet.at("objection")
    entry.mapping(frozenset({"lodge_within", "decide_within", "source"}))
    return ObjectionRule(limit(entry.at("lodge_within")), limit(entry.at("decide_within")),
                         entry.at("source").source())

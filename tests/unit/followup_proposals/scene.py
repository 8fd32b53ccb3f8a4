"""A proposal of 牟定 (532323) to a unit there, at each of its steps. Nobody here is real."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    Aspect,
    AspectMark,
    ProposalAddressee,
    ProposalKind,
    ProposalMark,
    ProposalText,
    RectificationMeasure,
    RepliedRule,
)
from rongcuo.contracts.followup import ProposalState as State
from rongcuo.policy.calendar import ZONE
from services.followup.domain.proposal import Proposal
from tests.unit.followup import scene as programmes
from tests.unit.followup.scene import DIVISION, LEAD, ORGAN, WANG, ZHAO, officer

HEAD = officer("head", Role.LEAD)
UNIT, RENAMED = "牟定县水务局", "牟定县水利局"
UNIT_PERSON = officer("shui", Role.FILER, unit=UNIT)
MOVED_ON = Actor("shui", "shui某", ORGAN, DIVISION, RENAMED, frozenset({Role.FILER}), (UNIT,))
ELSEWHERE = officer("lin", Role.FILER, unit="牟定县林草局")
OTHER_COUNTY = officer("far", Role.FILER, unit=UNIT, organ_id="532324")
EVERYBODY = (*programmes.EVERYBODY, HEAD, UNIT_PERSON, ELSEWHERE, OTHER_COUNTY)
TO = ProposalAddressee(unit=UNIT, organ_id=ORGAN, contact_id="shui")
TEXT = ProposalText(
    kind=ProposalKind.SUPERVISION, title="关于规范应急物资调用的监察建议", addressee=TO,
    found_by="办理容错认定时发现", problems="调用物资没有事后补报的期限", causes="制度没有规定",
    suggestions=("制定应急物资调用办法", "补报以前的调用"), copied_to="县政府办", problem_id="q1",
    problem_code="wuzi", reply_days=30)
START = datetime(2026, 3, 2, 10, tzinfo=ZONE)
PACK, CALENDAR = programmes.PACK, programmes.RULES.calendar(DIVISION)
MEASURES = (RectificationMeasure(suggestion=1, what="起草办法", owner="李某", until=date(2026, 3, 20)),
            RectificationMeasure(suggestion=2, what="补报", owner="周某", until=date(2026, 3, 16)))
RULE = RepliedRule(title="应急物资调用办法", text="调用后三日内补报。", on=date(2026, 3, 18))


def refused(act: Callable[[], object]) -> str:
    """With which code."""
    with pytest.raises(CaseError) as found:
        act()
    return found.value.code


def at(days: int) -> datetime:
    """So many days after the draft."""
    return START + timedelta(days=days)


def by(actor: Actor, now: datetime = START) -> Occasion:
    return Occasion(actor, now, PACK, CALENDAR)


def marks(mark: ProposalMark = ProposalMark.PASSED) -> tuple[AspectMark, ...]:
    """The first aspect as said, the others passed."""
    first, *others = Aspect
    return (AspectMark(aspect=first, mark=mark, reason="看了材料"),
            *(AspectMark(aspect=each, mark=ProposalMark.PASSED, reason="看了现场") for each in others))


def drafted(content: ProposalText = TEXT) -> Proposal:
    return Proposal.draft("b1", "拟稿〔2026〕1号", content, ORGAN, DIVISION, by(WANG))


def reviewed(content: ProposalText = TEXT) -> Proposal:
    proposal = drafted(content)
    proposal.review("同意", by(ZHAO))
    return proposal


def approved(content: ProposalText = TEXT) -> Proposal:
    proposal = reviewed(content)
    proposal.approve("云容532323监建〔2026〕1号", by(HEAD))
    return proposal


def delivered(content: ProposalText = TEXT) -> Proposal:
    proposal = approved(content)
    proposal.deliver(by(WANG))
    return proposal


def acknowledged(content: ProposalText = TEXT) -> Proposal:
    proposal = delivered(content)
    proposal.acknowledge("李某", (), by(UNIT_PERSON, at(1)))
    return proposal


def planned(content: ProposalText = TEXT) -> Proposal:
    proposal = acknowledged(content)
    proposal.plan(MEASURES, (), by(UNIT_PERSON, at(3)))
    return proposal


def replied() -> Proposal:
    proposal = planned()
    answer(proposal, at(20))
    return proposal


def answer(proposal: Proposal, now: datetime) -> None:
    proposal.reply("办法已印发，补报完成", (RULE,), (), by(UNIT_PERSON, now))


def evaluated(mark: ProposalMark = ProposalMark.PASSED) -> Proposal:
    proposal = replied()
    proposal.evaluate(marks(mark), mark, "总的看法", by(WANG, at(22)))
    return proposal


def returned() -> Proposal:
    proposal = evaluated(ProposalMark.FAILED)
    proposal.send_again("补报不全", by(LEAD, at(23)))
    return proposal


def failed_again() -> Proposal:
    proposal = returned()
    answer(proposal, at(30))
    proposal.evaluate(marks(ProposalMark.FAILED), ProposalMark.FAILED, "仍不合格", by(WANG, at(31)))
    return proposal


def referred() -> Proposal:
    proposal = failed_again()
    proposal.refer("牟定县人民政府", "两次不合格", by(LEAD, at(32)))
    return proposal


def closed() -> Proposal:
    proposal = evaluated()
    proposal.close("已整改到位", by(LEAD, at(23)))
    return proposal


def once_looked_back() -> Proposal:
    proposal = closed()
    proposal.look_back("没有反弹", (), by(WANG, at(110)))
    return proposal


def looked_back() -> Proposal:
    proposal = once_looked_back()
    proposal.look_back("一年后仍执行", (), by(WANG, at(380)))
    return proposal


def recurred() -> Proposal:
    proposal = closed()
    proposal.recur("又有调用没有补报", by(WANG, at(120)))
    return proposal


def withdrawn() -> Proposal:
    proposal = delivered()
    proposal.withdraw("另有安排", by(LEAD, at(1)))
    return proposal


def on_paper(content: ProposalText = TEXT) -> ProposalText:
    """To a unit of which nobody has an account to be told by."""
    return replace(content, addressee=replace(TO, contact_id=""))


CASES: Mapping[State, Callable[[], Proposal]] = {
    State.DRAFT: drafted, State.REVIEWED: reviewed, State.APPROVED: approved, State.DELIVERED: delivered,
    State.ACKNOWLEDGED: acknowledged, State.PLANNED: planned, State.REPLIED: replied,
    State.EVALUATED: evaluated, State.RETURNED: returned, State.REFERRED: referred, State.CLOSED: closed,
    State.ONCE_LOOKED_BACK: once_looked_back, State.LOOKED_BACK: looked_back, State.RECURRED: recurred,
    State.WITHDRAWN: withdrawn}
NOW: Mapping[State, datetime] = {     # a moment at which each of them stands so
    **dict.fromkeys((State.DRAFT, State.REVIEWED, State.APPROVED, State.DELIVERED), START),
    State.ACKNOWLEDGED: at(2), State.PLANNED: at(4), State.REPLIED: at(21), State.EVALUATED: at(23),
    State.RETURNED: at(24), State.REFERRED: at(40), State.CLOSED: at(100), State.ONCE_LOOKED_BACK: at(300),
    State.LOOKED_BACK: at(400), State.RECURRED: at(130), State.WITHDRAWN: at(2)}

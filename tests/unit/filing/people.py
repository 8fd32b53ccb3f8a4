"""The people and the matter that the tests of filing tell of: the county of Yiliang, in May 2026."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import Beneficiaries, CollectiveDecision, FilingContent, ForeseenRisk, Interest
from rongcuo.contracts.review import ObjectionDecided, ReviewAccepted, ReviewDeclined, SupplementRequested
from rongcuo.policy.pack import PackStore

ZONE = ZoneInfo("Asia/Shanghai")
YILIANG = "530125"
MAY_6 = datetime(2026, 5, 6, 11, 0, tzinfo=ZONE)  # a Wednesday, the first working day after the holidays
NEGATIVE_LIST = tuple(PackStore().in_force(YILIANG, MAY_6.date()).negative_list)
HOUSING = "县住房和城乡建设局"


def officer(officer_id: str, *roles: Role, organ_id: str = YILIANG, unit: str = "县纪委监委") -> Actor:
    return Actor(officer_id, f"{officer_id}同志", organ_id, organ_id[:6], unit, frozenset(roles))


FILER = officer("zhao", Role.FILER, unit=HOUSING)
COLLEAGUE = officer("qian", Role.FILER, unit=HOUSING)
STRANGER = officer("sun", Role.FILER, unit="县交通运输局")
NAMESAKE = officer("li", Role.FILER, organ_id="530127", unit=HOUSING)
REVIEWER = officer("zhou", Role.REVIEWER)
LEAD = officer("wu", Role.LEAD)
NEIGHBOUR = officer("zheng", Role.LEAD, organ_id="530127")
CITY = officer("wang", Role.SUPERVISOR, organ_id="530100")
OTHER_CITY = officer("feng", Role.SUPERVISOR, organ_id="530300")
PROVINCE = officer("chen", Role.SUPERVISOR, organ_id="530000")
OPERATOR = officer("chu", Role.OPERATOR)
REGISTRAR = officer("wei", Role.REGISTRAR)


def content(**changes: Any) -> FilingContent:
    """A filing that the pack of Yiliang has nothing against."""
    whole = FilingContent(
        title="以容缺方式续建停工楼盘", description="364户购房群众等待入住。", situation="livelihood",
        policy_basis="保交楼专项工作方案;对容缺续建尚无明确限制。", remedy="资金由专户监管。",
        no_private_gain=True, collective_decision=CollectiveDecision(
            meeting="局党组会", held_on=date(2026, 4, 28), participants=("jiang",)),
        risks=(ForeseenRisk(risk="手续不全先行复工", measure="同步补办"),),
        interests=(Interest(name="沈某", relation="项目监理为其亲属", officer_id="shen"),),
        act_from=date(2026, 5, 20), act_until=date(2026, 12, 31), beneficiaries=Beneficiaries(households=364),
        negative_answers=dict.fromkeys(NEGATIVE_LIST, False),
    )
    return replace(whole, **changes)


def accepted(filing_id: str, at: datetime, by: str = "zhou") -> ReviewAccepted:
    return ReviewAccepted(case_id=filing_id, organ_id=YILIANG, decided_by=by, decided_by_name=f"{by}同志",
                          opinion="符合民生工程情形", late=False, decided_at=at)


def declined(filing_id: str, at: datetime) -> ReviewDeclined:
    return ReviewDeclined(case_id=filing_id, organ_id=YILIANG, decided_by="zhou", decided_by_name="zhou同志",
                          reasons="已有明令禁止", late=False, decided_at=at,
                          objection_until=(at + timedelta(days=14)).date())


def objection_decided(filing_id: str, at: datetime, *, taken_up: bool) -> ObjectionDecided:
    return ObjectionDecided(
        case_id=filing_id, organ_id=YILIANG, decided_by="wu", decided_by_name="wu同志", taken_up=taken_up,
        reasons="会议纪要足以说明", stage="preliminary_review", late=False, decided_at=at,
        due_at=at + timedelta(days=7) if taken_up else None)


def supplement_requested(filing_id: str, at: datetime, due_at: datetime) -> SupplementRequested:
    return SupplementRequested(case_id=filing_id, organ_id=YILIANG, needed="请补充会议纪要", requested_at=at,
                               supplement_due_at=due_at)

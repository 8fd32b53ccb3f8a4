"""Cases in verification, ready to be assessed, in each of some databases. Started by bench.assessment."""

import json
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from bench import matter
from bench.progress import progress
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.config import load_config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Act, AddEvidence, EvidenceKind, Initiation, Subject
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from services.determination.domain.determination import Determination, Opening
from services.determination.storage import METADATA, CaseStorage

OFFICERS = ("bench.reviewer", "bench.reviewer2")
OPENING = Opening(
    initiation=Initiation.OWN_INITIATIVE, subject=Subject(name="测速当事人", unit="交通运输局"),
    act=Act(what="雨季前先行施工", since=date(2025, 6, 1), until=date(2025, 6, 20)),
    title="农村公路先行施工", situation=matter.SITUATION, grounds="集体决定，未谋私利")
EVIDENCE = AddEvidence(command_id="bench", case_id="bench", kind=EvidenceKind.DOCUMENT, title="会议纪要",
                       about="2025 年第 3 次局长办公会")


def main(facts: dict[str, Any]) -> None:
    """Prints the ids, the same in every database."""
    ids = [uuid4().hex for _ in range(facts["n"])]
    rules = Rules(None)
    for url in facts["urls"]:
        shop = ServiceRuntime("determination", METADATA, CaseStorage,
                              load_config(None, {"RONGCUO_DATABASE_URL": url}))
        for number, case_id in enumerate(ids):
            progress("cases", number, len(ids))
            with shop.context(Command(case_id, case_id), reviewer()).unit() as unit:
                unit.commit(_verified(case_id, rules))
        shop.stop()
    print(json.dumps(ids))


def reviewer(officer_id: str = OFFICERS[0], role: Role = Role.REVIEWER) -> Actor:
    """Somebody of the organ who may work on the case."""
    return Actor(officer_id, "测速", matter.ORGAN, matter.ORGAN, "纪委监委", frozenset({role}))


def _verified(case_id: str, rules: Rules) -> Determination:
    now = datetime.now(ZONE)
    pack, calendar = rules.pack(matter.ORGAN, now.date()), rules.calendar(matter.ORGAN)
    work = Occasion(reviewer(), now, pack, calendar)
    lead = Occasion(reviewer("bench.lead", Role.LEAD), now, pack, calendar)
    judged_by = rules.pack(matter.ORGAN, OPENING.act.since)
    case = Determination.open(case_id, "容认〔2026〕1号", OPENING, judged_by, matter.ORGAN, matter.ORGAN,
                              work)
    case.assign(_known(OFFICERS[0]), lead)
    case.accept("受理", work)
    case.form_team(tuple(map(_known, OFFICERS)), lead)
    case.add_evidence("e1", EVIDENCE, work)
    return case


def _known(officer_id: str) -> OfficerView:
    return OfficerView(officer_id=officer_id, username=officer_id, name="测速", organ_id=matter.ORGAN,
                       organ_name="", division_code=matter.ORGAN, unit="纪委监委", roles=(Role.REVIEWER,),
                       active=True)

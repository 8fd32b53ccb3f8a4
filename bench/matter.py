"""What the measured filings say: the demonstration's content, complete, with a title of its own each."""

from datetime import datetime
from typing import Any

from rongcuo.contracts.actor import Actor, Role
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.translation import matter

ORGAN = "530127"
SITUATION = "project_construction"


def content(title: str, organ_id: str = ORGAN) -> dict[str, Any]:
    """A filing's content in wire form, filed now."""
    today = datetime.now(ZONE).date()
    pack = Rules(None).pack(organ_id, on=today)
    return matter(title, SITUATION, today) | {"negative_answers": dict.fromkeys(pack.negative_list, False)}


def filer(organ_id: str = ORGAN) -> Actor:
    """Somebody who may file with an organ."""
    return Actor("bench.filer", "测速", organ_id, organ_id, "交通运输局", frozenset({Role.FILER}))

"""A letter that an event calls for, before it has a number."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`facts` fill the template of `pack_id`. `of_old`: the decision whose letter this one replaces; `about`:
    the one whose letter it refers to."""

    kind: str
    matter_id: str
    decision_id: str
    organ_id: str
    division_code: str
    pack_id: str
    facts: Mapping[str, str] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    of_old: str = ""
    about: str = ""

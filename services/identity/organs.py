"""The organs of the province: one commission (纪委监委) per division, and dispatched organs (派出机构)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OrganView
from rongcuo.policy.divisions import Division, division, divisions

# A dispatched organ's id is its division's code and a suffix. A park has no division code of its own.
DISPATCHED: Mapping[str, str] = MappingProxyType({"530181.gaoxin": "安宁高新区纪检监察工委"})


@cache
def organs() -> tuple[OrganView, ...]:
    """All organs by id. They follow from the divisions, so they exist from the first start on."""
    commissions = [_organ(place.code, f"{place.name}纪委监委", place.parent) for place in divisions()]
    dispatched = [_organ(organ_id, name, organ_id.split(".")[0]) for organ_id, name in DISPATCHED.items()]
    return tuple(sorted([*commissions, *dispatched], key=lambda organ: organ.organ_id))


@cache
def _by_id() -> Mapping[str, OrganView]:
    return MappingProxyType({organ.organ_id: organ for organ in organs()})


def organ(organ_id: str) -> OrganView:
    """Raises `identity.unknown_organ`."""
    if organ_id not in _by_id():
        raise CaseError("identity.unknown_organ", details={"organ_id": organ_id})
    return _by_id()[organ_id]


def _organ(organ_id: str, name: str, parent_id: str) -> OrganView:
    place: Division = division(organ_id.split(".")[0])
    return OrganView(organ_id=organ_id, name=name, division_code=place.code, division_name=place.name,
                     level=place.level.value, parent_id=parent_id)

"""Who acts: carried in the context of every call, never in a command's body."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rongcuo.contracts.unit_names import unit_keys


class Role(StrEnum):
    """What an officer may do. One officer may have several."""

    FILER = "filer"            # 报备人: files matters for themselves or their unit
    REVIEWER = "reviewer"      # 初审人员: preliminary review and verification
    LEAD = "lead"              # 审查负责人: assigns, decides on recusal, whitelist
    MEMBER = "member"          # 联席会议成员: votes on determinations, countersigns minutes, sits on panels
    SUPERVISOR = "supervisor"  # 上级监督: reads what the divisions below do
    REGISTRAR = "registrar"    # 组织管理员: enrols officers
    OPERATOR = "operator"      # 运行人员: dead letters, watchdog; sees no case content
    INTAKE = "intake"          # 信访受理: registers reports as they come in
    CUSTODIAN_A = "custodian_a"  # 甲组保管人: one of the two without whom no reporter's identity opens
    CUSTODIAN_B = "custodian_b"  # 乙组保管人: the other
    AUDITOR = "auditor"        # 审计: sees that identities were opened, by whom and why; never whose
    SYSTEM = "system"          # the platform itself: timers and event handlers


def queue(organ_id: str, role: Role) -> str:
    """The shared queue of all who have a role in an organ, such as `530127/reviewer`."""
    return f"{organ_id}/{role}"


@dataclass(frozen=True, slots=True)
class Actor:
    """An officer in a post. `division_code` is that of the organ; `unit` is the unit (单位) they file for, as
    it is called now, and `unit_names` is all that it is or was called."""

    officer_id: str
    name: str
    organ_id: str
    division_code: str
    unit: str = ""
    roles: frozenset[Role] = frozenset()
    unit_names: tuple[str, ...] = ()

    @property
    def units(self) -> frozenset[str]:
        """The keys of every name of their unit: a matter is their own unit's if it bears one of them."""
        return unit_keys(self.unit, *self.unit_names)

    def has(self, *roles: Role) -> bool:
        """Whether the actor has any of these roles."""
        return not self.roles.isdisjoint(roles)

    def to_dict(self) -> dict[str, Any]:
        """The form that travels in the call's context."""
        return {"officer_id": self.officer_id, "name": self.name, "organ_id": self.organ_id,
                "unit": self.unit, "division_code": self.division_code, "roles": sorted(self.roles),
                "unit_names": list(self.unit_names)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Actor":
        """The inverse of `to_dict`; an unknown role is a ValueError."""
        return cls(**{**data, "roles": frozenset(Role(role) for role in data["roles"]),
                      "unit_names": tuple(data.get("unit_names", ()))})


SYSTEM = Actor("system", "系统", "", "", "", frozenset({Role.SYSTEM}))
# Whoever works at the node's command line. From which account is the machine's to log, not the ledger's.
OPERATOR = Actor("operator", "运行人员", "", "", "", frozenset({Role.OPERATOR}))

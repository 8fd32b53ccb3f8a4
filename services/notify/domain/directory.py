"""Whom to reach: officers as identity told of them, and the queues of an organ's roles."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rongcuo.casework.apart import folded_keys, name_keys, officer_keys
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.events import Aggregate


def reviewer_queue(organ_id: str) -> str:
    """Who holds a task of the organ that nobody was given yet."""
    return queue(organ_id, Role.REVIEWER)


def lead_queue(organ_id: str) -> str:
    """Who assigns, and who hears of what is overdue."""
    return queue(organ_id, Role.LEAD)


def queues_of(organ_id: str, roles: Iterable[Role]) -> tuple[str, ...]:
    """The queues of these roles. A lead assigns, so what waits for the reviewers is the leads' as well."""
    found = {queue(organ_id, role) for role in roles}
    return tuple(sorted(found | {reviewer_queue(organ_id)} if lead_queue(organ_id) in found else found))


def in_person(holders: Iterable[str]) -> set[str]:
    """The officers among holders, by id."""
    return {holder for holder in holders if "/" not in holder}


def on_post(holders: Iterable[str]) -> set[tuple[str, str]]:
    """The role queues among holders: pairs of an organ and a role."""
    return {(organ_id, role) for organ_id, slash, role in (one.partition("/") for one in holders) if slash}


@dataclass
class Officer(Aggregate):
    """An officer in a post. `email` may be empty: then they are reached by their inbox alone. `units`: keys
    of the names of their unit that are known, `asked` whether identity was asked for all of them. `daily`:
    they chose to be mailed once a day what is routine."""

    id: str
    name: str
    organ_id: str
    division_code: str
    email: str = ""
    roles: tuple[Role, ...] = ()
    active: bool = True
    units: tuple[str, ...] = ()
    asked: bool = False
    daily: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """All under which somebody apart from a matter may be told (`casework/apart.py`)."""
        return officer_keys(self.id) | name_keys(self.name) | folded_keys(units=self.units)

    def dismiss(self) -> None:
        """They hear nothing more; what is already on its way stays."""
        self.active = False

    def learn(self, units: Iterable[str]) -> None:
        """More names of their unit."""
        self.units = tuple(sorted({*self.units, *units}))

    def is_of(self, units: Collection[str]) -> bool:
        """Whether one of these units is theirs, by any of its names."""
        return not set(units).isdisjoint(self.units)

    def has_post(self, posts: Iterable[tuple[str, str]]) -> bool:
        """Whether they work in one of these posts now."""
        return self.active and any(organ == self.organ_id and role in self.roles for organ, role in posts)

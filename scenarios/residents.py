"""The people of a demonstration: its published accounts, instead of people who are enrolled for the play."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import httpx

from scenarios.people import GROUPS, People, Place
from scenarios.platform import Person
from scenarios.wording import NotUnderstood


class Account(Protocol):
    """As identity publishes it."""

    @property
    def username(self) -> str: ...
    @property
    def organ_id(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def roles(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class _Seat:
    """A post as it is called in user names: songming.reviewer2."""

    organ_id: str
    name: str


class Residents(People):
    """Everybody by the seat in their user name; a filer by the unit."""

    def __init__(self, http: httpx.Client, password: str, accounts: Iterable[Account]) -> None:
        super().__init__(http, password)
        self._accounts = tuple(accounts)
        self._persons = {account.username: Person(http, account.username, password)
                         for account in self._accounts}
        self._seats = {_Seat(account.organ_id, account.username.partition(".")[2]): account.username
                       for account in self._accounts}

    def at(self, organ_id: str, unit: str) -> Place:
        return Place(self._filer(organ_id, unit), *(self._in_seat(organ_id, seat)
                                                    for seat in ("lead", "reviewer", "reviewer2")))

    def members(self, organ_id: str, count: int) -> tuple[Person, ...]:
        return self._numbered(organ_id, "member", count)

    def assessors(self, organ_id: str, count: int) -> tuple[Person, ...]:
        """Those who there are: an organ has no more."""
        return self._numbered(organ_id, "reviewer", count, first=3, exactly=False)

    def deputy(self, organ_id: str) -> Person:
        return self._in_seat(organ_id, "lead2")

    def intake(self, organ_id: str) -> Person:
        return self._in_seat(organ_id, "intake")

    def custodian(self, organ_id: str, group: str, number: int) -> Person:
        return self._in_seat(organ_id, f"{GROUPS[group]}{number}")

    def lead(self, organ_id: str) -> Person:
        return self._in_seat(organ_id, "lead")

    def panel(self, organ_id: str, count: int) -> tuple[Person, ...]:
        return self._numbered(organ_id, "panel", count)

    def _filer(self, organ_id: str, unit: str) -> Person:
        for account in self._accounts:
            if "filer" in account.roles and (account.organ_id, account.unit) == (organ_id, unit):
                return self._persons[account.username]
        raise NotUnderstood(f"演示里没有这个单位的报备人 · nobody of the demonstration files for: {unit}")

    def _in_seat(self, organ_id: str, name: str) -> Person:
        if username := self._seats.get(_Seat(organ_id, name)):
            return self._persons[username]
        raise NotUnderstood(f"演示里没有这个人 · nobody of the demonstration is: {organ_id} {name}")

    def _numbered(self, organ_id: str, post: str, count: int, first: int = 1,
                  exactly: bool = True) -> tuple[Person, ...]:
        seats = [f"{post}{number}" for number in range(first, first + count)]
        return tuple(self._in_seat(organ_id, seat) for seat in seats
                     if exactly or _Seat(organ_id, seat) in self._seats)

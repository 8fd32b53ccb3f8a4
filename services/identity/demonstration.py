"""The accounts of the demonstration. They share one printed password: they must never exist in production."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rongcuo.contracts.identity import DemonstrationPerson, EnrolOfficer
from rongcuo.contracts.serialisation import load
from services.identity.domain.officer import Officer
from services.identity.organs import organ
from services.identity.ports import Passwords

MODES = frozenset({"demonstration", "test"})


def password() -> str:
    """The one password of all demonstration accounts."""
    return str(_sheet()["password"])


def published(mode: str) -> tuple[str, ...]:
    """What nobody may choose in this mode: outside a demonstration its printed one is known."""
    return () if mode in MODES else (password(),)


def accounts() -> tuple[EnrolOfficer, ...]:
    """Who is printed at the start, for people to sign in with."""
    return tuple(_post(account) for account in _sheet()["accounts"])


def begin_with() -> tuple[DemonstrationPerson, ...]:
    """Whom to be first."""
    return _people("begin_with")


def people() -> tuple[DemonstrationPerson, ...]:
    """Whom somebody can be, with what there is to do; who comes first begins."""
    return begin_with() + _people("then")


def founders(mode: str, passwords: Passwords) -> tuple[Officer, ...]:
    """The officers behind the accounts; the password is hashed once. An account's id is its user name.

    Raises PermissionError in any other mode than `demonstration` and `test`.
    """
    if mode not in MODES:
        raise PermissionError(f"demonstration accounts do not exist in the mode {mode!r}")
    hashed = passwords.hash(password())
    return tuple(Officer.enrol(post.username, post, organ(post.organ_id), hashed) for post in accounts())


def _post(account: dict[str, Any]) -> EnrolOfficer:
    organ_id, username = account["organ"], account["username"]
    rest = {key: account[key] for key in ("name", "unit", "roles")}
    return load(EnrolOfficer, {"command_id": username, "username": username, "organ_id": organ_id,
                               "email": f"{username}@example.invalid", **rest})


def _people(named: str) -> tuple[DemonstrationPerson, ...]:
    known = {account.username: account for account in accounts()}
    return tuple(DemonstrationPerson(
        username=one["username"], name=known[one["username"]].name, unit=known[one["username"]].unit,
        role=known[one["username"]].roles[0], task=one["task"], task_in_english=one["in_english"],
        begins=named == "begin_with")
        for one in _sheet()[named])


@cache
def _sheet() -> dict[str, Any]:
    sheet: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return sheet

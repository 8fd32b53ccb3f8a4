"""Whom a form can name: the officers of the person's organ."""

from collections.abc import Iterable

from flask import g

from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from rongcuo.texts.naming import names
from services.gateway.console.backend import Answer, view
from services.gateway.console.forms import Content


def officers(role: str = "") -> tuple[OfficerView, ...]:
    """The organ's officers, of one role or of any."""
    return view(OFFICERS, organ_id=g.person["organ_id"], role=role).officers


def in_doubt(case: Answer, among: Iterable[OfficerView]) -> list[OfficerView]:
    """Who of them the filer names as having a part, by id or by name, and the organ has not looked at yet."""
    looked_at = {*case["cleared"], *(recusal["officer_id"] for recusal in case["recusals"])}
    return [officer for officer in among if officer.officer_id in case["named"]
            or (officer.officer_id not in looked_at
                and any(names(words, officer.name) for words in case["named_in_words"]))]


def reviewers(_: Answer) -> Content:
    """Who can hold a case or work on it."""
    return {"officers": officers("reviewer")}


def judges() -> dict[str, OfficerView]:
    """Who can sit in a meeting or on a panel, by id; the members of joint meetings first."""
    return {officer.officer_id: officer for role in ("member", "reviewer", "lead")
            for officer in officers(role)}

"""Whom a form can name: the officers of the person's organ."""

from flask import g

from services.gateway.console.backend import Answer, ask
from services.gateway.console.forms import Content


def officers(role: str = "") -> list[Answer]:
    """The organ's officers, of one role or of any."""
    return list(ask("identity", "officers", organ_id=g.person["organ_id"], role=role)["officers"])


def reviewers(_: Answer) -> Content:
    """Who can hold a case or work on it."""
    return {"officers": officers("reviewer")}


def judges(_: Answer) -> Content:
    """Who can sit in a meeting or on a panel; the members of joint meetings first."""
    found = {officer["officer_id"]: officer for role in ("member", "reviewer", "lead")
             for officer in officers(role)}
    return {"officers": list(found.values())}

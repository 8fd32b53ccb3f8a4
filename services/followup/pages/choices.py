"""What forms of several kinds offer to choose from, so that nobody types an id."""

from collections.abc import Mapping

from flask import g

from rongcuo.contracts.identity.operations import OFFICERS, ORGANS
from services.gateway.console.page.backend import Answer, view


def organs(_: Answer) -> Mapping[str, str]:
    return {each.organ_id: each.name for each in view(ORGANS).organs}


def people(_: Answer) -> Mapping[str, str]:
    """Whoever has an account in the organ."""
    return people_of(g.person["organ_id"])


def people_of(organ_id: str, role: str = "") -> Mapping[str, str]:
    """By unit, of one role or of any."""
    found = sorted(view(OFFICERS, organ_id=organ_id, role=role).officers, key=lambda each: each.unit)
    return {each.officer_id: f"{each.unit} · {each.name}" for each in found}

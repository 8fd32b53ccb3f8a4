"""A role that a service has no line for sees and may do nothing there, and is no fault."""

from importlib import import_module

import pytest

from rongcuo.casework.access import Scope
from rongcuo.contracts.actor import Actor, Role

TABLES = ("filing.access", "review.access", "documents.access", "identity.access", "notify.access",
          "determination.access.determinations", "determination.access.meetings", "vault.access",
          "clarify.access.reports", "clarify.access.false_accusations", "clarify.access.clarifications")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", Role)
def test_every_role_has_scopes_in_every_service_or_none(table: str, role: Role) -> None:
    actor = Actor("o1", "某", "530127", "530127", roles=frozenset({role}))
    assert import_module(f"services.{table}").scopes(actor) <= frozenset(Scope)

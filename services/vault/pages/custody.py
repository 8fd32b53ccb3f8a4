"""保管人密钥: the guide to the ceremony of the groups' keys, with the fingerprints to compare."""

from flask import g, render_template
from flask.typing import ResponseReturnValue

from rongcuo.contracts.custody import Group
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from services.gateway.console.page.backend import view_if_visible
from services.gateway.console.page.layout import signed_in
from services.vault.pages import pages
from services.vault.pages.asking import sealing_keys
from services.vault.pages.words import GROUPS

ROLES = {Group.A: "custodian_a", Group.B: "custodian_b"}


@pages.get("/custody")
@signed_in
def custody() -> ResponseReturnValue:
    """Steps and commands for the person's organ. Nothing secret is shown here, or typed."""
    organ_id = g.person["organ_id"]
    keys = sealing_keys(organ_id)
    known = {Group.A: keys.a, Group.B: keys.b}
    groups = [(GROUPS[group], known[group], _holders(organ_id, ROLES[group])) for group in Group]
    return render_template("custody.html", organ_id=organ_id, groups=groups, node=keys.node,
                           ready=all(known.values()))


def _holders(organ_id: str, role: str) -> tuple[OfficerView, ...]:
    """Whom a command names by their ids; nobody where the person may not know them."""
    found = view_if_visible(OFFICERS, organ_id=organ_id, role=role)
    return found.officers if found else ()

"""节点: all of them, and one."""

from flask import render_template
from flask.typing import ResponseReturnValue

from rongcuo.contracts.error_codes import CATALOGUE
from rongcuo.contracts.province import NodeState, operations
from services.gateway.console.page.backend import view
from services.gateway.console.page.labels import word
from services.gateway.console.page.language import in_english
from services.gateway.console.page.layout import signed_in
from services.province.pages import pages
from services.province.pages.words import ENTRIES, STATES, TROUBLES, tabs


def said(code: str) -> str:
    """What a code of the catalogue says."""
    kind = CATALOGUE.get(code)
    return code if kind is None else kind.en if in_english() else kind.zh


@pages.get("/province/nodes")
@signed_in
def nodes() -> ResponseReturnValue:
    """Those with trouble first, then those that are away."""
    told = view(operations.NODES).nodes
    ranked = sorted(told, key=lambda each: (not each.troubles, each.state is not NodeState.AWAY, each.code))
    return render_template(
        "province_nodes.html", nodes=ranked, tabs=tabs(), here="nodes", word=word, states=STATES,
        troubles=TROUBLES, connected=sum(each.state is NodeState.CONNECTED for each in told))


@pages.get("/province/nodes/<id:code>")
@signed_in
def node(code: str) -> ResponseReturnValue:
    """How it is, what was kept aside, and which ledgers are witnessed."""
    return render_template("province_node.html", told=view(operations.NODE, code=code), tabs=tabs(),
                           here="nodes", word=word, states=STATES, troubles=TROUBLES, said=said,
                           kinds=ENTRIES)

"""月报: the figures of a month are frozen, signed and sent."""

import re
from typing import Final

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import county as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import Up
from services.county import access
from services.county.access import Verb
from services.county.domain import Return, rows_of
from services.county.ports import Node, NodeKey

MONTH: Final = re.compile(r"20\d\d-(0[1-9]|1[0-2])\Z")


def submit(context: ExecutionContext[Node], command: contract.SubmitReturn,
           node: NodeKey) -> contract.NodeReturnView:
    """Of the lead's own organ. Raises `county.month_not_over` for one that is not."""
    access.require(context.actor, Verb.SUBMIT)
    if not MONTH.match(command.period) or command.period >= f"{context.now:%Y-%m}":
        raise CaseError("county.month_not_over")
    organ_id = context.actor.organ_id
    with context.unit() as unit:
        before = unit.store.revisions(organ_id, command.period)
        rows = rows_of(unit.store.counted(organ_id, int(command.period[:4])), command.period)
        submitted = Return.submit(command.period, command.reason, rows, before, context.actor, context.now)
        submitted.signature = node.sign(submitted.statement)
        unit.store.give(Up.RETURN, submitted.entry, now=context.now)
        unit.audit("return_submitted", submitted.id, checksum=submitted.checksum)
        return unit.commit(submitted, answer=view_of(submitted))


def view_of(submitted: Return) -> contract.NodeReturnView:
    """As it is shown."""
    return contract.NodeReturnView(
        organ_id=submitted.organ_id, period=submitted.period, revision=submitted.number,
        reason=submitted.reason, checksum=submitted.checksum, submitted_by_name=submitted.submitted_by_name,
        submitted_at=submitted.submitted_at, sent=submitted.sent, refused_code=submitted.refused_code,
        rows=tuple(contract.ReturnRow(code=row.code, period=row.period, amount=row.amount, days=row.days)
                   for row in submitted.rows))

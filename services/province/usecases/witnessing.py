"""The hub's own checkpoints go down to every node."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.province import Down, Witness
from services.province.ports import Hub
from services.province.usecases.effects import entry


def tell_own_checkpoint(context: ExecutionContext[Hub]) -> None:
    """The newest; now and then, for each makes every node's ledger grow in its turn. A ledger without a
    signed line about any node has nothing to tell yet."""
    with context.reading() as store:
        line = store.newest_registration()
    proof = context.proof_of_audit("node_registered", line[0], key=line[1]) if line else None
    if proof is None:
        return
    told = entry(Down.WITNESS, Witness(notes=(proof.checkpoint,), keys=tuple(key.vkey for key in proof.keys)))
    with context.unit() as unit:
        nodes = unit.store.codes()
        unit.store.lock(nodes)
        for code in sorted(nodes):
            unit.store.tell(code, told)
        unit.commit()

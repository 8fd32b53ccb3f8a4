"""A reporter comes: what identifies them arrives sealed, and only the node's share is taken out."""

from collections.abc import Iterable
from hashlib import sha256

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import SealedPart
from rongcuo.sealing import parts
from rongcuo.sealing.algorithms import algorithm
from rongcuo.sealing.errors import Mistyped, NotOpened
from rongcuo.sealing.paper import SIGNS, read_code
from rongcuo.sealing.parts import Holder, Place
from services.vault import access
from services.vault.domain import Reporter, Verb
from services.vault.ports import KeptPart, Strongroom, Vault
from services.vault.usecases.retention import retained_unregistered
from services.vault.usecases.typed import typed

PSEUDONYM_SIGNS = 6


def deposit(context: ExecutionContext[Vault], command: contract.DepositReporter,
            room: Strongroom) -> contract.Deposited:
    """The node's shares are durable before a row says that there are any.

    Who is known to us brings others, or comes as nobody: an account that may not register reports would stand
    in the row, the ledger and the log of commands as that of whoever reports.

    Raises `forbidden`, `vault.too_many_deposits`, `vault.code_mistyped`, and `vault.keys_changed` where
    it was sealed to keys of before.
    """
    if context.actor.officer_id:
        access.require(context.actor, Verb.BRING)
    room.attempts.deposit(command.asker)
    code_hash = room.codes.hash(_code(command.code, room))
    pseudonym = f"举报人{_signs(command.reporter_ref)}"
    reporter = Reporter.deposit(command, pseudonym, code_hash,
                                retained_unregistered(context, command.organ_id), context.actor, context.now)
    with context.reading() as store:
        require_newest(store, command.organ_id, command.parts)
    kept = []
    for sealed in command.parts:
        room.keys.put(reporter.id, sealed.part, share_of_node(sealed, reporter.id, room))
        kept.append(kept_of(sealed))
    with context.unit() as unit:
        unit.store.hold_group_keys(reporter.organ_id)
        require_newest(unit.store, command.organ_id, command.parts)     # they may have been replaced
        unit.store.keep_parts(reporter.id, reporter.organ_id, kept)
        answer = contract.Deposited(reporter_ref=reporter.id, pseudonym=reporter.pseudonym,
                                    code_came_as=sha256(command.code.box.encode()).hexdigest())
        return unit.commit(reporter, answer=answer)


def require_newest(store: Vault, organ_id: str, sealed: Iterable[SealedPart]) -> None:
    """Raises `vault.keys_changed`."""
    newest = [[key.key_id for key in store.group_keys(organ_id, group)][-1:] for group in Group]
    if any([[each.share_a.key_id], [each.share_b.key_id]] != newest for each in sealed):
        raise CaseError("vault.keys_changed")


def kept_of(sealed: SealedPart) -> KeptPart:
    """As the database has it."""
    return KeptPart(sealed.part, sealed.algorithm, sealed.text, sealed.share_a, sealed.share_b)


def _code(boxed: contract.ToNode, room: Strongroom) -> str:
    try:
        return read_code(typed(boxed, room))
    except Mistyped:
        raise CaseError("vault.code_mistyped") from None


def share_of_node(sealed: SealedPart, reporter_ref: str, room: Strongroom) -> bytes:
    """Out of its box. Raises `vault.keys_changed`, `vault.node_key_gone`."""
    own = room.node.key(sealed.share_c.key_id)
    try:
        return parts.take_share(sealed.share_c, Place(reporter_ref, sealed.part), Holder.NODE, own,
                                algorithm(sealed.algorithm))
    except NotOpened:
        raise CaseError("vault.keys_changed") from None


def _signs(reporter_ref: str) -> str:
    """Of a hash, so that a pseudonym tells nothing of the reference."""
    number, signs = int.from_bytes(sha256(f"pseudonym:{reporter_ref}".encode()).digest()), ""
    for _ in range(PSEUDONYM_SIGNS):
        number, digit = divmod(number, len(SIGNS))
        signs += SIGNS[digit]
    return signs

"""What a reporter does, known by nothing but a query code."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.sealing.errors import Mistyped
from rongcuo.sealing.paper import read_code
from services.vault.domain import Reporter
from services.vault.ports import Strongroom, Vault
from services.vault.presenters import side_of
from services.vault.usecases.typed import typed

Context = ExecutionContext[Vault]
NOBODYS = "0" * 16      # hashed where the code can't be one, so that its answer takes as long


def look(context: Context, query: contract.LookByCode, room: Strongroom) -> contract.ReporterSide:
    """Nothing is written, and nothing is told of it."""
    reporter = own(context, query.code, query.asker, room)
    with context.reading() as store:
        return side_of(reporter, store.files_of(reporter.id))


def write(context: Context, command: contract.WriteByCode, room: Strongroom) -> contract.Noted:
    """Raises `vault.no_such_code`, `vault.too_much_written`."""
    known = own(context, command.code, command.asker, room)
    with context.unit() as unit:
        reporter = still(unit.store, known)
        reporter.write(command.text, context.now)
        return unit.commit(reporter, answer=contract.Noted(at=context.now))


def ask(context: Context, command: contract.AskByCode, room: Strongroom) -> contract.Noted:
    """Raises `vault.no_such_code`, `vault.withdrawn_already`."""
    known = own(context, command.code, command.asker, room)
    with context.unit() as unit:
        reporter = still(unit.store, known)
        reporter.wish_for(command.wish, command.text, context.now)
        return unit.commit(reporter, answer=contract.Noted(at=context.now))


def acknowledge(context: Context, command: contract.AcknowledgeByCode, room: Strongroom) -> contract.Noted:
    """Raises `vault.no_such_code`."""
    known = own(context, command.code, command.asker, room)
    with context.unit() as unit:
        reporter = still(unit.store, known)
        reporter.acknowledge(context.now)
        return unit.commit(reporter, answer=contract.Noted(at=context.now))


def renew(context: Context, command: contract.RenewCode, room: Strongroom) -> contract.Noted:
    """A code that anybody has or had, is refused as one that is none, whatever became of the desk's: so it
    tells nobody whether the reporter came. Raises `vault.no_such_code`, `vault.code_mistyped`,
    `vault.code_renewed_already`, `vault.code_taken`."""
    known, given = with_code(context, command.code, command.asker, room)
    try:
        fresh = room.codes.hash(read_code(typed(command.fresh, room)))
    except Mistyped:
        raise CaseError("vault.code_mistyped") from None
    with context.unit() as unit:
        reporter = still(unit.store, known)
        if unit.store.with_code(fresh) is not None:
            raise CaseError("vault.code_mistyped")
        reporter.renew_code(given, fresh, context.now)
        return unit.commit(reporter, answer=contract.Noted(at=context.now))


def own(context: Context, code: contract.ToNode, asker: str, room: Strongroom) -> Reporter:
    """Whose code it is, where the desk has not seen it. Raises `vault.code_to_renew`, too."""
    reporter, hashed = with_code(context, code, asker, room)
    reporter.require_own_code(hashed)
    return reporter


def with_code(context: Context, code: contract.ToNode, asker: str,
              room: Strongroom) -> tuple[Reporter, str]:
    """With the hash of the code. A wrong one, a mistyped one and that of somebody whose data were destroyed
    are the same, in words and in time: each costs one slow hash and one look."""
    room.attempts.spend(asker)
    try:
        plain = read_code(typed(code, room))
    except Mistyped:
        plain = NOBODYS
    hashed = room.codes.hash(plain)
    with context.reading() as store:
        reporter = store.with_code(hashed)
    if reporter is None or plain == NOBODYS or not reporter.is_reached_by(hashed, context.now):
        raise CaseError("vault.no_such_code")
    room.attempts.give_back(asker)
    return reporter, hashed


def still(store: Vault, known: Reporter) -> Reporter:
    """Locked; it may have been destroyed meanwhile."""
    reporter = store.reporter(known.id)
    if reporter.code_hash != known.code_hash:
        raise CaseError("vault.no_such_code")
    return reporter

"""Files that a reporter hands in: the originals sealed as their words are, the clean copies for handlers."""

from base64 import b64decode, b64encode
from itertools import islice

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import FILES
from rongcuo.sealing import boxes
from services.vault import access
from services.vault.domain import Verb
from services.vault.ports import KeptFile, Strongroom, Vault
from services.vault.usecases.by_code import still, with_code
from services.vault.usecases.deposits import kept_of, require_newest, share_of_node
from services.vault.usecases.handling import handled
from services.vault.usecases.typed import typed

Context = ExecutionContext[Vault]
OURS = "sealed-"            # how the keys begin under which the gateway puts them into the store
FORGOTTEN = 24 * 3600.0     # seconds after which what no row names was left by a sending that broke off
AT_ONCE = 500
FILE = "file"               # what a box with a copy's key is bound to, with reporter and number


def where_to_seal(context: Context, query: contract.LookByCode, room: Strongroom) -> contract.WhereToSeal:
    """Raises `vault.no_such_code`."""
    reporter, hashed = with_code(context, query.code, query.asker, room)
    with context.reading() as store:
        known = tuple(each.file_id for each in store.files_of(reporter.id) if reporter.had(hashed, each.at))
    return contract.WhereToSeal(reporter_ref=reporter.id, organ_id=reporter.organ_id, known=known)


def hand_in(context: Context, command: contract.HandInByCode, room: Strongroom) -> contract.Noted:
    """The node's shares are durable before a row says that there are any; what an attempt before left of them
    is replaced.

    Raises `vault.no_such_code`, `vault.code_to_renew`, `vault.too_many_files`, `vault.files_meanwhile`,
    `vault.keys_changed`.
    """
    known, hashed = with_code(context, command.code, command.asker, room)
    if not all(key.startswith(OURS) for each in command.files for key in (each.copy, each.original)):
        raise CaseError("invalid")
    with context.unit() as unit:
        reporter = still(unit.store, known)
        there = {each.file_id for each in unit.store.files_of(reporter.id)}
        fresh = [each for each in command.files if each.file_id not in there]
        if fresh:
            reporter.require_hand(hashed)
        sealed = [each.part for each in fresh]
        reporter.hand_in([each.part for each in sealed])
        unit.store.hold_group_keys(reporter.organ_id)
        require_newest(unit.store, reporter.organ_id, sealed)
        files = [_kept(context, each, room) for each in fresh]
        for each in sealed:
            room.keys.replace(reporter.id, each.part, share_of_node(each, reporter.id, room))
        unit.store.keep_parts(reporter.id, reporter.organ_id, [kept_of(each) for each in sealed])
        unit.store.keep_files(reporter.id, files)
        return unit.commit(reporter, answer=contract.Noted(at=context.now))


def copy(context: Context, query: contract.FileQuery, room: Strongroom) -> contract.BoxedFile:
    """For whoever may read the talk. Raises `not_found` for anybody else; each one is a line."""
    access.require(context.actor, Verb.TALK)
    handled(context, query.reporter_ref, context.actor.officer_id, reading=True)
    with context.reading() as store:
        there = {each.number: each for each in store.files_of(query.reporter_ref)}
    kept = there.get(query.number)
    if kept is None:
        raise CaseError("not_found")
    context.audit_read("reporter_file_read", query.reporter_ref, number=kept.number)
    about = (FILE, query.reporter_ref, str(kept.number))
    box = boxes.put(kept.opens.encode(), b64decode(query.to), about, room.seals)
    return contract.BoxedFile(reporter_ref=query.reporter_ref, number=kept.number, kind=kept.kind,
                              copy=kept.copy, algorithm=room.seals.id, box=b64encode(box).decode())


def sweep(context: Context, room: Strongroom) -> None:
    """What was destroyed can be opened by nobody; here it leaves the store, with what no report came of."""
    keys = (key for key in room.files.older_than(FORGOTTEN) if key.startswith(OURS))
    while batch := list(islice(keys, AT_ONCE)):
        with context.reading() as store:
            left = {*batch} - store.stored(batch)
        for key in left:
            room.files.remove(key)


def _kept(context: Context, handed: contract.HandedFile, room: Strongroom) -> KeptFile:
    return KeptFile(number=FILES.index(handed.part.part) + 1, file_id=handed.file_id, kind=handed.kind,
                    size=handed.size, at=context.now, copy=handed.copy, original=handed.original,
                    opens=typed(handed.key, room))

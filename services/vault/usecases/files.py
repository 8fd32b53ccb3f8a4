"""Files that a reporter hands in, or gives on paper: the originals sealed as their words are, the clean
copies for handlers."""

from base64 import b64decode, b64encode
from itertools import islice

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import FILES
from rongcuo.sealing import boxes
from services.vault import access
from services.vault.domain import Reporter, Verb
from services.vault.ports import KeptFile, Strongroom, Vault
from services.vault.presenters import paper_of
from services.vault.usecases.by_code import still, with_code
from services.vault.usecases.deposits import kept_of, require_newest, share_of_node
from services.vault.usecases.handling import handled
from services.vault.usecases.typed import typed

Context = ExecutionContext[Vault]
Files = tuple[contract.HandedFile, ...]
OURS = "sealed-"            # how the keys begin under which the gateway puts them into the store
FORGOTTEN = 24 * 3600.0     # seconds after which what no row names was left by a sending that broke off
AT_ONCE = 500
FILE = "file"               # what a box with a copy's key is bound to, with reporter and number


def where_to_seal(context: Context, query: contract.LookByCode, room: Strongroom) -> contract.WhereToSeal:
    """Raises `vault.no_such_code`."""
    reporter, hashed = with_code(context, query.code, query.asker, room)
    with context.reading() as store:
        known = tuple(each.file_id for each in store.files_of(reporter.id) if reporter.had(hashed, each.at))
    return contract.WhereToSeal(reporter_ref=reporter.id, organ_id=reporter.organ_id, known=known,
                                to_renew=not reporter.has_hand(hashed))


def hand_in(context: Context, command: contract.HandInByCode, room: Strongroom) -> contract.Noted:
    """The node's shares are durable before a row says that there are any; what an attempt before left of them
    is replaced.

    Raises `vault.no_such_code`, `vault.code_to_renew`, `vault.too_many_files`, `vault.files_meanwhile`,
    `vault.keys_changed`.
    """
    known, hashed = with_code(context, command.code, command.asker, room)
    _require_ours(command.files)
    with context.unit() as unit:
        reporter = still(unit.store, known)
        fresh = _fresh(unit.store, reporter.id, command.files)
        if fresh:
            reporter.require_hand(hashed)
        reporter.hand_in([each.part.part for each in fresh], _came(unit.store, reporter.id, on_paper=False))
        _keep(context, unit.store, reporter, fresh, room)
        return unit.commit(reporter, answer=contract.Noted(at=context.now))


def papers(context: Context, query: contract.DialogueQuery) -> contract.Papers:
    """Of a reporter, for whoever handles the report. Raises `not_found` for anybody else."""
    access.require(context.actor, Verb.TALK)
    handled(context, query.reporter_ref, context.actor.officer_id)
    with context.reading() as store:
        reporter, there = store.read_reporter(query.reporter_ref), store.files_of(query.reporter_ref)
    return contract.Papers(
        reporter_ref=reporter.id, organ_id=reporter.organ_id, known=tuple(each.file_id for each in there),
        papers=tuple(paper_of(each) for each in there if each.on_paper))


def paper(context: Context, query: contract.PaperQuery) -> contract.Paper:
    """For the platform itself: an inquiry names it. Raises `not_found`."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        there = store.files_of(query.reporter_ref)
    found = next((each for each in there if each.on_paper and each.file_id == query.file_id), None)
    if found is None:
        raise CaseError("not_found")
    return paper_of(found)


def take_in(context: Context, command: contract.TakeInPapers, room: Strongroom) -> contract.Noted:
    """By whoever handles the report; the reporter reads that it came. Raises as `hand_in`, and `not_found`,
    `vault.destroyed`."""
    access.require(context.actor, Verb.TALK)
    _require_ours(command.files)
    handled(context, command.reporter_ref, context.actor.officer_id)
    with context.unit() as unit:
        reporter = unit.store.reporter(command.reporter_ref)
        fresh = _fresh(unit.store, reporter.id, command.files)
        reporter.take_in([each.part.part for each in fresh], _came(unit.store, reporter.id, on_paper=True),
                         context.now)
        _keep(context, unit.store, reporter, fresh, room, on_paper=True)
        unit.audit("reporter_papers_taken_in", reporter.id, files=len(fresh))
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


def _require_ours(handed: Files) -> None:
    if not all(key.startswith(OURS) for each in handed for key in (each.copy, each.original)):
        raise CaseError("invalid")


def _fresh(store: Vault, reporter_ref: str, handed: Files) -> Files:
    there = {each.file_id for each in store.files_of(reporter_ref)}
    return tuple(each for each in handed if each.file_id not in there)


def _came(store: Vault, reporter_ref: str, *, on_paper: bool) -> int:
    return sum(each.on_paper is on_paper for each in store.files_of(reporter_ref))


def _keep(context: Context, store: Vault, reporter: Reporter, fresh: Files, room: Strongroom, *,
          on_paper: bool = False) -> None:
    sealed = [each.part for each in fresh]
    store.hold_group_keys(reporter.organ_id)
    require_newest(store, reporter.organ_id, sealed)
    files = [_kept(context, each, room, on_paper) for each in fresh]
    for each in sealed:
        room.keys.replace(reporter.id, each.part, share_of_node(each, reporter.id, room))
    store.keep_parts(reporter.id, reporter.organ_id, [kept_of(each) for each in sealed])
    store.keep_files(reporter.id, files)


def _kept(context: Context, handed: contract.HandedFile, room: Strongroom, on_paper: bool) -> KeptFile:
    return KeptFile(number=FILES.index(handed.part.part) + 1, file_id=handed.file_id, kind=handed.kind,
                    size=handed.size, at=context.now, copy=handed.copy, original=handed.original,
                    opens=typed(handed.key, room), on_paper=on_paper)

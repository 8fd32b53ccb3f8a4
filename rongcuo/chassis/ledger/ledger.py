"""The ledger of one database: numbers, checkpoints, proofs."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.tables import ledger_checkpoints, outbox
from rongcuo.chassis.errors import TRANSIENT
from rongcuo.chassis.ledger import merkle, signed_note, tree_store
from rongcuo.chassis.ledger.entries import BATCH, Facts, Line, number_ledger_lines, read_lines, write_audit
from rongcuo.chassis.ledger.keys import ANNOUNCED, Key, KeyRing, announcements
from rongcuo.chassis.ledger.signed_note import Checkpoint
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.ledger import GrowthProof, LedgerCheckpoint, LedgerKey, LedgerProof

log = structlog.get_logger(__name__)
_NUMBERER = select(func.pg_advisory_xact_lock(func.hashtext("rongcuo.ledger"),
                                              func.hashtext(func.current_schema())))


def key_ring(config: Config) -> KeyRing:
    """The node's keys."""
    return KeyRing(config.ledger_key_dir or config.data_dir / "ledger")


def origin_of(config: Config, service: str) -> str:
    """The name of a service's ledger among all, which is also its key's."""
    return f"{config.ledger_name}/{service}"


class Ledger:
    """Every method is a transaction of its own. `origin` names this ledger among all."""

    def __init__(self, database: Database, service: str, config: Config, time: TimeSource) -> None:
        self.origin = origin_of(config, service)
        self.ring = key_ring(config)
        self._service = service
        self._database = database
        self._time = time
        self._makes_keys = config.mode != PRODUCTION
        self._unsigned = False

    def number(self) -> int:
        """Number the lines committed so far; how many. A transaction for each thousand."""
        total = numbered = self._number_batch()
        while numbered == BATCH:
            numbered = self._number_batch()
            total += numbered
        return total

    def seal(self) -> str | None:
        """Sign a checkpoint of all numbered lines; the newest note. None where there is nothing to sign.

        Without a key there is none: in production somebody makes it, since its public part must be told to
        others; elsewhere it is made here. Raises CaseError `ledger.inconsistent` where the tree does not
        continue the last checkpoint; nothing is signed then.
        """
        with self._alone() as session:
            size, last = tree_store.size_of(session), tree_store.newest_checkpoint(session)
            known = Checkpoint.read(last) if last else None
            if size == (known.size if known else 0):
                return last
            signer = self.ring.signer() or (self._first_key() if self._makes_keys else None)
            if signer is None:
                return None
            fresh = Checkpoint(self.origin, size, tree_store.root_of(session, size))
            if known:
                _require_growth(session, known, fresh)
            note = signed_note.sign(fresh.text, self.origin, [signer])
            session.execute(insert(ledger_checkpoints).values(size=size, note=note, at=self._time.now()))
            return note

    def announce(self, by: Actor) -> None:
        """A line about every key that this ledger has none about yet; called again, it writes none twice.

        Raises CaseError `busy` or `service_unavailable`.
        """
        self.number()
        with self._alone() as session:
            announced = {json.loads(line.body)["facts"]["key"]
                         for line in tree_store.lines_about(session, self._service, ANNOUNCED)}
            about = Invocation(self._service, Tick(), by, self._time.now(), "")
            for what, facts in announcements(self.ring.known()):
                if facts["key"] not in announced:
                    write_audit(session, about, what, self._service, facts)

    def keep(self) -> None:
        """Number and sign, now and then: what can't be signed is told to operators, and waits.

        Raises CaseError where the database is away.
        """
        self.number()
        try:
            self._tell_unsigned(self.seal())
        except (CaseError, LookupError) as fault:
            if isinstance(fault, CaseError) and fault.code in TRANSIENT:
                raise
            log.critical("ledger_not_signed", origin=self.origin, reason=str(fault))

    def proof(self, subject: str, what: str) -> LedgerProof | None:
        """Of the newest line about a subject whose `what` begins so; None until it is covered."""
        with self._database.reading() as session:
            return self._proof(session, tree_store.line_about(session, subject, what))

    def proof_of_audit(self, subject: str, what: str, facts: Facts) -> LedgerProof | None:
        """Of the oldest line of its own about a subject with these facts; None until it is covered."""
        with self._database.reading() as session:
            return self._proof(session, tree_store.audit_about(session, subject, what, facts))

    def proof_of_line(self, seq: int) -> LedgerProof | None:
        """Of the line with this number."""
        with self._database.reading() as session:
            return self._proof(session, tree_store.line_at(session, seq))

    def growth(self, old: int, new: int) -> GrowthProof:
        """That the checkpoint of `new` lines continues the one of `old`. CaseError `not_found`, `invalid`."""
        if not 0 < old < new:
            raise CaseError("invalid", f"a ledger of {old} lines does not grow to {new}")
        with self._database.reading() as session:
            before, after = (_note(session, size) for size in (old, new))
            hashes = tree_store.hashes_of(session, merkle.consistency(old, new))
        return GrowthProof(old=before, new=after, hashes=_hex(hashes), keys=self.public_keys())

    def checkpoint(self, size: int) -> LedgerCheckpoint:
        """What a witness keeps; with the root over the first lines, where there are so many and they have it.
        Of a long ledger another portion is read anew each minute."""
        turn = int(self._time.now().timestamp()) // 60
        with self._database.reading() as session:
            lines, note = tree_store.size_of(session), tree_store.newest_checkpoint(session)
            root = tree_store.root_held(session, size, turn) if 0 < size <= lines else ""
        return LedgerCheckpoint(origin=self.origin, lines=lines, note=note or "", root=root,
                                keys=tuple(key.vkey for key in self.public_keys()))

    def public_keys(self) -> tuple[LedgerKey, ...]:
        """The public keys of all times under this ledger's name, oldest first."""
        return tuple(self.named(key) for key in self.ring.known())

    def signed(self, note: str) -> bool:
        """Whether this ledger signed a checkpoint."""
        return signed_note.is_signed(note, self.origin, (key.public for key in self.ring.known()))

    def named(self, key: Key) -> LedgerKey:
        """A key under this ledger's name."""
        return LedgerKey(vkey=signed_note.vkey(self.origin, key.public), endorsement=key.endorsement)

    @contextmanager
    def whole(self) -> Iterator[tuple[Sequence[tuple[int, str]], Iterator[Line]]]:
        """For an export: all checkpoints (size, note) and all lines, as they are at one moment."""
        with self._database.reading() as session:
            found = session.execute(select(ledger_checkpoints.c.size, ledger_checkpoints.c.note)
                                    .order_by(ledger_checkpoints.c.size))
            yield [(size, note) for size, note in found], _all_lines(session)

    def _number_batch(self) -> int:
        with self._alone() as session:
            numbered = number_ledger_lines(session, BATCH)
            tree_store.grow(session)
            return numbered

    @contextmanager
    def _alone(self) -> Iterator[Session]:
        """One numberer at a time."""
        with self._database.writing() as session, session.begin():
            if session.get_bind().dialect.name == "postgresql":
                session.execute(_NUMBERER)
            yield session

    def _first_key(self) -> Ed25519PrivateKey | None:
        try:
            self.ring.make(self._time.now())
        except CaseError:
            log.info("ledger_key_made_elsewhere", origin=self.origin)
        return self.ring.signer()

    def _tell_unsigned(self, note: str | None) -> None:
        unsigned = note is None and not self._makes_keys and not self.ring.known()
        if unsigned and not self._unsigned:
            log.warning("ledger_has_no_key", origin=self.origin, remedy="rongcuo ledger keys new")
        self._unsigned = unsigned

    def _proof(self, session: Session, line: Line | None) -> LedgerProof | None:
        note = tree_store.newest_checkpoint(session)
        if line is None or note is None or (size := Checkpoint.read(note).size) < line.seq:
            return None
        hashes = tree_store.hashes_of(session, merkle.inclusion(line.seq - 1, size))
        return LedgerProof(seq=line.seq, body=line.body, salt=line.salt, payload=_payload(session, line.body),
                           tree_size=size, hashes=_hex(hashes), checkpoint=note, keys=self.public_keys())


def _require_growth(session: Session, old: Checkpoint, new: Checkpoint) -> None:
    spans = merkle.consistency(old.size, new.size) if old.size < new.size else []
    hashes = tree_store.hashes_of(session, spans)
    if not spans or not merkle.only_added(old.size, old.root, new.size, new.root, hashes):
        raise CaseError("ledger.inconsistent", f"{old.origin}: {old.size} → {new.size}")


def _note(session: Session, size: int) -> str:
    c = ledger_checkpoints.c
    note: str | None = session.scalar(select(c.note).where(c.size == size))
    if note is None:
        raise CaseError("not_found", f"no checkpoint of {size} lines")
    return note


def _payload(session: Session, body: str) -> str:
    """The payload that the line commits to, while the outbox has it; empty afterwards, or without one."""
    event_id = json.loads(body).get("event_id", "")
    return session.scalar(select(outbox.c.body).where(outbox.c.event_id == event_id)) or ""


def _all_lines(session: Session) -> Iterator[Line]:
    after = 0
    while portion := read_lines(session, after):
        yield from portion
        after = portion[-1].seq


def _hex(hashes: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(digest.hex() for digest in hashes)

"""Letters, and the counters of their numbers."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, and_, bindparam, exists, or_, select, tuple_
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.counters import next_number
from rongcuo.casework.repository import RevisedRepository
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.search import Search
from rongcuo.chassis.database.statements import among, insert
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.documents import LetterStanding
from rongcuo.contracts.errors import CaseError
from rongcuo.texts.folding import search_key
from services.documents import access
from services.documents.domain.kinds import kind_of
from services.documents.domain.letter import Letter, Text
from services.documents.domain.numbers import Series
from services.documents.storage.session import InSession
from services.documents.storage.tables import counters, letters, recipients

c, to = letters.c, recipients.c
OWNERSHIP = Ownership(c.organ_id, c.division_code)
AS_THEY_ARE = (
    "id", "version", "matter_id", "decision_id", "kind", "name", "organ_id", "organ_name", "division_code",
    "number", "code", "illustrative", "issued_at", "replaces", "replaced_by", "reason", "sha256",
    "docx_sha256", "pdf", "docx", "trouble", "signs", "tried_until",
)
CURRENT = c.standing == LetterStanding.CURRENT.value
AT_ONCE = 100   # letters looked at together
OLDEST_FIRST = (c.issued_at, c.id)
NEWEST_FIRST = (c.issued_at.desc(), c.id.desc())
UNMADE = and_(c.pdf == "", or_(c.tried_until.is_(None), c.tried_until < bindparam("now")))
ANY_UNMADE = select(exists().where(UNMADE))
OLDEST_UNMADE = (select(letters).where(UNMADE).order_by(*OLDEST_FIRST).limit(1)
                 .with_for_update(skip_locked=True))


class LetterRows(InSession):
    """One session's letters."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._letters = RevisedRepository(session, letters, _row_of, _letter_of)
        self.letter, self.read_letter = self._letters.get, self._letters.read

    def with_code(self, code: str) -> Letter:
        return self._letters.one(select(letters).where(c.code == code), missing="letter.unknown_code")

    def current_of_matter(self, matter_id: str) -> list[Letter]:
        wanted = select(letters).where(CURRENT, c.matter_id == matter_id)
        return self._letters.all(wanted.order_by(*OLDEST_FIRST).with_for_update())

    def of_decision(self, decision_id: str, family: str) -> Letter | None:
        wanted = select(letters).where(c.decision_id == decision_id, c.family == family)
        return next(iter(self._letters.all(wanted.order_by(*NEWEST_FIRST).limit(1))), None)

    def of_matter(self, matter_id: str) -> list[Letter]:
        return self._letters.all(
            select(letters).where(c.matter_id == matter_id).order_by(*NEWEST_FIRST))

    def found(self, search: str, actor: Actor, after: Letter | None) -> list[Letter]:
        """Newest first: those for the officer, and those their post shows; `access.sees` is asked of each."""
        theirs = self.session.scalars(select(to.letter_id).where(to.officer_id == actor.officer_id)).all()
        near = or_(among(self.session, c.id, theirs), shown(access.scopes(actor), actor, OWNERSHIP))
        wanted = select(c.id, c.issued_at).where(near)
        if after:
            wanted = wanted.where(tuple_(c.issued_at, c.id) < tuple_(after.issued_at, after.id))
        there = Search(c.sought, search).rows(self.session, wanted, NEWEST_FIRST, AT_ONCE)
        whole = select(letters).where(c.id.in_([row.id for row in there]))
        return self._letters.all(whole.order_by(*NEWEST_FIRST))

    def any_unmade(self, now: datetime) -> bool:
        return bool(self.session.scalar(ANY_UNMADE, {"now": now}))

    def claim_unmade(self, now: datetime) -> Letter | None:
        return next(iter(self._letters.all(OLDEST_UNMADE, {"now": now})), None)

    def next_number(self, organ_id: str, series: Series, year: int) -> int:
        return next_number(self.session, counters, series.value, organ_id, year)

    def put_letter(self, letter: Letter) -> None:
        """Two letters of one kind that would both hold for a decision: the second comes too late."""
        fresh = not self._letters.as_read(letter)
        try:
            self._letters.put(letter)
        except IntegrityError as refused:
            raise CaseError("changed_meanwhile", letter.id) from refused
        if fresh and letter.recipients:
            insert(self.session, recipients, *(
                {"letter_id": letter.id, "officer_id": each} for each in sorted(set(letter.recipients))))


def _row_of(letter: Letter) -> dict[str, Any]:
    return {name: getattr(letter, name) for name in AS_THEY_ARE} | {
        "family": kind_of(letter.kind).family, "standing": letter.standing.value,
        "sought": search_key(letter.number, letter.text.title, letter.text.addressee),
        "title": letter.text.title, "addressee": letter.text.addressee, "body": letter.text.body,
        "recipients": list(letter.recipients), "parties": list(letter.parties)}


def _letter_of(row: RowMapping) -> Letter:
    return Letter(
        **{name: row[name] for name in AS_THEY_ARE}, standing=LetterStanding(row["standing"]),
        text=Text(row["title"], row["addressee"], row["body"]), recipients=tuple(row["recipients"]),
        parties=tuple(row["parties"]))

"""A reporter, as far as the vault itself knows them: by a random reference, a pseudonym and a code's hash."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self

from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.sealed import FILES, MOST_BY_CODE, MOST_ON_PAPER, Part
from rongcuo.contracts.vault import Author, ReporterStatus, Wish
from rongcuo.contracts.vault.views import MOST_MESSAGES, MOST_WISHES
from rongcuo.policy.calendar import ZONE, midnight

ON_PAPER = "收到您交来的纸质材料，扫描件记为{}：副本给承办人看，扫描原件封存。如果不是您交的，请在这里写明。"


@dataclass(kw_only=True)
class Reporter(Aggregate):
    """What is sealed of them lies in rows of its own (`parts` says what there is). `code_hash` is empty once
    everything was destroyed: then no code leads here. `desk_code_hash`: of the one that the desk has seen,
    once there is another (`renewed_at`)."""

    id: str
    organ_id: str
    pseudonym: str
    real_name: bool
    code_hash: str
    parts: tuple[Part, ...]
    deposited_at: datetime
    deposited_by: str = ""      # the officer at the desk; of whoever came by themselves there is nothing
    code_renewed: bool = False  # the reporter has another code than the one that the desk has seen
    desk_code_hash: str = ""
    renewed_at: datetime | None = None
    told: tuple[contract.ReporterTold, ...] = ()
    messages: tuple[contract.ReporterMessage, ...] = ()
    wishes: tuple[contract.ReporterWish, ...] = ()
    retained_until: date | None = None
    destroyed_at: datetime | None = None

    @classmethod
    def deposit(cls, command: contract.DepositReporter, pseudonym: str, code_hash: str,
                retained_until: date, by: Actor, now: datetime) -> Self:
        """`retained_until`: unless a report is registered of them. Raises `vault.parts_missing` where a real
        name is claimed without a name and a way to reach them, `vault.parts_twice`."""
        parts = tuple(sealed.part for sealed in command.parts)
        if len({*parts}) != len(parts):
            raise CaseError("vault.parts_twice")
        if command.real_name and not {Part.IDENTITY, Part.CONTACT} <= {*parts}:
            raise CaseError("vault.parts_missing")
        told = contract.ReporterTold(status=ReporterStatus.RECEIVED, at=now)
        reporter = cls(id=command.reporter_ref, organ_id=command.organ_id, pseudonym=pseudonym,
                       real_name=command.real_name, code_hash=code_hash, parts=parts, deposited_at=now,
                       deposited_by=by.officer_id, told=(told,), retained_until=retained_until)
        reporter.record(contract.ReporterDeposited(
            reporter_ref=reporter.id, organ_id=reporter.organ_id, pseudonym=pseudonym,
            real_name=command.real_name, reachable=Part.CONTACT in parts, at=now))
        return reporter

    @property
    def status(self) -> ReporterStatus:
        """What they were told last."""
        return self.told[-1].status

    def may_be_registered(self, by: Actor, organ_id: str, pseudonym: str) -> bool:
        """By whoever brought them here alone: to know the reference proves nothing."""
        brought = (self.deposited_by, self.organ_id, self.pseudonym)
        return self.destroyed_at is None and brought == (by.officer_id, organ_id, pseudonym)

    def is_reached_by(self, code_hash: str, now: datetime) -> bool:
        """By the desk's code until the day is over on which it was replaced: on that day it answers as
        before, so that nobody finds by it when the reporter came."""
        lasting = self.renewed_at is not None and self.renewed_at >= midnight(now)
        return code_hash == self.code_hash or (lasting and code_hash == self.desk_code_hash)

    def require_own_code(self, code_hash: str) -> None:
        """The one that the desk has seen is good for taking another. Raises `vault.code_to_renew`."""
        if code_hash != self.code_hash or (self.deposited_by and not self.code_renewed):
            raise CaseError("vault.code_to_renew")

    def require_hand(self, code_hash: str) -> None:
        """Before the report is open the desk hands in what came with it; from then on the reporter alone.
        Raises `vault.code_to_renew`."""
        if not self.has_hand(code_hash):
            raise CaseError("vault.code_to_renew")

    def has_hand(self, code_hash: str) -> bool:
        """As `require_hand` asks."""
        opened = len(self.told) > 1
        return code_hash == self.code_hash and not (opened and self.deposited_by and not self.code_renewed)

    def had(self, code_hash: str, at: datetime) -> bool:
        """Whether whoever has this code may know what came in then: by a replaced one, nothing later."""
        return code_hash == self.code_hash or (self.renewed_at is not None and at <= self.renewed_at)

    def renew_code(self, given: str, fresh: str, now: datetime) -> None:
        """Once: a code that nobody else has seen needs no other. Raises `vault.code_renewed_already`;
        `vault.code_taken` where the desk's code was replaced before."""
        if given != self.code_hash:
            raise CaseError("vault.code_taken")
        if self.code_renewed or not self.deposited_by:
            raise CaseError("vault.code_renewed_already")
        self.desk_code_hash, self.renewed_at = given, now
        self.code_hash, self.code_renewed = fresh, True
        self.edits += 1

    def write(self, text: str, now: datetime) -> None:
        """The reporter writes. Raises `vault.too_much_written`."""
        self._add(Author.REPORTER, text, now)
        self.record(contract.ReporterWrote(reporter_ref=self.id, organ_id=self.organ_id, at=now,
                                           shown=self._shown()))

    def answer(self, text: str, now: datetime) -> None:
        """The office writes. Raises `vault.too_much_written`, `vault.destroyed`."""
        self._require_there()
        self._add(Author.OFFICE, text, now)
        self.edits += 1

    def wish_for(self, wish: Wish, text: str, now: datetime) -> None:
        """The reporter asks for something. Raises `vault.too_much_written`, `vault.withdrawn_already`."""
        if wish is Wish.WITHDRAWAL and any(each.wish is wish for each in self.wishes):
            raise CaseError("vault.withdrawn_already")
        if len(self.wishes) >= MOST_WISHES:
            raise CaseError("vault.too_much_written")
        self.wishes = (*self.wishes, contract.ReporterWish(wish=wish, text=text, at=now))
        self.record(contract.ReporterAsked(reporter_ref=self.id, organ_id=self.organ_id, wish=wish, at=now,
                                           shown=self._shown()))

    def take_in(self, files: Sequence[Part], before: int, now: datetime) -> None:
        """What they gave on paper, as `hand_in`; and the reporter reads that it came. Raises
        `vault.destroyed`, too, and `vault.too_much_written`."""
        self._require_there()
        if files:
            self.hand_in(files, before, MOST_ON_PAPER)
            numbers = "、".join(f"材料{FILES.index(each) + 1}" for each in files)
            self._add(Author.OFFICE, ON_PAPER.format(numbers), now)

    def hand_in(self, files: Sequence[Part], before: int, most: int = MOST_BY_CODE) -> None:
        """Files, as parts of the next numbers; `before`: how many came so. No event: what is said of them is
        a message. Raises `vault.too_many_files`, `vault.files_meanwhile` where others were handed in since
        they were sealed."""
        there = len({*self.parts} & {*FILES})
        if before + len(files) > most:
            raise CaseError("vault.too_many_files")
        if tuple(files) != FILES[there:there + len(files)]:
            raise CaseError("vault.files_meanwhile")
        self.parts = (*self.parts, *files)
        self.edits += 1

    def tell(self, told: contract.ReporterTold, retention: timedelta) -> None:
        """What has come of the report. Told once, and what an inquiry puts to them as often as it does; from
        its end on the days of retention are counted. What was passed on goes on elsewhere."""
        last = self.told[-1]
        if replace(last, at=told.at, read_at=None) == told or self.destroyed_at:
            return
        self.told = (*self.told, told)[-MOST_WISHES:]
        over = told.status in (ReporterStatus.CLOSED, ReporterStatus.NOT_ACCEPTED)
        self.retained_until = (told.at.astimezone(ZONE) + retention).date() if over else None
        self.edits += 1

    @property
    def has_no_end(self) -> bool:
        """Nobody has ever told them of a report, and no end was given to what is kept of them."""
        return self.edits == 0 and self.retained_until is None and self.destroyed_at is None

    def retain_until(self, day: date) -> None:
        """Unless a report is registered of them."""
        self.retained_until = day
        self.edits += 1

    def acknowledge(self, now: datetime) -> None:
        """The reporter has read all that they were told."""
        if all(each.read_at for each in self.told):
            return
        self.told = tuple(each if each.read_at else replace(each, read_at=now) for each in self.told)
        self.record(contract.ReporterRead(
            reporter_ref=self.id, organ_id=self.organ_id, at=now,
            told_until=max(each.at for each in self.told), shown=self._shown()))

    def destroy(self, now: datetime) -> None:
        """After the end of retention. Raises `vault.still_retained`."""
        if self.retained_until is None or now.astimezone(ZONE).date() <= self.retained_until:
            raise CaseError("vault.still_retained")
        if self.destroyed_at:
            return
        self.code_hash = self.desk_code_hash = ""
        self.parts, self.messages, self.wishes = (), (), ()
        self.told = tuple(replace(each, words="") for each in self.told)
        self.destroyed_at = now
        self.record(contract.IdentityDestroyed(reporter_ref=self.id, organ_id=self.organ_id, at=now))

    def _add(self, author: Author, text: str, now: datetime) -> None:
        """To an end on each side: the office can't write until the reporter has no room left."""
        if sum(each.author is author for each in self.messages) >= MOST_MESSAGES // len(Author):
            raise CaseError("vault.too_much_written")
        self.messages = (*self.messages, contract.ReporterMessage(author=author, text=text, at=now))

    def _shown(self) -> tuple[contract.PutToReporter, ...]:
        return tuple(each.put for each in self.told if each.put)

    def _require_there(self) -> None:
        if self.destroyed_at:
            raise CaseError("vault.destroyed")

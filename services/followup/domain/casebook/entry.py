"""An entry of the casebook (典型案例): its facts, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.apart import Somebody, known_by
from rongcuo.casework.case import KEEP_FROM, given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder, require_reviewer
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.followup import (
    CasebookEntryMoved,
    CasebookEntryPublished,
    Combination,
    EntryCheck,
    EntrySource,
    EntryText,
    Fit,
    Mask,
    MaskChoice,
    MaskDecision,
    MaskKind,
    Validity,
)
from rongcuo.contracts.followup import EntryState as State
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import known_codes
from rongcuo.policy.limit import add_months
from services.followup.domain.casebook.beginning import Known
from services.followup.domain.casebook.fitting import stated
from services.followup.domain.casebook.guards import checkers_are_two, require_no_part
from services.followup.domain.casebook.masking import betrayed, masked_text, proposed, written
from services.followup.domain.casebook.transitions import EDITS, ENDED, TRANSITIONS, UNPUBLISHED
from services.followup.domain.casebook.transitions import EntryVerb as Verb


@dataclass(kw_only=True)
class CasebookEntry(Aggregate):
    """Every verb asks its guards first: a refused one changes nothing.

    `text` is as it was written, `masked` as it is read. `combination` is None until somebody has described
    it. `edition`: 1, or the one after that which it `replaces`. `shown_in`: whoever is at or below that
    division reads it. `since`: in this state. `writers`: whose words or masks stood in it, or in a version
    before, at any time.
    """

    transitions: ClassVar[Transitions[State, Verb]] = TRANSITIONS

    id: str
    number: str
    organ_id: str
    division_code: str
    pack_id: str
    source: EntrySource
    known: Known
    writer_id: str
    writer_name: str
    writers: frozenset[Holder]
    area: str
    shown_in: str
    text: EntryText
    begun_at: datetime
    since: datetime
    state: State = State.DRAFT
    edition: int = 1
    replaces: str = ""
    replaced_by: str = ""
    combination: Combination | None = None
    masks: tuple[Mask, ...] = ()
    checkers: tuple[str, ...] = ()
    checker_names: tuple[str, ...] = ()
    checks: tuple[EntryCheck, ...] = ()
    validity: Validity | None = None
    reason: str = ""
    history: tuple[HistoryEntry, ...] = ()

    @classmethod
    def begin(cls, entry_id: str, number: str, source: EntrySource, known: Known, area: str, text: EntryText,
              division_code: str, shown_in: str, occasion: Occasion,
              replaces: "CasebookEntry | None" = None) -> Self:
        """By a caseworker, in their own organ. A new version begins from one that holds."""
        actor = occasion.actor
        _require_area(area, occasion)
        if replaces is not None and (replaces.state is not State.PUBLISHED
                                     or replaces.organ_id != actor.organ_id):
            raise CaseError("followup.entry_not_replaceable", details={"number": replaces.number})
        require_no_part(known, actor)
        entry = cls(
            id=entry_id, number=number, organ_id=actor.organ_id, division_code=division_code,
            pack_id=occasion.pack.id, source=source, known=known, writer_id=actor.officer_id,
            writer_name=actor.name, area=area, shown_in=shown_in, text=text, begun_at=occasion.now,
            writers=(replaces.writers if replaces else frozenset()) | {Holder.of(actor)},
            since=occasion.now, edition=replaces.edition + 1 if replaces else 1,
            replaces=replaces.id if replaces else "",
            combination=replaces.combination if replaces else None, masks=replaces.masks if replaces else ())
        entry._note("begin", occasion)
        entry._tell("begin", occasion)
        return entry

    @property
    def ended(self) -> bool:
        """Nobody has anything more to do to bring it out."""
        return self.state in ENDED

    @property
    def masked(self) -> EntryText:
        """As it is read by others."""
        return masked_text(self.text, self.masks)

    @property
    def left(self) -> tuple[str, ...]:
        """What still names somebody, though it is masked: for those inside, and in no error."""
        return betrayed(self.text, self.masks, self.known)

    @property
    def workers(self) -> frozenset[str]:
        """Who works on it."""
        return frozenset({self.writer_id, *self.checkers})

    def is_apart(self, somebody: Somebody) -> bool:
        """Whether its inside is not there for them: also by name alone, and whenever they come."""
        return not self.known.apart.isdisjoint(known_by(somebody))

    def keep_from(self, keys: frozenset[str], occasion: Occasion) -> None:
        """The matter that it is told from is kept from more people by now: so is its inside."""
        if not keys <= self.known.apart:
            self.known = replace(self.known, apart=self.known.apart | keys)
            self._tell(KEEP_FROM, occasion)

    def over(self, today: date) -> bool:
        """Whether its days are past."""
        return self.validity is not None and today > self.validity.until

    def require(self, verb: Verb, occasion: Occasion) -> None:
        """Whether the verb is possible for this actor now; says why not."""
        self.transitions.require(self, verb, occasion)

    def write(self, text: EntryText, occasion: Occasion) -> None:
        """What was decided of words that stay is still known when masks are proposed anew."""
        self.require(Verb.WRITE, occasion)
        self.text = text
        self._turn(Verb.WRITE, occasion)

    def describe(self, area: str, combination: Combination, shown_in: str, occasion: Occasion) -> None:
        """The shelf it stands on, as what is said of its field: that is seen as well."""
        self.require(Verb.DESCRIBE, occasion)
        _require_area(area, occasion)
        for place in filter(None, (combination.place, shown_in)):
            if place not in known_codes():
                raise CaseError("policy.unknown_division", details={"division_code": place})
        if combination.situation and combination.situation not in occasion.pack.situations:
            raise CaseError("followup.situation_unknown", details={"situation": combination.situation})
        _require_month(combination.month)
        self.area, self.shown_in = area, shown_in or self.shown_in
        self.combination = replace(combination, field=area)
        self._turn(Verb.DESCRIBE, occasion)

    def propose_masks(self, occasion: Occasion) -> None:
        """The platform proposes; nothing is decided by that."""
        self.require(Verb.PROPOSE, occasion)
        self.masks = proposed(self.text, self.known, self.masks)
        self._turn(Verb.PROPOSE, occasion)

    def decide_masks(self, decisions: tuple[MaskDecision, ...], occasion: Occasion) -> None:
        """Of as many as are named; the others stay as they are."""
        self.require(Verb.DECIDE, occasion)
        told = {each.number: each for each in decisions}
        if unknown := sorted(told.keys() - {each.number for each in self.masks}):
            raise CaseError("followup.mask_unknown", details={"masks": unknown})
        for each in decisions:
            if each.choice is MaskChoice.KEEP and not each.reason.strip():
                raise CaseError("followup.mask_kept_without_reason", details={"mask": each.number})
        self.masks = tuple(_decided(each, told, occasion.actor.name) for each in self.masks)
        self._turn(Verb.DECIDE, occasion)

    def add_mask(self, words: str, replacement: str, occasion: Occasion) -> None:
        """What the platform has not found; it is there to be masked."""
        self.require(Verb.ADD_MASK, occasion)
        if words not in written(self.text) or words in {each.words for each in self.masks}:
            raise CaseError("followup.mask_not_there")
        self.masks += (Mask(number=len(self.masks) + 1, kind=MaskKind.NAME, words=words,
                            replacement=replacement.strip(), choice=MaskChoice.MASK,
                            decided_by=occasion.actor.name),)
        self._turn(Verb.ADD_MASK, occasion)

    def name_checkers(self, officers: tuple[OfficerView, ...], occasion: Occasion) -> None:
        """Two people of the organ who see it with other eyes."""
        self.require(Verb.NAME_CHECKERS, occasion)
        for officer in officers:
            require_reviewer(officer, self.organ_id)
        checkers_are_two(self, officers)
        named = tuple(map(Holder.of, officers))
        self.checkers = tuple(each.officer_id for each in named)
        self.checker_names = tuple(each.name for each in named)
        self._turn(Verb.NAME_CHECKERS, occasion, "、".join(self.checker_names))

    def confirm(self, fit: Fit, occasion: Occasion) -> None:
        """The first check, and the second by the other one."""
        self.require(Verb.CONFIRM, occasion)
        self._require_fit(fit, occasion)
        actor = occasion.actor
        checks = (*self.checks, EntryCheck(officer_id=actor.officer_id, name=actor.name, fits=fit.fits,
                                           at=occasion.now))
        self._turn(Verb.CONFIRM, occasion)
        self.checks = checks

    def send_back(self, reason: str, occasion: Occasion) -> None:
        """Whatever was confirmed is to be looked at anew."""
        self.require(Verb.SEND_BACK, occasion)
        self._turn(Verb.SEND_BACK, occasion, given(reason, Reader.CASEWORKERS))

    def publish(self, fit: Fit, valid_until: date | None, occasion: Occasion) -> None:
        """The check is made once more: meanwhile the masks are the same, but not what else is known."""
        self.require(Verb.PUBLISH, occasion)
        self._require_fit(fit, occasion)
        today = occasion.now.astimezone(ZONE).date()
        until = valid_until or add_months(today, occasion.pack.followup.casebook.valid_for.amount)
        if until < today:
            raise CaseError("followup.validity_over", details={"until": until.isoformat()})
        checks = self.checks
        self._enter(Verb.PUBLISH, occasion)
        self.checks, self.validity = checks, Validity(since=today, until=until)
        self.record(CasebookEntryPublished(
            entry_id=self.id, number=self.number, organ_id=self.organ_id, area=self.area,
            edition=self.edition, replaces=self.replaces, shown_in=self.shown_in,
            checked_by=tuple(each.officer_id for each in checks), valid_until=until, at=occasion.now))

    def supersede(self, newer: "CasebookEntry", occasion: Occasion) -> None:
        """A new version is out: this one holds no more, from this day on."""
        self.require(Verb.SUPERSEDE, occasion)
        self.replaced_by = newer.id
        self._end_validity(occasion)
        self._turn(Verb.SUPERSEDE, occasion, newer.number)

    def withdraw(self, reason: str, occasion: Occasion) -> None:
        """Given up before it is out, or taken back afterwards."""
        self.require(Verb.WITHDRAW, occasion)
        self.reason = given(reason, Reader.ORGAN)
        self._end_validity(occasion)
        self._turn(Verb.WITHDRAW, occasion, self.reason)

    def _require_fit(self, fit: Fit, occasion: Occasion) -> None:
        if fit.enough or self.combination is None:
            return
        told = stated(self.combination, occasion.pack.followup.casebook.general)
        raise CaseError("followup.entry_fits_too_few", details={
            "fits": fit.fits, "at_least": fit.at_least, "stated": sorted(told), "without": fit.without})

    def _end_validity(self, occasion: Occasion) -> None:
        if self.validity is not None:
            today = occasion.now.astimezone(ZONE).date()
            self.validity = replace(self.validity, until=min(today, self.validity.until))

    def _turn(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        self._enter(verb, occasion, note)
        self._tell(verb, occasion)

    def _enter(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        after = self.transitions.after(self.state, verb)
        if after in UNPUBLISHED and verb is not Verb.CONFIRM:
            self.checks = ()
        if verb in EDITS:
            self.writers |= {Holder.of(occasion.actor)}
        self.since = occasion.now if after is not self.state else self.since
        self.state = after
        self._note(verb, occasion, note)

    def _note(self, what: str, occasion: Occasion, note: str = "") -> None:
        self.history += (HistoryEntry.by(occasion.actor, what, occasion.now, note),)

    def _tell(self, what: str, occasion: Occasion) -> None:
        self.record(CasebookEntryMoved(
            entry_id=self.id, number=self.number, organ_id=self.organ_id, what=str(what), state=self.state,
            actor_id=occasion.actor.officer_id, at=occasion.now))


def _decided(mask: Mask, told: Mapping[int, MaskDecision], by: str) -> Mask:
    decision = told.get(mask.number)
    if decision is None:
        return mask
    return replace(mask, choice=decision.choice, replacement=decision.replacement.strip() or mask.replacement,
                   reason=decision.reason.strip(), decided_by=by)


def _require_area(area: str, occasion: Occasion) -> None:
    if area not in occasion.pack.followup.casebook.areas:
        raise CaseError("followup.area_unknown", details={"area": area})


def _require_month(month: str) -> None:
    try:
        if month and f"{date.fromisoformat(f'{month}-01'):%Y-%m}" != month:
            raise ValueError(month)
    except ValueError:
        raise CaseError("followup.month_unknown", details={"month": month}) from None

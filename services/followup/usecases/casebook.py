"""What is done about a typical case: fetch, tell, commit."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from rongcuo.casework.asking import officer_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.ports import OfCase
from rongcuo.contracts import followup as contract
from rongcuo.contracts.followup import EntryNumber, Fit
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import PROVINCE
from services.followup.access import casebook as access
from services.followup.access.programmes import overseen_from
from services.followup.domain.casebook import CasebookEntry
from services.followup.ports import Kept
from services.followup.presenters.casebook import fit_of, number_of
from services.followup.usecases import casebook_facts
from services.followup.usecases.casebook_sources import source_of
from services.followup.usecases.fetching import Context, occasion_in, occasion_of
from services.followup.usecases.opening import kept_from

C = TypeVar("C", bound=OfCase)
Step = Callable[[Context, C], EntryNumber]     # a use case


def begin(context: Context, command: contract.BeginEntry) -> EntryNumber:
    """In the actor's own organ; a new version keeps what was known and decided of the one before."""
    actor = context.actor
    access.require_writer(actor)
    source, known = source_of(context, command)
    division = overseen_from(actor.organ_id)
    with context.unit() as unit:
        casebook = unit.store.casebook
        known = replace(known, apart=known.apart | kept_from(unit.store, source.source_id))
        former = casebook.get(command.replaces) if command.replaces else None
        if former is not None:
            access.require(actor, former)
        year = context.now.astimezone(ZONE).year
        number = f"案例〔{year}〕{casebook.next_number(actor.organ_id, year)}号"
        entry = CasebookEntry.begin(
            context.new_id(), number, source, known, command.area, command.text, division,
            former.shown_in if former else PROVINCE, occasion_in(context, division), former)
        return unit.commit(entry, answer=number_of(entry))


def describe(context: Context, command: contract.DescribeEntry) -> EntryNumber:
    """What is said of its case is known of that from now on; a case told by hand counts only once it is out,
    so that nobody makes up those that are missing."""
    with context.unit() as unit:
        entry, occasion = _fetch(context, unit.store, command.case_id)
        entry.describe(command.area, command.combination, command.shown_in, occasion)
        if entry.source.source_id:
            casebook_facts.keep_described(unit.store, entry, occasion)
        return unit.commit(entry, answer=number_of(entry))


def name_checkers(context: Context, command: contract.NameCheckers) -> EntryNumber:
    """As identity knows them."""
    officers = tuple(officer_asked(context, each) for each in dict.fromkeys(command.officer_ids))
    with context.unit() as unit:
        entry, occasion = _fetch(context, unit.store, command.case_id)
        entry.name_checkers(officers, occasion)
        return unit.commit(entry, answer=number_of(entry))


def confirm(context: Context, command: contract.ConfirmMasks) -> EntryNumber:
    """With how many people it fits now."""
    with context.unit() as unit:
        entry, occasion = _fetch(context, unit.store, command.case_id)
        entry.confirm(_fit(unit.store, entry, occasion), occasion)
        return unit.commit(entry, answer=number_of(entry))


def publish(context: Context, command: contract.PublishEntry) -> EntryNumber:
    """The version before it holds no more, in the same transaction."""
    with context.unit() as unit:
        entry, occasion = _fetch(context, unit.store, command.case_id)
        entry.publish(_fit(unit.store, entry, occasion), command.valid_until, occasion)
        casebook_facts.keep_described(unit.store, entry, occasion)
        former = unit.store.casebook.get(entry.replaces) if entry.replaces else None
        if former is not None:
            former.supersede(entry, occasion)
            casebook_facts.forget_told(unit.store, former)
        return unit.commit(*(each for each in (former, entry) if each is not None), answer=number_of(entry))


def withdraw(context: Context, command: contract.WithdrawEntry) -> EntryNumber:
    """A case that was told by hand counts no more."""
    with context.unit() as unit:
        entry, occasion = _fetch(context, unit.store, command.case_id)
        entry.withdraw(command.reason, occasion)
        casebook_facts.forget_told(unit.store, entry)
        return unit.commit(entry, answer=number_of(entry))


def _step(act: Callable[[CasebookEntry, C, Occasion], None]) -> Step[C]:
    """The use case of a verb for which nothing is asked of others before."""
    def stepped(context: Context, command: C) -> EntryNumber:
        with context.unit() as unit:
            entry, occasion = _fetch(context, unit.store, command.case_id)
            act(entry, command, occasion)
            return unit.commit(entry, answer=number_of(entry))
    return stepped


def _fetch(context: Context, store: Kept, case_id: str) -> tuple[CasebookEntry, Occasion]:
    """Locked, for somebody who sees its inside; with the pack that it began under."""
    entry = store.casebook.get(case_id)
    access.require(context.actor, entry)
    return entry, occasion_of(context, entry)


def _fit(store: Kept, entry: CasebookEntry, occasion: Occasion) -> Fit:
    return fit_of(entry, occasion.pack.followup.casebook, store.casebook.fits)


write: Step[contract.WriteEntry] = _step(lambda entry, told, occasion: entry.write(told.text, occasion))
propose: Step[contract.ProposeMasks] = _step(lambda entry, _, occasion: entry.propose_masks(occasion))
decide: Step[contract.DecideMasks] = _step(
    lambda entry, told, occasion: entry.decide_masks(told.decisions, occasion))
add_mask: Step[contract.AddMask] = _step(
    lambda entry, told, occasion: entry.add_mask(told.words, told.replacement, occasion))
send_back: Step[contract.SendEntryBack] = _step(
    lambda entry, told, occasion: entry.send_back(told.reason, occasion))

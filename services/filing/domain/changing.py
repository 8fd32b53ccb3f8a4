"""变更备案, as its filing takes it: whether it can be changed, what it covers, and since when."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import (
    ChangeContent,
    FiledTerms,
    FiledVersion,
    FilingChanged,
    FilingContent,
    FilingState,
)
from rongcuo.policy.pack import Pack
from rongcuo.policy.pack.checks import Matter, check_dates
from services.filing.domain import matter
from services.filing.domain.transitions import TRANSITIONS, Verb
from services.filing.domain.voiding import Voiding

WORDS, DAYS = ("scope", "way", "procedure"), ("act_from", "act_until", "valid_until")
TERMS = (*WORDS, *DAYS)
ONE_DAY = timedelta(days=1)


class Changeable(Protocol):
    """A filing."""

    id: str
    number: str
    organ_id: str
    filer_id: str
    state: FilingState
    content: FilingContent
    digest: str
    submitted_at: datetime | None
    decided_at: datetime | None
    valid_from: date | None
    valid_until: date | None
    voiding: Voiding
    versions: tuple[FiledVersion, ...]
    edits: int

    def can(self, verb: Verb) -> bool: ...
    def record(self, happening: Event) -> None: ...
    def note(self, what: str, by: Actor, at: datetime, note: str = "") -> None: ...


def versions_of(filing: Changeable) -> tuple[FiledVersion, ...]:
    """What was filed and when it held; nothing of what was never accepted."""
    if filing.versions:
        return filing.versions
    submitted_at, decided_at, since = filing.submitted_at, filing.decided_at, filing.valid_from
    if not (submitted_at and decided_at and since and filing.valid_until):
        return ()
    content = filing.content
    terms = FiledTerms(scope=content.description or content.title, act_from=content.act_from,
                       act_until=content.act_until, valid_until=filing.valid_until)
    return (FiledVersion(number=1, digest=filing.digest, terms=terms, since=since, filed_at=submitted_at,
                         holds_from=decided_at),)


def require_changeable(filing: Changeable, now: datetime) -> None:
    """Accepted, within its validity and applied; otherwise `filing.not_changeable`, with what it is."""
    until = filing.valid_until
    over = until is None or matter.local_day(now) > until
    if not filing.can(Verb.PROPOSE_CHANGE) or filing.voiding.by or over:
        raise CaseError("filing.not_changeable", details={
            "state": filing.state.value, "void_by": filing.voiding.by,
            "valid_until": until.isoformat() if until else ""})


def changed_terms(before: FiledTerms, content: ChangeContent) -> FiledTerms:
    """With what the change says in place of what was; what it leaves empty stays."""
    told = {name: value.strip() for name in WORDS if (value := getattr(content, name)).strip()}
    told |= {name: value for name in DAYS if (value := getattr(content, name))}
    return replace(before, **told)


def what_differs(before: FiledTerms, after: FiledTerms) -> tuple[str, ...]:
    """The names of the terms that are no more what they were."""
    return tuple(name for name in TERMS if getattr(before, name) != getattr(after, name))


def require_change(before: FiledTerms, content: ChangeContent, pack: Pack, now: datetime) -> None:
    """Something changes, and its days can be: raises `filing.change_empty`, or the pack's first failure with
    all in the details. An act that was to have begun before is left as it is; one dated anew lies ahead."""
    after = changed_terms(before, content)
    if not what_differs(before, after):
        raise CaseError("filing.change_empty")
    matter.refuse(check_dates(pack, Matter(
        submitted_at=now, situation="", acts_from=content.act_from, acts_until=content.act_until,
        valid_until=content.valid_until)))
    if after.act_from and after.act_until and after.act_until < after.act_from:
        raise CaseError("filing.period_reversed", details={"periods": ["act"]})


def propose_change(filing: Changeable, number: str, by: Actor, now: datetime) -> None:
    """Noted here; the change itself tells of it."""
    TRANSITIONS.after(filing.state, Verb.PROPOSE_CHANGE)
    filing.note(Verb.PROPOSE_CHANGE.value, by, now, number)
    filing.edits += 1


def change(filing: Changeable, change_id: str, number: str, content: ChangeContent, digest: str,
           filed_at: datetime, by: Actor, now: datetime) -> FiledVersion:
    """From now on it covers what an approved change says. Nothing changes backwards: what it covered before
    stays as it was, up to yesterday. Raises `filing.not_changeable`, or `filing.validity_over` where the
    change itself is out of date."""
    TRANSITIONS.after(filing.state, Verb.CHANGE)
    require_changeable(filing, now)
    *earlier, last = versions_of(filing)
    today, terms = matter.local_day(now), changed_terms(last.terms, content)
    if terms.valid_until is None or terms.valid_until < today:
        raise CaseError("filing.validity_over", details={
            "valid_until": terms.valid_until.isoformat() if terms.valid_until else "",
            "filed_on": today.isoformat()})
    version = FiledVersion(
        number=last.number + 1, digest=digest, terms=terms, since=max(today, last.since), filed_at=filed_at,
        holds_from=now, change_id=change_id, change_number=number)
    filing.versions = (*earlier, replace(last, until=version.since - ONE_DAY), version)
    filing.valid_until = terms.valid_until
    filing.note(Verb.CHANGE.value, by, now, number)
    filing.record(FilingChanged(
        filing_id=filing.id, number=filing.number, organ_id=filing.organ_id, filer_id=filing.filer_id,
        change_id=change_id, version_of_filing=version.number, digest=digest, act_from=terms.act_from,
        act_until=terms.act_until, valid_until=terms.valid_until, at=now))
    return version

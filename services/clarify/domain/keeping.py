"""Whom a report is kept from, looked up once, before anybody sees it."""

from collections.abc import Iterable, Mapping
from itertools import chain

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import has_organ_above, organ_above
from rongcuo.casework.people import JUDGES
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import ReportedPerson
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import APART, name_key
from services.clarify.domain import events
from services.clarify.domain.apart import keys_of, known_by, unit_names_keys
from services.clarify.domain.commission_names import means_commission_of
from services.clarify.domain.facts import Facts
from services.clarify.domain.management import highest, least_managed_by
from services.clarify.domain.verbs import Verb

OUTSIDERS = frozenset({Role.FILER, Role.MEMBER})     # who has no other role is no staff of an organ
FIGURE_READERS = frozenset({Role.REVIEWER, Role.LEAD, Role.SUPERVISOR})
Officers = Mapping[str, tuple[OfficerView, ...]]     # by organ


def open_report(report: Facts, named: Iterable[OfficerView], officers: Officers, occasion: Occasion) -> None:
    """Of the named, their units by all names are kept from it too; of an organ, whoever is called the same.
    What is about the organ's own people goes up, to the first organ that can handle it. `officers`: of the
    organ and of those above it, who may come near it there: decide, approve, trace, count."""
    report.require(Verb.OPEN, occasion)
    for officer in named:
        _keep_from(report, officer)
        report.managed_by = highest(report.managed_by, least_managed_by(officer.division_code))
    for organ_id, people in officers.items():
        _keep_from_told_of(report, organ_id, people)
    _keep_from_namesakes(report, officers)
    while has_organ_above(report.organ_id) and _is_about_its_own(report, officers):
        report.organ_id = organ_above(report.organ_id)
        _keep_from_namesakes(report, officers)
    report.left_out = keeps_from_a_reader(report.named_keys, officers)
    report.turn(Verb.OPEN, occasion)
    report.record(events.opened(report, occasion))


def keeps_from_a_reader(keys: frozenset[str], officers: Officers) -> bool:
    """Whether somebody who reads an organ's figures, there or above, is known by one of these keys: then it
    is in no figures."""
    return any(not FIGURE_READERS.isdisjoint(each.roles) and not keys.isdisjoint(known_by(each))
               for each in chain.from_iterable(officers.values()))


def _keep_from(report: Facts, officer: OfficerView) -> None:
    """And everybody of their unit."""
    units = {officer.unit, *officer.unit_names} - {""}
    report.named |= {officer.officer_id}
    report.units_named |= units
    report.named_keys |= keys_of(officer) | unit_names_keys(*units)


def _keep_from_told_of(report: Facts, organ_id: str, people: Iterable[OfficerView]) -> None:
    """Whoever is written of anywhere in it, but not by the name of somebody reported, of whom it then speaks;
    and where the organ's commission is meant, by whatever name, all of its staff, and whoever comes to their
    units later."""
    reported = {name_key(each.person.name) for each in report.allegations}
    own = any(means_commission_of(each.person.unit, organ_id) for each in report.allegations)
    told = _written(report)
    for officer in people:
        meant = own and _is_staff(officer)
        if meant or _is_told_of(officer, told, reported):
            report.named |= {officer.officer_id}
            report.named_keys |= keys_of(officer)
        if meant:
            report.named_keys |= unit_names_keys(officer.unit, *officer.unit_names)


def _keep_from_namesakes(report: Facts, officers: Officers) -> None:
    """Of the organ: whoever is called as somebody named, and may be them, as no other unit is written. Then
    of all organs who share a name or a unit with anybody named, also should they be elsewhere later."""
    for colleague in officers.get(report.organ_id, ()):
        if any(_may_be(colleague, each.person) for each in report.allegations):
            _keep_from(report, colleague)
    kept = [each for each in chain.from_iterable(officers.values())
            if not report.named_keys.isdisjoint(known_by(each))]
    report.kept_here |= {each.officer_id for each in kept}
    report.named_keys |= keys_of(*kept)


def _written(report: Facts) -> str:
    """All in which somebody may be named, folded as names are; none reads on from one text into the next."""
    people = [each.person for each in report.allegations]
    texts = (report.given_by, *(each.text for each in report.allegations),
             *(each.place for each in report.allegations),
             *(text for each in people for text in (each.name, each.post, each.unit)))
    return APART.join(map(name_key, texts))


def _is_staff(officer: OfficerView) -> bool:
    return not set(officer.roles) <= OUTSIDERS


def _is_told_of(officer: OfficerView, told: str, reported: set[str]) -> bool:
    """Better one too many, whose name stands there by chance, than one who reads what is told of them."""
    name = name_key(officer.name)
    return len(name) > 1 and name in told and name not in reported


def _may_be(officer: OfficerView, person: ReportedPerson) -> bool:
    same = bool(person.name) and name_key(person.name) == name_key(officer.name)
    return same and (not person.unit or unit_key(person.unit) in officer.units)


def _is_about_its_own(report: Facts, officers: Officers) -> bool:
    """About somebody who works in the organ, or with nobody left there who may judge it."""
    here = officers.get(report.organ_id, ())
    staff = any(each.officer_id in report.named and _is_staff(each) for each in here)
    judges = any(JUDGES & set(each.roles) for each in here)
    return staff or (judges and report.lacks_judges(here))

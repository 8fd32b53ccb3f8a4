"""Whatever name of a unit the contracts take, each service can keep: one sign may be folded into eighteen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import Subject
from rongcuo.contracts.identity import AddUnit, AddUnitAlias, RenameUnit
from services.identity.usecases import unit_names
from tests.integration.services import (
    determination_office,
    filing_office,
    identity_office,
    meeting_hall,
    notify_office,
    review_office,
)
from tests.unit.determination import determination_scene
from tests.unit.determination.meeting import scene as meeting
from tests.unit.filing.people import FILER
from tests.unit.notify import scene as notify

NAME = "\ufdfa" * 119     # no sign is folded into more


@contextmanager
def closing(office: Any) -> Iterator[Any]:
    try:
        yield office
    finally:
        (office.runtime if hasattr(office, "runtime") else office.shop).stop()


def test_identity_keeps_it_as_name_alias_and_of_an_officer(config: Config) -> None:
    with closing(identity_office.Office(config)) as office:
        unit = unit_names.add_unit(office.context(), AddUnit(
            command_id="c", organ_id="530127", name=f"{NAME}甲"))
        known = {"command_id": "c", "unit_id": unit.unit_id}
        unit_names.add_unit_alias(
            office.context(), AddUnitAlias(name=f"{NAME}乙", **known), office.guard)
        renamed = unit_names.rename_unit(
            office.context(), RenameUnit(name=f"{NAME}丙", **known), office.guard)
        names = [renamed.name, *renamed.aliases, *renamed.former_names]
        assert names == [NAME + each for each in "丙乙甲"]
        assert office.enrol(unit=f"{NAME}丁").unit == f"{NAME}丁"
        assert office.enrol(username="other", unit=f"{NAME}甲").unit == f"{NAME}丙"


def test_filing_keeps_it(config: Config) -> None:
    with closing(filing_office.Office(config)) as office:
        assert office.submit(by=replace(FILER, unit=NAME)).filing_id


def test_review_keeps_it(config: Config) -> None:
    with closing(review_office.Office(config)) as office:
        office.file(unit=NAME)
        assert office.case().unit == NAME


def test_determination_keeps_it_of_a_case_and_a_meeting(config: Config) -> None:
    with closing(determination_office.Office(config)) as office:
        subject = replace(determination_scene.PERSON, unit=NAME)
        assert office.open(replace(determination_scene.SUBJECT, unit=NAME), subject=subject).case_id
    with closing(meeting_hall.Hall(config)) as hall:
        case = meeting.MadeUpCase(subject=Subject(name="某某", unit=NAME, officer_id="subject"))
        hall.plant(meeting.convened(case))
        assert not hall.meeting(replace(meeting.SUN, unit="别处")).items[0].withheld


def test_notify_keeps_it(config: Config) -> None:
    with closing(notify_office.Office(config)) as office:
        office.hear(replace(notify.submitted(), unit=NAME))

"""The one list of services, and what each service ships beside it."""

import re
from inspect import getmembers, isfunction
from pathlib import Path

import pytest
from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR

import services
from deploy.mailbox import ROOT
from rongcuo.chassis.hosting.host import subscriptions
from rongcuo.chassis.messaging.topology import Subscription
from rongcuo.contracts import error_codes
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import EVENTS
from services import EVERY, NAMES, WITH_DATABASE

FOLDER = Path(services.__file__).parent


def test_it_names_every_service_there_is_and_each_once() -> None:
    assert sorted(EVERY) == sorted(file.parent.name for file in FOLDER.glob("*/__init__.py"))


def test_the_recipe_for_production_starts_every_service_and_makes_and_migrates_every_database() -> None:
    recipe = (ROOT / "deploy" / "production" / "README.md").read_text("utf-8")
    loops = re.findall(r"for service in ([a-z ]+); do", recipe)
    assert [sorted(each.split()) for each in loops] == [sorted(WITH_DATABASE)] * 2
    [enabled] = re.findall(r"`systemctl enable --now ([^`]+)`", recipe)
    assert sorted(enabled.split()) == sorted(f"rongcuo@{name}" for name in NAMES)


def test_a_platform_that_stands_alone_has_neither_end_of_a_line() -> None:
    assert services.present("", is_hub=False) == NAMES
    assert services.present("amqp://hub", is_hub=False) == (*NAMES, "county")
    assert services.present("", is_hub=True) == (*NAMES, "province")


def test_it_finds_each_service_with_its_tables_and_its_port() -> None:
    assert [found.__dict__["name"] for found in services.all_services()] == [*NAMES]
    assert all(services.metadata(name).tables for name in WITH_DATABASE)
    assert [services.health_port(name, 9100) for name in NAMES] == [*range(9100, 9100 + len(NAMES))]


def test_every_event_that_carries_a_standing_has_the_shape_that_is_followed() -> None:
    followed = {*services.events_of(CaseMoved)}
    assert followed == {kind for kind in EVENTS.values() if "standing" in kind.__dataclass_fields__}
    for name in ("notify", "documents"):
        heard = {each.event for each in services.service_class(name).case_told.nameko_entrypoints}
        assert heard == followed


def test_who_needs_a_few_kinds_hears_no_others() -> None:
    chosen = [each for each in subscriptions(services.all_services()) if each.selective]
    assert chosen == [
        Subscription("clarify", "filing", (
            "filing.filing_accepted.*", "filing.filing_changed.*", "filing.filing_voided.*")),
        Subscription("clarify", "review", ("review.filing_check_ended.*",)),
        Subscription("determination", "clarify", ("clarify.report_disposed.*", "clarify.report_moved.*")),
        Subscription("determination", "determination", ("determination.determination_opened.*",)),
        Subscription("determination", "filing", ("filing.filing_changed.*", "filing.filing_voided.*")),
        Subscription("followup", "filing", (
            "filing.bounds_left.*", "filing.guidance_given.*", "filing.oversight_moved.*",
            "filing.retrospective_held.*")),
        Subscription("insight", "determination", tuple(f"determination.{kind}.*" for kind in (
            "appeal_decided", "appeal_lodged", "determination_made", "determination_opened",
            "determination_refused", "determination_revoked", "determination_withdrawn", "feedback_given",
            "minutes_concluded", "record_filed"))),
        Subscription("insight", "filing", (
            "filing.filing_accepted.*", "filing.filing_submitted.*", "filing.outcome_recorded.*")),
        Subscription("insight", "review", (
            "review.objection_decided.*", "review.review_accepted.*", "review.review_declined.*"))]


def test_every_method_has_the_name_of_its_operation() -> None:
    serving = [(f"{each.__dict__['name']}.{name}", entry.operation.name)
               for each in services.all_services() for name, method in getmembers(each, isfunction)
               for entry in getattr(method, ENTRYPOINT_EXTENSIONS_ATTR, ()) if hasattr(entry, "operation")]
    assert len(serving) > len(NAMES)
    assert [(name, operation) for name, operation in serving if name != operation] == []


def test_it_finds_the_files_of_one_name_each_by_its_service() -> None:
    assert services.brought("letters.yaml")["determination"] == FOLDER / "determination" / "letters.yaml"
    assert services.brought("no.yaml") == {}


def test_it_says_who_can_be_asked_what_is_open() -> None:
    """Of those there are; a new one comes after them."""
    assert services.who_answers("open_matters")[:3] == ("filing", "review", "determination")


def test_a_code_that_a_service_ships_begins_with_its_name(tmp_path: Path) -> None:
    entry = '["{}.late"]\nstatus = 409\nzh = "晚了。"\nen = "Too late."\nfield = "day"\n'
    file = tmp_path / "vault" / "error_codes.toml"
    file.parent.mkdir()
    file.write_text(entry.format("vault"), "utf-8")
    assert error_codes._own(file)["vault.late"].field == "day"
    file.write_text(entry.format("filing"), "utf-8")
    with pytest.raises(ValueError, match=r"filing\.late"):
        error_codes._own(file)

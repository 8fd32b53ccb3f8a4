"""Every Chinese message of the console has its English, and every verb its word."""

import re
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from services.determination.domain.appeal import AppealVerb
from services.determination.domain.determination import Verb as CaseVerb
from services.determination.domain.meeting import MeetingVerb
from services.filing.domain import Verb as FilingVerb
from services.gateway.console.page import labels
from services.gateway.console.tour import STEPS, Step
from services.review.domain import Verb as ReviewVerb

SERVICES = Path(__file__).parents[3] / "services"
CONSOLE = SERVICES / "gateway" / "console"
PAGES = [CONSOLE, *SERVICES.glob("*/pages")]     # those of the other services are theirs
PACKS = Path(__file__).parents[3] / "rongcuo" / "policy" / "packs"
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
PLACEHOLDER = re.compile(r"%\(\w+\)s")
QUOTED = re.compile("“([^”%]+)”")
CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")


def _spoken(pages: Path) -> set[str]:
    keywords = {"_": None, "gettext": None, "lazy_gettext": None}
    found = extract_from_dir(pages, METHODS, keywords=keywords)
    return {str(message) for _, _, message, _, _ in found}


def _catalogue(pages: Path = CONSOLE) -> dict[str, Message]:
    """What stands in the catalogue beside the pages."""
    with (pages.parent / "translations" / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return {str(message.id): message for message in read_po(file, locale="en") if message.id}


@pytest.mark.parametrize("pages", PAGES, ids=lambda pages: pages.parent.name)
def test_the_catalogue_holds_what_the_pages_say_and_no_more(pages: Path) -> None:
    """What the console says already has its English there."""
    elsewhere = set() if pages == CONSOLE else set(_catalogue())
    assert _spoken(pages) - elsewhere <= set(_catalogue(pages)) <= _spoken(pages)


@pytest.mark.parametrize("pages", PAGES, ids=lambda pages: pages.parent.name)
def test_every_message_is_in_plain_english(pages: Path) -> None:
    for chinese, message in _catalogue(pages).items():
        assert message.string, chinese
        assert not message.fuzzy, chinese
        assert not CHINESE.search(str(message.string)), chinese
        assert sorted(PLACEHOLDER.findall(str(message.string))) == sorted(PLACEHOLDER.findall(chinese))


def test_one_message_has_one_english_whichever_service_says_it() -> None:
    """All catalogues are read as one: of two the last would hold, on every page."""
    said: dict[str, str] = {}
    for pages in PAGES:
        for chinese, message in _catalogue(pages).items():
            assert said.setdefault(chinese, str(message.string)) == message.string, chinese


@pytest.mark.parametrize("verb", [*FilingVerb, *ReviewVerb, *CaseVerb, *AppealVerb, *MeetingVerb], ids=str)
def test_every_step_of_a_timeline_has_its_word(verb: str) -> None:
    assert verb in labels.VERBS


@pytest.mark.parametrize("file", sorted(PACKS.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_set_of_criteria_of_a_shipped_pack_has_its_word(file: Path) -> None:
    sets = yaml.safe_load(file.read_text("utf-8")).get("criteria_sets", {})
    assert sets.keys() <= labels.CRITERIA_SETS.keys()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: str(step.page))
def test_what_the_tour_quotes_is_what_the_pages_say(step: Step) -> None:
    chinese = step.text._args[0]
    english = str(_catalogue()[chinese].string)
    assert set(QUOTED.findall(chinese)) <= _catalogue().keys()
    assert set(QUOTED.findall(english)) <= {str(message.string) for message in _catalogue().values()}
    assert len(QUOTED.findall(chinese)) == len(QUOTED.findall(english))

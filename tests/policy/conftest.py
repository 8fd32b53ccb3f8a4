from pathlib import Path

import pytest
from hypothesis import settings

from rongcuo.policy.calendar import Calendar
from rongcuo.policy.pack import PackShelf
from rongcuo.policy.shelf import CalendarShelf

settings.register_profile("policy", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("policy")
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def packs() -> PackShelf:
    return PackShelf()


@pytest.fixture(scope="session")
def shipped() -> CalendarShelf:
    return CalendarShelf()


@pytest.fixture(scope="session")
def seven_years() -> Calendar:
    """2020–2024 from the history kept for tests, 2025 and 2026 as shipped."""
    return CalendarShelf(HERE / "history").calendar("530100")

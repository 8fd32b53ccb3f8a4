from pathlib import Path

import pytest
from hypothesis import settings

from rongcuo.policy.calendar import Calendar
from rongcuo.policy.calendar_store import CalendarStore
from rongcuo.policy.pack import PackStore

settings.register_profile("policy", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("policy")
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def packs() -> PackStore:
    return PackStore()


@pytest.fixture(scope="session")
def shipped() -> CalendarStore:
    return CalendarStore()


@pytest.fixture(scope="session")
def seven_years() -> Calendar:
    """2020–2024 from the history kept for tests, 2025 and 2026 as shipped."""
    return CalendarStore(HERE / "history").calendar("530100")

from pathlib import Path

import pytest

from rongcuo.policy.calendar import Calendar
from rongcuo.policy.calendar_store import CalendarStore
from rongcuo.policy.pack import PackStore

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

"""What a newcomer finds after `make run`: a county at work, on a day that shows its deadlines."""

from datetime import timedelta
from pathlib import Path

from rongcuo.chassis.hosting.examples import Examples
from rongcuo.chassis.time_source import SettableTime
from scenarios.county import MOMENT
from tests.e2e.county import County, in_every_state, started


def test_a_county_at_work_and_the_same_one_when_it_is_started_again(county: County, tmp_path: Path) -> None:
    data = county.copied(tmp_path / "again") / "var" / "data"
    clock = SettableTime(data / "time.json")
    assert MOMENT <= clock.now() < MOMENT + timedelta(days=1)
    setting = (data / "time.json").read_bytes()
    again = started(tmp_path / "again")
    assert in_every_state(again, Examples(data).handed) == county.seen
    assert (data / "time.json").read_bytes() == setting, "its clock goes on"

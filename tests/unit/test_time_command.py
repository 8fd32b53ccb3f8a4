"""The clock of the demonstration is set within the years that are taken everywhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from rongcuo.chassis.time_source import SettableTime
from rongcuo.commands.time import command
from rongcuo.contracts.errors import CaseError


@pytest.mark.parametrize("moment", ["0001-01-01", "1899-12-31", "9999-12-31T23:59:59-1200", "2201-01-01"])
def test_the_calendar_s_ends_are_refused_in_words(moment: str) -> None:
    told = CliRunner().invoke(command, ["set", moment])
    assert told.exit_code == 2
    assert "must lie between the years" in told.output


@pytest.mark.parametrize("content", [
    "", "{}", "[]", "7", '{"instant": "0001-01-01T00:00:00+14:00", "set_at": "2026-01-01T00:00:00+08:00"}',
    '{"instant": "9999-12-31T23:59:59-12:00", "set_at": "2026-01-01T00:00:00+08:00"}',
    '{"instant": "2026-W01-1", "set_at": 7}', '{"instant": "2026-01-01T08:00:00", "set_at": ""}'])
def test_a_clock_s_file_that_nothing_of_ours_wrote_is_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "time.json"
    file.write_text(content)
    with pytest.raises(CaseError) as told:
        SettableTime(file).now()
    assert told.value.code == "time.unreadable"


def test_no_clock_is_set_to_the_calendar_s_ends(tmp_path: Path) -> None:
    for year in (1, 1899, 2201, 9999):
        with pytest.raises(CaseError):
            SettableTime(tmp_path / "time.json").set(datetime(year, 1, 1, tzinfo=UTC))

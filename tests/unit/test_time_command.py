"""The clock of the demonstration is set within the years that are taken everywhere."""

import pytest
from click.testing import CliRunner

from rongcuo.commands.time import command


@pytest.mark.parametrize("moment", ["0001-01-01", "1899-12-31", "9999-12-31T23:59:59-1200", "2201-01-01"])
def test_the_calendar_s_ends_are_refused_in_words(moment: str) -> None:
    told = CliRunner().invoke(command, ["set", moment])
    assert told.exit_code == 2
    assert "must lie between the years" in told.output

"""The security log: a file of its own, closed to others, one JSON line each."""

import logging
import stat

import pytest
import structlog

from rongcuo.chassis import logs, security_log
from rongcuo.chassis.security_log import SecurityLog


@pytest.fixture
def file(tmp_path):
    root = logging.getLogger()
    before, level, raising = root.handlers, root.level, logging.raiseExceptions
    logs.set_up(security=tmp_path / "data")
    yield tmp_path / "data" / security_log.FILE
    structlog.reset_defaults()
    root.handlers, logging.raiseExceptions = before, raising
    root.setLevel(level)
    logger = logging.getLogger(security_log.NAME)
    for handler in logger.handlers:
        handler.close()
    logger.handlers, logger.propagate = [], True


def test_it_is_for_the_platforms_user_alone_and_says_no_more_than_it_was_told(file, capfd):
    SecurityLog("identity").told("sign_in_failed", officer="", address="203.0.113.9")
    SecurityLog("gateway").told("spraying", subject="203.0.113.9")
    failed, sprayed = file.read_text("utf-8").splitlines()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "203.0.113.9" in failed
    assert "officer" not in failed
    assert "spraying" in sprayed
    assert "203.0.113.9" not in "".join(capfd.readouterr()), "it is not the process's log"


def test_a_file_that_was_moved_away_is_begun_anew(file):
    SecurityLog("identity").told("signed_in", officer="liu")
    file.rename(file.with_name("security.log.1"))
    SecurityLog("identity").told("signed_in", officer="zhao")
    assert "zhao" in file.read_text("utf-8")
    assert "zhao" not in file.with_name("security.log.1").read_text("utf-8")

"""The security log: a file of its own, closed to others, one JSON line each."""

import json
import logging
import stat

import pytest
import structlog

from rongcuo.chassis import security_log, structured_logging
from rongcuo.chassis.security_log import SecurityLog


@pytest.fixture
def file(tmp_path):
    root = logging.getLogger()
    before, level, raising = root.handlers, root.level, logging.raiseExceptions
    structured_logging.set_up(security=tmp_path / "data")
    yield tmp_path / "data" / security_log.FILE
    structlog.reset_defaults()
    root.handlers, logging.raiseExceptions = before, raising
    root.setLevel(level)
    logger = logging.getLogger(security_log.NAME)
    for handler in logger.handlers:
        handler.close()
    logger.handlers, logger.propagate = [], True


def test_it_is_for_the_platforms_user_alone_and_says_no_more_than_it_was_told(file, capfd):
    SecurityLog("identity").write("sign_in_failed", officer="", address="203.0.113.9")
    SecurityLog("gateway").write("spraying", subject="203.0.113.9")
    failed, sprayed = file.read_text("utf-8").splitlines()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "203.0.113.9" in failed
    assert "officer" not in failed
    assert "spraying" in sprayed
    assert "203.0.113.9" not in "".join(capfd.readouterr()), "it is not the process's log"


def test_a_file_that_was_moved_away_is_begun_anew(file):
    SecurityLog("identity").write("signed_in", officer="liu")
    file.rename(file.with_name("security.log.1"))
    SecurityLog("identity").write("signed_in", officer="zhao")
    assert "zhao" in file.read_text("utf-8")
    assert "zhao" not in file.with_name("security.log.1").read_text("utf-8")


class DeadlineClock:
    now = 0.0

    def __call__(self):
        return self.now


def lines(file):
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("what", [
    "held_off", "not_signed_in", "forbidden", "forged_form", "password_forgotten"])
def test_what_a_stranger_repeats_is_told_now_and_then_with_a_count(file, what):
    clock = DeadlineClock()
    log = SecurityLog("gateway", clock)
    for _ in range(5_000):
        log.write(what, address="203.0.113.9")
    told = lines(file)
    assert len(told) == security_log.EACH + 8
    assert [each["count"] for each in told[security_log.EACH:]] == [32, 64, 128, 256, 512, 1024, 2048, 4096]
    log.write(what, address="203.0.113.10")
    log.write(what, address="203.0.113.9", officer="liu")
    assert [each.get("officer", "") for each in lines(file)[-2:]] == ["", "liu"]
    clock.now = security_log.HOUR_S + 1
    log.write(what, address="203.0.113.9")
    assert "count" not in lines(file)[-1]


def test_a_crowd_of_addresses_is_told_in_bounded_room_too(file, monkeypatch):
    monkeypatch.setattr(security_log, "MOST_TOLD", 50)
    monkeypatch.setattr(security_log, "MOST_COUNTED", 60)
    log = SecurityLog("gateway", DeadlineClock())
    for number in range(3_000):
        log.write("not_signed_in", address=f"2001:db8::{number:x}")
    assert len(lines(file)) < 70
    assert len(log._again._counts) <= 61


def test_sign_ins_and_posts_are_told_each(file):
    log = SecurityLog("identity", DeadlineClock())
    for _ in range(100):
        log.write("signed_in", officer="liu", address="203.0.113.9")
        log.write("post_given", officer="liu")
    assert len(lines(file)) == 200


def test_the_file_is_followed_by_a_fresh_one_before_it_grows_large(file, monkeypatch):
    monkeypatch.setattr(security_log, "LARGEST", 2_000)
    monkeypatch.setattr(security_log, "KEPT", 3)
    log = SecurityLog("identity")
    for number in range(200):
        log.write("signed_in", officer=f"officer-{number}")
    kept = sorted(each.name for each in file.parent.iterdir())
    assert kept == ["security.log", "security.log.1", "security.log.2", "security.log.3"]
    assert all(each.stat().st_size < 2_500 for each in file.parent.iterdir())
    assert {stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()} == {0o600}
    assert "officer-199" in "".join(file.with_name(name).read_text("utf-8") for name in kept[:2])


def test_of_two_processes_one_moves_the_file_away(file, monkeypatch):
    monkeypatch.setattr(security_log, "LARGEST", 500)
    mine = logging.getLogger(security_log.NAME).handlers[0]
    theirs = security_log.Bounded(file, encoding="utf-8")
    record = logging.makeLogRecord({"msg": "x" * 100})
    for _ in range(10):
        mine.emit(record)
        theirs.emit(record)
    theirs.close()
    files = [each.read_text("utf-8") for each in file.parent.iterdir()]
    assert sum(text.count("x" * 100) for text in files) == 20
    assert all(text.count("x" * 100) <= 5 for text in files)

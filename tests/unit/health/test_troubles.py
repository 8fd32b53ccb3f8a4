"""Health in words: what can't be done now, and why."""

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.health import is_there, is_well, status_of, words_of
from rongcuo.chassis.hosting.surroundings import Surroundings

WELL = {"bus": True, "begun": True, "database": True, "database_trouble": "", "bus_alarm": False,
        "relay": "running", "files_trouble": "", "clock_step": 0, "mail": True}


@pytest.mark.parametrize(("facts", "part", "why"), [
    ({"database": False, "database_trouble": "disk_full"}, "database", ("磁盘已满", "disk is full")),
    ({"database": False, "database_trouble": "read_only"}, "database", ("只能读", "read only")),
    ({"database": False, "database_trouble": "away"}, "database", ("写不进去",)),
    ({"database": False}, "database", ("没有应答", "does not answer")),
    ({"files_trouble": "disk_full"}, "files", ("磁盘已满", "不能上传附件", "No file can be uploaded")),
    ({"bus": False}, "bus", ("连不上消息服务器",)),
    ({"relay": "bus_away"}, "bus", ("连不上消息服务器",)),
    ({"bus_alarm": True, "relay": "bus_away"}, "bus", ("内存或磁盘告警", "alarm")),
    ({"begun": False}, "start", ("还在启动",)),
    ({"relay": "database_away"}, "relay", ("不能发出消息",)),
])
def test_a_part_that_can_t_work_is_not_well_and_says_why(facts, part, why):
    reports = {"filing": WELL | facts, "gateway": {"bus": True, "begun": True}}
    assert status_of(reports) == "degraded"
    [told] = words_of(reports)
    assert told["part"] == part
    assert all(word in told["zh"] + told["en"] for word in why)
    assert "filing" in told["zh"]


@pytest.mark.parametrize(("facts", "part"), [({"mail": False}, "mail"), ({"clock_step": -3600}, "clock")])
def test_what_waits_beside_the_work_is_told_and_turns_nobody_away(facts, part):
    reports = {"notify": WELL | facts, "filing": WELL | ({"clock_step": -3600} if part == "clock" else {})}
    assert all(map(is_well, reports.values()))
    assert status_of(reports) == "limited"
    assert [told["part"] for told in words_of(reports)] == [part], "once, whoever reports it"


@pytest.mark.parametrize(("facts", "there"), [
    ({"files_trouble": "disk_full"}, True), ({"bus": False}, False), ({"begun": False}, False)])
def test_a_gateway_is_taken_away_only_where_it_can_answer_nobody(facts, there):
    gateway = {"bus": True, "begun": True} | facts
    assert not is_well(gateway)
    assert is_there(gateway) is there


def test_all_well_is_ok_and_nobody_there_is_not():
    assert (status_of({"filing": WELL}), words_of({"filing": WELL})) == ("ok", [])
    assert status_of({}) == "degraded"


def test_a_jump_of_the_clock_is_told_for_a_while(tmp_path, monkeypatch):
    lead = [1_000_000.0]
    monkeypatch.setattr("rongcuo.chassis.hosting.surroundings._lead", lambda: lead[0])
    around = Surroundings(Config(data_dir=tmp_path))
    around.look_at_clock()
    lead[0] += 0.5
    around.look_at_clock()
    assert around.report()["clock_step"] == 0, "a clock that is kept right drifts a little"
    lead[0] -= 7_200
    around.look_at_clock()
    around.look_at_clock()
    assert around.report()["clock_step"] == -7_200
    monkeypatch.setattr("rongcuo.chassis.hosting.surroundings.TOLD_FOR_S", 0.0)
    assert around.report()["clock_step"] == 0

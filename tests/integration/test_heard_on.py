"""What v0.3.0 had heard from review about determinations goes on as heard from their own service."""

from collections import defaultdict
from typing import Any

import pytest
from sqlalchemy import insert, select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.tables import dead_letters, inbox, subject_versions
from rongcuo.chassis.hosting import split
from services.determination.storage import METADATA
from services.notify.storage.tables import matters, messages
from tests.integration.test_split import left
from tests.integration.test_tables import MORNING, letter, lie_as_v0_3_0_left_it, migrated

__all__ = ["left"]
MOVED = {"determination", "meeting", "appeal"}


def kept(config: Config, service: str, *columns: Any) -> list[Any]:
    database = open_database(service, config)
    with database.reading() as session:
        found = list(session.execute(select(*columns)))
    database.close()
    return found


@pytest.mark.parametrize("service", ["documents", "filing", "notify"])
def test_the_next_event_of_a_case_is_the_one_that_is_waited_for(service: str, config: Config) -> None:
    lie_as_v0_3_0_left_it(config, service)
    migrated(config, service)
    versions: defaultdict[str, dict[str, int]] = defaultdict(dict)
    c = subject_versions.c
    for consumer, subject, sequence in kept(config, service, c.consumer, c.subject, c.sequence):
        versions[consumer][subject] = sequence
    assert len(versions[f"review.events--{service}"]) > 3
    assert versions[f"determination.events--{service}"] == versions[f"review.events--{service}"]


def test_nobody_is_told_again_what_they_were_told_before(config: Config) -> None:
    lie_as_v0_3_0_left_it(config, "notify")
    migrated(config, "notify")
    contents = dict(kept(config, "notify", matters.c.id, matters.c.content))
    kinds = {matter_id: content["facts"]["kind"] for matter_id, content in contents.items()}
    assert set(kinds.values()) > MOVED
    for matter_id, content in contents.items():
        told_by = "determination" if kinds[matter_id] in MOVED else "review"
        assert content["heard"][told_by] > 0
        assert not ({"determination", "review"} - {told_by}) & content["heard"].keys()
    sources = {(kinds[matter_id] in MOVED, occasion.split("/")[1])
               for occasion, matter_id in kept(config, "notify", messages.c.occasion, messages.c.matter_id)
               if matter_id in kinds and occasion.split("/")[1] in {"determination", "review"}}
    assert sources == {(True, "determination"), (False, "review")}


def test_what_review_had_discarded_counts_as_heard_by_determination(left: Config) -> None:
    database = open_database("review", left)
    with database.alone() as session:
        session.execute(insert(dead_letters), letter("filing.events--review", "e1"))
    database.close()
    split.take_along(left, "determination", METADATA)
    c = inbox.c
    assert ("filing.events--determination", "e1", MORNING) in map(
        tuple, kept(left, "determination", c.consumer, c.event_id, c.at))

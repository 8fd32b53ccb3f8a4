"""The fault kit at its small size, with a fixed seed: the same promises, and the same ways to break them."""

import random
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.chaos.figures import Figures
from tests.chaos.processes import Nursery
from tests.chaos.sizes import SMALL

SEED = 3
pytestmark = [pytest.mark.broker, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAOS_DIR", str(tmp_path))


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    opened = Nursery()
    yield opened
    opened.close()


@pytest.fixture
def figures() -> Figures:
    return Figures(SEED, SMALL.name)


def played(part: str, nursery: Nursery, figures: Figures) -> dict:
    """The figures of a part in which no promise was broken."""
    figures.tell(f"again with: python -m tests.chaos --size small --seed {SEED} {part}")
    import_module(f"tests.chaos.{part}").run(SMALL, SEED, nursery, figures)
    assert figures.failures == []
    return figures.all


def test_nothing_is_lost_doubled_or_out_of_order_under_kills_and_copies(nursery, figures):
    found = played("loop", nursery, figures)
    assert (found["cases"], found["kills"], found["broker_kills"]) == (
        SMALL.filings + SMALL.reports + SMALL.problems, SMALL.kills, 1)
    assert found["duplicates_injected"] > SMALL.filings
    broken = ("lost", "doubled", "unexplained_dead_letters", "order_violations")
    assert {name: found[name] for name in broken} == dict.fromkeys(broken, 0)


def test_a_service_that_dies_at_a_named_point_leaves_everything_consistent(nursery, figures):
    found = played("crash_points", nursery, figures)["crash_points"]
    assert len(found) == 4
    assert all(one == {"tried": SMALL.crashes, "consistent": SMALL.crashes} for one in found.values())


def test_whatever_is_frozen_everybody_is_answered(nursery, figures):
    found = played("frozen", nursery, figures)
    assert set(found["frozen"]) == {"broker", "database blackholed"}
    assert max(found["frozen"].values()) <= 10


def test_poison_is_contained(nursery, figures):
    found = played("poison", nursery, figures)["poison"]
    assert found == {"sent": SMALL.poison, "contained": SMALL.poison, "good": SMALL.good, "good_affected": 0,
                     "bodies_in_logs": 0}


def test_what_is_far_too_large_is_refused_and_changes_nothing(nursery, figures):
    found = played("hostile", nursery, figures)["hostile"]
    assert (found["wrong"], found["inputs"] > SMALL.hostile) == (0, True)


def test_what_its_sender_did_not_sign_has_no_effect_and_is_told(nursery, figures):
    found = played("forged", nursery, figures)["forged"]
    assert found.pop("replayed") > 10
    assert found == {"sent": SMALL.forged, "told": SMALL.forged, "effects": 0}


def test_who_reported_is_found_nowhere_and_would_be(nursery, figures):
    found = played("canary_hits", nursery, figures)
    assert found["canary_hits"] == 0
    assert sum(each["reporters"] for each in found["canaries"].values()) == SMALL.canaries


def test_the_server_and_one_custodian_read_nobody_and_two_custodians_everybody(nursery, figures):
    found = played("vault_attack", nursery, figures)
    assert found["vault_attack"] == {"tried": SMALL.attacked, "read": 0}
    assert found["vault_attack_control"] == SMALL.attacked


def test_keys_change_under_load_and_kills_and_what_was_destroyed_is_gone(nursery, figures):
    found = played("rotation", nursery, figures)["rotation"]
    assert found.pop("kept") >= SMALL.rotated
    assert found == {"lost": 0, "readable_after_shred": 0}


def test_a_guessed_code_is_answered_in_one_way(nursery, figures):
    found = played("guessing", nursery, figures)["guessing"]
    assert (found["answers"], found["an_hour_from_one_address"]) == (1, 20)


def test_the_line_between_nodes_loses_and_doubles_nothing_and_work_goes_on(nursery, figures):
    found = played("line", nursery, figures)["line"]
    broken = ("lost", "doubled", "out_of_order", "local_failures")
    assert {name: found[name] for name in broken} == dict.fromkeys(broken, 0)
    assert found["kills"] == 2 * SMALL.line_kills + 1
    assert (found["cuts"] > 4, found["entries"] > 10) == (True, True)


def test_planted_faults_apply_and_turn_their_tests_red(nursery, figures):
    found = played("planted", nursery, figures)["planted"]
    assert found == {"tried": SMALL.faults, "caught": SMALL.faults}


def test_the_same_seed_is_the_same_plan():
    from tests.chaos.journeys import planned
    first, again = (planned("同", 20, random.Random(f"loop {SEED}")) for _ in range(2))
    assert [journey.steps for journey in first] == [journey.steps for journey in again]

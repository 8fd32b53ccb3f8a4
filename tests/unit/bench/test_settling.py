"""What is told of filings that were settled."""

from bench.settling import Settled, cpu_ms_per_filing, handoff_busy_ms, settled_per_s


def run(ends: list[float], handed_on: list[float]) -> Settled:
    return Settled(ends, handed_on, notices=9, used={"filing": 30.0, "notify": 60.0}, told={})


def test_the_rate_counts_until_the_last_is_settled_and_its_goal_is_a_share_of_the_loop() -> None:
    late = settled_per_s(run([0.5, 1.5, 4.0], [1.0]), loop=1.0)
    assert (late.median, late.p99, late.met) == (0.75, 0.0, False)
    assert settled_per_s(run([0.5, 1.5, 3.0], [1.0]), loop=1.2).met


def test_a_busy_hand_over_is_held_against_a_paced_one() -> None:
    busy, paced = run([1.0], [30.0, 40.0, 50.0]), run([1.0], [4.0, 5.0, 6.0])
    assert (handoff_busy_ms(busy, paced).ratio, handoff_busy_ms(busy, paced).met) == (8.0, True)
    assert not handoff_busy_ms(run([1.0], [51.0]), paced).met


def test_processor_time_is_that_of_all_over_the_filings() -> None:
    figure = cpu_ms_per_filing(run([1.0, 2.0, 3.0], [1.0]), stock=10.0)
    told = figure.told()
    assert (told["median"], told["ratio"], told["met"], told["absolute_met"]) == (30.0, 3.0, False, True)
    assert told["by_process"] == {"notify": 20.0, "filing": 10.0}

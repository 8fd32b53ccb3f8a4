"""`make demo-province`: a funnel over as many nodes as a prefecture has counties, played through their HTTP
API and compared with what the province sees of it."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click
import httpx

from deploy.local import NodeFailed
from deploy.local.background import NOT_FOR_OTHERS
from deploy.province import Province
from rongcuo.chassis.time_source import SettableTime
from rongcuo.policy.divisions import divisions
from rongcuo.policy.rules import Rules
from scenarios import demo, files, province_play
from scenarios.agenda import Agenda
from scenarios.facts import Scenario
from scenarios.people import People
from scenarios.stage import Seen, Stage
from services.identity import demonstration

FOLDER = Path("var/demo-province")
RESULT = Path("var/demo-province.json")


@click.command()
@click.option("--scenarios", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path),
              default=files.FOLDER, help="folder whose funnel is played; default: those of the project")
@click.option("--counties", type=click.IntRange(1), default=129, help="so many nodes at most")
def main(folder: Path, counties: int) -> None:
    """一个市的漏斗：每县一个节点，专线到省 · The funnel of a prefecture, a node for each county."""
    os.umask(NOT_FOR_OTHERS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that no node is left behind
    RESULT.unlink(missing_ok=True)    # what is there at the end is of this run
    scenario = _funnel(folder)
    places = [each.code for each in divisions() if each.parent == scenario.place][:counties]
    try:
        with _province(places) as province:
            summary = _played(province, scenario)
    except NodeFailed as failure:
        sys.exit(str(failure))
    demo.report(summary, click.echo)
    for code, counted in summary["counties"].items():
        click.echo(f"  {code}  收到 {counted['received']} · 受理 {counted['accepted']}")
    click.echo(f"省级看板 · At the province: {summary['province']}")
    demo.write(summary, RESULT)
    click.echo(f"\n结果 · Result: {RESULT}")
    sys.exit(0 if demo.all_within_reach_hold(summary) else 1)


def _funnel(folder: Path) -> Scenario:
    found = next((each for each in files.read_scenarios(folder) if each.is_funnel), None)
    if found is None:
        raise click.ClickException(f"{folder}: 没有漏斗 · no funnel")
    return found


@contextmanager
def _province(places: list[str]) -> Iterator[Province]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    province = Province(FOLDER, places)
    try:
        province.start(click.echo)
        yield province
    finally:
        province.stop()


def _played(province: Province, scenario: Scenario) -> dict[str, Any]:
    password, set_time = demonstration.password(), SettableTime(province.clock).set
    agenda, actors = Agenda(), dict[str, Seen]()
    with ExitStack() as clients:
        def people(address: str) -> People:
            return People(clients.enter_context(httpx.Client(base_url=address, timeout=20)), password)

        nodes = province_play.Nodes(people(province.hub.address), {
            code: Stage(people(county.address), set_time, agenda=agenda, actors=actors)
            for code, county in province.counties.items()})
        return province_play.play(nodes, scenario, Rules(), click.echo)


if __name__ == "__main__":
    main()

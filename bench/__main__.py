"""`python -m bench [names …] [--size small|full]`: measures, tells, and writes var/bench.json."""

import json
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bench import (
    assessment,
    casebook,
    catch_up,
    dashboard,
    handoff,
    heap,
    kept_figures,
    letters,
    lists,
    loop,
    machine,
    match,
    meeting,
    notices,
    pages,
    province_page,
    province_rpc,
    relay,
    report,
    rest,
    search,
    signing,
    soak,
    start,
    submit,
    uplink,
)
from bench.figures import Figure
from deploy.mailbox import ROOT

RESULT = ROOT / "var" / "bench.json"
MEASURES = {
    "submit": submit.measure,
    "assessment": assessment.measure,
    "meeting": meeting.measure,
    "handoff": handoff.measure,
    "relay": relay.measure,
    "loop": loop.measure,
    "notices": notices.measure,
    "lists": lists.measure,
    "figures": kept_figures.measure,
    "pages": pages.measure,
    "heap": heap.measure,
    "match": match.measure,
    "report": report.measure,
    "dashboard": dashboard.measure,
    "casebook": casebook.measure,
    "search": search.measure,
    "start": start.measure,
    "rest": rest.measure,
    "signing": signing.measure,
    "letters": letters.measure,
    "uplink": uplink.measure,
    "province_page": province_page.measure,
    "province_rpc": province_rpc.measure,
    "catch_up": catch_up.measure,
    "soak": soak.measure,
}


def written(file: Path, figures: Mapping[str, Figure], about: Mapping[str, Any]) -> dict[str, Any]:
    """Add the figures to the result file; those not measured this time stay as they were."""
    known = json.loads(file.read_text()) if file.exists() else {}
    fresh = {name: figure.told() | {"taken": about["date"]} for name, figure in figures.items()}
    result = {**known, **fresh, "machine": dict(about)}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return result


def _line(name: str, figure: Figure) -> str:
    told = figure.told()
    floor = f"  floor {told['floor']}  ratio {told['ratio']}" if figure.ratio is not None else ""
    verdict = {True: "  met", False: "  MISSED", None: ""}[figure.met]
    return f"{name:18} median {told['median']} {figure.unit}  p99 {told['p99']}{floor}{verdict}"


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(sorted(MEASURES)))
@click.option("--size", type=click.Choice(["small", "full"]), default="full", show_default=True)
@click.option("--result", type=click.Path(path_type=Path), default=RESULT)
def main(names: tuple[str, ...], size: str, result: Path) -> None:
    """What the platform's guarantees cost, each figure beside its floor of the same run."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that no node is left behind
    about = machine.described() | {"size": size}
    for place, name in enumerate(names or MEASURES, 1):
        begun = time.monotonic()
        click.echo(f"[{place}/{len(names or MEASURES)}] {name}")
        figures = MEASURES[name](size)
        written(result, figures, about)
        for figure_name, figure in figures.items():
            click.echo(f"  {_line(figure_name, figure)}")
        click.echo(f"  ({time.monotonic() - begun:.0f} s)")


if __name__ == "__main__":
    main()

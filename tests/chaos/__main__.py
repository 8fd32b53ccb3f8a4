"""`python -m tests.chaos --size small|full --seed N [parts …]`: the fault kit. Figures: var/chaos.json."""

import signal
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from tests.chaos.figures import Figures
from tests.chaos.processes import ROOT, Nursery
from tests.chaos.sizes import SIZES

PARTS = {
    "loop": "R1 R2 R4 · kills and copies through the whole loop",
    "crash_points": "R3 · every crash point on both databases",
    "frozen": "R7 · frozen broker, database and callee",
    "dead_callee": "R8 · a callee that is dead under load",
    "poison": "R9 · poison among good messages",
    "machines": "R14 · state machines",
    "garbage": "S1 · garbage over HTTP, on every queue, and by the API's own description",
    "hostile": "R17 · hostile sizes of every command, form and upload",
    "forged": "R16 · well-formed messages that their sender did not sign, and genuine ones again",
    "canary_hits": "S3 · a canary for each reporter, looked for in all that is kept and answered",
    "vault_attack": "S4 · all disks, all keys of the server, and one custodian",
    "rotation": "S5 · keys change under load and kills; what was destroyed",
    "guessing": "S3 · query codes guessed: how many in an hour, and what the answers tell",
    "line": "R5 R6 · the line between nodes: cut, flapping, either end killed",
    "planted": "R15 · planted faults",
}


@click.command()
@click.option("--size", type=click.Choice(sorted(SIZES)), default="full", show_default=True)
@click.option("--seed", type=int, default=20260303, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=ROOT / "var" / "chaos.json")
@click.option("--minutes", type=float, help="the loop begins nothing more after so many")
@click.argument("parts", nargs=-1, type=click.Choice(list(PARTS)))
def main(size: str, seed: int, out: Path, minutes: float | None, parts: tuple[str, ...]) -> None:
    """故障试验 · Break things on purpose, and recount from outside."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that no node is left behind
    figures = Figures(seed, size, out)
    figures.tell(f"size {size}, seed {seed}; again with: python -m tests.chaos --size {size} --seed {seed}")
    nursery, chosen = Nursery(), SIZES[size]
    chosen = replace(chosen, minutes=minutes) if minutes else chosen
    for name in parts or PARTS:
        with figures.part(f"{name}: {PARTS[name]}"):
            import_module(f"tests.chaos.{name}").run(chosen, seed, nursery, figures)
    nursery.close()
    figures.tell(f"{len(figures.failures)} broken promises; figures in {out}")
    sys.exit(1 if figures.failures else 0)


if __name__ == "__main__":
    main()

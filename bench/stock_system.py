"""The stock system of `bench.stock` at work: what a filing costs it in processor time."""

from contextlib import ExitStack

from bench import filers
from bench.processor import processor_s, used_ms
from bench.stage import Stage
from bench.stock import PARTS, ROWS
from deploy.local import free_port
from deploy.local.background import wait_until

DATABASE = "bench_stock"
PATIENCE = 300.0


def stock_ms(here: Stage, who: list[str], seconds: float) -> float:
    """Of all processes for one filing, until all have heard of it. Ours are ended before."""
    here.serve()
    here.postgres.create_database(DATABASE)
    port = free_port()
    with ExitStack() as running:
        pids = [_begun(here, running, name, port) for name in PARTS]
        filers.file(here, who, 1, port=port)
        before, counted = _used(here, pids), _settled(here)
        filers.file(here, who, seconds, port=port)
        many = _settled(here) - counted
        return (_used(here, pids) - before) / many


def _begun(here: Stage, running: ExitStack, name: str, port: int) -> int:
    process = running.enter_context(here.beginning(
        "stock", serves=name, bus=here.rabbit.url, database=here.postgres.url(DATABASE), port=port))
    assert process.stdout is not None
    process.stdout.readline()
    return process.pid


def _used(here: Stage, pids: list[int]) -> float:
    return 1000 * sum(map(processor_s, pids)) + sum(used_ms(here.working()).values())


def _settled(here: Stage) -> int:
    """How many were filed, once all have heard of them."""
    def counted() -> set[int]:
        return {int(here.execute(DATABASE, f"SELECT count(*) FROM {table.name}")[0][0])  # noqa: S608
                for table in ROWS.values()}

    if not wait_until(lambda: len(counted()) == 1, PATIENCE):
        raise TimeoutError("not all heard of it")
    return counted().pop()

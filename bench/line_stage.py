"""Where lines between nodes are measured: a hub's broker with an account for each node below it, and a
database for the hub. Gone afterwards."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2

from bench.stage import FOLDER
from deploy.local import PostgresNode, RabbitNode
from deploy.mailbox import ROOT
from rongcuo.chassis.messaging.rights import rights_of_node
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province.operations import EXCHANGE, FIGURES_BELOW
from rongcuo.policy.divisions import Level, divisions

COUNTIES = tuple(each.code for each in divisions() if each.level is Level.COUNTY)
CALLED = (EXCHANGE.name, FIGURES_BELOW.name)
DATABASE = "bench_province"


class Part:
    """A process that takes part, told one word a line and answering with one line of JSON."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.pid = process.pid

    def told(self) -> Any:
        """The next line that it prints. Raises RuntimeError where it ended instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"a part of the measurement ended with {self._process.wait()}")
        return json.loads(line)

    def ask(self, word: str) -> Any:
        """Say a word; what it answers."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return self.told()


class LineStage:
    """The broker and the database, with fsync on."""

    def __init__(self, folder: Path, codes: Sequence[str]) -> None:
        self.folder, self.codes = folder, codes
        names = [f"{NODE}{code}" for code in codes]
        self.rabbit = RabbitNode(folder / "rabbitmq", services={
            name: rights_of_node(name, CALLED) for name in names})
        self.postgres = PostgresNode(folder / "postgres")
        self.facts = {
            "keys": str(folder / "keys"), "folder": str(folder / "nodes"), "bus": self.rabbit.url,
            "uplinks": {code: self.rabbit.url_of(name) for code, name in zip(codes, names, strict=True)}}

    @contextmanager
    def part(self, module: str, *, green: bool = True, **facts: Any) -> Iterator[Part]:
        """Run bench.<module> beside the block; it ends with the block."""
        command = [sys.executable, "-Wignore", "-m", "bench.process", "green" if green else "plain", module,
                   json.dumps(self.facts | facts)]
        process = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        try:
            yield Part(process)
        finally:
            process.terminate()
            process.wait(30)

    @contextmanager
    def hub(self) -> Iterator[Part]:
        """The province's own service, to which all nodes are known."""
        with self.part("line_hub", database=self.postgres.url(DATABASE), codes=self.codes) as part:
            part.told()
            yield part

    def rows(self, statement: str, database: str = DATABASE) -> list[tuple[Any, ...]]:
        """Of the hub's database."""
        dsn = self.postgres.url(database).replace("+psycopg2", "")
        connection = psycopg2.connect(dsn)
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall())
        finally:
            connection.close()

    def dsn(self, database: str) -> str:
        """As psycopg2 takes it; the database is made."""
        self.postgres.create_database(database)
        return self.postgres.url(database).replace("+psycopg2", "")


@contextmanager
def line_stage(name: str, codes: Sequence[str] = COUNTIES) -> Iterator[LineStage]:
    """For the length of the block."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    here = LineStage(folder, codes)
    try:
        here.rabbit.start()
        here.postgres.start()
        here.postgres.create_database(DATABASE)
        yield here
    finally:
        here.rabbit.stop()
        here.postgres.stop()
        shutil.rmtree(folder, ignore_errors=True)


def memory_mb(pid: int, what: str = "VmRSS") -> float:
    """Of a process: VmRSS, or VmHWM at its peak."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(f"{what}:")).split()[1]) / 1024


def connections(pid: int) -> int:
    """Sockets that a process holds open."""
    return sum(1 for each in Path(f"/proc/{pid}/fd").iterdir() if _leads_to_socket(each))


def _leads_to_socket(file: Path) -> bool:
    try:
        return str(file.readlink()).startswith("socket:")
    except FileNotFoundError:
        return False

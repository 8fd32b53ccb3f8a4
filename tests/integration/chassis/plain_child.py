"""The shelf with ordinary threads, nothing patched: `plain_child.py URL DATA_DIR`."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from eventlet import patcher

from rongcuo.chassis.config import Config
from rongcuo.chassis.ledger import read_lines
from rongcuo.chassis.triggers import AlreadyAnswered
from tests.integration.chassis.shelf import place, shelf
from tests.patience import OF_DATABASE

url, data_dir = sys.argv[1:]
if patcher.is_monkey_patched("socket"):
    sys.exit("this child must not be patched")
runtime = shelf(Config(mode="test", database_url=url, data_dir=Path(data_dir), **OF_DATABASE))


def work(number: int) -> str:
    """Each command is sent by three of the threads."""
    runtime.ledger.number()
    try:
        return place(runtime, f"c{number // 3}", f"title {number // 3}")
    except AlreadyAnswered as before:
        answer: str = before.answer["id"]
        return answer


with ThreadPoolExecutor(8) as threads:
    answers = list(threads.map(work, range(60)))
runtime.ledger.number()
with runtime.database.reading() as session:
    numbers = [line.seq for line in read_lines(session)]
    books = len(runtime.outbox.take_batch(1000))
print(len(set(answers)), books, numbers == list(range(1, 21)), runtime.healthy())
runtime.stop()

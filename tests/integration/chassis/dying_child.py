"""A process that places books until it dies or is done: `dying_child.py URL DATA_DIR CRASH COUNT`."""

import sys
from pathlib import Path

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import AlreadyAnswered
from tests.integration.chassis.shelf import place, shelf

url, data_dir, crash, count = sys.argv[1:]
runtime = shelf(Config(mode="test", database_url=url, data_dir=Path(data_dir), crash=crash))
for number in range(int(count)):
    try:
        print(number, place(runtime, f"c{number}", f"title {number}"), flush=True)
    except AlreadyAnswered as before:
        print(number, before.answer["id"], flush=True)
runtime.stop()

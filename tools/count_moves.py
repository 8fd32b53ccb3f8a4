"""Files and moves of one submission: `python -m tools.count_moves [--json]`.

The whole platform runs in this process, with the embedded bus and SQLite in a folder that goes afterwards. A
filer submits a filing over HTTP. Counted is, from the request until its receipt, everywhere in the process:

- a file: one of `rongcuo/` or `services/` in which a function was called;
- a move: a call whose caller stands in another file of ours. A generator that goes on counts as called; a
  call that comes out of a library is no move.

What goes on beside it is in the figure, and only adds to it: timers, and the services that hear of the filing
before its receipt has come. So several are submitted, and the one with the fewest moves is told; the first of
all, which fills caches, is not counted.
"""

import deploy.green  # noqa: F401  (green threads, before anything else is imported)

# isort: split

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any
from uuid import uuid4

import click
import eventlet
import greenlet
import httpx
from eventlet import patcher

from deploy.local import free_port
from deploy.mailbox import ROOT
from rongcuo.chassis import structured_logging
from rongcuo.chassis.config import TEST, Config
from rongcuo.chassis.hosting.health import is_well
from rongcuo.chassis.hosting.host import hosted
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from services import all_services
from services.identity import demonstration

OURS = tuple(f"{ROOT / part}{os.sep}" for part in ("rongcuo", "services"))
FILER_OF = "530127"


@dataclass
class Moves:
    """What was seen while `counting`; `seen` is a profile function of `sys.setprofile`."""

    ours: tuple[str, ...] = OURS
    counting: bool = False
    moves: int = 0
    files: set[str] = field(default_factory=set)

    def seen(self, frame: FrameType, event: str, _: object) -> None:
        """Of a call: its file, and whether it comes from another one."""
        here = frame.f_code.co_filename
        if not self.counting or event != "call" or not here.startswith(self.ours):
            return
        self.files.add(here)
        before = frame.f_back.f_code.co_filename if frame.f_back else here
        self.moves += before != here and before.startswith(self.ours)

    @contextmanager
    def followed(self) -> Iterator[None]:
        """In this thread, in every green one, and in the native ones that begin within the block."""
        native = patcher.original("threading")
        native.setprofile(self.seen)
        greenlet.settrace(lambda *_: sys.setprofile(self.seen))
        sys.setprofile(self.seen)
        try:
            yield
        finally:
            greenlet.settrace(None)
            sys.setprofile(None)
            native.setprofile(None)


def submissions(times: int) -> list[tuple[int, int]]:
    """Files and moves of so many submissions, one after another."""
    moves = Moves()
    with TemporaryDirectory() as folder, moves.followed():
        config = Config(mode=TEST, data_dir=Path(folder), http_port=free_port())
        with hosted(all_services(), config) as house, httpx.Client(
            base_url=f"http://{config.http_host}:{config.http_port}/api/v1", timeout=60,
        ) as http:
            while not all(map(is_well, house.reports().values())):
                eventlet.sleep(0.1)
            _sign_in(http)
            _submit(http)
            return [_counted(moves, http) for _ in range(times)]


def _counted(moves: Moves, http: httpx.Client) -> tuple[int, int]:
    eventlet.sleep(1)    # what the filing before has caused is done
    moves.files, moves.moves, moves.counting = set(), 0, True
    _submit(http)
    moves.counting = False
    return len(moves.files), moves.moves


def _sign_in(http: httpx.Client) -> None:
    filer = next(account for account in demonstration.accounts()
                 if account.organ_id == FILER_OF and account.roles == ("filer",))
    answer = http.post("/tokens", json={"username": filer.username, "password": demonstration.password()})
    http.headers["Authorization"] = f"Bearer {answer.raise_for_status().json()['token']}"


def _submit(http: httpx.Client) -> None:
    today = datetime.now(ZONE).date()
    content: dict[str, Any] = {
        "title": f"盘活土地 {uuid4().hex}", "description": "历史遗留问题", "situation": "legacy_problems",
        "policy_basis": "上级尚无明确限制", "remedy": "补办手续", "no_private_gain": True,
        "collective_decision": {"meeting": "党工委会议", "held_on": today.isoformat()},
        "risks": [{"risk": "手续未齐先行平整", "measure": "同步补办,专人跟踪"}],
        "act_from": "2099-03-02", "act_until": "2099-03-20",
        "negative_answers": dict.fromkeys(Rules().pack(FILER_OF, today).negative_list, False),
    }
    answer = http.post("/filings", json={"content": content, "submit": True},
                       headers={"Idempotency-Key": uuid4().hex})
    answer.raise_for_status()


@click.command()
@click.option("--times", type=click.IntRange(1), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="for programs")
def main(times: int, as_json: bool) -> None:
    """Files and moves of one submission, until the receipt."""
    structured_logging.set_up("ERROR")
    moves, files = min((moves, files) for files, moves in submissions(times))
    click.echo(json.dumps({"files": files, "moves": moves}) if as_json else
               f"one submission, until the receipt: {files} files, {moves} moves between files")


if __name__ == "__main__":
    main()

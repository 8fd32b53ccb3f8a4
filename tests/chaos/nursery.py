"""Processes of the platform without their two seconds of importing: `python -m tests.chaos.nursery`.

Everything is imported once; each line of standard input, a JSON object, then forks a process that runs
`rongcuo …` as the command line would. What became of each is told on standard output as `pid status`.
"""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    import eventlet

    from rongcuo.chassis.threads import go_green

go_green()

import json  # noqa: E402
import os  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402
from typing import Any  # noqa: E402

from rongcuo.cli import main as rongcuo  # noqa: E402
from rongcuo.commands import run, serve  # noqa: E402, F401  (imported here, once for all children)
from services import all_services  # noqa: E402


def bear(order: dict[str, Any]) -> None:
    """Fork; the child becomes the process that the order describes. Its birth is told before its death."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    pid = os.fork()
    if pid == 0:
        live(order)
    tell("born", pid)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})


def live(order: dict[str, Any]) -> None:
    """A session, output and event hub of its own, then the command line."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    os.setsid()
    for number, target in enumerate((os.devnull, order["log"], order["log"])):
        os.dup2(os.open(target, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644), number)
    os.environ.update(order["env"])
    eventlet.hubs.use_hub()
    try:
        rongcuo(order["command"], prog_name="rongcuo")
    finally:
        os._exit(70)


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def bury(*_: object) -> None:
    """Tell of every child that has ended."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        tell("ended", pid, os.waitstatus_to_exitcode(status))


def main() -> None:
    all_services()
    signal.signal(signal.SIGCHLD, bury)
    tell("ready")
    for line in sys.stdin:
        bear(json.loads(line))


if __name__ == "__main__":
    main()

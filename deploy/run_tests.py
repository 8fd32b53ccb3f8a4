"""Runs every test: `python -m deploy.run_tests`.

Two pytest processes, because eventlet's monkey patch can't be undone. The integration tests run with green
threads, as the services do (deploy.green patches before anything else is imported); all others run in plain
Python, which shows that what they test needs no green threads.
"""

import subprocess
import sys
from pathlib import Path

PLAIN = ("unit", "policy", "contract", "architecture", "e2e", "chaos")
GREEN = ("integration",)


def run_pytest(folders: tuple[str, ...], *options: str) -> tuple[int, str]:
    """Shows pytest's output as it comes; returns its exit status and its closing line."""
    present = [f"tests/{name}" for name in folders if Path("tests", name).is_dir()]
    command = [sys.executable, "-m", "pytest", *options, *present]
    closing = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing = line if line.strip() else closing
    return process.returncode, closing


def main() -> int:
    print("测试（一）普通线程 · Tests, part one: plain threads", flush=True)
    plain, plain_closing = run_pytest(PLAIN)
    print("测试（二）绿色线程与真实节点 · Tests, part two: green threads and real nodes", flush=True)
    green, _ = run_pytest(GREEN, "-p", "deploy.green")
    print(plain_closing, end="", flush=True)
    return plain or green


if __name__ == "__main__":
    sys.exit(main())

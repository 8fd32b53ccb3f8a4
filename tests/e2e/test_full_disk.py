"""The disk is full for a while: health says so in words, reading goes on, and all is well again after."""

import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from deploy.local.background import wait_until
from tests.e2e.test_start import Running

Full = Callable[[Running, Path], None]


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[Full, Full]]:
    """A file system of 64 MiB of its own; a large file fills it."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m,mode=0700", "tmpfs", folder], check=True)
    try:
        yield _fill, lambda _running, at: (at / "ballast").unlink()
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _fill(_running: Running, at: Path) -> None:
    with (at / "ballast").open("wb", buffering=0) as ballast:
        ballast.truncate(0)
        (at / "ballast").chmod(0o600)
        try:
            while True:
                ballast.write(bytes(4_096))
        except OSError:
            return


@contextmanager
def small_files(_folder: Path) -> Iterator[tuple[Full, Full]]:
    """A limit that any user may set: no file of the process can grow."""
    def limit(size: int) -> Full:
        def set_it(running: Running, _at: Path) -> None:
            hard = resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE)[1]
            resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (size, hard))
        return set_it

    yield limit(4_096), limit(resource.RLIM_INFINITY)


def can_mount() -> bool:
    """Whether we may: root outside a container usually, nobody else."""
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return os.geteuid() == 0 and subprocess.run(probe, capture_output=True, check=False).returncode == 0


WAYS = [small_files, *([small_disk] if can_mount() else [])]


@pytest.mark.parametrize("way", WAYS)
def test_a_full_disk_is_told_in_words_and_over_when_it_is_over(tmp_path: Path, way) -> None:
    data = tmp_path / "var" / "data"
    with way(data) as (fill, empty):
        running = Running(tmp_path, RONGCUO_MODE="test")
        try:
            running.await_told("Ctrl-C")
            address = f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"
            assert httpx.get(f"{address}/health").json()["status"] == "ok"
            fill(running, data)
            assert wait_until(lambda: "磁盘已满" in httpx.get(f"{address}/health").text, 300)
            told = httpx.get(f"{address}/health")
            assert (told.status_code, told.json()["status"]) == (200, "degraded")
            assert any("disk is full" in one["en"] for one in told.json()["cannot"])
            assert httpx.get(f"{address}/sign-in").status_code == 200, "reading goes on"
            own = httpx.get(f"http://127.0.0.1:{running.environ['RONGCUO_HEALTH_PORT_BASE']}/health")
            assert (own.status_code, own.json()["status"]) == (503, "degraded")
            empty(running, data)
            assert wait_until(lambda: httpx.get(f"{address}/health").json()["status"] == "ok", 300)
        finally:
            running.stop()

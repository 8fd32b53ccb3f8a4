"""How root starts PostgreSQL, which refuses to run as root."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deploy.local.node import NodeFailed

AS_POSTGRES = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups")

# The user postgres may be unable to reach a folder below a closed one (a clone in root's home, say),
# unless it keeps one of root's capabilities for that. Containers often lack the first of the two.
WAYS_IN = (
    AS_POSTGRES,
    (*AS_POSTGRES, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
    (*AS_POSTGRES, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
)


def home_for_postgres(folder: Path, ways_in: Sequence[Sequence[str]] = WAYS_IN) -> tuple[Path, Sequence[str]]:
    """The folder for the data, and the words that start a program as a user who can reach it.

    That folder is `folder` wherever possible. Where no way leads in, it is a new one in /var/tmp, to which
    `folder/elsewhere` is a link.
    """
    if os.geteuid() != 0:
        return folder, ()
    shutil.chown(folder, "postgres", "postgres")
    for way_in in ways_in:
        if _reaches(folder, way_in):
            return folder, way_in
    return _elsewhere(folder), AS_POSTGRES


def _reaches(folder: Path, way_in: Sequence[str]) -> bool:
    command = [*way_in, "ls", f"{folder}/."]
    return subprocess.run(command, cwd="/", capture_output=True, check=False).returncode == 0


def _elsewhere(folder: Path) -> Path:
    link = folder / "elsewhere"
    if (folder / "data").exists():
        raise NodeFailed(f"the user postgres can't reach {folder}; move the clone where all may enter")
    if not link.exists():
        link.unlink(missing_ok=True)
        link.symlink_to(tempfile.mkdtemp(prefix="rongcuo-postgres-", dir="/var/tmp"))
        shutil.chown(link, "postgres", "postgres")
    return link.resolve()

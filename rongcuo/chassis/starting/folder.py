"""Whether the data folder can be had: made, written to with room for what a start writes, by us alone."""

import errno
import os
import shutil
from pathlib import Path
from tempfile import TemporaryFile

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.files.locked_file import Held, hold

ROOM = 16 * 2**20    # bytes
WHY = {errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "磁盘只读", errno.ENOSPC: "磁盘已满",
       errno.EDQUOT: "磁盘已满"}


def require_room(folder: Path) -> None:
    """Raises StartRefused where nothing could be kept."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise _refused(f"{folder} 不能写入（{WHY.get(error.errno or 0, reason)}）；",
                       f"{folder} can't be written to ({reason});") from None
    if free < ROOM:
        raise _refused(f"{folder} 所在的磁盘只剩 {free >> 20} MiB，至少要 {ROOM >> 20} MiB；腾出空间，或",
                       f"the disk of {folder} has {free >> 20} MiB left of {ROOM >> 20}; make room, or")


def require_alone(folder: Path) -> None:
    """Raises StartRefused where another platform has it; keeps others out as long as this process lives."""
    try:
        hold(folder / "lock")
    except Held as other:
        raise _refused(f"{folder} 正由进程 {other} 使用；先停止它，或",
                       f"{folder} is in use by process {other}; stop that one, or") from None


def _refused(why: str, in_english: str) -> StartRefused:
    return StartRefused(f"没有启动：{why}换一个数据目录（RONGCUO_DATA_DIR） · "
                        f"Not started: {in_english} name another data folder (RONGCUO_DATA_DIR)")

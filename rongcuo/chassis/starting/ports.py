"""Whether the ports are free, and which ones would be."""

import errno
import socket
from collections.abc import Sequence
from typing import NamedTuple

from rongcuo.chassis.config import StartRefused

LAST = 65_535
OPEN_TO_ALL = 1024    # below, only root may listen


class Wanted(NamedTuple):
    """The port that a setting names; or several in a row, beginning `beyond` it."""

    setting: str
    host: str
    port: int
    in_a_row: int = 1
    beyond: int = 0


def require_free(ports: Sequence[Wanted], again: str) -> None:
    """Raises StartRefused naming each setting whose port we can't have, with a command that would do."""
    faults = {wanted: fault for wanted in ports if (fault := _fault(wanted))}
    if not faults:
        return
    sentence = "；".join(f"{fault}（{wanted.setting}）" for wanted, fault in faults.items())
    instead = [f"{wanted.setting}={_another(wanted)}" for wanted in faults]
    raise StartRefused(f"没有启动：{sentence}。可以换一个 · Not started; this one would do:\n"
                       f"  {' '.join(instead)} {again}")


def _fault(wanted: Wanted) -> str:
    first = wanted.port + wanted.beyond
    return next((fault for port in range(first, first + wanted.in_a_row)
                 if (fault := _kept_from(wanted.host, port))), "")


def _kept_from(host: str, port: int) -> str:
    """Why we can't listen there; empty where we can."""
    if port > LAST:
        return f"端口 {port} 不存在 there is no port {port}"
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host or "0.0.0.0", port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]  # noqa: S104
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return _sentence(host, port, error)
    return ""


def _sentence(host: str, port: int, error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"端口 {port} 已被其他程序占用 port {port} is taken by another program"
        case errno.EACCES:
            return f"端口 {port} 只有 root 可用 port {port} is for root only"
    raise StartRefused(f"没有启动：本机没有地址 {host}（RONGCUO_HTTP_HOST、RONGCUO_HEALTH_HOST） · "
                       f"Not started: this machine has no address {host}") from None


def _another(wanted: Wanted) -> int:
    """The first one after it that would do."""
    first = max(wanted.port + 1, OPEN_TO_ALL)
    return next((port for port in (*range(first, LAST), *range(OPEN_TO_ALL, first))
                 if not _fault(wanted._replace(port=port))), 0)

"""What a service can't do now, and why, in words: out of the facts of its report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

REASONS = {
    "disk_full": ("磁盘已满", "the disk is full"),
    "read_only": ("只能读，不能写", "it can be read only"),
    "away": ("写不进去", "it takes nothing"),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """In which part, and what it means for people."""

    part: str
    zh: str
    en: str


def troubles_of(name: str, report: Mapping[str, Any]) -> Iterator[Trouble]:
    """What keeps this service from its work, or from part of it."""
    if not report["begun"]:
        yield Trouble("start", f"{name} 还在启动", f"{name} is still starting")
    yield from _of_database(name, report)
    yield from _of_files(name, report)
    yield from _of_bus(name, report)
    if report.get("line") == "away":
        yield Trouble("line", "连不上上级平台：本地照常办理，要报送的先存着，接通后自动报送",
                      "the line to the hub is cut: all work here goes on, and what goes up waits for it")
    elif why := report.get("line_trouble"):
        yield Trouble("line", f"专线已接通，但不能交换（{why}）：请看“专线”页",
                      f"the line to the hub is there, but nothing is exchanged ({why}): see the page 专线")
    if report.get("mail") is False:
        yield Trouble("mail", "邮件服务器连不上：邮件暂时发不出去，会自动重发；其他照常",
                      "the mail server can't be reached: mails wait and are sent later; all else works")
    if step := report.get("clock_step"):
        yield Trouble("clock", f"系统时钟跳动了 {step:+.0f} 秒：请检查对时，否则期限可能算错",
                      f"the system's clock jumped by {step:+.0f} s: check it, or deadlines may be wrong")


def _of_database(name: str, report: Mapping[str, Any]) -> Iterator[Trouble]:
    if reason := report.get("database_trouble"):
        zh, en = REASONS[reason]
        yield Trouble("database", f"{name} 的数据库{zh}：可以查看，不能提交或办理任何事项",
                      f"the database of {name}: {en}. Reading works, nothing can be filed or decided")
    elif not report.get("database", True):
        yield Trouble("database", f"{name} 的数据库没有应答：既不能查看也不能办理",
                      f"the database of {name} does not answer: nothing can be read or done")


def _of_files(name: str, report: Mapping[str, Any]) -> Iterator[Trouble]:
    if reason := report.get("files_trouble"):
        zh, en = REASONS[reason]
        yield Trouble("files", f"{name} 的数据目录{zh}：不能上传附件，也不能生成文书",
                      f"the data folder of {name}: {en}. No file can be uploaded, no letter made")


def _of_bus(name: str, report: Mapping[str, Any]) -> Iterator[Trouble]:
    if report.get("bus_alarm"):
        yield Trouble("bus", f"消息服务器内存或磁盘告警，暂停接收：{name} 的消息会等待",
                      f"the broker has a memory or disk alarm and takes nothing: what {name} tells waits")
    elif not report["bus"] or report.get("relay") == "bus_away":
        yield Trouble("bus", f"{name} 连不上消息服务器：服务之间的请求和通知都会等待",
                      f"{name} can't reach the broker: what services ask and tell each other waits")
    elif report.get("relay") in ("database_away", "starting", "stopped"):
        yield Trouble("relay", f"{name} 暂时不能发出消息", f"{name} can't send what it has to tell")

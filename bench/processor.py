"""Processor time of processes, those that ended under them included."""

import os
from collections.abc import Mapping
from pathlib import Path

from deploy.local import Node

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def processor_s(pid: int) -> float:
    """What a process and its ended children have used up to now, in seconds of processor time; 0 of one that
    has ended meanwhile, for whose time its parent stands."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(map(int, fields[11:15])) / TICKS_A_SECOND


def used_ms(nodes: Mapping[str, Node]) -> dict[str, float]:
    """By node, up to now."""
    return {name: 1000 * sum(map(processor_s, node.processes())) for name, node in nodes.items()}

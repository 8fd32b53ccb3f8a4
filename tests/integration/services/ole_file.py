"""Files of the old Office formats, as small as they can be: storages and streams in an OLE container."""

import struct
from collections.abc import Mapping
from typing import Any

SECTOR, FREE, END, FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5
SMALLEST = 4_096          # shorter streams would lie in a stream of their own


def ole(parts: Mapping[str, Any]) -> bytes:
    """`parts`: streams by name as bytes, storages as mappings."""
    entries: list[list[Any]] = [["Root Entry", ROOT, FREE, FREE, b""]]
    _add(entries, 0, parts)
    directory = -(-len(entries) // 4)
    sectors, chains, at = [], [], directory
    for entry in entries:
        content = entry[4]
        if entry[1] == STREAM:
            content = content.ljust(SMALLEST, b"\0")
            count = -(-len(content) // SECTOR)
            chains.append((at, count))
            sectors.append(content.ljust(count * SECTOR, b"\0"))
            entry[4:] = [at, len(content)]
            at += count
        else:
            entry[4:] = [END if entry[1] == ROOT else 0, 0]
    body = b"".join(_entry(*entry) for entry in entries).ljust(directory * SECTOR, b"\0") + b"".join(sectors)
    return _header(at) + body + _table([(0, directory), *chains], at)


def _add(entries: list[list[Any]], parent: int, parts: Mapping[str, Any]) -> None:
    """Brothers hang on each other's right hand."""
    last = None
    for name, part in parts.items():
        here = len(entries)
        entries.append([name, STREAM if isinstance(part, bytes) else STORAGE, FREE, FREE,
                        part if isinstance(part, bytes) else b""])
        if last is None:
            entries[parent][3] = here
        else:
            entries[last][2] = here
        last = here
        if not isinstance(part, bytes):
            _add(entries, here, part)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, FREE, right, child)
            + b"\0" * 36 + struct.pack("<IQ", start, size))


def _header(fat_at: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 0, 0, SMALLEST, END, 0, END, 0)
    return head + struct.pack("<I", fat_at) + struct.pack("<I", FREE) * 108


def _table(chains: list[tuple[int, int]], fat_at: int) -> bytes:
    table = [FREE] * (SECTOR // 4)
    for start, count in chains:
        for n in range(start, start + count):
            table[n] = n + 1 if n + 1 < start + count else END
    table[fat_at] = FAT
    return struct.pack(f"<{len(table)}I", *table)

"""The entries of which a backlog consists: always the same."""

import json
import random
from functools import cache

from rongcuo.contracts.insight import Code
from rongcuo.contracts.province import LineEntry, MatterCount, MatterCounted, Up
from rongcuo.contracts.serialisation import dump

NODE_CODE = "530127"
ENDS = (Code.EXEMPT, Code.MITIGATE, Code.LIGHTEN, Code.DENIED)


@cache
def backlog(many: int) -> tuple[LineEntry, ...]:
    """Of filings, each told of twice on average; one in ten came to a determination."""
    return tuple(LineEntry(kind=Up.MATTER, body=json.dumps(dump(told(number)), ensure_ascii=False))
                 for number in range(many))


def told(number: int, code: str = NODE_CODE) -> MatterCounted:
    """One of them, of a node."""
    dice = random.Random(number)  # noqa: S311  (no secret)
    year = str(2026 - dice.randrange(3))
    codes = [Code.FILED, *((Code.ACCEPTED, Code.IN_REVIEW) if number % 2 else ())]
    if dice.random() < 0.1:
        codes += [Code.OPENED, dice.choice(ENDS)]
    counts = [MatterCount(code=code, period=year, amount=1, days=dice.randrange(9)) for code in codes]
    return MatterCounted(
        source="filing", matter_id=f"{number // 2:032x}", version=number % 2 + 1, organ_id=code,
        case_number=f"{code}-B-{year}-{number // 2:06}", situation=f"s{number % 7}",
        counts=tuple(counts))

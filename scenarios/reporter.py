"""Who reports in a play: invented, with marks by which they would be found wherever they are told of."""

from dataclasses import dataclass
from hashlib import sha256

SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"


@dataclass(frozen=True)
class Reporter:
    """Who reports, invented for the play; an anonymous one has a query code alone."""

    name: str = ""
    phone: str = ""
    code: str = ""
    number: str = ""

    @property
    def secrets(self) -> tuple[str, ...]:
        """By what somebody could tell who it was, or come back in their place."""
        return tuple(filter(None, (self.name, self.phone, self.code, self.code.replace("-", ""))))


def reporter_named(key: str) -> Reporter:
    """Somebody with a name and a number of their own, by which they would be found anywhere."""
    mark = int(sha256(key.encode()).hexdigest()[:8], 16)
    name = f"示例举报人{SIGNS[mark % 16]}{SIGNS[mark // 16 % 16]}{SIGNS[mark // 256 % 16]}"
    return Reporter(name, f"1990{mark % 10_000_000:07}")

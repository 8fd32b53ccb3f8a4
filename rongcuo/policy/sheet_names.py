"""How the file of a sheet of rules is named: by its place and its first day, or its year."""

import re
from typing import Final

from rongcuo.policy.divisions import known_codes

PACK: Final = re.compile(r"(\d{6})-\d{4}-\d\d-\d\d\.yaml\Z")
CALENDAR: Final = re.compile(r"(national|\d{6})-\d{4}\.yaml\Z")


def is_named(name: str, *, calendar: bool) -> bool:
    """Whether it can be told by its name what it is."""
    named = (CALENDAR if calendar else PACK).match(name)
    return named is not None and named[1] in {"national", *known_codes()}

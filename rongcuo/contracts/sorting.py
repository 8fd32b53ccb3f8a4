"""In which order a list comes; the first of each kind comes unasked. Ties are in order of number."""

from enum import StrEnum


class CaseSort(StrEnum):
    """What has a limit: soonest deadline first (of the closed the latest), newest first, or by number."""

    DUE = "due"
    NEWEST = "newest"
    NUMBER = "number"


class RecordSort(StrEnum):
    """What has a day: newest first, or by number."""

    NEWEST = "newest"
    NUMBER = "number"

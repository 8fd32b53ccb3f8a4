"""In which order a list comes; the first of each kind comes unasked. Ties are in order of number."""

from enum import StrEnum


class CaseSort(StrEnum):
    """What has a limit: soonest deadline first (of the closed the latest), or newest first."""

    DUE = "due"
    NEWEST = "newest"


class RecordSort(StrEnum):
    """What has a day: newest first, or oldest."""

    NEWEST = "newest"
    OLDEST = "oldest"

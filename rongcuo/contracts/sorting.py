"""In which order a list comes; of each kind the first is the one that comes unasked. Ties: in order of number."""

from enum import StrEnum


class CaseSort(StrEnum):
    """What has a limit: soonest deadline first (of what is closed, the latest), newest first, or by number."""

    DUE = "due"
    NEWEST = "newest"
    NUMBER = "number"


class TaskSort(StrEnum):
    """Tasks: soonest deadline first, or newest first."""

    DUE = "due"
    NEWEST = "newest"


class RecordSort(StrEnum):
    """What has a day: newest first, or by number."""

    NEWEST = "newest"
    NUMBER = "number"

"""Why no copy is made of a file."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with it."""

    EMPTY = "empty"
    KIND = "kind"              # a kind of which no clean copy can be made
    LIES = "lies"              # it is not what its name says
    UNREADABLE = "unreadable"  # damaged, under a password, or more than the process was given
    TOO_LONG = "too_long"      # more pages or points than are painted
    MARKED = "marked"          # its text bears the mark of a state secret


class NotCleaned(Exception):
    """No copy is made."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason

"""The desk at which every part of the service works."""

from rongcuo.chassis import ExecutionProvider
from services.review import storage


class AtTheDesk:
    """One desk for all parts."""

    desk = ExecutionProvider(storage.METADATA, storage.CaseStorage)

"""The desk at which every part of the service works."""

from rongcuo.chassis import DeskProvider
from services.review import storage


class AtTheDesk:
    """One desk for all parts."""

    desk = DeskProvider(storage.METADATA, storage.CaseStorage)

"""The execution context of every part of the service."""

from rongcuo.chassis.service import ExecutionProvider
from services.determination import storage


class InContext:
    """One context for all parts."""

    context = ExecutionProvider(storage.METADATA, storage.CaseStorage)

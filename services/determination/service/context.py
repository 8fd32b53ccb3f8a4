"""What every part of the service stands on."""

from rongcuo.chassis.service import ExecutionProvider
from services.determination import storage
from services.determination.sealing import SealingProvider


class InContext:
    """One context for all parts, and the keys of sealed votes."""

    context = ExecutionProvider(storage.METADATA, storage.CaseStorage)
    sealing = SealingProvider()

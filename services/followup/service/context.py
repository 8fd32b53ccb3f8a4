"""On what every operation stands."""

from rongcuo.chassis.service import ExecutionProvider
from services.followup import storage


class Context:
    """The database and the rules."""

    context = ExecutionProvider(storage.METADATA, storage.FollowupStorage)

"""The accounts of the services on the broker."""

import warnings
from collections.abc import Mapping

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    from rongcuo.chassis.hosting.host import subscriptions
    from rongcuo.chassis.messaging.rights import Rights, rights_of
    from rongcuo.commands._services import NAMES, all_services


def broker_rights() -> Mapping[str, Rights]:
    """What the account of each service may do."""
    heard = subscriptions(all_services())
    return {name: rights_of(name, heard) for name in NAMES}

"""The accounts of the services on the broker."""

import warnings
from collections.abc import Mapping

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    from rongcuo.chassis.bus.rights import Rights, rights_of
    from rongcuo.chassis.runner import subscriptions
    from rongcuo.commands._services import NAMES, all_services


def broker_rights() -> Mapping[str, Rights]:
    """What the account of each service may do."""
    heard = subscriptions(all_services())
    return {name: rights_of(name, heard) for name in NAMES}

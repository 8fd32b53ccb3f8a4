"""The accounts of the services on the broker."""

import warnings
from collections.abc import Mapping

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    from rongcuo.chassis.hosting.host import subscriptions
    from rongcuo.chassis.messaging.rights import Rights, rights_of
    from rongcuo.chassis.messaging.topology import Subscription
    from services import NAMES, all_services


def heard() -> tuple[Subscription, ...]:
    """Who hears whom."""
    return subscriptions(all_services())


def broker_rights() -> Mapping[str, Rights]:
    """What the account of each service may do."""
    subscribed = heard()
    return {name: rights_of(name, subscribed) for name in NAMES}

"""Who hears whom, as the services declare it, and the queues in which they do."""

from fnmatch import fnmatchcase

from deploy.accounts import heard
from rongcuo.chassis.messaging.topology import EVERYTHING, Subscription
from services import NAMES, WITH_DATABASE

# Of services that only a node on a line has, nothing is heard here.
HEARD = tuple(one for one in heard(NAMES) if one.source in NAMES)
SOURCES = tuple(name for name in WITH_DATABASE if any(one.source == name for one in HEARD))
WHO_HEARS = tuple(name for name in WITH_DATABASE if any(one.consumer == name for one in HEARD))
HEARERS = {source: tuple(one for one in HEARD if one.source == source) for source in SOURCES}
QUEUES = (*(f"rpc-{service}" for service in WITH_DATABASE),
          *(f"{service}.dead-letters" for service in WITH_DATABASE),
          *(f"{one.source}.events--{one.consumer}" for one in HEARD))
SELECTIVE = {f"{one.source}.events--{one.consumer}" for one in HEARD if one.selective}


def hears(one: Subscription, type_name: str) -> bool:
    """Whether such an event of the source comes there."""
    return any(fnmatchcase(type_name, key.replace(EVERYTHING, "*")) for key in one.keys)

"""Who hears whom, as the services declare it, and the queues in which they do."""

from deploy.accounts import heard
from services import WITH_DATABASE

HEARD = heard()      # pairs (consumer, source)
SOURCES = tuple(name for name in WITH_DATABASE if any(source == name for _, source in HEARD))
WHO_HEARS = tuple(name for name in WITH_DATABASE if any(consumer == name for consumer, _ in HEARD))
HEARERS = {source: tuple(consumer for consumer, told_by in HEARD if told_by == source) for source in SOURCES}
QUEUES = (*(f"rpc-{service}" for service in WITH_DATABASE),
          *(f"{service}.dead-letters" for service in WITH_DATABASE),
          *(f"{source}.events--{consumer}" for consumer, source in HEARD))

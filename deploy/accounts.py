"""The accounts of the services on the broker.

`python -m deploy.accounts > deploy/helm/rongcuo/rights.yaml` writes them down for the chart.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import yaml

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    from rongcuo.chassis.hosting.host import subscriptions
    from rongcuo.chassis.messaging.rights import Rights, rights_of
    from rongcuo.chassis.messaging.topology import Subscription
    from services import EVERY, all_services


def heard(names: Sequence[str]) -> tuple[Subscription, ...]:
    """Who hears whom, of these."""
    return subscriptions(all_services(names))


def broker_rights(names: Sequence[str] = EVERY) -> Mapping[str, Rights]:
    """What the account of each of these services may do."""
    subscribed = heard(names)
    return {name: rights_of(name, subscribed) for name in names}


def written() -> str:
    """The same, as the chart keeps it."""
    return yaml.safe_dump({name: asdict(rights) for name, rights in broker_rights().items()}, width=1_000)


if __name__ == "__main__":
    print(written(), end="")

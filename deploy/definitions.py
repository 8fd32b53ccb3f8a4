"""Accounts and their rights, as a file of definitions that RabbitMQ reads at each start."""

import secrets
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rongcuo.chassis.messaging.rights import Rights

VHOST = "/"


def definitions(rights: "Mapping[str, Rights]", passwords: Mapping[str, str]) -> dict[str, Any]:
    """Of accounts by name. RabbitMQ is told their passwords' hashes only."""
    return {
        "vhosts": [{"name": VHOST}],
        "users": [user(account, passwords[account]) for account in rights],
        "permissions": [{"user": account, "vhost": VHOST, "configure": may.configure, "write": may.write,
                         "read": may.read} for account, may in rights.items()],
        "topic_permissions": [{"user": account, "vhost": VHOST, "exchange": may.calls, "write": may.sent_keys,
                               "read": may.call_keys} for account, may in rights.items()]}


def user(name: str, password: str, tags: str = "") -> dict[str, str]:
    """One account."""
    salt = secrets.token_bytes(4)
    hashed = b64encode(salt + sha256(salt + password.encode()).digest()).decode()
    return {"name": name, "password_hash": hashed, "tags": tags,
            "hashing_algorithm": "rabbit_password_hashing_sha256"}

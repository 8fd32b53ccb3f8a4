"""Officers in their posts, and what they sign in with. Pure Python."""

from services.identity.domain.attempts import Attempt, Budget
from services.identity.domain.credentials import (
    INVITATION_LIFE,
    REMEMBERED,
    RESET_LIFE,
    Handed,
    Link,
    Session,
    digest_of,
)
from services.identity.domain.officer import Officer, account_name
from services.identity.domain.organ_unit import OrganUnit, name_taken
from services.identity.domain.posts import JUDGES, needs_two, require_complete
from services.identity.domain.strength import LEAST_PASSWORD, MOST_PASSWORD, require_strong
from services.identity.domain.unsent import MOST_UNSENT, UNSENT_LIFE, Unsent

__all__ = [
    "INVITATION_LIFE",
    "JUDGES",
    "LEAST_PASSWORD",
    "MOST_PASSWORD",
    "MOST_UNSENT",
    "REMEMBERED",
    "RESET_LIFE",
    "UNSENT_LIFE",
    "Attempt",
    "Budget",
    "Handed",
    "Link",
    "Officer",
    "OrganUnit",
    "Session",
    "Unsent",
    "account_name",
    "digest_of",
    "name_taken",
    "needs_two",
    "require_complete",
    "require_strong",
]

"""identity: divisions, organs, officers and their posts; who signs in."""

from rongcuo.contracts.identity.commands import (
    DismissOfficer,
    EnrolOfficer,
    OfficerQuery,
    OfficersQuery,
    OrgansQuery,
    SignIn,
    SignOut,
    TokenQuery,
)
from rongcuo.contracts.identity.events import (
    OfficerDismissed,
    OfficerEnrolled,
)
from rongcuo.contracts.identity.views import (
    OfficersView,
    OfficerView,
    OrgansView,
    OrganView,
    SignedIn,
)

__all__ = [
    "DismissOfficer",
    "EnrolOfficer",
    "OfficerDismissed",
    "OfficerEnrolled",
    "OfficerQuery",
    "OfficerView",
    "OfficersQuery",
    "OfficersView",
    "OrganView",
    "OrgansQuery",
    "OrgansView",
    "SignIn",
    "SignOut",
    "SignedIn",
    "TokenQuery",
]

"""identity: divisions, organs, officers and their posts; who signs in."""

from rongcuo.contracts.identity.commands import *
from rongcuo.contracts.identity.credentials import *
from rongcuo.contracts.identity.demonstration import *
from rongcuo.contracts.identity.events import *
from rongcuo.contracts.identity.kept_views import *
from rongcuo.contracts.identity.units import *
from rongcuo.contracts.identity.unsent import *
from rongcuo.contracts.identity.views import *

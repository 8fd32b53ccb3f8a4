"""filing (报备): a unit or official files a matter in advance, with its risks and measures."""

from rongcuo.contracts.filing.change.commands import *
from rongcuo.contracts.filing.change.content import *
from rongcuo.contracts.filing.change.enums import *
from rongcuo.contracts.filing.change.events import *
from rongcuo.contracts.filing.change.views import *
from rongcuo.contracts.filing.commands import *
from rongcuo.contracts.filing.content import *
from rongcuo.contracts.filing.events import *
from rongcuo.contracts.filing.of_person import *
from rongcuo.contracts.filing.oversight.commands import *
from rongcuo.contracts.filing.oversight.content import *
from rongcuo.contracts.filing.oversight.deviations import *
from rongcuo.contracts.filing.oversight.enums import *
from rongcuo.contracts.filing.oversight.events import *
from rongcuo.contracts.filing.oversight.views import *
from rongcuo.contracts.filing.views import *

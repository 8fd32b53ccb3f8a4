"""Typical cases (典型案例), the guides (《容错纠错工作指引》) made of them, and who has read those."""

from rongcuo.contracts.followup.casebook.commands import *
from rongcuo.contracts.followup.casebook.content import *
from rongcuo.contracts.followup.casebook.enums import *
from rongcuo.contracts.followup.casebook.events import *
from rongcuo.contracts.followup.casebook.queries import *
from rongcuo.contracts.followup.casebook.views import *

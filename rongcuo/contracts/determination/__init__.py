"""determination (容错认定): cases, joint meetings, appeals and disposals of clues."""

from rongcuo.contracts.determination.commands import *
from rongcuo.contracts.determination.content import *
from rongcuo.contracts.determination.enums import *
from rongcuo.contracts.determination.events import *
from rongcuo.contracts.determination.of_person import *
from rongcuo.contracts.determination.views import *

"""province: the hub, where the lines of all nodes end."""

from rongcuo.contracts.province.commands import *
from rongcuo.contracts.province.desk import *
from rongcuo.contracts.province.events import *
from rongcuo.contracts.province.line import *
from rongcuo.contracts.province.views import *

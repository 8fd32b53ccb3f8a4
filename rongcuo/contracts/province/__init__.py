"""province: the hub, where the lines of all nodes end."""

from rongcuo.contracts.province.line import *

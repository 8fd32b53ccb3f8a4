"""county: a node's face to the hub."""

from rongcuo.contracts.county.approvals import *

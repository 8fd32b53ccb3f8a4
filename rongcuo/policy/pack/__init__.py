"""Policy packs: the rules of a place from a date on, inherited from province to prefecture to county."""

from rongcuo.policy.pack.following_up import *
from rongcuo.policy.pack.pack import *
from rongcuo.policy.pack.procedures import *
from rongcuo.policy.pack.proposing import *
from rongcuo.policy.pack.reporting import *
from rongcuo.policy.pack.store import *
from rongcuo.policy.pack.terms import *
from rongcuo.policy.provenance import *

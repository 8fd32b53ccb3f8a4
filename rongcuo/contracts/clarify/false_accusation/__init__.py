"""The finding of a false accusation (诬告陷害认定)."""

from rongcuo.contracts.clarify.false_accusation.commands import *
from rongcuo.contracts.clarify.false_accusation.content import *
from rongcuo.contracts.clarify.false_accusation.enums import *
from rongcuo.contracts.clarify.false_accusation.events import *
from rongcuo.contracts.clarify.false_accusation.queries import *
from rongcuo.contracts.clarify.false_accusation.views import *

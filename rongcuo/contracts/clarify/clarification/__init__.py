"""Clarification (澄清正名)."""

from rongcuo.contracts.clarify.clarification.commands import *
from rongcuo.contracts.clarify.clarification.content import *
from rongcuo.contracts.clarify.clarification.enums import *
from rongcuo.contracts.clarify.clarification.events import *
from rongcuo.contracts.clarify.clarification.queries import *
from rongcuo.contracts.clarify.clarification.views import *

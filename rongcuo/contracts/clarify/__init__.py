"""clarify (举报澄清): what is reported of officials and units, what becomes of it, and who is told."""

from rongcuo.contracts.clarify.commands import *
from rongcuo.contracts.clarify.content import *
from rongcuo.contracts.clarify.enums import *
from rongcuo.contracts.clarify.events import *
from rongcuo.contracts.clarify.views import *

"""clarify (举报澄清): what is reported of officials and units, what becomes of it, and who is told."""

from rongcuo.contracts.clarify.clarification.commands import *
from rongcuo.contracts.clarify.clarification.content import *
from rongcuo.contracts.clarify.clarification.enums import *
from rongcuo.contracts.clarify.clarification.events import *
from rongcuo.contracts.clarify.clarification.queries import *
from rongcuo.contracts.clarify.clarification.views import *
from rongcuo.contracts.clarify.commands import *
from rongcuo.contracts.clarify.content import *
from rongcuo.contracts.clarify.enums import *
from rongcuo.contracts.clarify.events import *
from rongcuo.contracts.clarify.false_accusation.commands import *
from rongcuo.contracts.clarify.false_accusation.content import *
from rongcuo.contracts.clarify.false_accusation.enums import *
from rongcuo.contracts.clarify.false_accusation.events import *
from rongcuo.contracts.clarify.false_accusation.queries import *
from rongcuo.contracts.clarify.false_accusation.views import *
from rongcuo.contracts.clarify.figures import *
from rongcuo.contracts.clarify.procedures import *
from rongcuo.contracts.clarify.queries import *
from rongcuo.contracts.clarify.views import *

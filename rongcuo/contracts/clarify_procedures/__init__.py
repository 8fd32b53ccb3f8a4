"""Two procedures of clarify: the finding of a false accusation (诬告陷害认定), and clarification
(澄清正名)."""

from rongcuo.contracts.clarify_procedures.clarifications import *
from rongcuo.contracts.clarify_procedures.content import *
from rongcuo.contracts.clarify_procedures.enums import *
from rongcuo.contracts.clarify_procedures.events import *
from rongcuo.contracts.clarify_procedures.false_accusations import *
from rongcuo.contracts.clarify_procedures.figures import *
from rongcuo.contracts.clarify_procedures.queries import *
from rongcuo.contracts.clarify_procedures.views import *

"""What can be done about programmes, and asked."""

from rongcuo.contracts.followup import programme as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"

OPEN_PROGRAMME = Command(
    SERVICE, "open_programme", contract.OpenProgramme, contract.ProgrammeView,
    zh="新建一项", en="Open a programme")
PROGRAMMES = Query(
    SERVICE, "programmes", contract.ProgrammesQuery, contract.ProgrammesPage,
    zh="本单位的各项,新的在前", en="Those of one's own organ, newest first")

"""回访教育: the programme of a person."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.programme import operations
from services.followup.service.context import Context
from services.followup.usecases import programmes
from services.followup.views import programmes as pages


class Programmes(Context):
    """回访教育: the programme of a person."""

    open_programme = carries_out(operations.OPEN_PROGRAMME, programmes.open_one)

    programmes = answers(operations.PROGRAMMES, pages.page)

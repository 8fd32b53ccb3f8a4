"""The subject has asked that somebody take no part."""

from dataclasses import replace

from rongcuo.contracts.determination import AnswerRecusal, AskForRecusal
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import SUBJECT, by

ASK = AskForRecusal(command_id="c", case_id="d1", name="wang某", ground=RecusalGround.RELATIVE,
                     reason="是亲属")
YES = AnswerRecusal(command_id="c", case_id="d1", request_id="r1", officer_id="wang", granted=True,
                    reason="属实")
NO = replace(YES, granted=False, reason="查无亲属关系")


def asked(make=scene.verifying, **changes) -> Determination:
    case = make()
    case.ask_recusal("r1", replace(ASK, **changes), by(SUBJECT))
    return case

"""Reports and the bare work beside them, in turns; prints the seconds each took. Started by bench.report."""

import json
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.caller import Caller, calling, timed
from bench.matter import ORGAN
from bench.progress import progress
from bench.report_floor import Floor
from rongcuo.chassis.call_context import NOBODY, CallContext, new_correlation_id
from rongcuo.contracts.clarify import Allegation, Channel, ReceiveReport, ReportContent, ReportedPerson
from rongcuo.contracts.clarify.operations import RECEIVE_REPORT
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.vault import DepositReporter, SealingKeysQuery, operations
from rongcuo.contracts.vault.forms import ContactForm, DepositForm, IdentityForm
from services.vault.pages.at_the_door import seal

REST = 0.1      # seconds, so that what follows of one does not fall into the next step
NAME, PHONE = "欧阳玉衡", "13987654321"
WORDS = (f"我是{NAME}，电话{PHONE}。杨林的道路项目没有办手续就让施工队进场，合同金额也没有公示，"
         "群众多次反映没有答复。")
FORM = DepositForm(organ_id=ORGAN, real_name=True, words=WORDS, contact=ContactForm(phone=PHONE),
                   identity=IdentityForm(name=NAME, id_number="530127199001011234"))
ABOUT = Allegation(text=WORDS, place="杨林", act_from=date(2026, 3, 2), act_until=date(2026, 3, 20),
                   person=ReportedPerson(name="柳成林", unit="嵩明县水务局"))


def main(facts: dict[str, Any]) -> None:
    """Measure, print, end."""
    print(json.dumps(calling(facts, lambda caller: _pairs(Registrar(caller), facts))))


class Registrar:
    """The gateway, when somebody reports."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def report(self) -> str:
        """The keys of the day, the sealing, the deposit and the report; whose, by the reference."""
        keys = self.ask(operations.SEALING_KEYS, SealingKeysQuery(organ_id=ORGAN))
        sealed = seal(FORM, keys, uuid4().hex, uuid4().hex)
        known = self.ask(operations.DEPOSIT_REPORTER, load(DepositReporter, sealed.deposit))
        self.ask(RECEIVE_REPORT, self.received(known.reporter_ref, known.pseudonym, sealed.words))
        return str(known.reporter_ref)

    def received(self, reporter_ref: str, pseudonym: str, words: str) -> ReceiveReport:
        content = ReportContent(
            channel=Channel.WEB, reporter_ref=reporter_ref, pseudonym=pseudonym, signed=True, reachable=True,
            received_at=datetime.now(UTC).replace(microsecond=0), allegations=(replace(ABOUT, text=words),))
        return ReceiveReport(command_id=uuid4().hex, organ_id=ORGAN, content=content)

    def bare_calls(self, bodies: list[dict[str, Any]]) -> None:
        """As many calls to a stock service, and as many bytes there and back."""
        for body in bodies:
            self._caller.echo.echo(body)

    def bodies(self) -> list[dict[str, Any]]:
        """What a report sends, each call's."""
        keys = self.ask(operations.SEALING_KEYS, SealingKeysQuery(organ_id=ORGAN))
        sealed = seal(FORM, keys, uuid4().hex, uuid4().hex)
        return [dump(keys), sealed.deposit, dump(self.received("r" * 32, "举报人ABCDEF", sealed.words))]

    def ask(self, operation: Operation[Any, Any], question: Any) -> Any:
        context = CallContext(NOBODY, new_correlation_id(), time.time() + 10)
        return self._caller.calls.ask(context, operation, question)


def _pairs(registrar: Registrar, facts: dict[str, Any]) -> dict[str, list[float]]:
    reporter_ref, bodies = registrar.report(), registrar.bodies()
    floor = Floor(facts["sources"], facts["bare"], reporter_ref, Path(facts["folder"]))
    steps = {"ours": registrar.report, "call": lambda: registrar.bare_calls(bodies),
             "cryptography": floor.seal_and_open, "shares": floor.keep_shares, "commit": floor.write}
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(-facts["warm_up"], facts["n"]):
        progress("report_ratio", number, facts["n"])
        for name, step in steps.items():
            taken[name].append(timed(step, REST))
    return {name: seconds[facts["warm_up"]:] for name, seconds in taken.items()}

"""Sending a report: who reports is sealed and brought to the vault, then clarify is told the rest of it.

Both commands and the code follow from the form's own secret and what was typed, so sending the same again is
the same report with the same code, wherever it broke off before; another text is another report.
"""

import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from rongcuo.contracts.clarify import Allegation, Channel, ReceiveReport, ReportContent, ReportedPerson
from rongcuo.contracts.clarify.operations import RECEIVE_REPORT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault.forms import ContactForm, DepositForm, IdentityForm
from rongcuo.contracts.vault.report_form import Signing
from rongcuo.sealing.masking import masked
from services.gateway.rpc import ask
from services.vault.pages.asking import deposited
from services.vault.pages.at_the_door import Attempt, own_of
from services.vault.pages.box.answers import Answers
from services.vault.pages.handing_in import Handed, hand_in

SOURCE, MATERIAL = "怎么知道的：", "手里的材料、可以作证的人："


def sent(secret: str, organ_id: str, answers: Answers, files: Sequence[Handed], now: datetime) -> str:
    """The query code. Files are no part of what makes it the same: who sends it again may have chosen none.
    Raises what vault and clarify refuse, or that one of them does not answer."""
    attempt = _attempt(secret, organ_id, answers)
    sealed, pseudonym = deposited(_deposit(organ_id, answers), attempt)
    hand_in(sealed.code, files)
    real_name = answers.who.signing is Signing.REAL_NAME
    content = ReportContent(
        channel=Channel.WEB, reporter_ref=attempt.name("reporter"), pseudonym=pseudonym, signed=real_name,
        reachable=real_name, allegations=_allegations(sealed.words, answers),
        received_at=now.replace(second=0, microsecond=0))
    report = ReceiveReport(command_id=attempt.name("report"), organ_id=organ_id, content=content)
    try:
        ask(RECEIVE_REPORT, dump(report), None)
    except CaseError as refusal:
        if refusal.code != "command_reused":     # this very report is there, of an earlier minute
            raise
    return sealed.code


def words_of(answers: Answers) -> str:
    """All that handlers will read, before the reporter's own name is masked in it."""
    parts = [answers.what.what]
    if answers.how.source:
        parts.append(f"{SOURCE}\n{answers.how.source}")
    if answers.how.material:
        parts.append(f"{MATERIAL}\n{answers.how.material}")
    return "\n\n".join(parts)


def as_read(text: str, answers: Answers) -> str:
    """As handlers will read it."""
    return masked(text, *own_of(*_own(answers)))


def _own(answers: Answers) -> tuple[IdentityForm, ContactForm]:
    who = answers.who
    return (IdentityForm(name=who.own_name, id_number=who.id_number),
            ContactForm(phone=who.phone, email=who.email, address=who.address))


def _attempt(secret: str, organ_id: str, answers: Answers) -> Attempt:
    told = json.dumps([organ_id, asdict(answers)], sort_keys=True, default=str)
    return Attempt(hmac.digest(secret.encode(), told.encode(), sha256))


def _deposit(organ_id: str, answers: Answers) -> DepositForm:
    identity, contact = _own(answers)
    return DepositForm(organ_id=organ_id, real_name=answers.who.signing is Signing.REAL_NAME,
                       identity=identity, contact=contact, words=words_of(answers))


def _allegations(words: str, answers: Answers) -> tuple[Allegation, ...]:
    """One for each whom it is about: from each of them, and from those of their units, it is kept."""
    what, place = answers.what, as_read(answers.what.place, answers)
    return tuple(Allegation(
        text=words, person=ReportedPerson(name=about.name, unit=about.unit, post=about.post),
        categories=what.categories, place=place, act_from=what.act_from, act_until=what.act_until)
        for about in answers.people)

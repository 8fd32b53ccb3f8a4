"""The words people read."""

from datetime import date, datetime
from pathlib import Path
from string import Formatter

import pytest
import yaml

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import LinkPurpose, MailLink
from rongcuo.policy.calendar import ZONE
from services.notify import wording
from services.notify.domain.delivery import Outgoing
from services.notify.domain.notifications import InBoth, Notification
from services.notify.domain.on_case_events import NO_PLACE
from services.notify.usecases.delivering import mail_link

FACTS = {
    "number": "530127-2026-000001", "title": "盘活土地", "due": datetime(2026, 2, 14, 17, 30, tzinfo=ZONE),
    "former": datetime(2026, 2, 13, 17, 30, tzinfo=ZONE), "register_number": "530127-B-2026-000001",
    "valid_from": date(2026, 2, 14), "valid_until": date(2027, 2, 14), "until": date(2026, 8, 1),
    "at": datetime(2026, 7, 3, 9, 0, tzinfo=ZONE), "place": "三楼会议室", "letter": "容错认定决定书",
    "letter_number": "嵩纪容〔2026〕1号", "signs": "𪛘",
    "cover": InBoth("受理以后才适用。", "Once accepted. "),
}
NAMES = sorted(wording._words())
LINKS = {"link_invitation", "link_reset"}
OF_UNITS = {"unit_change_waiting"}   # of an organ's directory of units, which has no number
OF_SEVERAL = {"daily_digest"}        # of notices, each about its own matter
OF_OTHERS = {name for name in NAMES if "." in name}     # what another service ships
OF_A_MATTER = sorted({*NAMES} - LINKS - OF_UNITS - OF_SEVERAL - OF_OTHERS)


@pytest.mark.parametrize("name", OF_A_MATTER)
def test_every_message_is_whole_in_both_languages_and_says_what_it_is_about(name: str) -> None:
    notification = Notification("k", name, ("liu",), FACTS)
    subject, body = wording.subject_of(notification), wording.body_of(notification)
    zh, en = body.split("\n\n")
    assert "《盘活土地》" in zh
    assert "“盘活土地”" in en
    assert "530127-2026-000001" in subject
    assert "{" not in subject + body
    assert len(subject) < 200


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same(name: str) -> None:
    said = [{place for _, place, _, _ in Formatter().parse(wording._words()[name][language]["body"]) if place}
            for language in wording.LANGUAGES]
    assert said[0] == said[1]


def test_every_notification_of_the_code_has_words() -> None:
    from services.notify.domain import on_case_events, on_filing_events, units
    from services.notify.usecases import hearing, reminding
    told = {text for module in (on_case_events, on_filing_events, units, hearing, reminding)
            for text in _strings(module) if text in NAMES}
    assert told == {*OF_A_MATTER, *OF_UNITS}


def test_what_another_service_ships_begins_with_its_name() -> None:
    own = {f"{file.parent.name}.": yaml.safe_load(file.read_text("utf-8"))
           for file in Path(wording.__file__).parents[1].glob("*/messages.yaml")}
    del own["notify."]
    assert sorted(OF_OTHERS) == sorted(
        name for prefix, names in own.items() for name in names if name.startswith(prefix))


def _strings(module: object) -> set[str]:
    import ast
    import inspect
    return {node.value for node in ast.walk(ast.parse(inspect.getsource(module)))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("purpose", LinkPurpose)
def test_a_link_goes_out_whole_at_once_and_only_for_the_platform(purpose: LinkPurpose) -> None:
    class Box:
        name, sent = "mail", []

        def send(self, outgoing: Outgoing) -> str:
            self.sent.append(outgoing)
            return "250"

    class OfficeContext:
        actor, now = SYSTEM, FACTS["at"]

    token, until = "t" * 43, datetime(2026, 7, 6, 9, 0, tzinfo=ZONE)
    mail = MailLink(officer_id="o", division_code="530127", name="赵清", email="zhao@example.org",
                    username="zhao.qing", link=token, purpose=purpose, expires_at=until)
    mail_link(OfficeContext, mail, Box(), "https://rongcuo.example.org")
    [sent] = Box.sent
    zh, en = sent.body.split("\n\n")
    for words in (zh, en):
        assert f"https://rongcuo.example.org/links/{token}" in words
        assert "zhao.qing" in words
    assert "2026年7月6日 09:00" in zh
    OfficeContext.actor = Actor("lead", "某", "530127", "530127", "", frozenset({Role.LEAD}))
    with pytest.raises(CaseError, match="forbidden"):
        mail_link(OfficeContext, mail, Box(), "")
    Box.sent.clear()


def test_dates_read_as_each_language_writes_them() -> None:
    body = wording.body_of(Notification("k", "review_waiting", (), FACTS))
    assert "2026年2月14日 17:30" in body
    assert "2026-02-14 17:30" in body


def test_a_long_title_is_named_and_not_repeated_and_breaks_no_line() -> None:
    title = "一\r\nBcc: x@y\n" + "长" * 9_000
    notification = Notification("k", "review_waiting", (), {**FACTS, "title": title})
    subject, body = wording.subject_of(notification), wording.body_of(notification)
    assert "\n" not in subject
    assert "\r" not in subject + body
    assert len(body) < 600


def test_braces_in_a_title_are_only_braces() -> None:
    body = wording.body_of(Notification("k", "review_waiting", (), {**FACTS, "title": "{due.__class__}"}))
    assert "《{due.__class__}》" in body


def test_the_table_is_plain_yaml_with_nothing_else_in_it() -> None:
    for entry in yaml.safe_load(yaml.safe_dump(dict(wording._entries()))).values():
        assert entry.pop("routine", True) is True
        assert set(entry) == {"zh", "en"}
        assert all(set(part) == {"subject", "body"} for part in entry.values())


def test_words_that_stand_for_a_fact_are_said_in_each_language_alone() -> None:
    told = Notification("k", "meeting_convened", (), {**FACTS, "place": NO_PLACE})
    zh, en = wording.body_of(told).split("\n\n")
    assert (NO_PLACE.zh in zh, NO_PLACE.en in zh) == (True, False)
    assert (NO_PLACE.en in en, NO_PLACE.zh in en) == (True, False)


def test_a_title_that_is_written_leftward_moves_no_word_of_a_message() -> None:
    notification = Notification("k", OF_A_MATTER[0], ("liu",), {**FACTS, "title": "شارع 5\u202e"})
    assert "《\u2068شارع 5\u2069》" in wording.body_of(notification)

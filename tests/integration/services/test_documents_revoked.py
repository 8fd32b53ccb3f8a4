"""The letter of a revocation."""

from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.documents import LetterStanding
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene

CURRENT = LetterStanding.CURRENT


def test_a_revocation_is_told_by_a_letter_with_reasons_and_what_one_can_do(config: Config) -> None:
    office = Office(config)
    office.hear(scene.made(), scene.revoked())
    letter = next(one for one in office.letters("d1") if one.kind == "revocation_decision")
    assert (letter.name, letter.recipient, letter.standing) == ("撤销容错认定决定书", "刘某：", CURRENT)
    for line in ("原决定书：嵩纪容〔2026〕1号", "发现新的事实。"):
        assert line in letter.body.splitlines()
    assert "可以在被告知后30日内向本机关提出申诉。申诉不会加重处理。" in letter.body
    assert ("重新作出的认定不会比原认定更重，除非以新证据为依据：新证据在原认定作出当日或者以后取得，"
            "附有文件，写明取得日期，已经向本人出示，本人已就此作出说明，"
            "并在新的认定理由中写明其名称。") in letter.body


def test_a_second_revocation_leaves_the_first_one_s_letter_as_it_is(sqlite_config: Config) -> None:
    small = Office(sqlite_config)
    small.hear(scene.made(), scene.revoked(), scene.made(Outcome.DENIED, "d1-2"), scene.revoked("d1-2"))
    told = [one for one in small.letters("d1") if one.kind == "revocation_decision"]
    assert [one.standing for one in told] == [CURRENT, CURRENT]
    assert {line for one in told for line in one.body.splitlines() if "原决定书：" in line} == {
        "原决定书：嵩纪容〔2026〕1号", "原决定书：嵩纪容〔2026〕3号"}

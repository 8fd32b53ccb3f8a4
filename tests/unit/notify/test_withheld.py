"""What is kept from somebody between the making of a notice and its mail: they are told of it no more."""

from datetime import timedelta

import pytest

from rongcuo.contracts.notify import DeliveryState
from services.notify.domain.delivery import Undelivered
from services.notify.usecases import hearing
from tests.unit.notify import scene
from tests.unit.notify.channel import FakeChannel
from tests.unit.notify.context import FakeContext
from tests.unit.notify.scene import WANG
from tests.unit.notify.test_deliveries import deliver
from tests.unit.notify.test_digests import MORNING, choose, gather, mailed, mails, two_filings

ENDED = (DeliveryState.DELIVERED, None, "")


def kept_from_wang(context: FakeContext, matter_id: str) -> None:
    for event in (scene.assigned("wang"), scene.recused("wang", due_at=None)):
        hearing.hear(context, matter_id, event, "mail")


def to_wang(context: FakeContext) -> list[str]:
    return [subject for who, subject in mailed(context) if who == "wang"]


def test_a_mail_that_waits_is_not_sent_once_its_matter_is_kept_from_whom_it_is_to(
        context: FakeContext) -> None:
    two_filings(context)
    kept_from_wang(context, "m1")
    assert sorted(to_wang(context)) == ["您已回避", "新报备待初审"], "the last of it, and that of the other"
    withheld = [each for each in mails(context, WANG) if each.matter_id == "m1" and not each.receipt]
    assert {(each.state, each.next_at, each.receipt) for each in withheld} == {ENDED}
    assert {each.attempts for each in withheld} == {0}
    assert mailed(context) == [], "nothing of it waits"


def test_nor_is_one_that_was_put_off(context: FakeContext) -> None:
    hearing.hear(context, "m1", scene.submitted("m1"), "mail")
    deliver(context, FakeChannel(context, answers=[Undelivered("gone", unreachable=True)]))
    kept_from_wang(context, "m1")
    context.now += timedelta(hours=1)
    assert to_wang(context) == ["您已回避"]


def test_whoever_filed_it_goes_on_hearing_of_it(context: FakeContext) -> None:
    hearing.hear(context, "m1", scene.submitted("m1"), "mail")
    hearing.hear(context, "m1", scene.recused("liu", due_at=None), "mail")
    assert ("liu", "报备已收到") in mailed(context)


@pytest.mark.parametrize("kept", ["m1", "m2", "m3"])
def test_a_digest_that_waits_tells_of_the_others_alone(context: FakeContext, kept: str) -> None:
    choose(context, WANG, True)
    two_filings(context)
    hearing.hear(context, "m3", scene.submitted("m3"), "mail")
    mailed(context)
    gather(context, MORNING)
    kept_from_wang(context, kept)
    channel = FakeChannel(context)
    deliver(context, channel)
    told = [each for each in channel.sent if each.address.startswith("wang")]
    [digest] = [each for each in told if scene.heading(each.subject) == "今日通知汇总"]
    assert digest.body.count(scene.NUMBER) == 4, "two, in both languages"
    waited = [each for each in mails(context, WANG) if each.matter_id != kept or not each.receipt]
    assert {each.state for each in waited} == {DeliveryState.DELIVERED}
    assert {each.within for each in waited if each.matter_id == kept} == {""}
    assert mailed(context) == []


def test_a_digest_of_which_one_is_left_is_that_one(context: FakeContext) -> None:
    choose(context, WANG, True)
    two_filings(context)
    mailed(context)
    gather(context, MORNING)
    kept_from_wang(context, "m1")
    assert sorted(to_wang(context)) == ["您已回避", "新报备待初审"]


def test_of_a_digest_of_which_nothing_is_left_there_is_no_mail(context: FakeContext) -> None:
    choose(context, WANG, True)
    two_filings(context)
    mailed(context)
    gather(context, MORNING)
    for matter_id in ("m1", "m2"):
        kept_from_wang(context, matter_id)
    assert set(to_wang(context)) == {"您已回避"}

"""Words of forms that were not sent: their officer's alone, bounded, and gone when they are not needed."""

from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import DropUnsent, KeepUnsent, UnsentFormsQuery, UnsentWordsQuery
from services.identity import views
from services.identity.domain.unsent import MOST_UNSENT, UNSENT_LIFE
from services.identity.usecases import keeping, signing_in
from tests.unit.identity.context import MORNING, FakeContext, somebody
from tests.unit.identity.house import refusal

ZHAO, LIU = somebody(Role.REVIEWER, id="zhao"), somebody(Role.FILER, id="liu")


@pytest.fixture
def context():
    context = FakeContext(ZHAO)
    yield context
    context.close()


def keep(context, form="f", sealed="words", page="p"):
    return keeping.keep_unsent(context, KeepUnsent(form=form, page=page, sealed=sealed))


def words(context, form="f"):
    return views.unsent_words(context, UnsentWordsQuery(form=form)).sealed


def forms(context):
    return [each.form for each in views.unsent_forms(context, UnsentFormsQuery()).forms]


def test_the_last_words_of_a_form_are_kept_with_their_moment(context):
    keep(context, sealed="first")
    context.now = MORNING + timedelta(minutes=3)
    assert keep(context, sealed="second").kept_at == context.now
    assert words(context) == "second"
    [kept] = views.unsent_forms(context, UnsentFormsQuery()).forms
    assert (kept.form, kept.kept_at) == ("f", context.now)


def test_nobody_else_finds_them(context):
    keep(context)
    context.actor = LIU
    assert forms(context) == []
    with refusal("not_found"):
        words(context)
    keeping.drop_unsent(context, DropUnsent(form="f", page="p"))
    context.actor = ZHAO
    assert words(context) == "words"


def test_what_was_sent_is_gone_and_a_late_save_of_its_page_brings_nothing_back(context):
    keep(context)
    keeping.drop_unsent(context, DropUnsent(form="f", page="p"))
    keep(context, sealed="late", page="p")
    assert forms(context) == []
    with refusal("not_found"):
        words(context)
    keep(context, sealed="anew", page="another page")
    assert words(context) == "anew"


def test_of_too_many_forms_the_longest_untouched_goes_and_what_was_sent_crowds_out_nothing(context):
    for number in range(MOST_UNSENT + 1):
        context.now = MORNING + timedelta(minutes=number)
        keep(context, form=f"f{number}")
    for number in range(2 * MOST_UNSENT):
        keeping.drop_unsent(context, DropUnsent(form=f"sent{number}", page="p"))
    assert forms(context) == [f"f{number}" for number in range(MOST_UNSENT, 0, -1)]


def test_they_last_fourteen_days_after_the_last_save(context):
    keep(context)
    context.now = MORNING + UNSENT_LIFE - timedelta(seconds=1)
    signing_in.sweep(context, timedelta(minutes=30))
    assert words(context) == "words"
    context.now = MORNING + UNSENT_LIFE
    signing_in.sweep(context, timedelta(minutes=30))
    assert forms(context) == []

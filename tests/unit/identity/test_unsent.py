"""Words of forms that were not sent: their officer's alone, bounded, and gone when they are not needed."""

from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import DropUnsent, KeepUnsent, UnsentWordsQuery
from services.identity import usecases, views
from services.identity.domain import MOST_UNSENT, UNSENT_LIFE
from tests.unit.identity.desk import MORNING, FakeDesk, somebody
from tests.unit.identity.house import refusal

ZHAO, LIU = somebody(Role.REVIEWER, id="zhao"), somebody(Role.FILER, id="liu")


@pytest.fixture
def desk():
    desk = FakeDesk(ZHAO)
    yield desk
    desk.close()


def keep(desk, form="f", sealed="words", page="p"):
    return usecases.keep_unsent(desk, KeepUnsent(form=form, page=page, sealed=sealed))


def words(desk, form="f"):
    return views.unsent_words(desk, UnsentWordsQuery(form=form)).sealed


def forms(desk):
    return [each.form for each in views.unsent_forms(desk).forms]


def test_the_last_words_of_a_form_are_kept_with_their_moment(desk):
    keep(desk, sealed="first")
    desk.now = MORNING + timedelta(minutes=3)
    assert keep(desk, sealed="second").kept_at == desk.now
    assert words(desk) == "second"
    [kept] = views.unsent_forms(desk).forms
    assert (kept.form, kept.kept_at) == ("f", desk.now)


def test_nobody_else_finds_them(desk):
    keep(desk)
    desk.actor = LIU
    assert forms(desk) == []
    with refusal("not_found"):
        words(desk)
    usecases.drop_unsent(desk, DropUnsent(form="f", page="p"))
    desk.actor = ZHAO
    assert words(desk) == "words"


def test_what_was_sent_is_gone_and_a_late_save_of_its_page_brings_nothing_back(desk):
    keep(desk)
    usecases.drop_unsent(desk, DropUnsent(form="f", page="p"))
    keep(desk, sealed="late", page="p")
    assert forms(desk) == []
    with refusal("not_found"):
        words(desk)
    keep(desk, sealed="anew", page="another page")
    assert words(desk) == "anew"


def test_of_too_many_forms_the_longest_untouched_goes_and_what_was_sent_crowds_out_nothing(desk):
    for number in range(MOST_UNSENT + 1):
        desk.now = MORNING + timedelta(minutes=number)
        keep(desk, form=f"f{number}")
    for number in range(2 * MOST_UNSENT):
        usecases.drop_unsent(desk, DropUnsent(form=f"sent{number}", page="p"))
    assert forms(desk) == [f"f{number}" for number in range(MOST_UNSENT, 0, -1)]


def test_they_last_fourteen_days_after_the_last_save(desk):
    keep(desk)
    desk.now = MORNING + UNSENT_LIFE - timedelta(seconds=1)
    usecases.sweep(desk, timedelta(minutes=30))
    assert words(desk) == "words"
    desk.now = MORNING + UNSENT_LIFE
    usecases.sweep(desk, timedelta(minutes=30))
    assert forms(desk) == []

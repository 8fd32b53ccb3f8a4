"""Putting the console into the gateway's application."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import Babel, get_locale
from jinja2 import pass_context

import services
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import operations as of_notify
from services.gateway import cookies
from services.gateway.console import blueprint, case_parts, dates, gaps, guide, lists, posts, told, words
from services.gateway.console.account import of_another_session
from services.gateway.console.acts import UPLOADS
from services.gateway.console.backend import aside, load_person, organ_to_ask, view_if_visible
from services.gateway.console.counts import begin_counting
from services.gateway.console.frame import asked_to_sign_in, frame, rail_of, shown
from services.gateway.console.holders import appeal_holder, held, holder_in_sentence, task_holder
from services.gateway.console.language import in_sentence
from services.gateway.console.mistakes import FIELDS, explained, reader_words, sentence
from services.gateway.console.proof import check_form, hand_out_form_token
from services.gateway.console.quoting import quote_apart, typed
from services.gateway.console.reloading import to_the_page_around
from services.gateway.console.summary import heading, summary_of
from services.gateway.console.unsent import kept_of
from services.gateway.console.views_kept import views_of
from services.gateway.problems import Problem
from services.gateway.uploads import expect

TRANSLATIONS = sorted(Path(__file__).parents[2].glob("*/translations"))    # ours, and of who brings pages
PAGES = ("account", "filing_pages", "wizard_pages", "review_pages", "inbox_pages", "operations_pages",
         "matter_pages", "search_pages", "determination.opening", "determination.pages",
         "determination.assessment", "determination.appeal", "meeting.pages", "documents_pages",
         "credentials_pages", "people_pages", "unit_pages", "newcomers", "unsent", "views_kept")
FILTERS: Mapping[str, Callable[..., Any]] = {
    "moment": dates.moment, "day": dates.day, "standing": dates.standing, "end_of": dates.end_of,
    "held": held, "due_days": dates.due_days, "appeal_holder": appeal_holder, "task_holder": task_holder,
    "holder_in_sentence": holder_in_sentence, "in_sentence": in_sentence,
    "state_word": partial(words.word, words.STATES), "verb_word": partial(words.word, words.VERBS),
    "ground_word": partial(words.word, words.GROUNDS), "channel_word": partial(words.word, words.CHANNELS),
    "delivery_word": partial(words.word, words.DELIVERIES),
    "initiation_word": partial(words.word, words.INITIATIONS),
    "disposal_word": partial(words.word, words.DISPOSALS),
    "evidence_word": partial(words.word, words.EVIDENCE_KINDS),
    "leaning_word": partial(words.word, words.LEANINGS),
    "negative_word": partial(words.word, words.NEGATIVE_ANSWERS),
    "choice_word": partial(words.word, words.CHOICES), "basis_word": partial(words.word, words.BASES),
    "set_word": partial(words.word, words.CRITERIA_SETS), "form_word": words.form_word,
    "upheld_word": words.upheld_word, "role_word": partial(words.word, posts.ROLES),
    "account_word": partial(words.word, posts.ACCOUNTS), "alarm_word": partial(words.word, posts.ALARMS),
    "done_word": partial(words.word, posts.DONE),
    "error_sentence": sentence, "heading_word": heading, "field_word": partial(words.word, FIELDS),
    "gap_word": gaps.gap_word, "told_as": gaps.told_as, "by_message": told.by_message,
    "told_subject": told.told_subject, "told_body": told.told_body,
    "reader_words": reader_words, "typed": typed, "part_word": partial(words.word, case_parts.STANDINGS),
    "count_word": lists.count_word, "sort_word": partial(words.word, words.SORTS),
}


def install(app: Flask) -> None:
    """Pages, ours and those that services bring; words, dates and language."""
    services.pages()
    for page in PAGES:
        import_module(f"services.gateway.console.{page}")
    app.jinja_env.filters.update({name: _asked_each_time(told) for name, told in FILTERS.items()})
    app.jinja_env.globals.update(summary_of=summary_of, gaps_before=gaps.before, kept_of=kept_of,
                                 views_of=views_of)
    app.context_processor(frame)
    app.context_processor(guide.guide)
    Babel(app, default_locale="zh", locale_selector=_language,
          default_translation_directories=";".join(map(str, TRANSLATIONS)))
    quote_apart(app.jinja_env)
    app.register_blueprint(blueprint)
    app.register_error_handler(405, to_the_page_around)


def _asked_each_time(told: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose words are the reader's: of a constant, too, Jinja must not keep the first reader's."""
    return pass_context(lambda _, *said, **more: told(*said, **more))


def problem_page(problem: Problem) -> ResponseReturnValue:
    """Any other problem of somebody who reads pages."""
    told = {"title": problem.title("en" if str(get_locale()).startswith("en") else "zh"), "detail": "",
            "status": problem.status, "code": problem.code, "reference": problem.reference}
    return render_template("console/problem.html", problem=told), problem.status


def _language() -> str:
    chosen = cookies.read(request, cookies.LANGUAGE)
    return chosen if chosen in ("zh", "en") else request.accept_languages.best_match(("zh", "en"), "zh")


@blueprint.before_request
def _begin() -> None:
    if request.endpoint == "console.static":
        return
    load_person()
    if request.path.endswith(UPLOADS):
        expect(request, kept=g.person is not None)
    check_form()
    if g.person and _is_whole_page() and "operator" not in g.person["roles"]:
        g.unread = aside("unread", _unread)
        if request.endpoint in (pages := {entry.page for entry in rail_of(set(g.person["roles"]))}):
            begin_counting(pages)


def _unread() -> int:
    inbox = view_if_visible(of_notify.INBOX, unread_only=True, limit=1)
    return inbox.unread if inbox else 0


def _is_whole_page() -> bool:
    """A part that htmx asks for has no bar to count in."""
    return request.method == "GET" and "HX-Request" not in request.headers


blueprint.after_request(hand_out_form_token)


@blueprint.errorhandler(CaseError)
def _refused(refusal: CaseError) -> ResponseReturnValue:
    if refusal.code == "sign_in_required":
        return asked_to_sign_in()
    told = explained(refusal)
    organ_id = refusal.details.get("organ_id") if refusal.code == "forbidden" else None
    organ = organ_to_ask(organ_id) if organ_id else None   # of a matter that they see
    return (refusal.code == "forged_form" and of_another_session()) or shown(told, organ=organ)

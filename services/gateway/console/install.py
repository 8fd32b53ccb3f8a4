"""Putting the console into the gateway's application."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import Babel
from jinja2 import pass_context
from werkzeug.exceptions import MethodNotAllowed

import services
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import operations as of_notify
from services.gateway import cookies
from services.gateway.console import blueprint, tour
from services.gateway.console.case import gaps
from services.gateway.console.case.actions import UPLOADS
from services.gateway.console.case.history import REASONS
from services.gateway.console.case.holders import appeal_holder, held, holder_in_sentence, task_holder
from services.gateway.console.case.parts import STANDINGS
from services.gateway.console.listing import lists
from services.gateway.console.listing.counts import begin_counting
from services.gateway.console.listing.saved_views import views_of
from services.gateway.console.page import dates, labels, language
from services.gateway.console.page.autosave import kept_of
from services.gateway.console.page.backend import (
    aside,
    load_person,
    organ_to_ask,
    unless_away,
    view_if_visible,
)
from services.gateway.console.page.csrf import check_form, hand_out_form_token
from services.gateway.console.page.error_summary import heading, summary_of
from services.gateway.console.page.field_words import FIELDS
from services.gateway.console.page.form_errors import explained, reader_words, sentence
from services.gateway.console.page.layout import asked_to_sign_in, frame, rail_of, shown
from services.gateway.console.people import officers
from services.gateway.console.people.account import of_another_session
from services.gateway.problems import of_http
from services.gateway.uploads import expect, expect_in_memory, megabytes

TRANSLATIONS = sorted(Path(__file__).parents[2].glob("*/translations"))    # ours, and of who brings pages
PAGES = ("people.account", "people.inbox", "people.officers", "people.units", "filing.pages",
         "filing.wizard_pages", "review.pages", "determination.opening", "determination.pages",
         "determination.assessment", "determination.appeal", "meeting.pages", "case.pages", "case.letters",
         "listing.search_pages", "listing.saved_views", "page.autosave", "tour")
READING = frozenset({"GET", "HEAD"})
WORDS: Mapping[str, labels.Words] = {
    "state_word": labels.STATES, "verb_word": labels.VERBS, "ground_word": labels.GROUNDS,
    "channel_word": labels.CHANNELS, "delivery_word": labels.DELIVERIES,
    "initiation_word": labels.INITIATIONS, "disposal_word": labels.DISPOSALS,
    "evidence_word": labels.EVIDENCE_KINDS, "leaning_word": labels.LEANINGS,
    "negative_word": labels.NEGATIVE_ANSWERS, "choice_word": labels.CHOICES, "basis_word": labels.BASES,
    "set_word": labels.CRITERIA_SETS, "role_word": officers.ROLES, "account_word": officers.ACCOUNTS,
    "alarm_word": officers.ALARMS, "done_word": officers.DONE, "field_word": FIELDS,
    "part_word": STANDINGS, "reason_word": REASONS}
FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: partial(labels.word, kinds) for name, kinds in WORDS.items()},
    "moment": dates.moment, "day": dates.day, "standing": dates.standing, "end_of": dates.end_of,
    "held": held, "due_days": dates.due_days, "appeal_holder": appeal_holder, "task_holder": task_holder,
    "holder_in_sentence": holder_in_sentence, "in_sentence": language.in_sentence,
    "form_word": labels.form_word, "upheld_word": labels.upheld_word, "error_sentence": sentence,
    "heading_word": heading, "gap_word": gaps.gap_word, "told_as": gaps.told_as,
    "by_message": language.by_message, "told_subject": language.told_subject,
    "told_body": language.told_body, "pack_words": language.pack_words,
    "reader_words": reader_words, "typed": language.typed,
    "count_word": lists.count_word, "sort_word": partial(labels.word, labels.SORTS),
}


def install(app: Flask) -> None:
    """Pages, ours and those that services bring; words, dates and language."""
    services.pages()
    for page in PAGES:
        import_module(f"services.gateway.console.{page}")
    app.jinja_env.filters.update({name: _asked_each_time(said) for name, said in FILTERS.items()})
    app.jinja_env.globals.update(summary_of=summary_of, gaps_before=gaps.before, kept_of=kept_of,
                                 views_of=views_of, attachment_megabytes=megabytes)
    app.context_processor(frame)
    app.context_processor(tour.guide)
    babel = Babel(app, default_locale="zh", locale_selector=_language,
                  default_translation_directories=";".join(map(str, TRANSLATIONS)))
    babel.domain_instance = language.Catalogue()  # type: ignore[no-untyped-call]
    language.quote_apart(app.jinja_env)
    app.register_blueprint(blueprint)
    for brought in services.pages():
        for apart in getattr(brought, "APART", ()):
            app.register_blueprint(apart)
    app.register_error_handler(405, _to_the_page_around)


def _asked_each_time(said: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose words are the reader's: of a constant, too, Jinja must not keep the first reader's."""
    return pass_context(lambda _, *given, **more: said(*given, **more))


def _to_the_page_around(refusal: MethodNotAllowed) -> Any:
    """A form that came back stands at the address it was sent to; loaded again, that leads to its page."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or request.method not in READING or request.path.startswith("/api/"):
        return of_http(refusal)
    parts = request.path.split("/")[1:-1]
    above = ("/" + "/".join(parts[:length]) for length in range(len(parts), 0, -1))
    nearest = next((each for each in above if adapter.test(each, "GET")), "/")     # that can be read
    return redirect(nearest)


def _language() -> str:
    """The one that a form brought along, where nothing may be kept in the browser."""
    chosen = g.get("language") or cookies.read(request, cookies.LANGUAGE)
    return chosen if chosen in ("zh", "en") else request.accept_languages.best_match(("zh", "en"), "zh")


@blueprint.before_request
def _begin() -> None:
    if request.endpoint == "console.static":
        return
    load_person()
    if request.path.endswith(UPLOADS):
        expect(request, kept=g.person is not None)
    for part in services.pages():
        if request.endpoint in getattr(part, "IN_MEMORY", ()) and g.person:
            expect_in_memory(request, current_app.extensions["settings"].report_files_limit)
    check_form()
    whole = request.method == "GET" and "HX-Request" not in request.headers   # a part has no bar to count in
    if g.person and whole and "operator" not in g.person["roles"]:
        g.unread = aside("unread", _unread)
        if request.endpoint in (pages := {entry.page for entry in rail_of(set(g.person["roles"]))}):
            begin_counting(pages)


def _unread() -> int:
    """None while notify is away: no page, nor what is said of a refusal, waits for a number in its bar."""
    inbox = unless_away(lambda: view_if_visible(of_notify.INBOX, unread_only=True, limit=1))
    return inbox.unread if inbox else 0


blueprint.after_request(hand_out_form_token)


@blueprint.errorhandler(CaseError)
def _refused(refusal: CaseError) -> ResponseReturnValue:
    if refusal.code == "sign_in_required":
        return asked_to_sign_in()
    told = explained(refusal)
    organ_id = refusal.details.get("organ_id") if refusal.code == "forbidden" else None
    organ = organ_to_ask(organ_id) if organ_id else None   # of a matter that they see
    return (refusal.code == "forged_form" and of_another_session()) or shown(told, organ=organ)

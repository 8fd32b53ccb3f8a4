"""The gateway's Flask application. It can be made without nameko, for tests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, current_app, g, request
from flask.json.provider import DefaultJSONProvider
from flask.typing import ResponseReturnValue

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.rules import Rules
from services import NAMES
from services.gateway import monitoring, openapi, problems, refusals, rpc
from services.gateway.api import every_part, places_apart
from services.gateway.console.install import install
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.layout import shown
from services.gateway.incoming import Incoming
from services.gateway.queueing import queue
from services.gateway.rate_limit import Guesses
from services.gateway.request_parsing import MOST_BYTES
from services.gateway.rpc import Caller
from services.gateway.security_headers import dress
from services.gateway.session import Sessions
from services.gateway.untraced import UntracedAddresses, leave_no_trace
from services.gateway.uploads import Store


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the application stands on.

    `patience`: seconds within which every request is answered. `secret_key` signs the console's session;
    without one there is no console. `files`: the store of attachments and letters. `client_header`:
    where the proxy before us, and it alone, writes the client's address. `public_url`: where people reach us.
    `report_wait`, `report_proof_bits`, `unproved_reports`: what holds back a flood of reports, as in Config.
    `report_files`, `report_file_limit`, `report_files_limit`: how many at once, how large each and together.
    `present`: the services of this installation, where one has pages that not all have.
    `guided`: newcomers are shown around; `examples`: how far what they find is, and `handed`: what they have
    to know of it. `present`: the services of this installation.
    """

    rules: Rules
    now: Callable[[], datetime]
    health: Callable[[], dict[str, bool]] = dict
    cannot: Callable[[], list[dict[str, str]]] = list
    serves: Callable[[], bool] = lambda: True
    patience: float = 9.0
    demonstration: bool = False
    guided: bool = False
    examples: Callable[[], str] = str
    handed: Callable[[], Mapping[str, Mapping[str, str]]] = dict
    present: tuple[str, ...] = NAMES
    secret_key: str = ""
    files: Store | None = None
    attachment_limit: int = 52_428_800
    client_header: str = ""
    public_url: str = ""
    report_wait: int = 60
    report_proof_bits: int = 18
    unproved_reports: int = 120
    report_files: int = 5
    report_file_limit: int = 10_485_760
    report_files_limit: int = 20_971_520


class _Json(DefaultJSONProvider):
    ensure_ascii = False
    sort_keys = False
    compact = True


def create_app(caller: Caller, settings: Settings) -> Flask:
    """The API, its documents, health and metrics, and the console where there is one."""
    app = Flask("rongcuo", static_folder=None, template_folder=None)
    app.json = _Json(app)
    app.request_class = Incoming
    # One byte more: of a body that comes in chunks werkzeug reads no further than this, and says nothing.
    app.config.update(MAX_CONTENT_LENGTH=MOST_BYTES + 1, MAX_FORM_MEMORY_SIZE=MOST_BYTES,
                      SECRET_KEY=settings.secret_key, DEMONSTRATION=settings.demonstration,
                      SESSION_COOKIE_SAMESITE="Lax")
    app.url_map.merge_slashes = False
    app.extensions.update(caller=caller, settings=settings, rules=settings.rules, sessions=Sessions(),
                          guesses=Guesses(), queue=queue())
    app.before_request(_begin)
    app.after_request(dress)
    app.after_request(monitoring.count)
    app.after_request(refusals.note)
    app.register_blueprint(monitoring.PAGES)
    openapi.publish(app, every_part())
    app.extensions["untraced"] = UntracedAddresses(openapi.untraced_addresses(every_part()), places_apart())
    if settings.secret_key:
        install(app)
    problems.register(app, _page if settings.secret_key else None)
    return app


def _begin() -> None:
    settings: Settings = current_app.extensions["settings"]
    rpc.begin(request, settings.patience)
    if current_app.extensions["untraced"].has(request):
        leave_no_trace()
    monitoring.begin()
    g.now = settings.now()
    if request.environ["PATH_INFO"].startswith("//"):     # which the map of addresses takes for one
        raise CaseError("not_found")


def _page(problem: problems.Problem) -> ResponseReturnValue:
    """Any problem of somebody who reads pages."""
    return shown(explained(CaseError(problem.code)))

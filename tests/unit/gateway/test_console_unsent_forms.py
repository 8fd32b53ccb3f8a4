"""Which forms save what is typed, and which have a reason not to."""

import re
from collections.abc import Iterator
from pathlib import Path

from rongcuo.contracts.identity.unsent import DropUnsent
from rongcuo.contracts.serialisation import load
from services.gateway.console.page.csrf import FORM_ID, form_token
from tests.unit.gateway.console_site import Site

TEMPLATES = Path(__file__).parents[3] / "services/gateway/console/templates/console"
REASONS = {
    ("sign_in.html", "console.sign_in"): "a password",
    ("account.html", "console.change_password"): "a password",
    ("meeting/mine.html", "kind.address(meeting, verb)"): "a ballot",
}
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
INCLUDE = re.compile(r'{% include "console/([^"]+)"(?: ~ (\w[\w.]*) ~ "\.html")? %}')
WRITING = re.compile(r"<textarea|{{ (?:text_field|new_password)\(|<input[^>]*type=\"text\"")


def _whole(text: str) -> str:
    """A template with what it includes, whichever that may be."""
    def put_in(found: re.Match[str]) -> str:
        name = found[1]
        files = sorted((TEMPLATES / name).glob("*.html")) if found[2] else [TEMPLATES / name]
        return "".join(_whole(file.read_text()) for file in files)
    return INCLUDE.sub(put_in, text)


def _forms() -> Iterator[tuple[str, str]]:
    for file in sorted(TEMPLATES.rglob("*.html")):
        for form in FORM.findall(file.read_text()):
            if 'method="post"' in form:
                yield str(file.relative_to(TEMPLATES)), _whole(form)


def _is_long(form: str) -> bool:
    fields = WRITING.findall(form)
    return len(fields) > 1 or "<textarea" in form or "rows=" in form


def test_every_form_longer_than_a_line_saves_itself_or_has_a_reason_not_to() -> None:
    long = [(name, form) for name, form in _forms() if _is_long(form)]
    bare = [(name, form) for name, form in long if "{{ keeps(" not in form]
    without = {(name, form.split(">", 1)[0]) for name, form in bare}
    unexplained = [each for each in without if not any(
        each[0] == name and address in each[1] for name, address in REASONS)]
    assert unexplained == []
    assert len(long) - len(bare) >= 15
    for name, address in REASONS:
        assert any(each[0] == name and address in each[1] for each in without), f"{name}: no such form"


def test_the_name_of_every_form_is_one_that_identity_takes() -> None:
    """One in thirty-two began with a sign that no identifier begins with, and was never saved."""
    site = Site("lead")
    with site.client.application.test_request_context("/"):
        names = [re.findall(f'name="{FORM_ID}" value="([^"]+)"', form_token())[0] for _ in range(400)]
    assert len(set(names)) == 400
    assert all(load(DropUnsent, {"form": "f", "page": name}).page == name for name in names)

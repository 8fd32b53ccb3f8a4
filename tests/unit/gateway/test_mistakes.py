"""What a form says where a command is invalid, however deep the field lies."""

from rongcuo.contracts.errors import CaseError
from services.gateway.console.mistakes import by_field
from tests.unit.gateway.console_site import console


def test_a_field_within_the_content_is_named_whether_it_or_a_rule_above_it_was_broken():
    deep = {"attachments": {0: {"name": ["must not hold a path"]}}}
    with console().test_request_context():
        for content in (deep, [deep]):
            mistake = CaseError("invalid", details={"fields": {"content": content}})
            assert list(by_field(mistake)) == ["attachments"]

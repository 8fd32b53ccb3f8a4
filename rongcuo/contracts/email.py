"""An address is one that mail can be sent to: checked where it is given, written out where mail leaves."""

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from email_validator.types import ValidatedEmail
from marshmallow import ValidationError

NOT_LATIN = "The part before the @ must be of Latin letters, digits and . _ - +"
NO_ADDRESS = "Not an e-mail address such as name@example.cn"
# A closed network's own names are fine (`.local`), and so are those reserved for examples.
for _name in ("local", "invalid", "test"):
    SPECIAL_USE_DOMAIN_NAMES.remove(_name)


def deliverable(address: str) -> None:
    """Raises marshmallow's ValidationError unless any mail server takes it. None at all is no mistake."""
    if not address:
        return
    try:
        found = _parsed(address)
    except EmailNotValidError:
        local = address.rpartition("@")[0]
        raise ValidationError(NO_ADDRESS if local.isascii() else NOT_LATIN) from None
    if "." not in found.domain:
        raise ValidationError(NO_ADDRESS)


def on_the_wire(address: str) -> str:
    """The address in ASCII: a domain in Chinese by its xn-- form. Raises ValueError for what is none."""
    return str(_parsed(address).ascii_email or "")


def _parsed(address: str) -> ValidatedEmail:
    """Who is behind a name is not asked of the network."""
    return validate_email(address, allow_smtputf8=False, check_deliverability=False,
                          globally_deliverable=False, strict=True)

"""What identity does: posts, signing in, passwords, sessions."""

from services.identity.usecases.keeping import drop_unsent, keep_unsent, keep_views
from services.identity.usecases.mailing import mail_links
from services.identity.usecases.passwords import change_password, forgot_password, issue_link, set_password
from services.identity.usecases.posts import confirm, dismiss, enrol, found
from services.identity.usecases.sessions import (
    note_presence,
    sign_out,
    sign_out_everywhere,
    sweep,
    unlock,
)
from services.identity.usecases.signing_in import sign_in
from services.identity.usecases.units import (
    add_unit,
    add_unit_alias,
    confirm_unit_change,
    merge_units,
    rename_unit,
    withdraw_unit_change,
)

__all__ = [
    "add_unit",
    "add_unit_alias",
    "change_password",
    "confirm",
    "confirm_unit_change",
    "dismiss",
    "drop_unsent",
    "enrol",
    "forgot_password",
    "found",
    "issue_link",
    "keep_unsent",
    "keep_views",
    "mail_links",
    "merge_units",
    "note_presence",
    "rename_unit",
    "set_password",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
    "sweep",
    "unlock",
    "withdraw_unit_change",
]

"""What notify does: fetch, tell, commit."""

from services.notify.usecases.delivering import deliver, send_again
from services.notify.usecases.directory import dismiss, enrol, propose_unit_change
from services.notify.usecases.hearing import hear
from services.notify.usecases.links import mail_link
from services.notify.usecases.reading import mark_read
from services.notify.usecases.reminding import remind
from services.notify.usecases.watching import watchdog

__all__ = ["deliver", "dismiss", "enrol", "hear", "mail_link", "mark_read", "propose_unit_change", "remind",
           "send_again", "watchdog"]

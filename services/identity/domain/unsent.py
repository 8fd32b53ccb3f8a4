"""What an officer has written into a form and not sent, sealed by the gateway."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_UNSENT = 20                    # forms of one officer; our figure, as is the next
UNSENT_LIFE = timedelta(days=14)    # after they were last kept


@dataclass(frozen=True, slots=True)
class Unsent:
    """`sealed` is empty once the form was sent or dropped; `done_page` then tells from which page, so that a
    late save of that page brings nothing back."""

    officer_id: str
    form: str
    sealed: str
    done_page: str
    kept_at: datetime

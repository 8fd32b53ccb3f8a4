"""What all tables of the service are entered in, and the counters that several kinds of cases count in."""

from pathlib import Path
from typing import Final

from sqlalchemy import MetaData

from rongcuo.casework.counters import counter_table
from rongcuo.chassis.database.history import SplitFrom
from rongcuo.contracts.determination.events import FORMER_NAMES

_TABLES: Final = {    # as the service `review` called them until v0.3.0, and as they are called here
    "clue_disposal": "clue_disposal", "determination": "determination",
    "review_counter": "determination_counter", "review_meeting": "joint_meeting", "appeal": "appeal",
    "clue_subject": "clue_subject", "determination_officer": "determination_officer",
    "review_meeting_case": "joint_meeting_case", "review_meeting_member": "joint_meeting_member",
    "review_meeting_recusal": "joint_meeting_recusal"}
METADATA: Final = MetaData(info={
    "migrations": Path(__file__).parents[1] / "migrations",
    "split_from": SplitFrom("review", _TABLES, FORMER_NAMES)})
COUNTERS: Final = counter_table("determination_counter", METADATA, longest_series=16)

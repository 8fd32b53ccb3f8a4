"""What all tables of the service are entered in, and its counters."""

from pathlib import Path
from typing import Final

from sqlalchemy import MetaData

from rongcuo.casework.counters import counter_table

METADATA: Final = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})
COUNTERS: Final = counter_table("followup_counter", METADATA, longest_series=16)

"""What all tables of the service are entered in."""

from pathlib import Path
from typing import Final

from sqlalchemy import MetaData

METADATA: Final = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

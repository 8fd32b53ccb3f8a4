"""What all tables of review are entered in."""

from typing import Final

from sqlalchemy import MetaData

METADATA: Final = MetaData()

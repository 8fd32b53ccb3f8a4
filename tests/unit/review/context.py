"""A context of review: its people, at the moment of the filing."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.identity import OfficerView
from tests.unit.casework import context
from tests.unit.review.scene import EVERYBODY, FILED_AT, view


@dataclass
class FakeContext(context.FakeContext):
    officers: tuple[OfficerView, ...] = tuple(map(view, EVERYBODY))
    now: datetime = FILED_AT

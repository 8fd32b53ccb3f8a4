"""review (审查) of filings: preliminary review, verification, decision. The case id is the filing's id."""

from rongcuo.contracts.review.commands import *
from rongcuo.contracts.review.enums import *
from rongcuo.contracts.review.events import *
from rongcuo.contracts.review.filing_checks import *
from rongcuo.contracts.review.views import *

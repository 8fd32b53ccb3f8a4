"""Votes that begin anew stand no more, and bind as before."""

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination.earlier_findings import counted, floors, outcome_stands
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, VOTERS, by
from tests.unit.determination.test_reached import revealed
from tests.unit.review.scene import holder


def test_a_vote_that_was_thrown_away_binds_and_stands_no_more():
    """Its ballots were changed once they were open: what they found was found, and is voted on anew."""
    case = revealed()
    case.heed_votes_begun_anew("m1", [""])                    # on something else
    assert outcome_stands(case)
    case.heed_votes_begun_anew("m1", [])
    assert (counted(case), outcome_stands(case), len(floors(case))) == (frozenset(), False, 1)
    case.recuse(holder(scene.QIAN), RecusalGround.OTHER, "不便", by(LEAD))
    case.heed_result("m1", Outcome.EXEMPT.value, "", VOTERS, by(SYSTEM))
    assert (counted(case), outcome_stands(case)) == (VOTERS, True)       # the new round, by the same people

"""What others note of a matter, and what the filer says to it."""



from rongcuo.contracts import filing as contract
from rongcuo.contracts.filing import (
    DeviationNoted,
    OversightMoved,
)
from services.filing.usecases import oversights as later
from tests.unit.filing.people import (
    COLLEAGUE,
    MAY_6,
    REVIEWER,
)
from tests.unit.filing_oversight.scene import DAY, LEADS, MAY_20, PLAIN, Scene, refused


def test_nobody_admits_anything_in_the_filers_name_and_what_others_note_is_told_to_the_filer() -> None:
    scene = Scene(**PLAIN)
    scene.deviate()
    assert [type(each) for each in scene.told] == [OversightMoved]
    scene.deviate(who=COLLEAGUE)
    assert [each.reported for each in scene.matter.deviations] == [True, False]
    told = scene.told[-1]
    assert isinstance(told, DeviationNoted)
    assert (told.subject_told, told.standing.subject_id) == ("filing.deviation_noted", "zhao")


def test_the_filer_alone_contradicts_and_somebody_else_than_who_noted_it_answers() -> None:
    scene = Scene(**PLAIN)
    scene.deviate(who=REVIEWER)
    with refused("filing.not_the_filer"):
        scene.dispute(who=COLLEAGUE)
    with refused("filing.nothing_disputed"):
        scene.answer(stands=True)
    scene.dispute()
    stands = scene.told[-1].standing     # type: ignore[attr-defined]
    assert (stands.stage, stands.holders) == ("oversight_dispute", LEADS)
    with refused("filing.answer_first"):
        scene.guide()
    with refused("filing.noted_it_oneself"):
        scene.answer(stands=True, who=REVIEWER)
    scene.answer(stands=False)
    assert scene.told[-1].standing.ended     # type: ignore[attr-defined]
    for step in (scene.guide, scene.correct, scene.dispute):
        with refused("filing.deviation_withdrawn"):
            step()


def test_nothing_of_before_the_acceptance_deviates_from_it() -> None:
    scene = Scene(**PLAIN)
    with refused("filing.before_the_filing"):
        scene.do(later.report_deviation, contract.ReportDeviation, REVIEWER, what="早就这样做",
                 on=MAY_6.date(), outside=())


def test_guidance_leaves_time_and_is_not_given_again_before_its_day() -> None:
    scene = Scene(**PLAIN)
    scene.deviate()
    with refused("filing.too_little_time"):
        scene.guide(days=0)
    scene.guide(days=10)
    with refused("filing.guided_already"):
        scene.guide(days=20)
    scene.guide(days=10, now=MAY_20 + 11 * DAY)

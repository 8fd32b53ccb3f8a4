"""Before a step it is said what is missing; the policy pack says whether that stops anybody."""



from rongcuo.contracts.actor import Role
from services.review import presenters
from tests.unit.review import scene


def test_the_same_of_a_filing_and_its_filer():
    case = scene.held(by_whom=scene.ZHAO)
    case.decline("不符合", scene.by(scene.ZHAO).knowing())
    inside = presenters.view_of(case, scene.by(scene.ZHAO)).history
    outside = presenters.view_of(case, scene.by(scene.FILER)).history
    assert [entry.what for entry in inside][-2:] == ["acknowledged", "decline"]
    assert "decline.supplement_not_asked" in inside[-2].note
    assert [entry.what for entry in outside] == [each.what for each in inside if each.what != "acknowledged"]


def test_a_filing_is_not_declined_unseen():
    case = scene.held(by_whom=scene.ZHAO)
    gaps = {gap.gap for gap in presenters.view_of(case, scene.by(scene.ZHAO)).missing}
    assert {"decline.supplement_not_asked", "accept.named_not_looked_at"} <= gaps
    asked = presenters.view_of(scene.awaiting(), scene.by(scene.WANG))
    gaps = {gap.gap: gap.force for gap in asked.missing}
    assert gaps["decline.supplement_open"] == "warn"
    assert gaps["accept.supplement_open"] == "refuse"
    kin = scene.officer("kin", Role.LEAD, unit=scene.FILERS_UNIT)
    for who in (scene.FILER, kin):
        assert presenters.view_of(case, scene.by(who)).missing == ()

"""What nobody has put in words yet is called so in the reader's language."""

from rongcuo.contracts.followup import ProblemLine, ProblemSourceKind, ProblemsPage
from rongcuo.contracts.followup.problem.operations import PROBLEMS
from rongcuo.contracts.serialisation import dump
from services.followup.domain.problem.problem import TITLES
from services.followup.pages.problem import words
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.test_problem_pages import LISTED, ONE, page, seen
from tests.unit.gateway import report_pages


def test_every_title_of_the_platform_has_words():
    assert {*words.TITLES} == {*TITLES.values()}


def test_a_problem_that_waits_for_words_is_named_in_both_languages():
    problem = scene.raised()
    line = ProblemLine(
        case_id="b1", number=problem.number, title=problem.title, organ_id="532323", state=problem.state,
        source=ProblemSourceKind.DETERMINATION, due_at=problem.due_at, opened_at=problem.opened_at)
    listed = report_pages.BESIDE | {
        PROBLEMS.name: dump(ProblemsPage(lines=(line,), counts={"raised": 1}))}
    for address, said in ((ONE, seen(problem)), (f"{LISTED}?tab=raised", listed)):
        assert problem.title in page("lead", address, said)
        assert "After a determination: see whether something falls short" in page(
            "lead", address, said, "en"), address
    described = scene.opened()
    assert described.title in page("lead", ONE, seen(described), "en")

"""A page grows with its rows, and stands over its own JSON; the worst stands for all."""

from bench.pages import growth


def test_growth_is_of_the_many_over_the_few_and_the_ratio_of_a_page_over_its_json() -> None:
    few = {"filing": {"page": [20.0], "json": [10.0]}, "search": {"page": [50.0], "json": [10.0]}}
    many = {"filing": {"page": [40.0], "json": [20.0]}, "search": {"page": [50.0], "json": [10.0]}}
    figures = growth(few, many)
    assert (figures["page_growth"].ratio, figures["page_growth"].met) == (2.0, False)
    assert (figures["page_growth.search"].ratio, figures["page_growth.search"].met) == (1.0, True)
    assert (figures["page_ratio"].ratio, figures["page_ratio"].met) == (5.0, False)
    assert (figures["page_ratio.filing"].ratio, figures["page_ratio.filing"].met) == (2.0, True)

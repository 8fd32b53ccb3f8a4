"""Which figure is judged by which number."""

from bench.kept_figures import growth


def test_growth_is_of_the_many_and_the_milliseconds_are_those_of_the_most() -> None:
    told = {"funnel.reviewer": {"few": [2.0], "many": [2.2], "most": [9.0]},
            "tabs.supervisor": {"few": [4.0], "many": [6.0], "most": [8.0]}}
    figures = growth(told)
    assert (figures["figures_growth"].ratio, figures["figures_growth"].met) == (1.5, False)
    assert figures["figures_growth.funnel.reviewer"].met
    assert (figures["figures_ms"].median, figures["figures_ms"].met) == (9.0, True)


def test_at_the_small_size_the_many_are_the_most() -> None:
    assert growth({"funnel.filer": {"few": [1.0], "many": [21.0]}})["figures_ms"].met is False

"""All figures of a page to take away: as CSV, and as a workbook."""

import csv
import io

from flask import Response
from flask_babel import gettext
from xlsxwriter import Workbook

from rongcuo.contracts.insight import InsightFigures
from services.gateway.console.page.figure_words import CODES, MEASURES
from services.gateway.console.page.labels import word

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Line = tuple[str, str, str, str, str, str]


def lines(told: InsightFigures, where: str, names: dict[str, str]) -> list[Line]:
    """A heading, and a line for each figure: of the place, and of its parts."""
    heading = (gettext("地方"), gettext("指标"), gettext("期间"), gettext("数量"), gettext("计量单位"),
               gettext("平均用时（自然日）"))
    parts = [(names.get(place.place, place.place), each) for place in told.places for each in place.figures]
    return [heading, *(
        (name, word(CODES, each.code), each.period, each.shown, word(MEASURES, each.measure), each.days)
        for name, each in [*((where, each) for each in told.figures), *parts])]


def as_csv(table: list[Line], name: str) -> Response:
    """As spreadsheets open it."""
    written = io.StringIO()
    csv.writer(written).writerows(table)
    return _file(Response("\ufeff" + written.getvalue(), mimetype="text/csv"), f"{name}.csv")


def as_workbook(table: list[Line], name: str) -> Response:
    """With numbers as numbers, where they are told; nothing in it is a formula or a link."""
    written = io.BytesIO()
    plainly = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(written, plainly) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(table):
            for column, cell in enumerate(line):
                if row and column > 2 and cell.isdecimal():     # a year is no number
                    sheet.write_number(row, column, int(cell))
                else:
                    sheet.write_string(row, column, cell)
        sheet.autofit()
        sheet.freeze_panes(1, 0)
    return _file(Response(written.getvalue(), mimetype=XLSX), f"{name}.xlsx")


def _file(answer: Response, name: str) -> Response:
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer

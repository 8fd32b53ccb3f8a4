"""What a page says at a place, without its markup."""

from html.parser import HTMLParser

VOID = {"br", "circle", "hr", "img", "input", "link", "meta", "path", "rect"}


class _Texts(HTMLParser):
    """The text within each element of these classes."""

    def __init__(self, within: str, classes: frozenset[str]) -> None:
        super().__init__()
        self._within, self._classes = within, classes
        self._open: list[frozenset[str]] = []
        self.found: list[tuple[str, list[str]]] = []
        self._filling: list[tuple[int, list[str]]] = []

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        here = frozenset((dict(attrs).get("class") or "").split())
        self._open.append(here)
        if any(self._within in around for around in self._open):
            for name in here & self._classes:
                self.found.append((name, []))
                self._filling.append((len(self._open), self.found[-1][1]))

    def handle_endtag(self, tag):
        if tag not in VOID and self._open:
            self._filling = [each for each in self._filling if each[0] < len(self._open)]
            self._open.pop()

    def handle_data(self, data):
        for _, said in self._filling:
            said.append(data)


def texts_of(page: str, within: str, *classes: str) -> list[tuple[str, str]]:
    """The class and the text of each such element, in order, within elements of the class `within`."""
    parser = _Texts(within, frozenset(classes))
    parser.feed(page)
    return [(name, " ".join("".join(said).split())) for name, said in parser.found]


def status_of(page: str) -> dict[str, str]:
    """What the status block says: the outcome, the parts of its sentence, the days that are waited for."""
    parts = ("outcome", "in-stage", "holder", "until", "appealed", "note")
    return dict(texts_of(page, "status", *parts)) | {"awaited": " ".join(
        said for _, said in texts_of(page, "status", "awaited"))}

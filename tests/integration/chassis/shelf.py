"""The smallest service that uses everything: books on a shelf."""

from dataclasses import dataclass

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.statements import affected_rows
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate, Event, event

METADATA = MetaData()
books = Table("books", METADATA, Column("id", String, primary_key=True), Column("version", Integer),
              Column("title", String))
READER = Actor("officer-1", "刘建国", "530127", "530127", "嵩明县某局", frozenset({Role.FILER}))
OTHER = Actor("officer-2", "王芳", "530127", "530127", "嵩明县某局", frozenset({Role.FILER}))


@event("shelf", "book_placed")
class BookPlaced(Event):
    title: str


@dataclass
class Book(Aggregate):
    id: str
    title: str = ""

    def place(self, title: str) -> None:
        self.title = title
        self.record(BookPlaced(title=title))


class ShelfStorage:
    def __init__(self, session: Session) -> None:
        self.session = session
        self._known: dict[str, int] = {}

    def get(self, book_id: str) -> Book:
        row = self.session.execute(select(books).where(books.c.id == book_id)).one_or_none()
        if row is None:
            raise CaseError("not_found", book_id)
        self._known[row.id] = row.version
        return Book(id=row.id, title=row.title, version=row.version)

    def put(self, book: Book) -> None:
        row = {"id": book.id, "title": book.title, "version": book.version}
        if book.id not in self._known:
            self.session.execute(insert(books).values(**row))
            return
        same = (books.c.id == book.id, books.c.version == self._known[book.id])
        if not affected_rows(self.session, update(books).where(*same).values(**row)):
            raise CaseError("changed_meanwhile", book.id)

    def titles(self) -> list[str]:
        return list(self.session.scalars(select(books.c.title).order_by(books.c.id)))


def shelf(config: Config) -> ServiceRuntime[ShelfStorage]:
    runtime = ServiceRuntime("shelf", METADATA, ShelfStorage, config)
    runtime.start()
    return runtime


def place(runtime: ServiceRuntime[ShelfStorage], command_id: str, title: str = "论语") -> str:
    """One command that puts one new book on the shelf; its id."""
    context = runtime.context(Command(command_id, f"digest of {title}"), READER)
    with context.unit() as unit:
        book = Book(id=context.new_id())
        book.place(title)
        unit.commit(book, answer={"id": book.id})
    return book.id

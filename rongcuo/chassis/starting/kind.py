"""Data of a demonstration and data of real use never become one another.

A demonstration has accounts with a published password, dates from a clock that anybody may set, and keys that
nobody vouched for. So each database, and the data folder, says for which kind of use it was made.
"""

from sqlalchemy import insert, select

from rongcuo.chassis.config import PRODUCTION, Config, StartRefused
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.tables import made_for
from rongcuo.contracts.errors import CaseError


def require_database_of_kind(database: Database, mode: str, name: str) -> None:
    """A new database is marked. Raises StartRefused for one that was made for another kind of use."""
    try:
        with database.writing() as session, session.begin():
            if session.scalar(select(made_for.c.mode)) is None:
                session.execute(insert(made_for), {"only": 1, "mode": mode})
    except CaseError as refusal:
        if refusal.code != "changed_meanwhile":    # another process marked it at this moment
            raise
    with database.reading() as session:
        kept = session.scalar(select(made_for.c.mode))
    _require_same(kept, mode, f"{name} 的数据库", f"the database of {name}", "database_url")


def require_folder_of_kind(config: Config) -> None:
    """The same of the data folder, where keys and files are."""
    mark = config.data_dir / "mode"
    kept = mark.read_text("utf-8").strip() if mark.exists() else None
    if kept is None:
        mark.write_text(f"{config.mode}\n", "utf-8")
    _require_same(kept, config.mode, f"数据目录 {config.data_dir}", f"the data folder {config.data_dir}",
                  "data_dir")


def _require_same(kept: str | None, mode: str, where: str, in_english: str, setting: str) -> None:
    if kept is None or (kept == PRODUCTION) == (mode == PRODUCTION):
        return
    raise StartRefused(
        f"没有启动：{where}是 {kept} 模式建的，不能用于 {mode}：演示账号的口令是公开的。"
        f"请用 {setting} 另指一处新的 · "
        f"Not started: {in_english} was made in the mode {kept} and can't serve as {mode}: a demonstration's "
        f"password is published. Name a new place by {setting}")

"""What officers keep for themselves, sealed: words of forms that were not sent yet, views of lists."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as DatabaseSession

from rongcuo.chassis.database.statements import advisory_lock, upsert
from services.identity.domain.unsent import Unsent
from services.identity.storage.tables import kept_views, unsent_forms


class KeptRows:
    """One database session's rows."""

    _session: DatabaseSession

    def put_unsent(self, form: Unsent) -> None:
        upsert(self._session, unsent_forms, asdict(form))

    def unsent(self, officer_id: str, form: str) -> Unsent | None:
        here = (unsent_forms.c.officer_id == officer_id) & (unsent_forms.c.form == form)
        row = self._session.execute(select(unsent_forms).where(here)).mappings().first()
        return Unsent(**row) if row else None

    def claim_unsent(self, officer_id: str, form: str) -> Unsent | None:
        advisory_lock(self._session, unsent_forms, {officer_id})
        return self.unsent(officer_id, form)

    def unsent_of(self, officer_id: str) -> tuple[tuple[str, datetime], ...]:
        mine = (unsent_forms.c.officer_id == officer_id) & (unsent_forms.c.sealed != "")
        rows = self._session.execute(select(unsent_forms.c.form, unsent_forms.c.kept_at).where(mine)
                                     .order_by(unsent_forms.c.kept_at.desc(), unsent_forms.c.form))
        return tuple((row.form, row.kept_at) for row in rows)

    def leave_unsent(self, officer_id: str, most: int) -> None:
        mine, rows = unsent_forms.c.officer_id == officer_id, unsent_forms.c
        for kind in (rows.sealed != "", rows.sealed == ""):
            over = self._session.scalars(select(rows.form).where(mine, kind)
                                         .order_by(rows.kept_at.desc(), rows.form).offset(most)).all()
            if over:
                self._session.execute(delete(unsent_forms).where(mine, rows.form.in_(over)))

    def put_views(self, officer_id: str, sealed: str) -> None:
        upsert(self._session, kept_views, {"officer_id": officer_id, "sealed": sealed})

    def views_of(self, officer_id: str) -> str:
        found = self._session.scalar(select(kept_views.c.sealed).where(kept_views.c.officer_id == officer_id))
        return found or ""

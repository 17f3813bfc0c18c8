"""The PowerPoint template of the organisation that runs the site, which an administrator uploads."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from subprocess import CalledProcessError, TimeoutExpired
from typing import NamedTuple

from sqlalchemy import delete, insert, select

from bukhara.errors import PackBusy
from bukhara.model.access import Actor
from bukhara.model.messages import N_
from bukhara.pack import Pack
from bukhara.service.operation import var_folder
from bukhara.service.packs import pack_files
from bukhara.service.service import Service
from bukhara.store.rows import utc
from bukhara.store.tables import slide_template as table
from wings.slide_template.template import TemplateRefused, opened
from wings.slide_template.wing import REMOVED, SET, SLIDE_TEMPLATE

NOT_DRAWN = N_("Slides could not be made in this template.")
NO_TEMPLATE = N_("There is no uploaded template.")


def current(service: Service) -> bytes:
    """Return the template that slides are made in; empty for our own."""
    return service.part(PackTemplate).current()


class SlideTemplate(NamedTuple):
    """The uploaded template of slides: its fingerprint, and who uploaded it when."""

    sha256: str
    uploaded_by: str
    uploaded_at: datetime


class PackTemplate:
    """The template that slides are made in: the uploaded one, else none."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._kept = ("", b"")

    def uploaded(self) -> SlideTemplate | None:
        """Return who uploaded a template and when."""
        with self._service.opened().connect() as connection:
            row = connection.execute(select(table.c.sha256, table.c.uploaded_by, table.c.uploaded_at)).one_or_none()
        return SlideTemplate(row[0], row[1], datetime.fromisoformat(row[2])) if row else None

    def current(self) -> bytes:
        """Return the template that slides are made in; empty for our own."""
        found = self.uploaded()
        if found and found.sha256 != self._kept[0]:
            with self._service.opened().connect() as connection:
                self._kept = (found.sha256, bytes(connection.execute(select(table.c.bytes)).scalar_one()))
        return self._kept[1] if found else b""

    def upload(self, actor: Actor, data: bytes, build: Callable[[], Pack]) -> None:
        """Make slides in a template from now on; `build` makes those that are tried in it.

        Raises:
            TemplateRefused: with the sentence why it cannot be used.
        """
        self._service.authorize(actor, SLIDE_TEMPLATE)
        opened(data)
        folder = self._service.settings.var_dir / var_folder.WORK
        try:
            pack_files.make(lambda: replace(build(), template=data), ["pptx"], folder)
        except PackBusy as busy:
            raise TemplateRefused(pack_files.BUSY) from busy
        except (CalledProcessError, TimeoutExpired) as failed:
            raise TemplateRefused(NOT_DRAWN) from failed
        digest, now = hashlib.sha256(data).hexdigest(), utc(self._service.now())
        with self._service.opened().transaction() as connection:
            connection.execute(delete(table))
            values = {"sha256": digest, "uploaded_by": actor.name, "uploaded_at": now, "bytes": data}
            connection.execute(insert(table).values(values))
            self._service.audit(connection, actor.name, SET, file=digest)

    def remove(self, actor: Actor) -> None:
        """Make slides without the uploaded template from now on."""
        self._service.authorize(actor, SLIDE_TEMPLATE)
        before = self.uploaded()
        if not before:
            raise TemplateRefused(NO_TEMPLATE)
        with self._service.opened().transaction() as connection:
            connection.execute(delete(table))
            self._service.audit(connection, actor.name, REMOVED, file=before.sha256)

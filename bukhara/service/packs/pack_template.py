"""The PowerPoint template of the organisation that runs the site, which an administrator uploads."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from subprocess import CalledProcessError, TimeoutExpired

from bukhara.access import Action
from bukhara.errors import PackBusy, TemplateRefused
from bukhara.exports.packs import check_template
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.frozen import SlideTemplate
from bukhara.model.messages import N_
from bukhara.pack import Pack
from bukhara.service.core import Core
from bukhara.service.operation import var_folder
from bukhara.service.packs import pack_files
from bukhara.store import packs

NOT_DRAWN = N_("Slides could not be made in this template.")
NO_TEMPLATE = N_("There is no uploaded template.")


class PackTemplate:
    """The template that slides are made in: the uploaded one, else none."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._kept = ("", b"")

    def uploaded(self) -> SlideTemplate | None:
        """Return who uploaded a template and when."""
        with self._core.opened().connect() as connection:
            return packs.template(connection)

    def fingerprint(self) -> str:
        """Return what changes with the template that slides are made in; empty for our own."""
        with self._core.opened().connect() as connection:
            return packs.template_hash(connection)

    def current(self) -> bytes:
        """Return the template that slides are made in; empty for our own."""
        with self._core.opened().connect() as connection:
            uploaded = packs.template_hash(connection)
            if uploaded and uploaded != self._kept[0]:
                self._kept = (uploaded, packs.template_bytes(connection))
        return self._kept[1] if uploaded else b""

    def upload(self, actor: Actor, data: bytes, build: Callable[[], Pack]) -> None:
        """Make slides in a template from now on; `build` makes those that are tried in it.

        Raises:
            TemplateRefused: with the sentence why it cannot be used.
        """
        self._core.authorize(actor, Action.SLIDE_TEMPLATE)
        check_template(data)
        folder = self._core.settings.var_dir / var_folder.WORK
        try:
            pack_files.make(lambda: replace(build(), template=data), ["pptx"], folder)
        except PackBusy as busy:
            raise TemplateRefused(pack_files.BUSY) from busy
        except (CalledProcessError, TimeoutExpired) as failed:
            raise TemplateRefused(NOT_DRAWN) from failed
        digest = hashlib.sha256(data).hexdigest()
        found = SlideTemplate(sha256=digest, uploaded_by=actor.name, uploaded_at=self._core.now())
        with self._core.opened().transaction() as connection:
            packs.set_template(connection, found, data)
            self._core.audit(connection, actor.name, AuditAction.TEMPLATE_SET, file=found.sha256)

    def remove(self, actor: Actor) -> None:
        """Make slides without the uploaded template from now on."""
        self._core.authorize(actor, Action.SLIDE_TEMPLATE)
        with self._core.opened().transaction() as connection:
            before = packs.template_hash(connection)
            if not before:
                raise TemplateRefused(NO_TEMPLATE)
            packs.drop_template(connection)
            self._core.audit(connection, actor.name, AuditAction.TEMPLATE_REMOVED, file=before)

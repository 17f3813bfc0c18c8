"""The PowerPoint template of the organisation that runs the site: uploaded, or a file that the settings name."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired

from bukhara.access import Action
from bukhara.errors import PackBusy, TemplateRefused
from bukhara.exports.packs import check_template
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.frozen import SlideTemplate
from bukhara.model.messages import N_
from bukhara.pack import Pack
from bukhara.service import pack_files, var_folder
from bukhara.service.authorize import authorize
from bukhara.service.core import Core
from bukhara.store import packs

ABSENT = N_("There is no template for slides at the given place.")
NOT_DRAWN = N_("Slides could not be made in this template.")
NO_TEMPLATE = N_("There is no uploaded template.")


def read(path: Path | None) -> bytes:
    """Return the template in a file; empty without one.

    Raises:
        TemplateRefused: with the sentence why it cannot be used.
    """
    if path is None:
        return b""
    if not path.is_file():
        raise TemplateRefused(ABSENT)
    return _checked(path, path.stat().st_mtime_ns)


@lru_cache(2)
def _checked(path: Path, _changed: int) -> bytes:
    data = path.read_bytes()
    check_template(data)
    return data


class PackTemplate:
    """The template that slides are made in: the uploaded one, else that of the settings, else none."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._kept = ("", b"")

    def uploaded(self) -> SlideTemplate | None:
        """Return who uploaded a template and when."""
        with self._core.opened().connect() as connection:
            return packs.template(connection)

    def fingerprint(self) -> str:
        """Return what changes with the template that slides are made in."""
        with self._core.opened().connect() as connection:
            uploaded = packs.template_hash(connection)
        return uploaded or hashlib.sha256(read(self._core.settings.pack_template)).hexdigest()

    def current(self) -> bytes:
        """Return the template that slides are made in; empty for our own."""
        with self._core.opened().connect() as connection:
            uploaded = packs.template_hash(connection)
            if uploaded and uploaded != self._kept[0]:
                self._kept = (uploaded, packs.template_bytes(connection))
        return self._kept[1] if uploaded else read(self._core.settings.pack_template)

    def upload(self, actor: Actor, data: bytes, build: Callable[[], Pack]) -> None:
        """Make slides in a template from now on; `build` makes those that are tried in it.

        Raises:
            TemplateRefused: with the sentence why it cannot be used.
        """
        authorize(self._core, actor, Action.SLIDE_TEMPLATE)
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
        authorize(self._core, actor, Action.SLIDE_TEMPLATE)
        with self._core.opened().transaction() as connection:
            before = packs.template_hash(connection)
            if not before:
                raise TemplateRefused(NO_TEMPLATE)
            packs.drop_template(connection)
            self._core.audit(connection, actor.name, AuditAction.TEMPLATE_REMOVED, file=before)

"""Keeps what was presented: its files never change after that."""

import io
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from subprocess import SubprocessError
from threading import Thread
from zipfile import BadZipFile, ZipFile

from bukhara.access import Action
from bukhara.errors import PackBusy, PackRefused
from bukhara.exports.packs import WRITERS, file_name
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.frozen import SHOWN, FrozenFile, FrozenPack
from bukhara.model.messages import N_
from bukhara.model.release import Snapshot
from bukhara.pack import Pack, PackChoice, from_text, to_text
from bukhara.service.core import Core
from bukhara.service.drafts.uploads import hash_of
from bukhara.service.operation import var_folder
from bukhara.service.packs import pack_files
from bukhara.store import packs

LONGEST = 120
NO_OCCASION = N_("Please write where and when the slides were presented.")
NO_REASON = N_("Please give the reason. It is shown in place of the slides.")
NOT_SHOWN = N_("Please send the file that was shown as PowerPoint without macros, or as PDF.")
ABSENT = N_("There is nothing of that name any more.")
_PATIENCE = 600
"""So many seconds files wait for their turn where no reader waits for them."""


class Packs:
    """What was presented."""

    def __init__(
        self, core: Core, build: Callable[[PackChoice, Snapshot], Pack], snapshot_of: Callable[[PackChoice], Snapshot]
    ) -> None:
        self._core, self._build, self._snapshot_of = core, build, snapshot_of

    def freeze(self, actor: Actor, occasion: str, choice: PackChoice, shown: bytes = b"") -> FrozenPack:
        """Keep the slides of a choice as they were presented; `make_files` makes their files. Never a draft.

        Args:
            actor: who keeps them.
            occasion: where and when they were presented.
            choice: the slides.
            shown: the PowerPoint or PDF file that was really shown, if the organisers changed it.
        """
        self._core.authorize(actor, Action.PACKS)
        named = " ".join(occasion.split())[:LONGEST]
        if not named:
            raise PackRefused(NO_OCCASION)
        kind = _kind_of(shown) if shown else ""
        now, text, snapshot = self._core.now(), to_text(choice), self._snapshot_of(choice)
        frozen = FrozenPack(
            frozen_id="p" + hash_of(f"{text} {named} {now.isoformat()}".encode())[:12],
            release=snapshot.release.number,
            as_of=snapshot.as_of,
            occasion=named,
            choice=text,
            frozen_at=now,
            frozen_by=actor.name,
            expected=tuple(map(file_name, WRITERS)),
        )
        with self._core.opened().transaction() as connection:
            packs.freeze(connection, frozen)
            if shown:
                packs.add_file(connection, frozen.frozen_id, _file(f"{SHOWN}{kind}", shown), shown)
            self._core.audit(connection, actor.name, AuditAction.PACK_FROZEN, pack=frozen.frozen_id, occasion=named)
        return frozen

    def start_files(self, actor: Actor, frozen_id: str) -> None:
        """Make the files of what was presented that are not there, beside the pages."""
        self._core.authorize(actor, Action.PACKS)
        Thread(target=self._make_or_log, args=(frozen_id,), name=f"files of {frozen_id}", daemon=True).start()

    def presented(self, pack: FrozenPack) -> Snapshot:
        """Return the release and day that were presented."""
        snapshot = self._core.snapshot(release=pack.release)
        # the slides may have been about an earlier conference
        return snapshot if snapshot.as_of == pack.as_of else self._core.snapshot(pack.as_of, pack.release)

    def _make_or_log(self, frozen_id: str) -> None:
        try:
            self.make_files(frozen_id)
        except (PackBusy, SubprocessError):
            logging.getLogger(__name__).exception("a file of %s was not made", frozen_id)

    def make_files(self, frozen_id: str) -> None:
        """Make the files of what was presented that are not there, one after another, from the release of then."""
        pack = self.find(frozen_id)
        if pack is None or pack.withdrawn_at:
            return
        base, folder = self._core.settings.base_url.rstrip("/"), self._core.settings.var_dir / var_folder.WORK
        with pack_files.slot(folder, _PATIENCE):
            slides = self._build(from_text(pack.choice), self.presented(pack))
            slides = replace(slides, address=f"{base}/frozen/{frozen_id}" if base else "")
            for kind in WRITERS:
                if file_name(kind) in pack.missing:
                    self._add(frozen_id, file_name(kind), pack_files.made(slides, kind))

    def _add(self, frozen_id: str, name: str, content: bytes) -> None:
        with self._core.opened().transaction() as connection:
            # somebody else may have made it meanwhile
            if packs.content(connection, frozen_id, name) is None:
                packs.add_file(connection, frozen_id, _file(name, content), content)

    def frozen(self) -> tuple[FrozenPack, ...]:
        """Return all that was presented, the oldest first; anybody may see it."""
        with self._core.opened().connect() as connection:
            return packs.frozen(connection)

    def find(self, frozen_id: str) -> FrozenPack | None:
        """Return a frozen pack by its id."""
        return next((pack for pack in self.frozen() if pack.frozen_id == frozen_id), None)

    @staticmethod
    def never_made(pack: FrozenPack) -> tuple[str, ...]:
        """Return the files that were not made while the program still had their format."""
        formats = {file_name(kind) for kind in WRITERS}
        return tuple(name for name in pack.missing if name not in formats)

    def file(self, pack: FrozenPack, name: str) -> bytes | None:
        """Return the bytes of a file of what was presented; None for another name, and after it was withdrawn."""
        known = next((file for file in pack.files if file.name == name), None)
        if known is None or pack.withdrawn_at:
            return None
        with self._core.opened().connect() as connection:
            content = packs.content(connection, pack.frozen_id, name)
        assert content is not None, "every file is stored with its pack"
        assert hash_of(content) == known.sha256, "the bytes of a frozen file have changed"
        return content

    def withdraw(self, actor: Actor, frozen_id: str, reason: str) -> None:
        """Stop showing what was presented; its address then answers with the day and the reason."""
        self._core.authorize(actor, Action.WITHDRAW)
        given, pack, now = " ".join(reason.split())[:LONGEST], self.find(frozen_id), self._core.now()
        if not given:
            raise PackRefused(NO_REASON)
        if pack is None or pack.withdrawn_at:
            raise PackRefused(ABSENT)
        with self._core.opened().transaction() as connection:
            packs.withdraw(connection, frozen_id, at=now, by=actor.name, reason=given)
            self._core.audit(connection, actor.name, AuditAction.PACK_WITHDRAWN, pack=frozen_id, reason=given)


def _kind_of(shown: bytes) -> str:
    """Return whether a file is a "pdf" or a "pptx" without macros; refuse any other."""
    if shown.startswith(b"%PDF-"):
        return "pdf"
    with suppress(BadZipFile), ZipFile(io.BytesIO(shown)) as archive:
        names = archive.namelist()
        if "ppt/presentation.xml" in names and not any("vbaproject" in name.lower() for name in names):
            return "pptx"
    raise PackRefused(NOT_SHOWN)


def _file(name: str, content: bytes) -> FrozenFile:
    return FrozenFile(name, hash_of(content), len(content))

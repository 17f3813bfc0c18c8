"""Saves choices of slides by name, and keeps what was presented: its files never change after that."""

import hashlib
import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from zipfile import BadZipFile, ZipFile

from bukhara.access import Action
from bukhara.errors import PackBusy, PackRefused
from bukhara.exports.packs import WRITERS, file_name
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.frozen import SHOWN, FrozenFile, FrozenPack, SavedPack
from bukhara.model.messages import N_
from bukhara.pack import Pack, PackChoice, to_text
from bukhara.service import pack_files, var_folder
from bukhara.service.authorize import authorize
from bukhara.service.core import Core
from bukhara.store import packs

LONGEST, MOST_SAVED = 120, 200
NO_NAME = N_("Please give a name.")
NO_OCCASION = N_("Please write where and when the slides were presented.")
NO_REASON = N_("Please give the reason. It is shown in place of the slides.")
TOO_MANY = N_("There are already 200 saved packs. Please delete one first.")
NOT_SHOWN = N_("Please send the file that was shown as PowerPoint without macros, or as PDF.")
ABSENT = N_("There is nothing of that name any more.")


class Packs:
    """Saved choices of slides, and what was presented."""

    def __init__(self, core: Core, build: Callable[[PackChoice], Pack]) -> None:
        self._core, self._build = core, build

    def saved(self, actor: Actor) -> tuple[SavedPack, ...]:
        """Return the saved choices in the order of their names."""
        authorize(self._core, actor, Action.PACKS)
        with self._core.opened().connect() as connection:
            return packs.saved(connection)

    def save(self, actor: Actor, name: str, choice: PackChoice) -> None:
        """Save the choice of slides under a name, and replace an earlier one of the same name."""
        authorize(self._core, actor, Action.PACKS)
        named = " ".join(name.split())[:LONGEST]
        if not named:
            raise PackRefused(NO_NAME)
        found = SavedPack(name=named, choice=to_text(choice), saved_by=actor.name, saved_at=self._core.now())
        with self._core.opened().transaction() as connection:
            others = [each for each in packs.saved(connection) if each.name != named]
            if len(others) >= MOST_SAVED:
                raise PackRefused(TOO_MANY)
            packs.save(connection, found)
            self._core.audit(connection, actor.name, AuditAction.PACK_SAVED, pack=named)

    def delete(self, actor: Actor, name: str) -> None:
        """Delete a saved choice."""
        authorize(self._core, actor, Action.PACKS)
        with self._core.opened().transaction() as connection:
            if not packs.drop(connection, name):
                raise PackRefused(ABSENT)
            self._core.audit(connection, actor.name, AuditAction.PACK_DELETED, pack=name[:LONGEST])

    def freeze(self, actor: Actor, occasion: str, choice: PackChoice, shown: bytes = b"") -> FrozenPack:
        """Keep the slides of a choice with all their files as they were presented; never a draft.

        Args:
            actor: who keeps them.
            occasion: where and when they were presented.
            choice: the slides.
            shown: the PowerPoint or PDF file that was really shown, if the organisers changed it.
        """
        authorize(self._core, actor, Action.PACKS)
        named = " ".join(occasion.split())[:LONGEST]
        if not named:
            raise PackRefused(NO_OCCASION)
        own = {f"{SHOWN}{_kind_of(shown)}": shown} if shown else {}
        now, text = self._core.now(), to_text(choice)
        frozen_id = "p" + _sha256(f"{text} {named} {now.isoformat()}".encode())[:12]
        pack, made = self._made(choice, frozen_id)
        # what nobody changed is among the files already
        made |= {} if shown in made.values() else own
        frozen = FrozenPack(
            frozen_id=frozen_id,
            release=pack.release,
            as_of=pack.as_of,
            occasion=named,
            choice=text,
            frozen_at=now,
            frozen_by=actor.name,
            files=tuple(FrozenFile(name, _sha256(content), len(content)) for name, content in made.items()),
        )
        with self._core.opened().transaction() as connection:
            packs.freeze(connection, frozen, made)
            self._core.audit(connection, actor.name, AuditAction.PACK_FROZEN, pack=frozen_id, occasion=named)
        return frozen

    def _made(self, choice: PackChoice, frozen_id: str) -> tuple[Pack, dict[str, bytes]]:
        base, folder = self._core.settings.base_url.rstrip("/"), self._core.settings.var_dir / var_folder.WORK

        def build() -> Pack:
            return replace(self._build(choice), address=f"{base}/frozen/{frozen_id}" if base else "")

        try:
            pack, made = pack_files.make(build, WRITERS, folder)
        except PackBusy as busy:
            raise PackRefused(pack_files.BUSY) from busy
        return pack, {file_name(kind): content for kind, content in made.items()}

    def frozen(self) -> tuple[FrozenPack, ...]:
        """Return all that was presented, the oldest first; anybody may see it."""
        with self._core.opened().connect() as connection:
            return packs.frozen(connection)

    def find(self, frozen_id: str) -> FrozenPack | None:
        """Return a frozen pack by its id."""
        return next((pack for pack in self.frozen() if pack.frozen_id == frozen_id), None)

    def file(self, pack: FrozenPack, name: str) -> bytes | None:
        """Return the bytes of a file of what was presented; None for another name, and after it was withdrawn."""
        known = next((file for file in pack.files if file.name == name), None)
        if known is None or pack.withdrawn_at:
            return None
        with self._core.opened().connect() as connection:
            content = packs.content(connection, pack.frozen_id, name)
        assert content is not None, "every file is stored with its pack"
        assert _sha256(content) == known.sha256, "the bytes of a frozen file have changed"
        return content

    def withdraw(self, actor: Actor, frozen_id: str, reason: str) -> None:
        """Stop showing what was presented; its address then answers with the day and the reason."""
        authorize(self._core, actor, Action.WITHDRAW)
        given, pack, now = " ".join(reason.split())[:LONGEST], self.find(frozen_id), self._core.now()
        if not given:
            raise PackRefused(NO_REASON)
        if pack is None or pack.withdrawn_at:
            raise PackRefused(ABSENT)
        with self._core.opened().transaction() as connection:
            packs.withdraw(connection, frozen_id, at=now, by=actor.name, reason=given)
            self._core.audit(connection, actor.name, AuditAction.PACK_WITHDRAWN, pack=frozen_id, reason=given)


def _kind_of(shown: bytes) -> str:
    """Return whether a file is "pdf" or "pptx" without macros; refuse any other."""
    if shown.startswith(b"%PDF-"):
        return "pdf"
    with suppress(BadZipFile), ZipFile(io.BytesIO(shown)) as archive:
        names = archive.namelist()
        if "ppt/presentation.xml" in names and not any("vbaproject" in name.lower() for name in names):
            return "pptx"
    raise PackRefused(NOT_SHOWN)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

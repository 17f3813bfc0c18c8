"""What the templates of packs are filled with."""

from dataclasses import dataclass
from typing import ClassVar

from bukhara.model.frozen import FrozenPack, SavedPack
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class PackList(Context):
    """Saved and presented packs; `code` is the choice that can be saved or kept, `slides` how many it has."""

    template: ClassVar[str] = "packs/packs.html"
    code: str
    slides: int
    saved: tuple[SavedPack, ...]
    frozen: tuple[FrozenPack, ...]
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawals(Context):
    """What was presented, each with the form that withdraws it."""

    template: ClassVar[str] = "packs/withdraw.html"
    frozen: tuple[FrozenPack, ...]
    longest: int

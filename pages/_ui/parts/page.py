"""What a page is made of before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from bukhara.figures.chart import Chart


@dataclass(frozen=True, slots=True)
class Filter:
    """One selection of the address: its name, label, options (value, label) and present value."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Title, one sentence, selections and blocks in reading order; `found` False answers 404.

    `refused` says why the reader may not see it (401 or 403). A `private` page is sent without Dash and never kept.
    """

    title: str
    lead: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    filters: tuple[Filter, ...] = ()
    blocks: tuple[Markup | Chart, ...] = ()
    found: bool = True
    refused: str = ""
    private: bool = False

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts among the blocks."""
        return tuple(block for block in self.blocks if isinstance(block, Chart))

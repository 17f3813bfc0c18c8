"""The domain of Bukhara Monitor: from workbooks to sourced progress. Imports and runs without Dash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from bukhara.record import Record

__all__ = ["open"]


def open(store: Path | str | None = None, **settings: Any) -> Record:  # noqa: A001 - bukhara.open() is read with its package
    """Open the record and return it; use it in a `with` statement, or close it.

    Args:
        store: An SQLite file made by the dashboard. Without it the settings say which store, as for the command
            `bukhara`, and a store that is not there yet is made from the data folder.
        settings: Settings by name, such as `exercise=True` or `var_dir="var"`, in place of the environment variables.

    Raises:
        StoreUnavailable: The file is not there, or cannot be used.
        TypeError: There is no setting of that name.

    Example:
        >>> with bukhara.open() as record:
        ...     figures = record.observations(country="KAZ")
    """
    # `import bukhara` loads neither pandas nor the store
    from bukhara.record import opened

    return opened(store, settings)

"""The Python API: the record as pandas frames and plotly figures, with the filters of open data."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from bukhara.errors import StoreUnavailable
from bukhara.exports.data_frames import data_frame
from bukhara.exports.filters import FILTERS
from bukhara.exports.tables import TABLES
from bukhara.service import Service
from bukhara.service.releases import open_data
from bukhara.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd
    import plotly.graph_objects as go


Codes = str | tuple[str, ...] | list[str]
"""One code or several."""


def opened(store: Path | str | None, settings: Mapping[str, Any]) -> Record:
    """Return the record in an SQLite file, else in the store of the settings; the environment fills what is not given.

    Raises StoreUnavailable where there is no such file, TypeError for the name of a setting that does not exist.
    """
    if unknown := set(settings) - set(Settings.model_fields):
        raise TypeError(f"there is no setting {', '.join(sorted(unknown))}")
    if store is None:
        return Record(Service(Settings(**settings)))
    path = Path(store).resolve()
    if not path.is_file():
        raise StoreUnavailable(f"{path} is not there")
    return Record(Service(Settings(**{"var_dir": path.parent, **settings, "database_url": f"sqlite:///{path}"})))


class Record:
    """What the store holds, as every reader may see it: the disclosure guard has been applied.

    `as_of` is a day (a date, or text such as `2023-07-28`): only sources dated on or before it are read, by default
    up to the day of the latest reading or round. Every filter takes one code or several; an unknown code raises
    CodeUnknown. Filters, columns and dtypes: docs/python.md.
    """

    def __init__(self, service: Service) -> None:
        self._service = service

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections to the store."""
        self._service.close()

    @property
    def release(self) -> int:
        """Number of the newest release, which every frame is made from."""
        return self._service.ready()

    def observations(self, country: Codes = (), indicator: Codes = (), **filters: Any) -> pd.DataFrame:
        """Return figures and gaps, one a row; `state` says of each row whether it has a value, and else why not."""
        return self._frame("observations", country=country, indicator=indicator, **filters)

    def evidence(self, country: Codes = (), item: Codes = (), **filters: Any) -> pd.DataFrame:
        """Return statements, one a row; `q` is contained in the statement, its translation, quote or body."""
        return self._frame("evidence", country=country, item=item, **filters)

    def progress(self, country: Codes = (), item: Codes = (), **filters: Any) -> pd.DataFrame:
        """Return statuses and counts between bounds; `method="then"` judges an earlier day by the method of then."""
        return self._frame("progress", country=country, item=item, **filters)

    def differences(self, country: Codes = (), **filters: Any) -> pd.DataFrame:
        """Return differences between sources, with both sides as printed."""
        return self._frame("differences", country=country, **filters)

    def figure(self, name: str, *, lang: str = "en", as_of: date | str | None = None, **selection: Any) -> go.Figure:
        """Return a chart of the dashboard as a plotly figure, with title, source and notes.

        Args:
            name: `statistics`, `timeline` or `level`.
            lang: Language of the words.
            as_of: See the class.
            selection: What the chart is about: `country`, for `statistics` also `measure`, `row` and `monthly`.

        Raises:
            CodeUnknown: There is no such chart, language, country, measure or row.
            ImportError: plotly is not installed.
        """
        # plotly takes its time to load
        figure: go.Figure = import_module("bukhara.record.plotly_figures").figure(
            self._service.snapshot(_day(as_of)), name, lang=lang, **selection
        )
        return figure

    def _frame(self, name: str, **filters: Any) -> pd.DataFrame:
        if unknown := filters.keys() - TABLES[name].filters:
            raise TypeError(f"{name} has no filter {', '.join(sorted(unknown))}")
        asked = {each: _codes(value) if FILTERS[each].takes_several else value for each, value in filters.items()}
        asked["as_of"] = _day(filters.get("as_of"))
        snapshot = open_data.snapshot_of(self._service, asked)
        return data_frame(open_data.table(self._service, name, snapshot, asked), snapshot.framework)


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _day(given: date | str | None) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) else given

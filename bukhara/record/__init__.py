"""The Python API: the record as pandas frames and plotly figures, with the filters of the HTTP API."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from bukhara.errors import StoreUnavailable
from bukhara.exports import data_frames, filters
from bukhara.model.codes import SourceClass
from bukhara.progress.rows import progress_rows
from bukhara.service import Service
from bukhara.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd
    import plotly.graph_objects as go

    from bukhara.model.release import Snapshot

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
    CodeUnknown. Columns and dtypes: docs/python.md.
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

    def observations(
        self,
        country: Codes = (),
        indicator: Codes = (),
        *,
        period_from: str | None = None,
        period_to: str | None = None,
        source_class: Codes = (),
        sex: Codes = (),
        age_group: Codes = (),
        topic: Codes = (),
        as_of: date | str | None = None,
    ) -> pd.DataFrame:
        """Return figures and gaps, one a row; `state` says of each row whether it has a value, and else why not."""
        snapshot = self._snapshot(as_of, source_class)
        narrowed = filters.observations(
            snapshot,
            country=_codes(country),
            indicator=_codes(indicator),
            period_from=period_from,
            period_to=period_to,
            source_class=_codes(source_class),
            sex=_codes(sex),
            age_group=_codes(age_group),
            topic=_codes(topic),
        )
        return data_frames.observations(narrowed, snapshot)

    def evidence(
        self,
        country: Codes = (),
        item: Codes = (),
        *,
        indicator: Codes = (),
        kind: Codes = (),
        source_class: Codes = (),
        topic: Codes = (),
        q: str = "",
        as_of: date | str | None = None,
    ) -> pd.DataFrame:
        """Return statements, one a row; `q` is contained in the statement, its translation, quote or body."""
        narrowed = filters.evidence(
            self._snapshot(as_of, source_class),
            country=_codes(country),
            item=_codes(item),
            indicator=_codes(indicator),
            kind=_codes(kind),
            source_class=_codes(source_class),
            topic=_codes(topic),
            q=q,
        )
        return data_frames.evidence(narrowed)

    def progress(
        self,
        country: Codes = (),
        item: Codes = (),
        *,
        pillar: Codes = (),
        reading: str | None = None,
        method: str = "now",
        as_of: date | str | None = None,
    ) -> pd.DataFrame:
        """Return statuses and counts between bounds; `method="then"` judges an earlier day by the method of then."""
        if method not in ("now", "then"):
            raise ValueError("method is now or then")
        day = _day(as_of)
        if reading is not None and day is None:
            day = filters.day_of_reading(self._snapshot().framework, reading)
        snapshot = self._service.snapshot(as_of=day, method_then=method == "then")
        rows = filters.progress(
            progress_rows(snapshot),
            snapshot.framework,
            country=_codes(country),
            item=_codes(item),
            pillar=_codes(pillar),
            reading=reading,
        )
        return data_frames.progress(snapshot, rows)

    def differences(self, country: Codes = (), *, status: Codes = (), as_of: date | str | None = None) -> pd.DataFrame:
        """Return differences between sources, with both sides as printed."""
        snapshot = self._snapshot(as_of)
        found = filters.differences(
            snapshot.differences, snapshot.framework, country=_codes(country), status=_codes(status)
        )
        return data_frames.differences(snapshot, found)

    def figure(self, name: str, *, lang: str = "en", as_of: date | str | None = None, **selection: Any) -> go.Figure:
        """Return a chart of the dashboard as a plotly figure, with title, source and notes.

        Args:
            name: `statistics`, `timeline` or `level`.
            lang: Language of the words.
            as_of: See the class.
            selection: What the chart is about: `country`, for `statistics` also `measure`, `block` and `monthly`.

        Raises:
            CodeUnknown: There is no such chart, language, country, measure or block.
            ImportError: plotly is not installed.
        """
        # plotly takes its time to load
        figure: go.Figure = import_module("bukhara.record.plotly_figures").figure(
            self._snapshot(as_of), name, lang=lang, **selection
        )
        return figure

    def _snapshot(self, as_of: date | str | None = None, source_class: Codes = ()) -> Snapshot:
        # Desk research is left out unless asked for by its name; a class asked for is not cut off by a day.
        classes, day = _codes(source_class), _day(as_of)
        if classes and day is None:
            day = self._service.snapshot(desk_research=True).newest_source
        return self._service.snapshot(as_of=day, desk_research=SourceClass.DESK_RESEARCH.value in classes)


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _day(given: date | str | None) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) else given

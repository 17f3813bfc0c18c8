"""Differences between sources, computed when a release is published and stored under a key of their input.

They are kept by country. The key is made of the country's figures, their sources, the disclosure policy and the version
of the rules: a release that does not change a country finds its differences stored already.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from bukhara.comparability.editions import differences_by_edition
from bukhara.disclosure import Policy, protect
from bukhara.model.codes import SourceClass
from bukhara.model.difference import Cause, Difference, DifferenceKind, FoundDifferences
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.store import reading, tables
from bukhara.store.blocks import FIGURES, SOURCES, BlockKey, order

RULES = "4"
"""Version of the rules of `bukhara.comparability`: differences of another version are computed again."""


@dataclass(frozen=True, slots=True)
class _Country:
    """The key of a country's differences and the contents of its figures, in the order of the release."""

    key: str
    content_ids: tuple[int, ...]


def keep(connection: Connection, number: int, policy: Policy) -> int:
    """Compute and store the missing differences of a release; return for how many countries."""
    missing = _missing(connection, _countries(connection, number, policy))
    sources = reading.sources(connection, reading.versions(connection, number)) if missing else ()
    for country in missing:
        figures = reading.figures(connection, country.content_ids)
        found = find(protect(figures, sources, policy), sources)
        connection.execute(insert(tables.kept_difference).values(key=country.key, found=_to_text(found, figures)))
    return len(missing)


def is_kept(connection: Connection, number: int, policy: Policy) -> bool:
    """Return whether all differences of a release are stored."""
    return not _missing(connection, _countries(connection, number, policy))


def of_release(
    connection: Connection, number: int, policy: Policy, observations: Iterable[Observation]
) -> Mapping[str, FoundDifferences]:
    """Return the stored differences of a release by country, between the figures as they are shown.

    A country without stored differences under this policy and these rules is left out.
    """
    shown = by_country(observations)
    keys = {country.key: code for code, country in _countries(connection, number, policy).items()}
    table = tables.kept_difference
    rows = connection.execute(select(table).where(table.c.key.in_(keys)))
    return {keys[row.key]: _from_text(row.found, shown[keys[row.key]]) for row in rows}


def find(shown: Sequence[Observation], sources: Iterable[Source]) -> FoundDifferences:
    """Return the differences among shown figures, without and with desk research."""
    known = tuple(sources)
    unpublished = {source.source_id for source in known if source.source_class is SourceClass.DESK_RESEARCH}
    public = [figure for figure in shown if figure.source_id not in unpublished]
    found = differences_by_edition(public, known)
    every = found if len(public) == len(shown) else differences_by_edition(shown, known)
    return FoundDifferences(found, every, tuple(shown))


def by_country(observations: Iterable[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    """Return the figures of each country in the order given."""
    grouped: dict[str, list[Observation]] = defaultdict(list)
    for figure in observations:
        grouped[figure.country].append(figure)
    return {country: tuple(rows) for country, rows in grouped.items()}


def _countries(connection: Connection, number: int, policy: Policy) -> dict[str, _Country]:
    versions = reading.versions(connection, number)
    contents = versions.contents()
    dates = {source.source_id: source.date for source in reading.sources(connection, versions)}
    source_hashes = {key.source_id: versions.hash(key) for key in contents if key.kind == SOURCES}
    figures: dict[str, list[BlockKey]] = defaultdict(list)
    for key in sorted((key for key in contents if key.kind in FIGURES), key=lambda key: order(key, dates)):
        figures[key.country].append(key)
    return {
        country: _Country(
            _key(policy, [(versions.hash(key), source_hashes.get(key.source_id)) for key in keys]),
            tuple(contents[key] for key in keys),
        )
        for country, keys in figures.items()
    }


def _key(policy: Policy, blocks: Sequence[tuple[str | None, str | None]]) -> str:
    return hashlib.sha256(json.dumps([RULES, astuple(policy), blocks]).encode()).hexdigest()


def _missing(connection: Connection, countries: Mapping[str, _Country]) -> list[_Country]:
    table = tables.kept_difference
    wanted = [country.key for country in countries.values()]
    known = set(connection.execute(select(table.c.key).where(table.c.key.in_(wanted))).scalars())
    return [country for country in countries.values() if country.key not in known]


def _to_text(found: FoundDifferences, figures: Sequence[Observation]) -> str:
    position = {figure.observation_id: n for n, figure in enumerate(figures)}

    def rows(each: Iterable[Difference]) -> list[list[object]]:
        return [
            [d.kind.value, [position[o.observation_id] for o in d.observations], d.sides, d.first, d.second, d.causes]
            for d in each
        ]

    same = found.with_desk_research == found.public
    return json.dumps([rows(found.public), None if same else rows(found.with_desk_research)])


def _from_text(text: str, shown: Sequence[Observation]) -> FoundDifferences:
    def read(rows: Iterable[Sequence[Any]]) -> tuple[Difference, ...]:
        return tuple(_difference(row, shown) for row in rows)

    public, every = json.loads(text)
    found = read(public)
    return FoundDifferences(found, found if every is None else read(every), tuple(shown))


def _difference(row: Sequence[Any], shown: Sequence[Observation]) -> Difference:
    kind, at, sides, first, second, causes = row
    return Difference(
        DifferenceKind(kind), tuple(shown[n] for n in at), sides, first, second, tuple(map(Cause, causes))
    )

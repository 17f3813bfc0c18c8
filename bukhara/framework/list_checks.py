"""Checks of what enters and leaves the list of items: rows that are moved to another item."""

from collections import Counter
from collections.abc import Iterator, Set
from datetime import date
from typing import Any

from bukhara.framework.document import Document, KeyPath, entries, indicators, read
from bukhara.model.finding import Finding


def list_findings(document: Document) -> Iterator[Finding]:
    """Yield the findings about `moved`: what is moved is the item's own, goes to one place, and that is in the list."""
    for item_path, item in entries(document, "items"):
        moves = _moves(item_path, item)
        if moves and "retired_on" not in item:
            yield document.finding(
                "moved-without-retired", (*item_path, "moved"), value=item["id"], key=item["id"], name="retired_on"
            )
            continue
        kinds = {each["id"]: each["type"] for each in item["indicators"]}
        rows = Counter(_rows(move) for _, move in moves)
        for path, move in moves:
            name = move["indicator"]
            if name not in kinds:
                yield document.finding("not-in-list", (*path, "indicator"), value=name, allowed=", ".join(kinds))
            elif move["to"] not in (goals := _goals(document, item, kinds[name])):
                yield document.finding("not-in-list", (*path, "to"), value=move["to"], allowed=", ".join(goals))
            alone = any(rows[name, ()] and other[0] == name and other[1] for other in rows)
            if rows[_rows(move)] > 1 or alone:
                yield document.finding("moved-twice", path, value=name, key=name)
            for key in {"source", "locator"} - set(move) if {"source", "locator"} & set(move) else ():
                yield document.finding("missing-key", path, value=key, key=key)


def missing_rows(text: str, held: Set[tuple[str, ...]]) -> tuple[Finding, ...]:
    """Return a finding for each entry of `moved` that names no row; `held` are indicator, source and locator of rows.

    `text` is that of a framework without errors.
    """
    document = read(text)
    moves = [each for entry in entries(document, "items") for each in _moves(*entry)]
    return tuple(
        document.finding("moved-nothing", path, value=move["locator"], key=move["indicator"], name=move["source"])
        for path, move in moves
        if "locator" in move and (move["indicator"], move["source"], move["locator"]) not in held
    )


def _moves(path: KeyPath, item: dict[str, Any]) -> list[tuple[KeyPath, dict[str, Any]]]:
    return [((*path, "moved", n), move) for n, move in enumerate(item.get("moved", ()))]


def _rows(move: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return which rows a move names: indicator, and source with locator, empty for all."""
    return move["indicator"], tuple(move[key] for key in ("source", "locator") if key in move)


def _goals(document: Document, retired: dict[str, Any], kind: str) -> list[str]:
    """Return the indicators of a type that are in the list on the day on which an item of the same scope retires."""
    return [
        indicator["id"]
        for (_, item), (_, indicator) in indicators(document)
        if item["id"] != retired["id"]
        and (item["scope"], indicator["type"]) == (retired["scope"], kind)
        and item.get("added_on", str(date.min)) <= retired["retired_on"] < item.get("retired_on", str(date.max))
    ]

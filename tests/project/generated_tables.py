"""Tables of documents that are made from the code: `make words` writes each between its marks."""

import ast
import inspect
import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import typer

from bukhara.cli.command import application
from bukhara.exports.data_frames import DTYPES
from bukhara.exports.tables import TABLES as DATA_TABLES
from bukhara.model import codes
from bukhara.model.audit import AuditAction
from bukhara.record import Record
from bukhara.root import ROOT
from bukhara.settings import Settings
from bukhara.wing import wings
from bukhara.workbook.columns import ALL_SHEETS, COLUMN_OF, Column

DOCUMENTS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"(?<=<!-- made by make words: )(\w+)( -->\n\n).*?(?=\n<!-- end -->)", re.DOTALL)
_CODES: dict[str, type[StrEnum]] = {
    "state": codes.State,
    "status": codes.Status,
    "kind": codes.Kind,
    "evidence_grade": codes.EvidenceGrade,
    "qualifier": codes.Qualifier,
    "period_basis": codes.PeriodBasis,
    "source_class": codes.SourceClass,
    "access": codes.Access,
}


def filled(text: str) -> str:
    """Return a document with the tables that the code has today."""
    return BLOCK.sub(lambda found: f"{found[1]}{found[2]}{tables()[found[1]]()}", text)


def documents() -> list[Path]:
    """Return the documents that may have such tables."""
    return [*sorted(DOCUMENTS.glob("*.md")), *(DOCUMENTS.parent / f"wings/{name}/README.md" for name in wings())]


@cache
def tables() -> dict[str, Callable[[], str]]:
    """Return the functions that make the tables, by their names; those of a wing are in its `tables.py` among its tests."""
    of_wings = [name for name in wings() if (ROOT / f"tests/wings/{name}/tables.py").exists()]
    return dict(ChainMap(TABLES, *(import_module(f"tests.wings.{name}.tables").TABLES for name in of_wings)))


def write() -> None:
    """Write the tables of every document."""
    for path in documents():
        path.write_text(filled(path.read_text("utf-8")), encoding="utf-8")


def commands() -> dict[str, typer.core.TyperCommand]:
    """Return each command by what is typed for it."""
    return dict(_commands(typer.main.get_command(application), "bukhara"))


def _commands(node: object, name: str) -> Iterator[tuple[str, typer.core.TyperCommand]]:
    inner = getattr(node, "commands", None)
    if inner is None:
        yield name, node
    for key, child in (inner or {}).items():
        yield from _commands(child, f"{name} {key}")


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    cells = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    columns = len(head.split("|"))
    return "".join(f"| {line} |\n" for line in (head, *cells)).replace("\n", f"\n{'|---' * columns}|\n", 1)


def _actions() -> str:
    return table("code in the audit log | words on its page", ((f"`{each}`", each.message) for each in AuditAction))


def _command_table() -> str:
    rows = ((f"`{name}{_usage(each)}`", " ".join((each.help or "").split())) for name, each in commands().items())
    return table("command | what it does", rows)


def _usage(command: typer.core.TyperCommand) -> str:
    """Return the arguments of a command and its options, those in brackets that may be left out."""
    parts = []
    for each in command.params:
        options = [option for option in each.opts if option.startswith("-")]
        if "--help" in options:
            continue
        kind = each.type_descriptor.annotation
        words = "|".join(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else each.name.upper()
        value = each.metavar or ("FILE" if kind is Path else words)
        longest = max(options, key=len, default="")
        shown = longest if longest and each.is_flag else f"{longest} {value}".strip()
        parts.append(shown if each.required else f"[{shown}]")
    return "".join(f" {part}" for part in parts)


def _sheets() -> str:
    return "\n".join(f"**{each.title}**: {', '.join(map(_key, each.columns))}.\n" for each in ALL_SHEETS)


def _key(column: Column) -> str:
    mark = "**" if column.required else "*" if column.template_only or column.shown_only else ""
    star = "\\*" if column.filled else ""
    return f"{mark}{column.key}{mark}{star}"


def _columns() -> str:
    return table("key | label | hint", ((f"`{key}`", each.label, each.hint) for key, each in COLUMN_OF.items()))


def _codes() -> str:
    return table("column | codes", ((f"`{name}`", ", ".join(kind)) for name, kind in _CODES.items()))


def _frames() -> str:
    rows = []
    for name in ("observations", "evidence", "progress", "differences"):
        call = getattr(Record, name)
        filters = ", ".join(DATA_TABLES[name].filters)
        rows.append((f"`record.{name}()`", (call.__doc__ or "").strip().removeprefix("Return "), filters))
    return table("call | what it returns | filters", rows)


def _dtypes() -> str:
    return table("a column that holds | dtype", ((held.value, f"`{dtype}`") for held, dtype in DTYPES.items()))


def _packages() -> str:
    """Return the packages with the first sentence of their docstrings."""
    root, rows = DOCUMENTS.parent, []
    for top in ("pages", "office", "web", "bukhara", "wings"):
        for path in sorted(root.glob(f"{top}/**/__init__.py")):
            text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
            if text:
                rows.append((f"`{path.parent.relative_to(root)}`", " ".join(text.partition("\n\n")[0].split())))
    return table("package | what it is", rows)


def _settings() -> str:
    """Return the settings with their defaults, and the docstrings of their fields."""
    body = ast.parse(inspect.getsource(Settings)).body[0].body
    rows = []
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign):
            name = field.target.id
            sentence = " ".join(text.value.value.split())
            rows.append((f"`BUKHARA_{name.upper()}`", _default(name), sentence))
    return table("variable | default | what it sets", rows)


def _default(name: str) -> str:
    """Return the default of a setting with the least and the most that it takes."""
    field = Settings.model_fields[name]
    value = field.default
    if value in (None, ""):
        return "none"
    shown = ",".join(value) if isinstance(value, tuple) else str(value).removeprefix(f"{ROOT}/")
    limits = {type(each).__name__: each for each in field.metadata}
    least, most = getattr(limits.get("Ge"), "ge", ""), getattr(limits.get("Le"), "le", "")
    return f"`{shown.lower() if isinstance(value, bool) else shown}`" + (f" ({least} to {most})" if most else "")


TABLES: dict[str, Callable[[], str]] = {
    "actions": _actions,
    "commands": _command_table,
    "sheets": _sheets,
    "columns": _columns,
    "codes": _codes,
    "settings": _settings,
    "packages": _packages,
    "frames": _frames,
    "dtypes": _dtypes,
}

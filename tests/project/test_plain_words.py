"""Names and docstrings use plain words: the old words of docs/glossary.md are refused."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "bukhara/locale/ru/LC_MESSAGES/bukhara.po"
SOURCES = ("app.py", "bukhara", "office", "pages", "tests", "web")
# "sign" is not in the list: its singular is also that of a number, and accounts sign in.
OLD_WORDS = frozenset(
    (
        *("told", "said", "stand", "stands", "standing", "stood", "whose", "door", "doors", "voice", "voices"),
        *("desk", "desks", "trail", "trails", "leaf", "wish", "wishes", "wished", "blank", "blanks", "signs"),
        *("seal", "seals", "sealed", "setter", "setters", "house", "houses", "room", "rooms", "wall", "walls"),
        *("storey", "storeys"),
    )
)
OLD_PHRASES = (
    "is none",
    "are none",
    "come to",
    "comes to",
    "came to",
    "of ours",
    "on its way",
    "return what",
    "return where",
)
# "Desk research" is the name of a class of sources.
ALLOWED = re.compile(r"desk[\s_-]?research", re.IGNORECASE)
# In a sentence, "sources whose figures differ" is plain; only a field must not be called "whose".
_IN_SENTENCES = re.compile(rf"\b({'|'.join(sorted(OLD_WORDS - {'whose'}) + list(OLD_PHRASES))})\b", re.IGNORECASE)
_PARTS_OF_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def old_words_in_name(name: str) -> list[str]:
    parts = [part.lower() for part in _PARTS_OF_NAME.findall(ALLOWED.sub("", name))]
    return [part for part in parts if part in OLD_WORDS]


def old_words_in_sentences(text: str) -> list[str]:
    return _IN_SENTENCES.findall(ALLOWED.sub("", " ".join(text.split())))


def defined_names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the names that a module gives to functions, classes, arguments, variables, fields and imports."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.alias(asname=str(name)):
                yield name, node.lineno


def docstrings(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the docstrings of a module, of its classes and functions, and those below constants."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text, node.lineno


def problems(source: str) -> list[str]:
    """Return each old word in a module, with its line."""
    tree = ast.parse(source)
    names = [f"{line}: {word} in {name}" for name, line in defined_names(tree) for word in old_words_in_name(name)]
    return names + [f"{line}: {word}" for text, line in docstrings(tree) for word in old_words_in_sentences(text)]


def modules(folder: str) -> list[Path]:
    path = ROOT / folder
    found = [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [each for each in found if "migrations" not in each.parts]


def problems_in(paths: list[Path]) -> list[str]:
    found = [f"{path.relative_to(ROOT)}:{each}" for path in paths for each in problems(path.read_text("utf-8"))]
    return found + [f"{path.relative_to(ROOT)}: file name" for path in paths if old_words_in_name(path.stem)]


def test_names_and_docstrings_have_no_old_words() -> None:
    paths = [path for folder in SOURCES for path in modules(folder)]
    assert len(paths) > 100
    assert problems_in(paths) == []


def names_outside_python() -> Iterator[tuple[str, str]]:
    """Yield the words of templates, style sheets and scripts with their file: without comments and messages."""
    folders = (ROOT / folder for folder in ("assets", "bukhara", "office", "pages", "web"))
    files = [path for folder in folders for end in ("html", "css", "js", "typ") for path in folder.rglob(f"*.{end}")]
    left_out = re.compile(r'\{#.*?#\}|/\*.*?\*/|//[^\n]*|_\(\s*"(?:[^"\\]|\\.)*"', re.DOTALL)
    for path in files:
        if "vendor" not in path.parts:
            for word in re.findall(r"[A-Za-z_][\w-]*", left_out.sub("", path.read_text(encoding="utf-8"))):
                yield path.name, word


def test_names_in_templates_style_sheets_and_scripts_have_no_old_words() -> None:
    words = set(names_outside_python())
    assert len(words) > 2000
    assert [(name, word) for name, word in words if word != "_blank" and old_words_in_name(word)] == []


def test_sentences_of_pages_findings_and_forms_have_no_old_words() -> None:
    allowed = re.compile(r"desk[\s_-]?research|\bsaid\b|direction is none", re.IGNORECASE)
    with CATALOGUE.open("rb") as file:
        texts = [
            text for message in read_po(file) for text in ([message.id] if isinstance(message.id, str) else message.id)
        ]
    assert len(texts) > 2000
    assert [text for text in texts if old_words_in_sentences(allowed.sub("", text))] == []


def test_every_old_word_is_in_the_glossary() -> None:
    table = (ROOT / "docs/glossary.md").read_text("utf-8").split("## Old words")[1]
    listed = {word for cell in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for word in re.findall(r"\w+", cell)}
    assert sorted(OLD_WORDS - listed) == []


@pytest.mark.parametrize(
    "source",
    [
        "told = 1",
        "for voice in (): pass",
        "def desk(): pass",
        "def f(*, seal): pass",
        "class OpenDoors: pass",
        "class A:\n    whose: str",
        "import a as trail",
        'def f():\n    """Return the mark that stands\n    for a state."""',
        'def f():\n    """Return None if there\n    is none."""',
        'A = 1\n"""What the notes come to."""',
    ],
)
def test_an_old_word_is_found(source: str) -> None:
    assert len(problems(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "understand = households = 1",
        "SIGN_IN = signature = 'sign_in'",
        "DESK_RESEARCH = with_desk_research = True",
        "class DeskResearch: pass",
        'def f():\n    """Return the sources whose figures differ, without desk research."""',
        "text = 'The file stands here.'",
    ],
)
def test_a_plain_word_is_accepted(source: str) -> None:
    assert problems(source) == []

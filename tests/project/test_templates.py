"""Every name that a template uses is given by name, a function of all templates, or its own."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from app import create_app
from bukhara.settings import Settings
from web.templating import ENVIRONMENT

# what `render` gives to every template
ALWAYS = {
    *("page_request", "snapshot", "_", "plural", "text", "number", "day"),
    *("href", "here", "language", "path"),
}
# a template that is included may be told that a button comes first; that of a draft is filled once for all its parts
OPTIONAL = {"first_step", "caller", "part"}
ROOT = Path(__file__).parents[2]


@cache
def named_in_calls() -> list[tuple[str, set[str]]]:
    """Return the template and the keywords of each `render(page_request, "template", ...)`, also by `partial`, and of Jinja's own."""
    found = []
    for folder in ("web", "pages", "office", "wings"):
        for text in (path.read_text("utf-8") for path in sorted((ROOT / folder).rglob("*.py"))):
            for node in ast.walk(ast.parse(text)) if "render" in text or "get_template" in text else ():
                if isinstance(node, ast.Call) and "render" in map(ast.unparse, (node.func, *node.args[:1])):
                    template = next(each.value for each in node.args if isinstance(each, ast.Constant))
                    found.append((template, {each.arg for each in node.keywords}))
                elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("ENVIRONMENT.get_template('"):
                    found.append((node.func.value.args[0].value, {each.arg for each in node.keywords}))
    return found


@cache
def tree(name: str) -> nodes.Template:
    source, _, _ = ENVIRONMENT.loader.get_source(ENVIRONMENT, name)
    return ENVIRONMENT.parse(source)


def names_in(name: str, seen: set[str]) -> set[str]:
    """Return the names that a template and those it uses take from their context."""
    if name in seen:
        return set()
    seen.add(name)
    own, found, parts = names_of(name)
    return found.union(*(names_in(part, seen) - own for part in parts))


@cache
def names_of(name: str) -> tuple[set[str], set[str], list[str]]:
    """Return the names that a template makes itself, those that it takes from its context, and the templates that it uses."""
    parsed = tree(name)
    own = {node.name for node in parsed.find_all(nodes.Name) if node.ctx == "store"}
    own |= {node.target for node in parsed.find_all(nodes.Import)}
    parts = []
    for part in parsed.find_all((nodes.Include, nodes.Import)):
        parts += [part.template.value] if isinstance(part.template, nodes.Const) else chosen(name)
    return own, meta.find_undeclared_variables(parsed) - own, parts


def chosen(name: str) -> list[str]:
    """Return the templates beside `name`, one of which it includes by a name that its context gives."""
    return [each for each in ENVIRONMENT.list_templates() if each.split("/")[0] == name.split("/", maxsplit=1)[0]]


@pytest.fixture(scope="module", autouse=True)
def app(tmp_path_factory):
    """The dashboard, so that every template and function is known."""
    return create_app(Settings(_env_file=None, exercise=True, var_dir=tmp_path_factory.mktemp("templates")))


def test_a_template_uses_only_what_it_is_given(app) -> None:
    wrong = {}
    known = ALWAYS | OPTIONAL | set(ENVIRONMENT.globals)
    named = named_in_calls()
    assert len(named) > 30
    for template, own in named:
        missing = names_in(template, set()) - known - own
        if missing:
            wrong[template] = sorted(missing)
    assert wrong == {}


def test_every_template_is_used(app) -> None:
    used: set[str] = set()
    for template in dict(named_in_calls()):
        names_in(template, used)
    assert sorted(set(ENVIRONMENT.list_templates()) - used) == []


def test_a_template_calls_only_macros_that_are_there(app) -> None:
    wrong, called = [], 0
    for template in ENVIRONMENT.list_templates():
        parsed = tree(template)
        imported = {
            each.target: {macro.name for macro in tree(each.template.value).find_all(nodes.Macro)}
            for each in parsed.find_all(nodes.Import)
        }
        for asked in parsed.find_all(nodes.Getattr):
            if isinstance(asked.node, nodes.Name) and asked.node.name in imported:
                called += 1
                wrong += [f"{template}: {asked.attr}"] if asked.attr not in imported[asked.node.name] else []
    assert (wrong, called > 100) == ([], True)


def test_a_macro_is_given_the_look_of_a_button_by_the_whole_name_of_its_class() -> None:
    parts = {"primary", "secondary", "outline-secondary", "danger"}
    texts = {
        name: {str(each.value) for each in tree(name).find_all(nodes.Const)} for name in ENVIRONMENT.list_templates()
    }
    assert {name: found & parts for name, found in texts.items() if found & parts} == {}


def test_every_line_inside_a_shape_of_the_office_is_drawn() -> None:
    shapes = (ROOT / "office/templates/marks.html").read_text(encoding="utf-8")
    drawn = re.search(r"\.g :is\(([^)]*)\) \{\n  fill: none;", (ROOT / "assets/office/uploads.css").read_text("utf-8"))
    assert {f".{name}" for name in re.findall(r'class="(\w)"/>', shapes)} == set(drawn[1].split(", ") if drawn else ())

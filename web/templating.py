"""Jinja for both halves: every text escaped, every message through the catalogue, each template with its own names."""

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from jinja2 import BaseLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup

from bukhara.i18n.words import Words
from web.addresses import address_of, table_address
from web.request import PageRequest

P = ParamSpec("P")
T = TypeVar("T")
_LOADERS: dict[str, BaseLoader] = {}
ENVIRONMENT = Environment(
    loader=PrefixLoader(_LOADERS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def add_templates(prefix: str, folder: Path) -> None:
    """Let the templates of a folder be found as `prefix/name.html`."""
    _LOADERS[prefix] = FileSystemLoader(folder)


def compile_templates(prefix: str) -> None:
    """Compile the templates of a folder, so that no reader waits for it; workers that are forked later share them."""
    for name in _LOADERS[prefix].list_templates():
        ENVIRONMENT.get_template(f"{prefix}/{name}")


def template_function(function: Callable[P, T]) -> Callable[P, T]:
    """Let every template call a function by its name."""
    ENVIRONMENT.globals[function.__name__] = function
    return function


template_function(address_of)
template_function(table_address)


def context_function(function: Callable[P, T]) -> Callable[P, T]:
    """Let every template call a function by its name, without its first argument, the context of the template."""
    return template_function(pass_context(function))


def words_function(function: Callable[[T, Words], object], name: str = "") -> None:
    """Let every template call a function by its own or another name, without its last argument, the reader's words."""

    @pass_context
    def in_words(context: TemplateContext, given: T) -> object:
        return function(given, context["_"])

    ENVIRONMENT.globals[name or function.__name__] = in_words


def render(page_request: PageRequest, template: str, **values: object) -> Markup:
    """Return a template in the language of `page_request`, filled with `values`."""
    words = page_request.words
    html = ENVIRONMENT.get_template(template).render(
        page_request=page_request,
        snapshot=page_request.snapshot,
        _=words,
        plural=words.plural,
        text=words.text,
        number=words.number,
        day=words.date,
        href=page_request.href,
        here=page_request.here,
        language=words.language,
        path=page_request.path,
        **values,
    )
    return Markup(html)  # noqa: S704  (made by an autoescaping template)


add_templates("web", Path(__file__).parent / "templates")

"""Functions of templates about what changes: the parts of long lists, and lines with the names of the framework."""

from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from jinja2 import pass_context
from jinja2.runtime import Context as TemplateContext

from bukhara.exports import change_table, seen_rows
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from web.paging import Turn, paged
from web.template_functions import page_request_in, words_in
from web.templating import ENVIRONMENT, context_function

P = ParamSpec("P")
T = TypeVar("T")


def named_function(function: Callable[Concatenate[T, Framework, Words, P], object], name: str = "") -> None:
    """Let every template call a function without the framework and the words, which come after its first argument."""

    @pass_context
    def in_words(context: TemplateContext, given: T, *args: P.args, **kwargs: P.kwargs) -> object:
        return function(given, page_request_in(context).service.framework(), words_in(context), *args, **kwargs)

    ENVIRONMENT.globals[name or function.__name__] = in_words


named_function(seen_rows.seen_rows)
named_function(seen_rows.compared_lines)
named_function(change_table.row_about)
named_function(change_table.row_lines)


@context_function
def page_of(context: TemplateContext, items: Sequence[T], name: str) -> tuple[tuple[T, ...], Turn]:
    """Return the part of a long list that the address asks for by `name`, and which part that is."""
    return paged(page_request_in(context), items, name=name)

"""The formatter of templates ends lines only where a reader of the page sees no difference."""

import re
from itertools import product
from random import Random

import pytest
from jinja2 import Environment

from tests.project.template_format import WIDTH, format_template

JINJA = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
LONG = "one_word_of_a_name_that_is_long_enough_to_fill_the_line_together_with_another"
UNSEEN = re.compile(r"\s*(</?(?:p|ul|li|option)\b[^>]*>)\s*|(<(?:button|select)\b[^>]*>)\s*|\s*(</(?:button|select)>)")

FORMATTED = {
    "an element in a line of its own, indented": (
        "<ul><li>a</li><li>b</li></ul>",
        "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n",
    ),
    "a statement with elements in it is broken, one without is not": (
        "{% if a %}<p>{% if b %}{{ b }}{% endif %}</p>{% endif %}",
        "{% if a %}\n  <p>{% if b %}{{ b }}{% endif %}</p>\n{% endif %}\n",
    ),
    "one statement a line": (
        "<p>{% for x in xs %}{% if x %}{{ x }}{% endif %}{% endfor %}</p>",
        "<p>\n  {% for x in xs %}\n    {% if x %}{{ x }}{% endif %}\n  {% endfor %}\n</p>\n",
    ),
    "a statement that writes nothing": (
        "{% set a = 1 %}{% set b = 2 %}{{ a }}",
        "{% set a = 1 %}\n{% set b = 2 -%}\n{{ a }}\n",
    ),
    "attributes one a line, further in than the content": (
        f'<p class="{LONG}" title="{LONG}">a</p>',
        f'<p\n    class="{LONG}"\n    title="{LONG}">\n  a\n</p>\n',
    ),
    "no white space appears inside an inline element": (
        f"<p>{{{{ {LONG} }}}}<a>{{{{ {LONG} }}}}</a></p>",
        f"<p>\n  {{{{ {LONG} -}}}}\n  <a>{{{{ {LONG} }}}}</a>\n</p>\n",
    ),
    "a sentence in pieces, which Jinja joins": (
        '{{ _("' + "word " * 30 + 'end", n=1) }}',
        '{{ _(\n  "' + "word " * 23 + '"\n  "' + "word " * 7 + 'end",\n  n=1\n) }}\n',
    ),
    "operators first on a line": (
        f"{{% set x = {LONG} if {LONG} else none %}}",
        f"{{% set x = {LONG}\n  if {LONG} else none %}}\n",
    ),
    "an element whose words are kept": ("<textarea>\n a  b </textarea>", "<textarea>\n a  b </textarea>\n"),
    "a line left empty between parts": ("{# a #}\n\n\n<p>b</p>", "{# a #}\n\n<p>b</p>\n"),
    "an element that another template closes": ("<div><p>a</p>", "<div>\n<p>a</p>\n"),
    "marks that are not needed are removed": (
        "<p>\n{%- if a -%}\nb\n{%- endif -%}\n</p>",
        "<p>{% if a %}b{% endif %}</p>\n",
    ),
}


@pytest.mark.parametrize(("source", "formatted"), FORMATTED.values(), ids=list(FORMATTED))
def test_a_template_is_written_in_one_way(source: str, formatted: str) -> None:
    assert format_template(source) == formatted
    assert format_template(formatted) == formatted


def seen(source: str, **values: object) -> str:
    """Return the page that a template makes, without the white space that a browser does not show."""
    page = JINJA.from_string(source).render(_=lambda text: text, **values)
    return UNSEEN.sub(r"\1\2\3", re.sub(r"\s+", " ", page)).strip()


WORDS = f"{LONG} {LONG}"
PIECES = [
    "{{ a }}", "{{ b }}", "word", f"{{{{ _('{WORDS}') }}}}", f'<a href="{LONG}" title="{LONG}">{{{{ a }}}}</a>', "<i>x</i>",
    "{% if a %}{{ b }}{% endif %}", "{% if b %}<p>y</p>{% else %}z{% endif %}", "{% for c in 'ab' %}{{ c }}{% endfor %}",
    "{% for c in '' %}<p>{{ c }}</p>{% endfor %}", "{% set c = 1 %}", "<ul><li>1</li><li>2</li></ul>", "{# note #}",
    f"<button>{WORDS}</button>", "<select><option>1</option><option>2</option></select>",
]  # fmt: skip


@pytest.mark.parametrize(
    "around", ["{}", "<p>{}</p>", "<b>{}</b>", "{{% if a %}}{}{{% endif %}}", "{{% for d in 'ab' %}}{}{{% endfor %}}"]
)
def test_the_page_stays_the_same(around: str) -> None:
    every = list(product(PIECES, ["", " ", "\n", "\n\n"], PIECES, ["", " .", f" {LONG} {LONG}"]))
    for first, space, second, third in Random(around).sample(every, 80):
        source = around.format(first + space + second + third)
        formatted = format_template(source)
        assert format_template(formatted) == formatted, source
        for a, b in (("A", "B"), ("", "B"), ("A", "")):
            assert seen(formatted, a=a, b=b) == seen(source, a=a, b=b), (source, formatted)


def test_lines_are_no_wider_than_the_screen() -> None:
    source = f"<p>{' '.join(PIECES)}</p>" + "{% if a %}" * 3 + " ".join(PIECES) + "{% endif %}" * 3
    assert max(map(len, format_template(source).splitlines())) <= WIDTH


@pytest.mark.parametrize("source", ["{% block a %}{% endblock %}", "{% set a %}b{% endset %}", "<a", "{% if a"])
def test_what_it_does_not_know_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"know|read"):
        format_template(source)

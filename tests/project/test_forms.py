"""A form of the office is declared once: what was sent is read by it, and its fields are drawn from it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SENT = re.compile(r"\brequest\.(?:form|files|values)\b")
NAMED = re.compile(r'\bname="([^"{]+)"')
# the language of a page goes with forms that ask; a browser offers to keep a new password under the name of its account
BESIDE_A_FORM = {"lang", "about", "name"}


def sources(ending: str) -> dict[str, str]:
    """Return the files of the site with this ending and their text."""
    paths = (path for folder in ("office", "web", "pages") for path in (ROOT / folder).rglob(f"*{ending}"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def test_what_was_sent_is_read_by_declared_forms_alone() -> None:
    assert [path for path, text in sources(".py").items() if SENT.search(text)] == ["office/forms.py"]


def test_a_template_of_the_office_has_the_name_of_a_field_from_its_form() -> None:
    named = {
        name for path, text in sources(".html").items() if path.startswith("office/") for name in NAMED.findall(text)
    }
    assert named <= BESIDE_A_FORM

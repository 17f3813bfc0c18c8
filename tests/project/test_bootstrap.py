"""The style sheet of Bootstrap has what pages use of it, and no more."""

from tests import bootstrap


def test_bootstrap_has_the_rules_of_the_classes_that_are_named_in_pages_scripts_and_styles() -> None:
    assert bootstrap.FILE.read_text(encoding="utf-8") == bootstrap.by_use(), "run python -m tests.bootstrap"

"""The list of licences beside the wheel names what the wheel needs, and nothing that only tests need."""

from tests.licences import licence, needed


def test_it_names_what_running_needs_with_its_licence() -> None:
    found = needed()
    assert {"dash", "flask", "werkzeug", "cffi", "psycopg-binary"} <= found.keys()
    assert not {"pytest", "frictionless", "bukhara-monitor"} & found.keys()
    assert [each for each in found if licence(each) == "not named"] in ([], ["pysqlite3"])
    assert licence("werkzeug") == "BSD-3-Clause"

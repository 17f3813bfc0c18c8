"""Stages in the life of a record, each a store that was made as people make it.

    def test_something(stages):                         # the fixture of tests/shared.py
        site = stages.read("one letter")                # a Site: site.client, site.service, site.clock

`names()` lists the stages; a name that begins with "exercise: " is of the exercise. A store is made once a session, from
the store of the stage before it and one step. `read` gives the same site to every test, so that its pages are made once;
`open` gives a copy, so that a test may write, let somebody else act and move the clock.
"""

from tests.stages.stages import EXERCISE, SIXTH_STATE, Stages, names

__all__ = ["EXERCISE", "SIXTH_STATE", "Stages", "names"]

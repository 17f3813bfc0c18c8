"""Stages in the life of a record, each a store that was made as people make it.

    def test_something(stages):                         # the fixture of tests/conftest.py
        site = stages.open("one letter")                # a Site: site.client, site.service, site.clock

`names()` lists the stages; a name that begins with "exercise: " is of the exercise. A store is made once a session, from
the store of the stage before it and one step; `open` gives a copy of it, so that a test may write.
"""

from tests.stages.stages import EXERCISE, SIXTH_STATE, Stages, names

__all__ = ["EXERCISE", "SIXTH_STATE", "Stages", "names"]

"""What the terms on pages mean, in one sentence: on hover. Marks have theirs in `model/marks.py`."""

from bukhara.model.messages import N_

TERMS: dict[str, str] = {
    "contested": N_("A state objects, two sources differ, or a coding is open. All versions are shown."),
    "round": N_("A set of questions in which all states are asked the same on known dates."),
    "reading": N_("Statuses from a published report; nobody was asked."),
}

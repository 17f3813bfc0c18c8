"""The wing of a letter about something that is wrong: a link at what is shown, and the form that makes the letter."""

from bukhara.model.messages import N_
from bukhara.wing import Wing

FAULT, WRONG = "/wrong", N_("Something is wrong here")
WING = Wing(
    routes=("wings.fault_letter.routes",),
    without_token=("office.make_letter",),
    notes={"fault": (WRONG, FAULT)},
)

"""The wing of bodies: one state by body, for its commission and the secretariat, and its parts of a workbook."""

from bukhara.model.messages import N_
from bukhara.wing import MenuEntry, Wing

PATH, TITLE = "/bodies", N_("Bodies")
SAYS = N_("A state by body: what each reports, what is open, and its part of the workbook.")
WING = Wing(
    routes=("wings.bodies.routes",),
    menu=(MenuEntry(address=PATH, name=TITLE, says=SAYS, after="/upload"),),
    shows={
        "tab of a state": "wings.bodies.shown:state_tab",
        "rows of a body": "wings.bodies.by_body:of_body",
    },
)

"""The wing of letters to states: an outbox in the office, and the task to send what waits in it."""

from bukhara.model.messages import N_
from bukhara.wing import MenuEntry, Wing

WING = Wing(
    routes=("wings.letters.routes",),
    menu=(
        MenuEntry(
            address="/outbox",
            name=N_("Outbox"),
            says=N_("Letters that are to be sent, and who marked them as sent."),
            after="/rounds",
        ),
    ),
    audit={
        "letter_sent": N_("letter sent"),
        "letter_again": N_("letter to be sent again"),
        "letter": N_("letter"),
    },
    tasks={"send_letter": (N_("Send the letter to {state}: {what}"), "/outbox/{key}")},
    waiting="wings.letters.outbox:waiting",
    notes={
        "asking": (N_("A letter with the workbook of each then waits in the outbox."), ""),
        "asked": (N_("The letters to them, with the workbooks, then wait in the outbox."), ""),
        "round": (N_("Letters in the outbox"), "/outbox"),
        "published": (N_("The letter with the receipt is in the outbox."), "/outbox"),
    },
    tables=("letter",),
)

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
    tasks={"send_letter": (N_("Send the letter ({state}): {what}"), "/outbox/{key}")},
    waiting="wings.letters.outbox:waiting",
    notes={
        "asking": (
            N_(
                "A letter with the workbook of each then waits in the outbox. A state is asked on the day on which its "
                "letter is marked as sent; give a day here only if the letter has left already."
            ),
            "",
        ),
        "asked": (N_("The letters wait in the outbox. Each state is asked once its letter is marked as sent."), ""),
        "round": (N_("Letters in the outbox"), "/outbox"),
        "published": (N_("The letter with the receipt is in the outbox."), "/outbox"),
    },
    tables=("letter",),
)

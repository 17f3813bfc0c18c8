"""The wing of kept documents: copies of sources, in the office and beside their source."""

from bukhara.model.access import GrantScope, Role
from bukhara.model.messages import N_
from bukhara.wing import MenuEntry, Wing

DOCUMENTS, EDIT_DOCUMENTS = "documents", "edit_documents"
ADDED, REMOVED = "document_added", "document_removed"
WING = Wing(
    routes=("wings.documents.routes",),
    open={"office.open_copy": "/copies/<document_id>"},
    menu=(MenuEntry(address="/documents", name=N_("Documents"), says=N_("Kept copies of sources."), after="/packs"),),
    grants={
        DOCUMENTS: {role: GrantScope.ALL for role in Role if role is not Role.VIEWER},
        EDIT_DOCUMENTS: {Role.SECRETARIAT: GrantScope.ALL},
    },
    audit={
        ADDED: N_("document kept or listed"),
        REMOVED: N_("document removed"),
        "document": N_("document"),
    },
    shows={"source": "wings.documents.copies:source_sections"},
    open_copies="wings.documents.copies:open_copies",
    tables=("document",),
)

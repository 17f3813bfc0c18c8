"""The wing of the organisation's own template: an administrator uploads a PowerPoint file in which slides are made."""

from bukhara.model.access import GrantScope, Role
from bukhara.model.messages import N_
from bukhara.wing import MenuEntry, Wing

SLIDE_TEMPLATE, SET, REMOVED = "slide_template", "template_set", "template_removed"
PATH, TITLE = "/admin/template", N_("Template of slides")
LEAD = N_("PowerPoint files of this site are made in the template of your organisation.")
WING = Wing(
    routes=("wings.slide_template.routes",),
    menu=(MenuEntry(address=PATH, name=TITLE, says=LEAD, after="/admin"),),
    grants={SLIDE_TEMPLATE: {Role.ADMIN: GrantScope.ALL}},
    audit={SET: N_("template of slides uploaded"), REMOVED: N_("template of slides removed")},
    shows={
        "template of slides": "wings.slide_template.uploaded:current",
        "slides in a template": "wings.slide_template.template:presentation",
    },
    tables=("slide_template",),
)

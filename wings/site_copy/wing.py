"""The wing of the copy of the site: a command."""

from bukhara.wing import Wing

WING = Wing(commands={"site": "wings.site_copy.command:site"})

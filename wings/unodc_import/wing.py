"""The wing of the import of UNODC's figures: a command."""

from bukhara.wing import Wing

WING = Wing(commands={"import": "wings.unodc_import.command:application"})

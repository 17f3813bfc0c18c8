"""Column headings of a state's own form, matched to columns of the workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading (`text`, normalised) that a state uses for `column` in a workbook of `kind`.

    `country` has the same values as the subject of a draft.
    """

    country: str
    kind: str
    text: str
    column: str

"""The numbers of the disclosure rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The disclosure rule in force: counts below `threshold` are withheld, others are rounded to `base`.

    With `guard` off every figure is shown as it is stored.
    """

    guard: bool = True
    threshold: int = 10
    base: int = 5

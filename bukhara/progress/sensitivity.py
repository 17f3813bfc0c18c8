"""The range of one state's mean level under other weights (method 5). One state alone; never a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.model.framework import Method
from bukhara.progress.coverage import Scored

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """Quantiles of a state's own mean level (0-1) over the draws; `capped` means with evidence caps."""

    draws: int
    capped: bool
    lowest: float
    lower: float
    median: float
    upper: float
    highest: float


def sensitivity(scored: Sequence[Scored], method: Method, *, capped: bool) -> Sensitivity | None:
    """Return the 5, 25, 50, 75, 95 % quantiles under weights times U(low, high); None without an answer."""
    import numpy as np

    # By id, so that the order of rows meets the same draws.
    answered = sorted((s for s in scored if s.level is not None and s.weight > 0), key=lambda s: s.item)
    if not answered:
        return None
    levels = np.array([(s.level_capped if capped else s.level) or 0.0 for s in answered])
    base = np.array([s.weight for s in answered])
    generator = np.random.default_rng(method.sensitivity.seed)
    drawn = generator.uniform(
        method.sensitivity.weight_low, method.sensitivity.weight_high, (method.sensitivity.draws, len(answered))
    )
    weights = drawn * base
    means = (weights @ levels) / weights.sum(axis=1)
    lowest, lower, median, upper, highest = np.clip(np.quantile(means, QUANTILES), 0.0, 1.0).tolist()
    return Sensitivity(
        draws=method.sensitivity.draws,
        capped=capped,
        lowest=lowest,
        lower=lower,
        median=median,
        upper=upper,
        highest=highest,
    )

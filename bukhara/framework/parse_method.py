"""The conversion of the method of a checked document to the model."""

from datetime import date
from typing import Any

from bukhara.model.codes import EvidenceGrade, SourceClass
from bukhara.model.framework import Method


def method(entry: dict[str, Any]) -> Method:
    """Return the parameters of the method; shares are 0 to 1."""
    coverage, pace, sensitivity = entry["coverage"], entry["pace"], entry["sensitivity"]
    return Method(
        version=entry["version"],
        bukhara_date=date.fromisoformat(entry["bukhara_date"]),
        evidence_caps=tuple((EvidenceGrade(k), float(v)) for k, v in entry["evidence_caps"].items()),
        source_grades=tuple((SourceClass(k), EvidenceGrade(v)) for k, v in entry["source_grades"].items()),
        coverage_band=float(coverage["band"]),
        coverage_bar=float(coverage["bar"]),
        min_items=int(coverage["min_items"]),
        pace_on=float(pace["on_pace"]),
        pace_behind=float(pace["behind"]),
        tolerance=float(pace["tolerance"]),
        noise_p=float(entry["noise_p"]),
        draws=int(sensitivity["draws"]),
        seed=int(sensitivity["seed"]),
        weight_low=float(sensitivity["weight_low"]),
        weight_high=float(sensitivity["weight_high"]),
    )

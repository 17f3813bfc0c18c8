"""The method: the parameters by which levels, coverage and evidence are computed, as indicators.yaml defines them."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import EvidenceGrade, SourceClass
from bukhara.model.field_forms import Number, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCaps:
    """The highest level that evidence of each grade allows."""

    assertion: Share
    statement_on_record: Share
    primary_document: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGrades:
    """The grade of the evidence of each class of sources that is graded."""

    conference_report: EvidenceGrade
    state_submission: EvidenceGrade
    partner: EvidenceGrade
    civil_society: EvidenceGrade
    desk_research: EvidenceGrade
    exercise: EvidenceGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLimits:
    """The coverage from which a level is drawn as a bar with a band, and as a bar, of at least `min_items` items."""

    band: Share
    bar: Share
    min_items: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The parameters of the method (docs/method.md); every result cites `version`."""

    version: str
    bukhara_date: date
    evidence_caps: EvidenceCaps
    source_grades: SourceGrades
    coverage: CoverageLimits
    noise_p: Share

    def cap(self, grade: EvidenceGrade) -> float:
        """Return the highest level (0 to 1) that evidence of `grade` allows."""
        found: float = getattr(self.evidence_caps, grade.value)
        return found

    def grade_of(self, source_class: SourceClass) -> EvidenceGrade:
        """Return the grade of the evidence of a class of sources; the lowest for one that is not graded."""
        return getattr(self.source_grades, source_class.value, EvidenceGrade.ASSERTION)

"""The conversion of indicators.yaml to the model."""

from dataclasses import replace
from pathlib import Path

from bukhara.errors import FrameworkInvalid
from bukhara.framework.checks import check_document
from bukhara.framework.document import read
from bukhara.framework.structure import model_of
from bukhara.model.codes import BodyKind, ReadingKind, Severity
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework


def text_of(path: Path) -> str:
    """Return the text of a framework file; raise FrameworkInvalid if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        finding = Finding(code="file-unreadable", severity=Severity.ERROR, value=str(path))
        raise FrameworkInvalid([finding]) from error


def load(path: Path, *, exercise: bool = False) -> Framework:
    """Return the framework of a file; raise FrameworkInvalid if the file has errors."""
    return parse(text_of(path), exercise=exercise)


def parse(source: str, *, exercise: bool = False, stored: bool = False) -> Framework:
    """Return the framework in the text of indicators.yaml.

    Args:
        source: the text of the file.
        exercise: use the invented countries with their rounds and bodies, and the international bodies, instead of
            the real countries.
        stored: it is the text of a release, so that keys which are not known any more are left out.

    Raises:
        FrameworkInvalid: the checks found errors.
    """
    document = read(source)
    findings = check_document(document)
    left_out = ("unknown-key",) if stored else ()
    if any(each.severity is Severity.ERROR and each.code not in left_out for each in findings):
        raise FrameworkInvalid(findings)
    framework, invented = model_of(document)
    if not exercise:
        return framework
    if invented is None:
        raise FrameworkInvalid([document.finding("missing-key", (), value="exercise", key="exercise")])
    international = (body for body in framework.bodies if body.kind is BodyKind.INTERNATIONAL)
    return replace(
        framework,
        countries=invented.countries,
        readings=tuple(replace(each, kind=ReadingKind.ROUND) for each in invented.rounds),
        bodies=(*invented.bodies, *international),
        exercise=True,
    )

"""Parts of a total that overlap: a sum must not count the same persons twice."""

from collections.abc import Sequence

from bukhara.model.observation import Observation

_FOREIGN = "foreign"


def counted_once(parts: Sequence[Observation]) -> list[Observation]:
    """Return the parts without those that are certainly included in others.

    Citizens of one other state are included in foreign citizens; an age band (15-29) in minors and adults.
    """
    groups = {(part.sex, part.age_group, part.citizenship) for part in parts}
    ages = {(part.sex, part.citizenship) for part in parts if part.age_group and not _is_band(part)}

    def is_within(part: Observation) -> bool:
        is_abroad = part.citizenship not in ("", _FOREIGN, part.country)
        is_band = _is_band(part)
        return (
            (is_abroad and (part.sex, part.age_group, _FOREIGN) in groups)
            or (is_band and (part.sex, part.citizenship) in ages)
            or (is_abroad and is_band and (part.sex, _FOREIGN) in ages)
        )

    return [part for part in parts if not is_within(part)]


def without_possible_overlap(parts: Sequence[Observation]) -> list[Observation]:
    """Return the parts without those that another part may include, such as trafficking in minors in trafficking."""
    classes = {part.offence_class for part in parts} - {""}
    return [part for part in parts if not classes.intersection(_wider_classes(part.offence_class))]


def _wider_classes(offence_class: str) -> list[str]:
    words = offence_class.split("_")
    return ["_".join(words[:n]) for n in range(1, len(words))]


def _is_band(part: Observation) -> bool:
    return any(letter.isdigit() for letter in part.age_group)

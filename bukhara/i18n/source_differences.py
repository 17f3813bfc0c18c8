"""A difference between sources in words: what is counted, its kind, likely causes, status and decision."""

from dataclasses import dataclass

from bukhara.i18n.codes import label
from bukhara.i18n.figures import parts_text, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Cause, Difference, DifferenceKind
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.period import Period

_PAIR = 2

KINDS = {
    "two_values": N_("Two figures are given: {first}; {second}."),
    "part_larger": N_("A part is given as larger than its whole: {second}; the whole: {first}."),
    "parts_total": N_("Total: {first}. The parts named add up to {sum}."),
    "periods_total": N_("Whole period: {first}. Figures for its parts ({second_body}) add up to {sum}."),
    "shares_total": N_("The shares given add up to {sum} per cent: {second_body}, {second_period}."),
    "two_labels": N_("One number, two headings: {first}; {second}."),
}
_SHORTER_PERIOD = N_("More is given for a shorter period: {second}. For a longer one that includes it: {first}.")
DECISIONS = {
    "open": N_("Opened again ({body}, {day}):"),
    "explained": N_("Explained ({body}, {day}):"),
    "decided": N_("Decided ({body}, {day}):"),
}


@dataclass(frozen=True, slots=True)
class DifferenceText:
    """A difference in words; `decision` is empty where nobody decided, `reason` belongs to the decision."""

    sentence: str
    first: str
    second: str
    ratio: str
    causes: tuple[str, ...]
    status: str
    decision: str
    reason: str


def describe_difference(difference: Difference, framework: Framework, words: Words) -> DifferenceText:
    """Return the sentence, the ratio, the likely causes, the status and the decision of a difference."""
    ratio, lapsed = difference.ratio, difference.lapsed
    first, second = _numbers(difference, words)
    return DifferenceText(
        difference_sentence(difference, framework, words),
        first,
        second,
        words.number(round(ratio, 2)) if ratio is not None else "",
        tuple(_cause(cause, difference, words) for cause in difference.causes),
        words(difference.status.message),
        _decision(difference, words),
        lapsed.reason if lapsed else difference.reason,
    )


def _cause(cause: Cause, difference: Difference, words: Words) -> str:
    stages = ", ".join(label(words, _figure_of(difference, side).stage) for side in (0, 1))
    return f"{words(cause.message)} ({stages})" if cause is Cause.OTHER_STAGE else words(cause.message)


def difference_sentence(difference: Difference, framework: Framework, words: Words) -> str:
    """Return the sentence about the two numbers of a difference, each with its unit, period and body."""
    one, other = difference.observations[0], difference.observations[difference.sides]
    first, second = (side_text(difference, side, framework, words) for side in (0, 1))
    sentence = words(
        _template(difference),
        first=first,
        second=second,
        sum=words.number(difference.second),
        second_body=_body(other, framework, words),
        second_period=period_text(other.period, other.period_label, words),
    )
    is_two_labels = difference.kind is DifferenceKind.TWO_LABELS
    return f"{sentence} {_headings(one, other, words)}" if is_two_labels else sentence


def _template(difference: Difference) -> str:
    one, other = difference.observations[0], difference.observations[difference.sides]
    if difference.kind is DifferenceKind.PART_LARGER and _is_within(other.period, one.period):
        return _SHORTER_PERIOD
    return KINDS[difference.kind]


def _is_within(shorter: Period, longer: Period) -> bool:
    if shorter == longer or not (shorter.start and shorter.end and longer.start and longer.end):
        return False
    return longer.start <= shorter.start and shorter.end <= longer.end


def subject_text(difference: Difference, framework: Framework, words: Words) -> str:
    """Return the names of what the two sides count, once if they count the same or one side is a sum of parts."""
    return "; ".join(_subjects(difference, framework, words))


def short_numbers(difference: Difference, words: Words) -> str:
    """Return the two numbers of a difference, "14 / 6", or the one number that has two headings."""
    first, second = _numbers(difference, words)
    return words("{first}, two headings", first=first) if first == second else f"{first} / {second}"


def compact_text(difference: Difference, framework: Framework, words: Words) -> str:
    """Return both numbers with unit and period, then the name of what is counted: for a box; the body is on hover."""
    shown = tuple(dict.fromkeys(_dated_number(difference, side, words) for side in (0, 1)))
    name = _subjects(difference, framework, words)[0]
    if difference.first == difference.second:
        return words("{number}, two headings: {name}", number=shown[0], name=name)
    return f"{' / '.join(shown)}: {name}"


def _decision(difference: Difference, words: Words) -> str:
    """Return who decided when, or that the numbers have changed since; the reason follows."""
    if lapsed := difference.lapsed:
        return words(
            "The figures were looked at on {day} ({body}): {first} and {second} then. They have changed since. The "
            "explanation of that day no longer applies:",
            body=lapsed.decided_by,
            day=words.date(lapsed.decided_on),
            first=words.number(lapsed.first_value),
            second=words.number(lapsed.second_value),
        )
    if difference.decided_on is None:
        return ""
    day = words.date(difference.decided_on)
    return words(DECISIONS[difference.status], body=difference.decided_by, day=day)


def _headings(one: Observation, other: Observation, words: Words) -> str:
    """Say how the headings of one number differ: in the stage, else in the class of offences."""
    field = "offence_class" if one.stage == other.stage else "stage"
    first, second = (label(words, getattr(each, field)) for each in (one, other))
    return words("It is read here once as “{first}”, once as “{second}”.", first=first, second=second)


def _subjects(difference: Difference, framework: Framework, words: Words) -> tuple[str, ...]:
    compared = difference.observations if len(difference.observations) == _PAIR else difference.observations[:1]
    measures = dict.fromkeys(figure.indicator for figure in compared)
    return tuple(words.text(framework.indicator(measure).name) for measure in measures)


def _numbers(difference: Difference, words: Words) -> tuple[str, str]:
    return _number(difference, 0, words), _number(difference, 1, words)


def _number(difference: Difference, side: int, words: Words) -> str:
    """Return the number of a side as printed, "more than 200", with the part that it counts: "2 (male)"."""
    figures = _figures(difference, side)
    number = words.number((difference.first, difference.second)[side])
    if len(figures) != 1:  # a sum, or the 100 per cent that shares must add up to
        return number
    text = number if figures[0].value == 0 else value_text(figures[0], words)
    parts = parts_text(figures[0], words)
    return f"{text} ({parts})" if parts else text


def side_text(difference: Difference, side: int, framework: Framework, words: Words) -> str:
    """Return the number of a side with its unit, its period and its body: "14 cases, 2021, Ministry"."""
    return f"{_dated_number(difference, side, words)}, {_body(_figure_of(difference, side), framework, words)}"


def _dated_number(difference: Difference, side: int, words: Words) -> str:
    """Return the number of a side with its unit and period; a sum, which has those of its total, alone."""
    if len(_figures(difference, side)) > 1:
        return _number(difference, side, words)
    figure = _figure_of(difference, side)
    period = period_text(figure.period, figure.period_label, words)
    said = {"number": _number(difference, side, words), "unit": unit_text(figure, words), "period": period}
    return words("{number} {unit}, {period}", **said)


def _figure_of(difference: Difference, side: int) -> Observation:
    return (*_figures(difference, side), difference.observations[0])[0]


def _figures(difference: Difference, side: int) -> tuple[Observation, ...]:
    ends = (0, difference.sides, len(difference.observations))
    return difference.observations[ends[side] : ends[side + 1]]


def _body(figure: Observation, framework: Framework, words: Words) -> str:
    return body_name(figure.reporter or figure.partner, words, framework)


def objection_text(figure: Observation, words: Words, framework: Framework) -> str:
    """Return that a state disagrees with a figure, with its measure and period."""
    measure, period = framework.indicator(figure.indicator), period_text(figure.period, figure.period_label, words)
    number = value_text(figure, words)
    said = {"measure": words.text(measure.name), "number": number, "period": period}
    return words("The state disagrees with a figure: {measure}, {number}, {period}.", **said)

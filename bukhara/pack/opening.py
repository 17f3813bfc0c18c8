"""The title slide, and the slide of the annex on how to read the marks."""

from bukhara.charts.day_words import dated_release, ends_judged, title_of_all
from bukhara.i18n.basis import confirmation_sentence, disclaimer
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.model.codes import ReadingKind, State
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.views import basis, overview


def title(material: Material) -> Slide:
    """Return the title slide: what the pack is about, its day, its release and the disclaimer."""
    words, framework = material.words, material.snapshot.framework
    say: tuple[str, ...]
    lines = [words.text(framework.instrument.title)]
    if material.choice.country:
        name = words("Brief: {country}", country=words.text(material.countries[0].name))
        say = (
            words("This brief has what the sources report about one state. It is a draft that the state can change."),
        )
    else:
        name = title_of_all(material.snapshot, words)
        conference = next((each for each in framework.conferences if each.id == material.choice.conference), None)
        if conference and not framework.exercise:
            place, when = words.text(conference.place), words.partial_date(conference.when)
            lines.append(words("Conference {n}: {place}, {when}", n=conference.number, place=place, when=when))
        say = (
            words("This pack shows what the states and their partners reported, in the fixed order of the states."),
            words("Every status and every number has a source; the notes of each slide name it."),
        )
    rests_on = basis.build(material.snapshot, material.choice.country)
    lines += [
        dated_release(material.snapshot, words, material.choice.country),
        *filter(None, (ends_judged(material.snapshot, words, [country.code for country in material.countries]),)),
        f"{disclaimer(rests_on, words)} {confirmation_sentence(rests_on, words)}".strip(),
    ]
    points = Points("", tuple(SlidePoint(text=line) for line in lines))
    return material.slide(SlideKind.TITLE, name, (points,), Notes(say))


def guide(material: Material) -> Slide:
    """Return the slide on how to read the others."""
    words, snapshot = material.words, material.snapshot
    marks = overview.build(snapshot).scorecard.marks
    key = Points(words("Marks"), tuple(SlidePoint(text=_explained(words, kind), mark=kind) for kind in marks))
    rounds = any(reading.kind is ReadingKind.ROUND for reading in snapshot.framework.readings)
    not_covered = words(
        "“Not covered” means that no body of the state says anything about it in a conference report or an answer. "
        "It does not mean that nothing was done."
    )
    rules = [
        *((not_covered,) if State.NOT_ASKED in marks else ()),
        words("Zero, not available, not asked and withheld are different answers."),
        words("The states are in a fixed order, not by value. Nothing is added up over states."),
        words("Counts of cases and victims are context. They do not measure progress."),
    ]
    if not rounds:
        rules.append(words("The report gives statuses, not levels: the states were not all asked the same."))
    points = Points(words("Rules"), tuple(SlidePoint(text=rule) for rule in rules))
    say = (
        words("Each mark has a shape, a colour and a word, so that it can be read without colour."),
        words("A state may see a status differently. Then the slide says so, and both views are kept."),
    )
    return material.slide(
        SlideKind.GUIDE,
        words("How to read these slides"),
        (key, points),
        Notes(say),
        sources=(words("Source: {titles}", titles=words("the method of this dashboard, page Method")),),
    )


def _explained(words: Words, kind: str) -> str:
    short, long = short_label(words, kind), label(words, kind)
    return long if short in long else words("{short}: {long}", short=short, long=long)

"""The title slide."""

from bukhara.charts.day_words import ends_judged, title_of_all
from bukhara.i18n.basis import confirmation_sentence, disclaimer
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.situation import basis


def title(material: Material) -> tuple[Slide, ...]:
    """Return the title slide: what the pack is about, the occasion, and who made it; its day and release are below."""
    words, framework = material.words, material.snapshot.framework
    say: tuple[str, ...]
    lines, known = list(material.choice.occasion), []
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
            known.append(words("Conference {n}: {place}, {when}", n=conference.number, place=place, when=when))
        if framework.exercise:
            known.append(words.text(max(framework.readings, key=lambda reading: reading.date).title))
        say = (
            words("This pack shows what the states and their partners reported, in the fixed order of the states."),
            words("Every status and every number has a source; the notes of each slide name it."),
        )
    rests_on = basis.build(material.snapshot, material.choice.country)
    confirmed = confirmation_sentence(rests_on, words) if len(rests_on.positions) == 1 else ""
    lines = [
        *(lines or known),
        words.text(framework.instrument.title),
        f"{disclaimer(rests_on, words)} {confirmed}".strip(),
    ]
    judged = ends_judged(material.snapshot, words, [country.code for country in material.countries])
    points = Points(tuple(SlidePoint(text=line) for line in lines))
    return (material.slide(SlideKind.TITLE, name, (points,), Notes(say, (), tuple(filter(None, [judged])))),)

"""What the slides of a pack are made from: the record of a day, the choice and the words of one language."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bukhara.charts.step_words import spoken_by
from bukhara.i18n.basis import confirmation_sentence
from bukhara.i18n.locators import locator_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name
from bukhara.i18n.words import Words
from bukhara.model.framework import Country
from bukhara.model.marks import REPLY_SIGNS
from bukhara.model.observation import Observation
from bukhara.model.release import PreviousReading, PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.pack import layout
from bukhara.pack.choice import PackChoice
from bukhara.pack.slides import ANNEX, MINUTES, Block, Notes, Quote, Slide, SlideKind
from bukhara.situation.basis import basis_of
from bukhara.situation.situation import Situation
from bukhara.views.countries import country
from bukhara.views.countries.country import CountryView
from bukhara.views.status import narrative
from bukhara.views.status.narrative import CountryChanges


@dataclass(frozen=True, slots=True)
class Material:
    """The record, what was published before, the choice, and the language of the words."""

    snapshot: Snapshot
    past: PreviousReading | None
    choice: PackChoice
    words: Words

    @property
    def countries(self) -> tuple[Country, ...]:
        """The chosen states in the fixed order; all of them if none is chosen."""
        every = self.snapshot.framework.countries
        if self.choice.country:
            return tuple(each for each in every if each.code == self.choice.country)
        return tuple(each for each in every if each.code in self.choice.countries) or every

    def has(self, item: str) -> bool:
        """Return whether an item is among the chosen themes."""
        return not self.choice.themes or item in self.choice.themes

    def item_name(self, item: str) -> str:
        """Return the name of a theme."""
        return self.words.text(self.snapshot.framework.item(item).name)

    def short_name(self, item: str) -> str:
        """Return the name of a theme in few letters."""
        return self.words.text(self.snapshot.framework.item(item).short)

    @property
    def places(self) -> tuple[str, ...]:
        """The codes of the states of the slides; where these are all states, of the regions too."""
        framework, codes = self.snapshot.framework, tuple(country.code for country in self.countries)
        is_every = set(codes) == {country.code for country in framework.countries}
        return codes + tuple(region.code for region in framework.regions if is_every)

    def country_name(self, code: str) -> str:
        """Return the short name of a state or of the region."""
        return self.words.text(self.snapshot.framework.country(code).short)

    def country_names(self, codes: Iterable[str]) -> str:
        """Return the short names of states, separated by commas."""
        return ", ".join(self.country_name(code) for code in codes)

    def question(self, code: str) -> str:
        """Return the first question of the organisers to a state: the one that begins with its name."""
        own = (line for each in self.choice.questions if each.language == self.words.language for line in each.lines)
        return next((line for line in own if line.startswith(f"{self.country_name(code)}:")), "")

    def body(self, name: str) -> str:
        """Return the name of an institution."""
        return body_name(name, self.words, self.snapshot.framework)

    def quote(self, record: Statement | Observation) -> Quote:
        """Return the words of the source of a record; without a quote those of the submission."""
        if isinstance(record, Statement):
            text, language = record.text_in(self.words.language)
            body = spoken_by(self.snapshot, record, self.words)
        else:
            text, language, body = "", "", self.body(record.reporter)
        if record.quote:
            text, language = record.quote.replace(" | ", "” “"), "en"
        title = self.title(record.source_id) if record.source_id else ""
        return Quote(text, body, title, locator_text(record.source_locator, self.words), language)

    def quotes(self, records: Iterable[Statement | Observation]) -> tuple[Quote, ...]:
        """Return the quotes of records, each once; records without words have none."""
        found = (self.quote(record) for record in records)
        return tuple(dict.fromkeys(quote for quote in found if quote.text))

    def title(self, source_id: str) -> str:
        """Return the title of a source, with a mark if it is a translation."""
        return titles([self.snapshot.source(source_id)], self.words)

    def sources(self, records: Iterable[Statement | Observation]) -> tuple[str, ...]:
        """Return a line for each source of records, with the places in it."""
        places: dict[str, list[str]] = {}
        for record in records:
            if record.source_id:
                places.setdefault(record.source_id, []).append(record.source_locator)
        return tuple(self._source_line(source_id, found) for source_id, found in places.items())

    def _source_line(self, source_id: str, locators: list[str]) -> str:
        # the cells of a data set are in the notes: all of them would fill a slide
        lines = dict.fromkeys(part for locator in locators for part in locator.split(" | ") if part.startswith("L"))
        place = locator_text(" | ".join(sorted(lines, key=lambda line: int(line[1:] or 0))), self.words)
        title = self.title(source_id)
        if not place:
            return self.words("Source: {titles}", titles=title)
        return self.words("Source: {titles}, {places}", titles=title, places=place)

    def objection(self, status: Situation) -> str:
        """Return the sentence that says that a state has objected to one of its statuses."""
        state, theme = self.country_name(status.country), self.item_name(status.item)
        return self.words("{state}: objection on “{theme}”.", state=state, theme=theme)

    def confirmation(self, found: Iterable[Situation], *, one_state: bool = False, signed: bool = False) -> str:
        """Return whether the states gave or confirmed these statuses, with the signs of replies where they are used."""
        signs = {position: sign.character for position, sign in REPLY_SIGNS.items()} if signed else {}
        return confirmation_sentence(basis_of(self.snapshot, found, one_state=one_state), self.words, signs)

    def report_sources(self, reports: Iterable[PublicReport]) -> tuple[str, ...]:
        """Return a line for each source of public reports."""
        found = dict.fromkeys(titles([report.source], self.words) for report in reports)
        return tuple(self.words("Source: {titles}", titles=title) for title in found)

    def country_view(self, code: str) -> CountryView:
        """Return the view of a state."""
        return self.snapshot.once(_country_views)[code]

    def country_changes(self) -> tuple[CountryChanges, ...]:
        """Return the changes in each chosen state and in the region."""
        codes = {each.code for each in self.countries}
        every = narrative.build(self.snapshot, self.past)
        others = {each.code for each in self.snapshot.framework.countries} - codes
        return tuple(changes for changes in every if changes.country not in others)

    def slide(
        self,
        kind: SlideKind,
        title: str,
        blocks: Iterable[Block],
        notes: Notes,
        *,
        about: str = "",
        sources: Iterable[str] = (),
        name: str = "",
        label: str = "",
        facts: Iterable[Statement | Observation | Situation] = (),
    ) -> Slide:
        """Return a slide with the minutes of its kind and letters that fit.

        Its subject is the kind, with a name if a kind has several.
        """
        subject = f"{kind}-{name}" if name else str(kind)
        this_record = self.words("this record, release {n}", n=self.snapshot.release.number)
        slide = Slide(
            id=subject,
            subject=subject,
            kind=kind,
            language=self.words.language,
            title=title,
            blocks=tuple(blocks),
            notes=notes,
            sources=tuple(dict.fromkeys(sources)) or (self.words("Source: {titles}", titles=this_record),),
            minutes=MINUTES.get(kind, 1),
            about=about or (self.words("Annex") if kind in ANNEX else ""),
            label=label,
            facts=tuple(map(_fact_id, facts)),
        )
        return replace(slide, letters=layout.letters(slide))


def _fact_id(fact: Statement | Observation | Situation) -> str:
    if isinstance(fact, Situation):
        return f"{fact.country}/{fact.item}: {fact.mark}"
    return fact.evidence_id if isinstance(fact, Statement) else fact.observation_id


def _country_views(snapshot: Snapshot) -> dict[str, CountryView]:
    return {each.code: country.build(snapshot, each.code) for each in snapshot.framework.countries}

"""One answer that came by letter or e-mail, entered by hand; from then on it is treated like a workbook."""

from collections.abc import Iterable, Mapping

from flask import flash, redirect
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n import changes, subjects, units
from bukhara.model.codes import WorkbookKind
from bukhara.model.columns import Role, names
from bukhara.model.draft import Origin
from bukhara.model.languages import LANGUAGES
from bukhara.model.observation import Observation
from bukhara.service.drafts.letter_answers import OLDER
from bukhara.service.drafts.typed_answer import FIGURE, typed_answer
from bukhara.views.rounds import asked_figure
from bukhara.views.rounds.asked_figure import AskedFigure
from office.answers.forms import AnswerForm, FigureForm, PanelForm, SentenceForm
from office.forms import sent
from office.names import state_bodies, trackers
from office.page import office, office_page
from web.permissions import may, requires
from web.request import PageRequest, actor, current_request
from web.template_functions import page_request_in, words_in
from web.templating import context_function, render


@context_function
def named_codes(context: TemplateContext, column: str, codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return codes of a column with their words; a code of a country or place with its name."""
    framework, words = page_request_in(context).service.framework(), words_in(context)
    if column == "counting_unit":
        return [(code, units.counted(code, words)) for code in codes]
    if column in names(Observation, Role.PLACE):
        return [(code, subjects.place(code, words, framework)) for code in codes]
    return [(code, changes.field_text(column, code, words)) for code in codes]


PATH = "/upload/answer"


@office.get(PATH)
@requires(Action.UPLOAD)
def answer_page() -> str:
    """Show the form."""
    page_request = current_request()
    if page_request.query.get("about") == FIGURE:
        asked = _asked(page_request, page_request.query)
        return _page(page_request, FigureForm(data={**dict(asked.preset if asked else ()), **page_request.query}))
    known = {**page_request.query, "lang": page_request.words.language}
    if page_request.query.get("about") == Origin.PANEL and may(Action.EDIT_ROUNDS):
        return _page(page_request, PanelForm(data=known))
    return _page(page_request, SentenceForm(data=known | {"about": ""}))


@office.post(PATH)
@requires(Action.UPLOAD)
def enter_answer() -> Response | tuple[str, int]:
    """Take one answer in and redirect to its draft; else show the form again as it was filled in."""
    page_request = current_request(PATH)
    form = sent({FIGURE: FigureForm, Origin.PANEL.value: PanelForm}.get(sent(AnswerForm).about.data, SentenceForm))
    try:
        form.check()
        draft = page_request.service.drafts.answer(actor(), typed_answer(form.data, page_request.service.framework()))
    except Refused as error:
        flash(page_request.why(error), "trouble")
        form.answers_round.data = "?" if error.reason == OLDER else ""
        return _page(page_request, form), 422
    return redirect(page_request.href(f"/upload/{draft.draft_id}"), 303)


def _page(page_request: PageRequest, form: AnswerForm) -> str:
    """Show the form for a figure or for a sentence as it is filled in."""
    words = page_request.words
    title, lead = words("One answer by letter or e-mail"), words("Its number and date become the source of the answer.")
    if actor().country:
        form.ask_the_state()
        title, lead = words("One answer of your state"), words("Your letter becomes its source.")
    if isinstance(form, PanelForm):
        title = words("Said at a panel")
        lead = words("It sets no status until the state confirms it by its own answer. Please name institutions only.")
    shown = _figure(page_request, form) if isinstance(form, FigureForm) else _sentence(page_request, form)
    return office_page(page_request, shown, title=title, lead=lead, crumbs=((words("Upload"), "/upload"),))


def _sentence(page_request: PageRequest, form: AnswerForm) -> Markup:
    """Return the form for a sentence of a letter, or for a step that was announced at a panel."""
    framework = page_request.service.current_framework()
    return render(
        page_request,
        "answers/statement.html",
        form=form,
        places=_places(page_request),
        bodies=framework.bodies if isinstance(form, PanelForm) else state_bodies(framework),
        items=tuple(item for item in framework.items if item.milestones),
        tongues=[(each.code, each.own_name) for each in LANGUAGES.values()],
    )


def _figure(page_request: PageRequest, form: FigureForm) -> Markup:
    """Return the form for a figure: first which country and measure, then all that the measure asks for."""
    words, places, asked = page_request.words, _places(page_request), _asked(page_request, form.data)
    if asked is None:
        # what others observe, a commission is not asked for
        others = may(Action.UPLOAD, WorkbookKind.STATISTICS)
        offered = (each for each in asked_figure.measures(page_request.service.snapshot()) if each.series or others)
        measures = [(each.id, words.text(each.name)) for each in offered]
        return render(page_request, "answers/measure.html", form=form, places=places, measures=measures)
    bodies = state_bodies(page_request.service.framework())
    part = any(form[each.column].data for each in asked.parts)
    return render(page_request, "answers/figure.html", form=form, places=places, bodies=bodies, asked=asked, part=part)


def _asked(page_request: PageRequest, given: Mapping[str, str]) -> AskedFigure | None:
    """Return what is asked about the figure that is given; None until its country and its measure are."""
    measure, country = given.get("indicator", ""), given.get("country", "")
    snapshot = page_request.service.snapshot()
    return page_request.service.view(asked_figure.build, snapshot, measure, country) if country else None


def _places(page_request: PageRequest) -> tuple[tuple[str, str], ...]:
    known = trackers(page_request.service.framework())
    return tuple((p.code, page_request.words.text(p.short)) for p in known if may(Action.UPLOAD, p.code))

"""Administration of the template of slides: it is uploaded, tried in two slides, and removed."""

from bukhara.model.messages import N_
from bukhara.pack import PackChoice, to_text
from bukhara.pack.choice import ChosenSlide
from bukhara.pack.slides import SlideKind
from office.forms import File, OfficeForm, read
from office.page import office, office_page
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request
from web.templating import render
from wings.slide_template.uploaded import PackTemplate
from wings.slide_template.wing import LEAD, PATH, SLIDE_TEMPLATE, TITLE


class TemplateForm(OfficeForm):
    """The PowerPoint file in which slides are made."""

    file = File(N_("Template (.pptx or .potx)"), N_("Please choose a file first."))


TRIED = (ChosenSlide(SlideKind.TITLE), ChosenSlide(SlideKind.MATRIX))


@office.get(PATH)
@requires(SLIDE_TEMPLATE)
def template_page() -> str:
    """Show the template of slides, with the forms that set and remove it."""
    page_request = current_request()
    words, service = page_request.words, page_request.service
    shown = render(
        page_request,
        "slide_template/template.html",
        uploaded=service.part(PackTemplate).uploaded(),
        tried=to_text(_tried(page_request)),
        form=TemplateForm(),
        removing=OfficeForm(),
    )
    return office_page(
        page_request,
        shown,
        title=words(TITLE),
        lead=words(LEAD),
        crumbs=((words("Administration"), "/admin"),),
    )


@office.post(PATH)
@requires(SLIDE_TEMPLATE)
@form_action(PATH)
def upload_template(page_request: PageRequest) -> str:
    """Make slides in the template of the form from now on."""
    data = read(TemplateForm).file.data.read()
    page_request.service.part(PackTemplate).upload(
        actor(), data, lambda: page_request.service.pack(_tried(page_request))
    )
    return page_request.words("Slides are made in this template from now on.")


@office.post(f"{PATH}/remove")
@requires(SLIDE_TEMPLATE)
@form_action(PATH)
def remove_template(page_request: PageRequest) -> str:
    """Make slides without the uploaded template from now on."""
    page_request.service.part(PackTemplate).remove(actor())
    return page_request.words("Removed.")


def _tried(page_request: PageRequest) -> PackChoice:
    """Return two slides in which a template is looked at: one with words, one with a table."""
    return PackChoice(languages=(page_request.words.language,), slides=TRIED)

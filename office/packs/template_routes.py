"""Administration of the template of slides: it is uploaded, looked at as a picture of two slides, and removed."""

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.pack import PackChoice
from bukhara.pack.choice import ChosenSlide
from bukhara.pack.slides import SlideKind
from office.forms import OfficeForm, read
from office.packs.forms import TemplateForm
from office.page import office, office_page
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/admin/template"
DRAWN = (ChosenSlide(SlideKind.TITLE), ChosenSlide(SlideKind.MATRIX))


@office.get(PATH)
@requires(Action.SLIDE_TEMPLATE)
def template_page() -> str:
    """Show the template of slides, with the forms that set and remove it."""
    page_request = current_request()
    words, service = page_request.words, page_request.service
    shown = render(
        page_request,
        "packs/template.html",
        uploaded=service.pack_template.uploaded(),
        of_settings=service.settings.pack_template is not None,
        form=TemplateForm(),
        removing=OfficeForm(),
    )
    return office_page(
        page_request,
        shown,
        title=words("Template of slides"),
        lead=words("PowerPoint files of this site are made in the template of your organisation."),
        crumbs=((words("Administration"), "/admin"),),
    )


@office.post(PATH)
@requires(Action.SLIDE_TEMPLATE)
@form_action(PATH)
def upload_template(page_request: PageRequest) -> str:
    """Make slides in the template of the form from now on."""
    data = read(TemplateForm).file.data.read()
    choice = PackChoice(languages=(page_request.words.language,), slides=DRAWN)
    page_request.service.pack_template.upload(actor(), data, lambda: page_request.service.pack(choice))
    return page_request.words("Slides are made in this template from now on.")


@office.post(f"{PATH}/remove")
@requires(Action.SLIDE_TEMPLATE)
@form_action(PATH)
def remove_template(page_request: PageRequest) -> str:
    """Make slides without the uploaded template from now on."""
    page_request.service.pack_template.remove(actor())
    return page_request.words("Removed.")


@office.get(f"{PATH}/<int:number>.svg")
@requires(Action.SLIDE_TEMPLATE, is_file=True)
def template_picture(number: int) -> Response:
    """Send a slide in the uploaded template as a picture."""
    uploaded = current_request().service.pack_template.uploaded()
    pictures = uploaded.pictures if uploaded else ()
    if not 1 <= number <= len(pictures):
        raise NotFound
    return Response(pictures[number - 1], mimetype="image/svg+xml")

"""The questions to a state that follow from differences and open themes: for organisers, on the page of the state."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from bukhara.views import country, country_tiles
from web.request import PageRequest, actor
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(Context):
    """A question for each contested point, open theme and announced step; `begins` is when the commission sees them."""

    template: ClassVar[str] = "pages/country_questions.html"
    code: str
    tiles: country_tiles.Tiles
    begins: date | None


def questions(page_request: PageRequest) -> tuple[Markup, ...]:
    """Return the questions to the state of a page, for those who may see them."""
    code = page_request.path.rsplit("/", 1)[-1]
    if not page_request.service.may_see_questions(actor(), code):
        return ()
    tiles = country_tiles.build(page_request.snapshot, page_request.view(country.build, code))
    return (
        render(page_request, Questions(code=code, tiles=tiles, begins=page_request.service.settings.questions_from)),
    )

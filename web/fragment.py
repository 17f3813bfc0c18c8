"""Server-made HTML as one Dash component: a table of a thousand cells costs one component, not a thousand."""

from markupsafe import Markup

from web.dash_internals import OwnComponent


class Fragment(OwnComponent):
    """Escaped HTML from a Jinja template, put into the page as it is (drawn by assets/client/)."""

    html: str
    className: str  # noqa: N815  (the name of the property in the browser)

    def __init__(self, html: Markup, class_name: str = "") -> None:
        """Take only `Markup`: text that never went through the template engine is refused."""
        if not isinstance(html, Markup):
            raise TypeError("a fragment takes markup made by a template")
        super().__init__(html=str(html), className=class_name)

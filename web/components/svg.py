"""Drawings as one Dash component, because Dash has no SVG elements: the marks of statuses, and small pictures."""

from markupsafe import Markup

from bukhara.model.codes import Position
from bukhara.model.marks import ACT_SIGNS, MARKS, REPLY_SIGNS
from web.dash_internals import OwnComponent


class Svg(OwnComponent):
    """Shapes of ours inside one `<svg>` (drawn by assets/client/dash.js); what it shows is said in words beside it."""

    shapes: str
    className: str  # noqa: N815  (the name of the property in the browser)
    viewBox: str  # noqa: N815

    def __init__(self, shapes: Markup, class_name: str, view_box: str) -> None:
        """Take only `Markup`: text that nobody escaped is refused."""
        if not isinstance(shapes, Markup):
            raise TypeError("a drawing takes markup")
        super().__init__(shapes=str(shapes), className=class_name, viewBox=view_box)


def mark(kind: str) -> Svg:
    """Return the shape of a mark in its colour."""
    return Svg(Markup(MARKS[kind].shape), f"g s-{kind}", "0 0 16 16")  # noqa: S704  (our own shapes)


def flag_sign() -> Svg:
    """Return the flag of what is contested."""
    return reply_sign(Position.DISAGREES)


def reply_sign(position: Position) -> Svg:
    """Return the sign of what became of a reply."""
    return Svg(Markup(REPLY_SIGNS[position].shape), "flag-sign", "0 0 12 12")  # noqa: S704  (our own shapes)


def act_sign(*, is_official: bool) -> Svg:
    """Return the sign of an act on file: filled where an official publication has its text."""
    return Svg(Markup(ACT_SIGNS[is_official]), "flag-sign", "0 0 12 12")  # noqa: S704  (our own shapes)

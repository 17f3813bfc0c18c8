"""The fields of the office's forms: a form reads what was sent and limits what is typed, the service decides."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from flask import request
from markupsafe import Markup
from werkzeug.datastructures import CombinedMultiDict, FileStorage
from wtforms import Field, FileField, Form, SelectMultipleField, StringField
from wtforms.form import BaseForm
from wtforms.meta import DefaultMeta
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, DateInput, HiddenInput, PasswordInput, TextArea

from bukhara.errors import Refused
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from web.security.csrf import csrf

INCOMPLETE = N_("This form is not complete. Please open the page again.")
TOO_LONG = N_("One of the texts is longer than its field takes. Please shorten it.")
NOT_AGREED = N_("Please tick the box beside the button: it says what becomes public.")
HIDDEN = Markup('<input type="hidden" name="{}" value="{}">')


class OfficeForm(Form):
    """A form declared once: its labels are messages, its fields have no ids, for a page may show it several times."""

    def hidden(self, **said: object) -> Markup:
        """Draw the token, and what the page itself says: the hidden fields, and those that are named in `said`."""
        values = {name: field.data for name, field in self._fields.items() if isinstance(field, Hidden)} | said
        return csrf() + Markup().join(hidden_inputs(self[name].name, value) for name, value in values.items())

    def check(self) -> None:
        """Raise Refused for the first field that cannot be read; the reason says what to give."""
        self.validate()
        for reason in (reason for field in self for reason in field.errors):
            raise Refused(reason)

    class Meta(DefaultMeta):
        """How fields are drawn."""

        def render_field(self, field: Field, render_kw: Any) -> Markup:
            """Draw a field without an id; its label is around it."""
            return super().render_field(field, {"id": False, **render_kw})


def hidden_inputs(name: str, value: object) -> Markup:
    """Draw a hidden field, or one for each value of a list."""
    several = value if isinstance(value, list) else [value]
    return Markup().join(HIDDEN.format(name, "" if each is None else each) for each in several)


F = TypeVar("F", bound=OfficeForm)


def sent(form: type[F], prefix: str = "") -> F:
    """Return a form filled with the body of the request; `check` says whether it can be used."""
    return form(CombinedMultiDict((request.files, request.form)), prefix=prefix)


def read(form: type[F], prefix: str = "") -> F:
    """Return a form filled with the body of the request.

    Raises:
        Refused: a field cannot be read; the reason says what to give.
    """
    filled = sent(form, prefix)
    filled.check()
    return filled


class Text(StringField):
    """A text, or one code of a list; empty where nothing was sent."""

    data: str

    def __init__(
        self, label: str = "", *, required: bool = False, longest: int = 0, default: str = "", **more: Any
    ) -> None:
        limits = {"required": required, "maxlength": longest or False}
        super().__init__(label, default=default, render_kw={**limits, **more.pop("render_kw", {})}, **more)
        self.longest = longest

    def pre_validate(self, _form: BaseForm) -> None:
        """Refuse what is longer than the field takes; a browser counts the end of a line as one character."""
        if self.longest and len(self.data.replace("\r\n", "\n")) > self.longest:
            raise ValidationError(TOO_LONG)


class Choice(Text):
    """One code of a list, whose `names` are messages."""

    def __init__(self, label: str, names: Mapping[Any, str], **more: Any) -> None:
        super().__init__(label, **more)
        self.names = names

    def named(self, words: Words) -> list[tuple[str, str]]:
        """Return each code with its name."""
        return [(code, words(name)) for code, name in self.names.items()]


class Hidden(Text):
    """What the page itself says, such as the state that a form is about."""

    widget = HiddenInput()


class Number(Hidden):
    """A number that the page itself says; a form that sends something else is not complete."""

    data: Any

    def __init__(self, kind: type[float] = int, **more: Any) -> None:
        super().__init__(**more)
        self.kind = kind

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the number that was sent, if one was."""
        try:
            self.data = self.kind(valuelist[0]) if valuelist else None
        except ValueError as error:
            raise ValueError(INCOMPLETE) from error


class Lines(Text):
    """A text of several lines."""

    widget = TextArea()

    def __init__(self, label: str, *, rows: int = 2, **more: Any) -> None:
        super().__init__(label, render_kw={"rows": rows}, **more)


class Day(Text):
    """A day as it was typed; `day_in` of the service reads it."""

    widget = DateInput()


class Note(Lines):
    """Why something is published or taken back; it stays with the release."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(label, required=True, longest=1000, **more)


class File(FileField):
    """A file that is sent; the form is refused for `reason`, if there is one, where none is."""

    data: FileStorage

    def __init__(self, label: str, reason: str = "", **more: Any) -> None:
        super().__init__(label, **more)
        self.reason = reason

    def process_formdata(self, valuelist: Sequence[object]) -> None:
        """Take the file that was sent."""
        found = next((each for each in valuelist if isinstance(each, FileStorage) and each.filename), None)
        if found is None and self.reason:
            raise ValueError(self.reason)
        self.data = found or FileStorage()


class Tick(Text):
    """A box whose value is sent only where it is ticked."""

    widget = CheckboxInput()


class Agreed(Tick):
    """A box that must be ticked, beside the sentence that says what becomes public."""

    def pre_validate(self, _form: BaseForm) -> None:
        """Refuse a form in which it is not ticked."""
        if not self.data:
            raise ValidationError(NOT_AGREED)


class Password(Text):
    """A text that is not shown, and never filled in again."""

    widget = PasswordInput()


class Codes(SelectMultipleField):
    """The codes that were ticked."""

    data: list[str]

    def __init__(self, label: str = "", **more: Any) -> None:
        super().__init__(label, default=(), validate_choice=False, **more)


class CloseForm(OfficeForm):
    """Whether a round is closed or opened again; for a commission, whether it has answered all that it will."""

    closed = Hidden()

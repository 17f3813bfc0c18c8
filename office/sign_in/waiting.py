"""What waits for an account, in words: each task with its day and the address where it is done."""

from functools import cache
from typing import NamedTuple

from bukhara.model.messages import N_
from bukhara.service.tasks import Task, TaskKind
from bukhara.wing import merged
from office.names import subject_names
from web.components.replies import subject_of_reply
from web.request import PageRequest

UPLOAD, BOARD = "/upload/{key}", "/rounds/{key}#{country}"
TASKS: dict[str, tuple[str, str]] = {
    TaskKind.ANSWER: (N_("Answer: {round} ({given} of {of} answered)"), "/upload"),
    TaskKind.ANSWER_QUESTION: (N_("Answer the question about “{theme}” ({file})"), UPLOAD + "#questions"),
    TaskKind.LOOK_AT_PAGE: (N_("Look at your page as it will be, and reply ({file})"), "/reply"),
    TaskKind.CONTINUE: (N_("Continue: {file} is not sent for review yet"), UPLOAD),
    TaskKind.RETURNED: (N_("See why {file} was sent back, and answer"), UPLOAD),
    TaskKind.APPROVE: (N_("Look through and approve {file} ({state})"), UPLOAD),
    TaskKind.PUBLISH: (N_("Publish {file} ({state}), which is approved"), UPLOAD),
    TaskKind.WILL_BE_PUBLIC: (N_("See what {file} ({state}) will change"), "/releases"),
    TaskKind.PUBLISH_REPLIES: (N_("Publish the replies: {state}"), "/replies#{country}"),
    TaskKind.ANSWER_OBJECTION: (N_("Answer the objection to “{theme}” ({state})"), "/replies#objections"),
    TaskKind.SEND_REQUEST: (N_("Send the request: {round}"), "/rounds/{key}#send"),
    TaskKind.CLEAR: (N_("Clear the answer: {state}, {round}"), BOARD),
}
"""What is to be done, and where."""
BY_ITSELF = N_("withdrawn by itself on {day}")
UNTIL: dict[str, str] = {
    TaskKind.ANSWER: N_("to be answered by {day}"),
    TaskKind.CONTINUE: BY_ITSELF,
    TaskKind.RETURNED: BY_ITSELF,
}
PUBLIC, SINCE = N_("public on {day}"), N_("waits since {day}")


class WaitingTask(NamedTuple):
    """One line of the list."""

    address: str
    text: str
    day: str


def waiting_tasks(page_request: PageRequest, tasks: tuple[Task, ...]) -> tuple[WaitingTask, ...]:
    """Return the tasks in the language of the reader."""
    names = subject_names(page_request)
    return tuple(_line(page_request, task, names.get(task.country, task.country)) for task in tasks)


@cache
def _tasks() -> dict[str, tuple[str, str]]:
    return TASKS | merged("tasks")


def _line(page_request: PageRequest, task: Task, state: str) -> WaitingTask:
    words, (sentence, address) = page_request.words, _tasks()[task.kind]
    text = words(
        sentence,
        state=state or words("not recognised"),
        file=task.file_name,
        given=task.given,
        of=task.of,
        what=words(task.what) if task.what else "",
        round=words.text(task.round_name) if task.round_name else "",
        theme=subject_of_reply(page_request, task.country, task.item)[0] if task.item else "",
    )
    path, _, place = address.format(key=task.key, country=task.country).partition("#")
    return WaitingTask(page_request.href(path.rstrip("/")) + (place and f"#{place}"), text, _day(page_request, task))


def _day(page_request: PageRequest, task: Task) -> str:
    words = page_request.words
    if task.until:
        return words(UNTIL.get(task.kind, PUBLIC), day=words.date(task.until))
    return words(SINCE, day=words.date(task.since))

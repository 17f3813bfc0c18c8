"""The right of reply: a state's own words about an item."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bukhara.access import Action, decide
from bukhara.errors import Refused, refuse_longer
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_
from bukhara.model.release import Release, Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.text import Text
from bukhara.progress.seen_content import REVIEWED, seen_content, with_replies
from bukhara.service.core import Core
from bukhara.store import replies as stored_replies

LONGEST = 4000
"""Characters of a state's own words, and of their translation."""
LONGEST_NAME = 200
NO_ITEM = N_("The framework has no such theme, or the theme has no such question.")
TO_COME = N_("The date of the letter is in the future.")
NOTHING = N_("No reply of this state is waiting for publication.")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyWords:
    """A commission's reply: its own words, their language, and the letter that they come from."""

    kind: ReplyKind
    words: str
    lang: str
    body: str
    given_on: date
    translation: str = ""
    document_number: str = ""


class Replies:
    """The right of reply: a state's own words about an item."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def give(
        self,
        actor: Actor,
        seen: Mapping[str, str],
        words: ReplyWords,
        *,
        indicator: str = "",
        reviewed: Snapshot | None = None,
    ) -> tuple[Reply, ...]:
        """Store a reply about items, about one indicator of an item, or about a figure of the state.

        It waits until the secretariat publishes it. `seen` has the fingerprint of each item as the state saw it: as it
        is public, or as in `reviewed`; an empty one means as it is public. It replaces a waiting reply about the same
        item and indicator. Raises Refused if an item is another one by now.
        """
        self._core.authorize(actor, Action.REPLY, actor.country)
        self._refuse(actor, seen, indicator, words)
        shown = [each for each in (self._core.snapshot(), reviewed) if each]
        bound = {item: _as_seen(shown, actor.country, item, mark) for item, mark in seen.items()}
        made = tuple(self._reply(each, actor.country, item, indicator, words) for item, each in bound.items())
        with self._core.opened().transaction() as connection:
            for reply in made:
                stored_replies.keep(connection, reply, by=actor.name)
                detail = {"country": reply.country, "item": reply.item, "kind": reply.kind.value}
                self._core.audit(connection, actor.name, AuditAction.REPLY_GIVEN, **detail)
        return made

    def take_back(self, actor: Actor, reply_id: str) -> None:
        """Delete a reply that is not published yet."""
        self._core.authorize(actor, Action.REPLY, actor.country)
        with self._core.opened().transaction() as connection:
            if not stored_replies.drop(connection, actor.country, [reply_id]):
                raise Refused(NOTHING)
            detail = {"country": actor.country, "reply": reply_id}
            self._core.audit(connection, actor.name, AuditAction.REPLY_TAKEN_BACK, **detail)

    def pending(self, actor: Actor, country: str) -> tuple[Reply, ...]:
        """Return the waiting replies of a state, for its commission and for those who publish."""
        if not _may_see(actor, country):
            self._core.authorize(actor, Action.REPLY, country)
        return self._waiting(country)

    def publish(self, actor: Actor, country: str, note: str = "") -> Release:
        """Publish the waiting replies of a state, word for word, as a release."""
        self._core.authorize(actor, Action.PUBLISH, country)
        stamp = self._core.stamp(actor.name, note.strip() or f"{country}: reply of the state")
        with self._core.opened().transaction() as connection:
            if self._core.settings.two_persons and actor.name in stored_replies.givers(connection, country):
                raise Refused(N_("Two persons are needed: whoever gave a reply cannot publish it."))
            number = stored_replies.publish(connection, country, stamp)
        if number is None:
            raise Refused(NOTHING)
        return self._core.release(number)

    def previewed(self, actor: Actor, snapshot: Snapshot) -> Snapshot:
        """Return the snapshot with the waiting replies of the states that `actor` may see."""
        codes = [country.code for country in snapshot.framework.countries if _may_see(actor, country.code)]
        found = [reply for code in codes for reply in self._waiting(code)]
        if not found:
            return snapshot
        name = hashlib.sha256(repr(found).encode()).hexdigest()[:12]
        previewed = with_replies(snapshot, (*snapshot.replies, *found))
        return replace(previewed, draft=f"{snapshot.draft or 'page'}+{name}")

    def _waiting(self, country: str) -> tuple[Reply, ...]:
        with self._core.opened().connect() as connection:
            return stored_replies.waiting(connection, country)

    def _refuse(self, actor: Actor, items: Collection[str], indicator: str, words: ReplyWords) -> None:
        framework = self._core.current_framework()
        if actor.country not in {country.code for country in framework.countries}:
            raise Refused(N_("A reply is given by the commission of a state, about its own page."))
        asked = {item.id: {"", *(i.id for i in item.indicators)} for item in framework.items}
        figures = self._core.snapshot().observations
        asked |= {row.observation_id: {""} for row in figures if row.country == actor.country}
        if not items or any(indicator not in asked.get(item, set()) for item in items):
            raise Refused(NO_ITEM)
        if words.given_on > self._core.now().date():
            raise Refused(TO_COME)
        _refuse_words(words)

    def _reply(self, shown: Snapshot, country: str, item: str, indicator: str, words: ReplyWords) -> Reply:
        identity = (country, item, indicator, self._core.now().isoformat(), words)
        return Reply(
            reply_id="y-" + hashlib.sha256(repr(identity).encode()).hexdigest()[:12],
            country=country,
            item=item,
            indicator=indicator,
            kind=words.kind,
            words=_lines(words.words),
            lang=words.lang,
            translation=Text.translated(_lines(words.translation), words.lang),
            body=" ".join(words.body.split()),
            document_number=" ".join(words.document_number.split()),
            given_on=words.given_on,
            seen=(REVIEWED if shown.draft else "") + seen_content(shown, country, item, indicator),
        )


def _may_see(actor: Actor, country: str) -> bool:
    return any(decide(actor, action, country).allowed for action in (Action.REPLY, Action.PUBLISH))


def _as_seen(shown: Sequence[Snapshot], country: str, item: str, seen: str) -> Snapshot:
    """Return the snapshot in which the state saw an item, by its fingerprint."""
    found = next((each for each in shown if not seen or seen_content(each, country, item) == seen), None)
    if found is None:
        raise Refused(N_("This theme was changed since the page was opened. Please look at it again, then reply."))
    return found


def _refuse_words(words: ReplyWords) -> None:
    if not words.words.strip() and words.kind is not ReplyKind.CONFIRMATION:
        raise Refused(N_("Please write the reply of the state. Only a confirmation needs no text."))
    if not words.body.strip():
        raise Refused(N_("Please name the institution that replies."))
    if not _LANGUAGE.fullmatch(words.lang):
        raise Refused(N_("Please choose the language that the reply is written in."))
    refuse_longer(LONGEST, words.words, words.translation)
    refuse_longer(LONGEST_NAME, words.body, words.document_number)


def _lines(text: str) -> str:
    # Browsers send lines with a carriage return; the words themselves stay as they were written.
    return text.replace("\r\n", "\n").strip()

"""What changed, for templates: the stories of a snapshot and the voice that tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n import narrative as voice
from bukhara.i18n.codes import label
from bukhara.views import narrative

if TYPE_CHECKING:
    from bukhara.views.narrative import Sentence, Story
    from pages._ui.parts.reader import Reader


def told(reader: Reader, country: str = "") -> dict[str, object]:
    """Return the values that stories.html needs: all stories, or that of one state."""
    stories = reader.view(narrative.build, reader.service.past(reader.snapshot))
    return {
        "stories": tuple(story for story in stories if country in ("", story.country)),
        "tell": lambda story, said: _tell(reader, story, said),
        "part_name": lambda part: reader.words(voice.PARTS[part.value]),
        "moved_by": lambda by: voice.amount(by, reader.words, signed=True),
    }


def _tell(reader: Reader, story: Story, said: Sentence) -> str:
    words = reader.words
    values = {"old": story.change.old_method, "new": story.change.new_method}
    if said.item:
        theme = words.text(reader.snapshot.framework.item(said.item).name)
        values = {"theme": theme, "before": label(words, said.before), "after": label(words, said.after)}
    return voice.sentence(said.told.value, words, n=said.n, by=said.by, values=values)

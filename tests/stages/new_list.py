"""The list of items edited as docs/framework.md says, with its own lines and commands."""

import re

from tests.serving import ROOT

PAGE = (ROOT / "docs/framework.md").read_text(encoding="utf-8")
EDITS = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1]
COMMANDS = re.findall(r"^    (\S.*)$", PAGE.replace(EDITS, ""), re.MULTILINE)
COPIES = {
    "BD-19": ("Centres and a call line", "The State keeps centres and a call line for victims"),
    "BD-20": ("Yearly report", "The State reports every year on the measures that it has taken"),
}
"""The items that are copies of BD-18, with their names and quotes."""
DECLARATION = "\n\n".join(re.findall(r'article: "\d", text: "(.*?)"', EDITS)).replace(" that ", "\n that  ")
"""A text in which the articles stand, with other line breaks."""


def edited(text: str) -> str:
    """Return the text of a framework with the edits of the page."""
    for place, lines in re.findall(r"# (.*)\n((?:[ ].*\n)+)", EDITS):
        text = _paste(text, *place.split(), lines)
    return text


def _paste(text: str, where: str, name: str, lines: str) -> str:
    """Return the text with lines in or after an item, or at the end of a list."""
    if not name.startswith("BD-"):
        end = re.search(rf"^{name}:\n(?:[ ].*\n)+", text, re.MULTILINE).end()
        return text[:end] + lines + text[end:]
    block = re.search(rf"  - id: {name}\n.*?(?=\n  - id: |\n\n)", text, re.DOTALL)[0]
    if where == "in":
        return text.replace(block, block.replace("    weight: ", f"{lines}    weight: ", 1))
    copies = [_copy(lines, *of) for of in COPIES.items()]
    return text.replace(block, "\n".join([block, lines.rstrip("\n"), *copies]))


def _copy(lines: str, name: str, words: tuple[str, str]) -> str:
    text = re.sub(r'quote: ".*"', f'quote: "{words[1]}"', lines.replace("BD-18", name))
    text = text.replace("Help from the state budget", words[0]).replace("Помощь из государственного бюджета", words[0])
    return text.replace("in_readings: true", f"in_readings: {str(name != 'BD-20').lower()}").rstrip("\n")

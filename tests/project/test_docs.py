"""What the documents name exists, and what exists is named: settings, commands, findings, addresses, targets, links."""

import doctest
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from bukhara.framework import parse
from bukhara.framework.sentences import SENTENCES
from bukhara.settings import Settings
from bukhara.wing import wings
from bukhara.workbook.findings import MESSAGES
from tests.addresses import FIXED
from tests.contract.postgres import VARIABLE
from tests.project import generated_tables

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RECORDS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
RECORD_LIST = DOCS / "decisions/README.md"
OF_WINGS = [ROOT / f"wings/{name}/README.md" for name in wings()]
EVERY = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")), *OF_WINGS, RECORD_LIST, *RECORDS]
DEPLOYED = [path for path in sorted((ROOT / "deploy").rglob("*")) if path.is_file()]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HYPHENED = re.compile(r"`([a-z]+(?:-[a-z]+)+)`")


def text_of(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def everything() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in EVERY)


PARTS = {" ".join(name.split()[:n]) for name in generated_tables.commands() for n in range(1, 4)}


def test_the_readme_leads_to_every_page() -> None:
    pages = [path.name for path in DOCS.glob("*.md")]
    assert len(pages) > 15
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in pages if f"(docs/{name})" not in text] == []


def test_no_document_and_no_file_of_a_server_names_a_setting_that_does_not_exist() -> None:
    known = {f"BUKHARA_{name.upper()}" for name in Settings.model_fields} | {"BUKHARA_", VARIABLE}
    known.update(name for wing in wings().values() for name in wing.settings)
    texts = (everything(), *(path.read_text(encoding="utf-8") for path in DEPLOYED))
    assert set(re.findall(r"BUKHARA_[A-Z_]*", "\n".join(texts))) - known == set()
    assert len(DEPLOYED) > 5


def test_no_document_names_a_command_that_does_not_exist() -> None:
    spoken = re.findall(r"(?:`|^ {4}|bin/)(bukhara(?: [a-z][a-z-]*){1,2})", everything(), re.MULTILINE)
    unknown = [text for text in spoken if " ".join(text.split()[:2]) not in PARTS]
    assert len(spoken) > 10
    assert unknown == []


def test_every_table_from_the_code_is_in_one_document_as_it_is_today() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in generated_tables.documents())
    assert sorted(name for name, _ in generated_tables.BLOCK.findall(texts)) == sorted(generated_tables.tables())
    assert generated_tables.filled(texts) == texts, "make words"


def test_no_document_names_a_finding_that_does_not_exist() -> None:
    assert set(HYPHENED.findall(everything())) - set(MESSAGES) - set(SENTENCES) == set()


def test_the_examples_in_python_run_on_the_record_as_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EXERCISE", *(f"BUKHARA_{field.upper()}" for field in Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BUKHARA_VAR_DIR", str(tmp_path))
    found = doctest.testfile(str(DOCS / "python.md"), module_relative=False)
    assert found.attempted > 10
    assert found.failed == 0


def test_every_page_is_among_the_addresses() -> None:
    text = text_of("permissions")
    assert [path for path in (*FIXED, "/themes/<item>", "/countries/<code>") if f"`{path}`" not in text] == []


def test_every_language_is_named() -> None:
    assert [language for language in ("en", "ru", "en_XA") if language not in text_of("settings")] == []


def test_the_method_in_force_is_the_one_described() -> None:
    framework = parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))
    method, text = framework.method, text_of("method")
    assert f"version {method.version}, under framework {framework.version}" in text
    caps = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", text, re.MULTILINE))
    assert asdict(method.evidence_caps) == {k: float(v) for k, v in caps.items()}
    for sentence in (
        f"C ≥ {method.coverage.band:.2f}",
        f"{method.coverage.bar:.2f} to {method.coverage.band:.2f}",
        f"under {method.coverage.min_items} applicable",
        f"p > {method.noise_p:.2f}",
        f"All {len(framework.indicators)} indicators have direction none",
    ):
        assert sentence in " ".join(text.split()), sentence
    assert {i.direction for i in framework.indicators} == {"none"}


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    spoken = set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", everything(), re.MULTILINE))
    assert spoken == targets


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_links_between_documents_lead_to_a_file_and_a_heading(path: Path) -> None:
    lost = []
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        name, _, heading = link.partition("#")
        target = path.parent / name if name else path
        if "://" not in link and (not target.exists() or (heading and heading not in headings(target))):
            lost.append(link)
    assert lost == []


def headings(path: Path) -> list[str]:
    """Return the headings of a document as GitHub writes them into addresses."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in found]


def test_decisions_are_listed_numbered_dated_and_short() -> None:
    listed = LINK.findall(RECORD_LIST.read_text(encoding="utf-8"))
    assert sorted(listed) == [path.name for path in RECORDS]
    assert len({path.name[:4] for path in RECORDS}) == len(RECORDS)
    for path in RECORDS:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(f"# {int(path.name[:4])}. ")
        assert re.match(r"\d{4}-\d{2}-\d{2}, ", lines[2]), path.name
        assert [
            word for word in ("Context", "Decision", "Consequences") if f"**{word}.**" not in "\n".join(lines)
        ] == []
        assert 10 <= len(lines) <= 40, path.name

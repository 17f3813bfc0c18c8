"""The list `data/contents.json`: checksum and block hashes of the workbooks published first.

`python -m tests.contents` writes it anew after a change of data/; the start compares it with what the store has.
"""

import hashlib
import json

from bukhara.framework import parse
from bukhara.service.operation.seed import CONTENTS, EDITIONS, shipped_workbooks
from bukhara.service.publish_result import as_submission
from bukhara.store.row_merge import merge_rows
from bukhara.workbook import read
from tests.serving import ROOT

FILE = ROOT / "data" / CONTENTS


def contents() -> str:
    """Return the text of the list, made from the shipped workbooks; editions are known by their names."""
    framework = parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))
    listed = {}
    for path in shipped_workbooks(FILE.parent, exercise=False):
        if path.parent.name != EDITIONS:
            submission = as_submission(read(path, framework), pre_filled=False)
            blocks = merge_rows([submission], None, held=lambda _: None).blocks  # type: ignore[arg-type,return-value]
            listed[path.relative_to(FILE.parent).as_posix()] = {
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                "blocks": sorted(block.hash for block in blocks.values() if block),
            }
    return json.dumps(listed, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(contents(), encoding="utf-8")

"""A receipt as a PDF on A4. Text that people wrote is passed as data and never read as markup."""

import json
from dataclasses import asdict
from importlib.resources import files

import typst

from bukhara.exports.receipt_printed import Printed


def receipt_pdf(receipt: Printed) -> bytes:
    """Return the PDF of a receipt, in the fonts that come with Typst."""
    page = files("bukhara.exports").joinpath("receipt.typ").read_bytes()
    data = json.dumps(asdict(receipt), ensure_ascii=False)
    made = typst.compile(page, format="pdf", sys_inputs={"receipt": data}, ignore_system_fonts=True)
    assert isinstance(made, bytes), "one document is one file"
    return made

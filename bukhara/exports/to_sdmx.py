"""SDMX-CSV 2.0 and SDMX-ML 3.0 (structure-specific data, flat) for observations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from bukhara.exports.sdmx_rows import AGENCY, COMPONENTS, STRUCTURE, STRUCTURE_ID, VERSION, sdmx_rows
from bukhara.exports.to_csv import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bukhara.exports.dataset import Cell, Dataset

_NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_URN = f"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={STRUCTURE_ID}"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<mes:StructureSpecificData xmlns:mes="{_NAMESPACE}/message" xmlns:com="{_NAMESPACE}/common"
 xmlns:ss="{_NAMESPACE}/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:ns1="{_URN}:ObsLevelDim:AllDimensions">
<mes:Header><mes:ID>release-{{release}}-{{as_of}}</mes:ID><mes:Test>false</mes:Test>
<mes:Prepared>{{as_of}}T00:00:00</mes:Prepared><mes:Sender id="{AGENCY}"/>
<mes:Structure structureID="{STRUCTURE}" namespace="{_URN}" dimensionAtObservation="AllDimensions">
<com:Structure>{_URN}</com:Structure></mes:Structure></mes:Header>
<mes:DataSet ss:structureRef="{STRUCTURE}" xsi:type="ns1:DataSetType" ss:dataScope="DataStructure"
 action="Information">
"""


def to_sdmx_csv(dataset: Dataset) -> Iterator[str]:
    """Yield SDMX-CSV 2.0 lines; a gap has an empty OBS_VALUE and its STATE."""
    head = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
    start = ("datastructure", f"{AGENCY}:{STRUCTURE}({VERSION})", "I")
    yield from lines([(*head, *COMPONENTS)])
    yield from lines((*start, *row) for row in sdmx_rows(dataset))


def to_sdmx_ml(dataset: Dataset) -> Iterator[str]:
    """Yield an SDMX-ML 3.0 message; `Prepared` is the as-of day, so that equal data give equal files."""
    yield _HEAD.format(release=dataset.release, as_of=dataset.as_of.isoformat())
    for row in sdmx_rows(dataset):
        yield f"<Obs {' '.join(_attributes(row))}/>\n"
    yield "</mes:DataSet>\n</mes:StructureSpecificData>\n"


def _attributes(row: tuple[Cell, ...]) -> Iterator[str]:
    for name, value in zip(COMPONENTS, row, strict=True):
        if value is not None and value != "":
            yield f"{name}={quoteattr(_NO_XML.sub('', str(value)))}"

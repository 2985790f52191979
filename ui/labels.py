"""What readers call the fields, roles, countries and kinds that the tables hold as codes.

To add one: a line in its table, and its translation in the catalogue (``make messages``).
"""

from timeline.language import gettext, mark
from timeline.model import Role

#: What the lanes may be, and by which column of the events.
LANES = {
    mark("Actor"): "lane",
    mark("Event type"): "type_label",
    mark("First outlet"): "first_outlet",
    mark("Thread"): "thread",
}
_ROLES = {
    Role.INITIATOR: mark("Initiator"),
    Role.TARGET: mark("Target"),
    Role.AFFECTED: mark("Affected"),
    Role.SPEAKER: mark("Speaker"),
    Role.REPORTER: mark("Reporter"),
}
_FIELDS = {
    "event": mark("One event or two"),
    "title": mark("Title"),
    "type": mark("Type"),
    "status": mark("Status"),
    "date": mark("Date"),
    "edtf": mark("Date"),
    "thread": mark("Thread"),
    "initiators": mark("Initiator"),
    "initiator": mark("Initiator"),
    "targets": mark("Target"),
    "target": mark("Target"),
    "affected": mark("Affected"),
    "speakers": mark("Speaker"),
    "speaker": mark("Speaker"),
    "reporters": mark("Reporter"),
    "reporter": mark("Reporter"),
    "objects": mark("Objects"),
    "reports": mark("Independent reports"),
    "official": mark("Official document"),
    "outlets": mark("Outlets"),
    "conflicts": mark("Contradictions"),
    "corrected": mark("Judged by an editor"),
    "numbers": mark("Numbers"),
    "source": mark("Source"),
    "quote": mark("Words"),
}
_OUTLETS = {
    "news": mark("News"),
    "agency": mark("Agency"),
    "official": mark("Official"),
    "company": mark("Company"),
    "blog": mark("Blog"),
    "aggregator": mark("Aggregator"),
}
_COUNTRIES = {
    "CN": mark("CN"),
    "US": mark("US"),
    "GB": mark("GB"),
    "JP": mark("JP"),
    "KR": mark("KR"),
    "TW": mark("TW"),
    "HK": mark("HK"),
    "SG": mark("SG"),
    "IN": mark("IN"),
    "DE": mark("DE"),
    "FR": mark("FR"),
    "NL": mark("NL"),
    "EU": mark("EU"),
    "UN": mark("UN"),
    "CA": mark("CA"),
    "AU": mark("AU"),
    "IT": mark("IT"),
    "ES": mark("ES"),
    "CH": mark("CH"),
    "BE": mark("BE"),
    "SE": mark("SE"),
    "FI": mark("FI"),
    "NO": mark("NO"),
    "DK": mark("DK"),
    "IE": mark("IE"),
    "IL": mark("IL"),
    "AE": mark("AE"),
    "SA": mark("SA"),
    "QA": mark("QA"),
    "RU": mark("RU"),
    "UA": mark("UA"),
    "BR": mark("BR"),
    "MX": mark("MX"),
    "MY": mark("MY"),
    "VN": mark("VN"),
    "TH": mark("TH"),
    "ID": mark("ID"),
    "PH": mark("PH"),
    "MO": mark("MO"),
    "NZ": mark("NZ"),
    "TR": mark("TR"),
    "PL": mark("PL"),
    "AT": mark("AT"),
    "PK": mark("PK"),
    "KZ": mark("KZ"),
}


def roles() -> dict[str, str]:
    """Each role and what readers call it."""
    return {role.value: gettext(label) for role, label in _ROLES.items()}


def field(name: str) -> str:
    """A field of a record as readers know it: "date" is "Date"."""
    return gettext(_FIELDS[name]) if name in _FIELDS else name.capitalize()


def country(code: str) -> str:
    """A country by its code as readers know it; in English the code: "CN"."""
    return gettext(_COUNTRIES[code]) if code in _COUNTRIES else code


def outlet_kind(kind: str) -> str:
    """A kind of outlet: "agency" is "Agency"."""
    return gettext(_OUTLETS[kind]) if kind in _OUTLETS else kind.capitalize()

"""The words of the open lists: columns of free text in which known words are offered and recognised."""

from bukhara.workbook.letters import folded

_WORDS = {
    "unit": "count percent mention rate ratio index years months days hours usd eur per_100000",
    "stage": "registered detected initiated investigated prosecuted sent_to_court convicted terminated identified"
    " rescued assisted repatriated formal_contact complaint planned destination origin transit place_of_offence"
    " returned_from",
    "offence_class": "trafficking trafficking_and_related trafficking_minors trafficking_and_forced_labour"
    " sexual_exploitation prostitution_enticement pimping_brothel deprivation_of_liberty illegal_labour_migration"
    " prostitution_promotion kidnapping kidnapping_for_marriage",
    "sex": "female male other total all both unknown not_stated",
    "age_group": "adult minor total all unknown not_stated",
    "form_of_exploitation": "sexual_exploitation labour_exploitation forced_labour other_exploitation",
    "counting_unit": "activity advocate banner beneficiary body broadcast brochure case coordinator document event"
    " group initiative instrument media_article meeting mention message migrant network offence organisation"
    " periodical_article person plan publication pupil service staff state treaty victim web_article"
    " working_group workshop",
    "territorial_scope": "national regional abroad not_stated",
    "citizenship": "foreign unknown not_stated",
    "lang": "en ru kk ky tg tk uz",
    "language": "en ru kk ky tg tk uz",
    "identifying_body": "police prosecutor border_service state_other civil_society international",
    "kind_of_support": "training coordination_and_networks law_and_policy tools_and_handbooks information_campaign"
    " direct_assistance funding investigation_support equipment_and_data",
}
# the character means the same as the word
_SYMBOLS = {"unit": {"%": "percent"}}
WORDS: dict[str, dict[str, str]] = {
    key: {folded(w): w for w in words.split()} | _SYMBOLS.get(key, {}) for key, words in _WORDS.items()
}

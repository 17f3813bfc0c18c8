"""Words in the headings of the region's forms, in Russian, English and the national languages, as patterns."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


LEFT_OUT = _any(
    r"\bтыс|\bмлн|\bмлрд|thousand|million|\bминг\b|\bmyň\b|%|процент|прирост|динамик|темп|удельн|per ?cent",
    r"change|growth|разница|примечан|\bnotes?\b|средн(?:ее|яя|ий)|average",
)
TOTAL = _any(
    r"\b(?:всего|итого|итог|total|жалпы|барлығы|бардыгы|жами|jami|ҳамагӣ|jemi|общее (?:число|количество))\b",
)
OF_ROW_ABOVE = _any(
    r"\b(?:из них|из общего числа|в том числе|в т\.\s?ч|including|of wh(?:ich|om))",
    r"\b(?:оның ішінде|анын ичинде|шундан|шу жумладан|shundan|shu jumladan|аз ҷумла|аз онҳо|şol sanda)",
)
NOTHING = _any(
    r"^(?:кол-?во|количество|число|значение|values?|numbers?|count|чел\.?|человек|лиц|persons?|ед\.?|единиц[аы]?|шт\.?"
    r"|случа(?:й|и|ев)|cases?|адам|нафар|киши|kishi|данные|figures?|год|year|период|period)$",
)
NAMED_PERIOD = _any(
    r"^(?:аппг|(?:прошл|текущ|предыдущ|отчетн)\w* (?:год\w*|период\w*)|(?:last|this|current) year)$",
)
"""A period that has no year of its own."""
PARTS = {
    "sex:female": _any(
        r"\b(?:жен\b|жен\.|женщин|женск|девоч|девуш|female|women|girls?)",
        r"\b(?:әйел|аял|аёл|ayol|занон|зан\b|aýal)",
    ),
    "sex:male": _any(
        r"\b(?:муж\b|муж\.|мужчин|мужск|мальчик|юнош|males?\b|men\b|boys?)",
        r"\b(?:ер(?:лер|кек)|эркек|эркак|erkak|мард|erkek)",
    ),
    "age_group:minor": _any(
        r"\b(?:несовершеннолет|дет(?:и|ей|ьми)|девоч|мальчик|minors?|child|girls?|boys?)",
        r"\b(?:кәмелет|бала|жашы жете|вояга етмаган|voyaga yetmagan|ноболиғ|кӯдак|çaga)",
    ),
    "age_group:adult": _any(r"\b(?:взросл|совершеннолет|adults?)"),
    "form_of_exploitation:sexual_exploitation": _any(r"сексуальн|sexual|jinsiy|жыныстық|сексуалдык"),
    "form_of_exploitation:labour_exploitation": _any(
        r"трудов\w* эксплуат|принудительн\w* труд|labou?r expl|forced labou?r|mehnat",
    ),
    "citizenship:foreign": _any(r"иностранн\w* граждан|граждан\w* других|foreign (?:citizen|national)"),
}
MEASURES = {
    "CTX-proceedings/initiated": _any(r"возбужд\w+ .*дел|дел\w* возбужд|cases? initiated|initiated cases?"),
    "CTX-proceedings/sent_to_court": _any(r"(?:направлен|передан)\w* в суд|sent to court|brought to court"),
    "CTX-prosecuted/prosecuted": _any(r"привлеч\w+ к (?:уголовной )?ответственн|prosecuted"),
    "CTX-prosecuted/convicted": _any(
        r"осужд|convicted|convictions|сотталған|соттолгон|судланган|sudlangan|маҳкум",
    ),
    "CTX-victims/identified": _any(
        r"(?:выявл|установл|идентиф|признан)\w* .*(?:жертв|потерпевш|пострадавш)",
        r"(?:жертв|потерпевш|пострадавш)\w*\W.*(?:выявл|установл|идентиф)|victims identified|identified victims",
    ),
    "BD-14b.2": _any(r"репатри|возвращен\w* на родину|repatriat"),
    "BD-8b.2": _any(r"перенаправл|referred through"),
}
"""Words that fit one question of the framework only; strict and related offences are never distinguished by words."""
RELATED = _any(r"связанн|смежн|проституц|притон|сутен|вербовк|related|prostitut|recruit")

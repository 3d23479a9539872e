"""Which treaties a sentence names, so that `ICCPR-OP2` never passes for `ICESCR-OP`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from undocs.asks.phrases import Phrases
from undocs.brackets.pairs import pairs
from undocs.language import of_script
from undocs.vocabulary import listed, rows

# "its Optional Protocol", "the Optional Protocols thereto": of the treaty named before
_THERETO = "thereto"
_PROTOCOL = "OPTIONAL-PROTOCOL"
# Conventions of the International Labour Organization go by their number: "ILO Conventions Nos. 169 and 189"
_LABOUR = re.compile(
    r"\b(?:ILO|OIT|МОТ)\b|International Labour Organi[sz]ation|Organisation internationale du Travail"
    r"|Organización Internacional del Trabajo|Международн\w+ организаци\w+ труда|منظمة العمل الدولية|劳工组织"
)
# A convention by its number: "Conventions Nos. 169 and 189", "Конвенции № 29", "اتفاقية رقم 98", "第182号公约"
_LABOUR_NUMBERS = re.compile(
    r"(?:\bN[o°º]?s?\.?|\bn[úu]ms?\.|№|رقم|第|Conventions?|Convenios?|[Кк]онвенци\w+|اتفاقية)\s*\(?\s*"
    r"(?P<numbers>\d{1,3}(?!\d)(?:(?:\s*[,;/、،]\s*|\s+(?:and|et|y|e|и|و)\s*)(?:N[o°º]?s?\.?|№|رقم)?\s*\d{1,3}(?!\d))*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def treaties(text: str, language: str | None = None) -> frozenset[str]:
    """Return the codes (`vocabulary/treaties`) of the treaties and protocols that a text names, by name or acronym.

    Text in any of six languages. A protocol does not name its treaty: "the Optional Protocol to the Convention
    against Torture (CAT)" is `OPCAT` alone. Conventions of the International Labour Organization are `ILO-169`.
    """
    tongues = of_script(text, language)
    found = _named(_without_brackets(text), tongues)
    protocols = {_treaty_of()[code] for code in found if code in _treaty_of()}
    for pair in pairs(text):
        found |= _named(text[pair.start + 1 : pair.end - 1], tongues) - protocols
    if _LABOUR.search(text):
        found |= {f"ILO-{number}" for each in _LABOUR_NUMBERS.finditer(text) for number in _numbers(each["numbers"])}
    return frozenset(found)


def _numbers(said: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", said)]


def _without_brackets(text: str) -> str:
    kept, begin = [], 0
    for pair in pairs(text):
        kept.append(text[begin : pair.start])
        begin = pair.end
    return "".join([*kept, text[begin:]])


def _named(text: str, tongues: tuple[str, ...]) -> set[str]:
    return {code for tongue in tongues for code in _resolved(_phrases(tongue).find(text))}


def _resolved(meanings: list[str]) -> set[str]:
    """Return codes; a protocol whose treaty is not said belongs to the treaty named before it."""
    codes: set[str] = set()
    last: str | None = None
    for meaning in meanings:
        if meaning == _THERETO:
            codes.add(_protocol_of().get(last or "", _PROTOCOL))
            continue
        codes.update(listed(meaning))
        last = meaning
    return codes


@cache
def _phrases(language: str) -> Phrases:
    meanings = {
        name: _THERETO
        for row in rows("treaties/thereto.csv")
        if row["language"] == language
        for name in listed(row["names"])
    }
    names = _names(language)
    for code, known in names.items():
        meanings |= dict.fromkeys(known, code)
    for row in rows("treaties/protocols.csv"):
        if row["language"] in {language, "en"}:
            forms = listed(row["names"])
            meanings |= {form.format(name): row["code"] for form in forms for name in names[row["of"]]}
    return Phrases(meanings, language)


def _names(language: str) -> dict[str, list[str]]:
    return {row["code"]: listed(row[language]) + listed(row["acronyms"]) for row in rows("treaties/names.csv")}


@cache
def _treaty_of() -> dict[str, str]:
    return {code: row["of"] for row in rows("treaties/protocols.csv") for code in listed(row["code"])}


@cache
def _protocol_of() -> dict[str, str]:
    """Return the protocol that is meant where a treaty's protocol has no other name: the first of its table."""
    return {row["of"]: row["code"] for row in reversed(rows("treaties/protocols.csv")) if row["language"] == "en"}

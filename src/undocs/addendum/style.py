"""How one addendum writes the numbers of recommendations: `122.17` or plain `17`, in lists or before each answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from undocs.addendum.numbers import LIST, spaced
from undocs.addendum.words import Place, marks

# Rec. 18 · Recommendations Nos. · recommandation n° · las recomendaciones · التوصية · 建议 (first of its words only)
WORD = r"(?:Recs?\b\.?|Recommendations?|Recommandations?|Recomendaci[oó]n(?:es)?|Рекомендаци\w+|\w*توصي\w*|建议)"
# Response of the Government: · Position: (first of its words only)
ANSWER = (
    r"(?:(?:Government\s+)?(?:response|position|status|answer|reply|comments?|views?)"
    r"|réponse|respuesta|posici[oó]n|ответ|позиция)"
)
# Nos. · No · numbers · n° · № · #: what may stand between the word and the number
NO = r"(?:\s*[:(]?\s*(?:Nos?\b\.?|numbers?|numbered|n[°ºo]s?\.?|№№?|#|رقم|第))?"
# the recommendation 122.17 · recommendations Nos. 17: a number that the word leads to
NAMED = re.compile(rf"{WORD}{NO}\s*\(?(?P<list>{LIST.pattern})", re.IGNORECASE)
# numbers of recommendations follow the list in paragraph 115 of the report
_REPORT_PARAGRAPH = re.compile(
    r"(?:number|recommendation|list|numéro|recommandation|número|recomendaci)\w*[^.]{0,80}?"
    r"\b(?:paragraph|paragraphe|párrafo)\s+(\d{1,3})\s+(?:of\s+the|du|del)\s+(?:\w+\s+)?(?:report|rapport|informe)",
    re.IGNORECASE,
)
# 122.17
_DOTTED = re.compile(r"(?<![\d.,/])(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?(?![\d.]*\d|\s?%)")
# see also recommendation · as regards the reply to the · Voir la: what comes next is a reference, not an answer
CROSS = re.compile(
    r"\b(?:see|refer\w*|cf|vide|explained|reply|replies|voir|véase|см|انظر|参见)\b\.?(?:\s+[^\s.;:]+){0,5}?\s*\W*$",
    re.IGNORECASE,
)
# 5. Orvana accepts · 5., 6., 7. Orvana accepts: what follows the numbers
_NUMBERED = re.compile(r"(?:\d{1,3}[.):]\s?,?\s*)+(.*)", re.DOTALL)
# accepts 12 recommendations
_HOW_MANY = re.compile(rf"\d\s+{WORD}", re.IGNORECASE)
_ENOUGH = 2
_SHARE_OF_MAIN = 0.1


@dataclass(frozen=True, slots=True)
class Style:
    """`paragraphs`: the report's paragraphs before the dot (`122`), none where numbers are plain.

    `plain_answers`: a plain number before a paragraph is a recommendation's, not the paragraph's own.
    """

    paragraphs: frozenset[str] = frozenset()
    plain_answers: bool = False

    def is_recommendation(self, number: str) -> bool:
        """Say whether a number, as typed in a list, can be a recommendation's in this addendum."""
        paragraph, dot, _ = number.partition(".")
        return paragraph in self.paragraphs if dot else not self.paragraphs

    def is_dotted(self, number: str) -> bool:
        """Say whether a number, such as `122.17`, belongs to one of the report's paragraphs."""
        return number.partition(".")[0] in self.paragraphs and "." in number


def style_of(texts: Sequence[str], language: str = "en") -> Style:
    """Tell the style from all passages of the addendum."""
    items: dict[str, set[str]] = {}
    named_plainly = 0
    for text in map(spaced, texts):
        for each in _listed(text):
            dotted = _DOTTED.findall(each)
            for paragraph, item in dotted:
                items.setdefault(paragraph, set()).add(item)
            named_plainly += not dotted
    most = max(map(len, items.values()), default=0)
    if most <= named_plainly and most < _ENOUGH:
        return Style(plain_answers=not named_plainly and _answer_by_number(texts, language))
    return Style(frozenset(each for each, found in items.items() if len(found) >= _SHARE_OF_MAIN * most))


def report_paragraph(lines: Sequence[str]) -> str | None:
    """Return the one paragraph of the report in which the addendum says that the recommendations stand."""
    named = {found[1] for found in _REPORT_PARAGRAPH.finditer(" ".join(lines))}
    return named.pop() if len(named) == 1 else None


def _answer_by_number(texts: Sequence[str], language: str) -> bool:
    """Say whether most numbered paragraphs answer one recommendation each, so that they bear its number."""
    numbered = [found[1] for text in texts if (found := _NUMBERED.match(text))]
    answering = [each for each in numbered if marks(each, Place.FIRST, language) and not _HOW_MANY.search(each)]
    return len(answering) > len(numbered) / 2


def _listed(text: str) -> Iterator[str]:
    """Yield what may be numbers of recommendations: after the word, at the head of the text, or dotted in a row."""
    for each in NAMED.finditer(text):
        if not CROSS.search(text[: each.start()]):
            yield each["list"]
    for each in LIST.finditer(text):
        numbers = _DOTTED.findall(each[0])
        if numbers and (each.start() == 0 or len(numbers) > 1):
            yield each[0]

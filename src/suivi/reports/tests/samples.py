"""A paper with everything in it that a paper can hold, in each of the six languages of the United Nations."""

from __future__ import annotations

from datetime import date

from suivi.reports.formats.model import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Kind,
    Listed,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Room,
    Row,
    Run,
    Section,
    Style,
    Table,
    cell,
    runs,
    strong,
    valued,
)

SENTENCES = {
    "en": "Ratify the Optional Protocol to the Convention against Torture and set up a national preventive mechanism",
    "fr": "Ratifier le Protocole facultatif à la Convention contre la torture et créer un mécanisme national",
    "es": "Ratificar el Protocolo Facultativo de la Convención contra la Tortura y crear un mecanismo en España",
    "ar": "التصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب وإنشاء آلية وقائية وطنية، لا تأخير فيه",
    "ru": "Ратифицировать Факультативный протокол к Конвенции против пыток и создать национальный механизм",
    "zh": "批准《禁止酷刑公约任择议定书》并建立国家预防机制，保障所有人的人权",
}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20" viewBox="0 0 60 20">'
    '<rect width="40" height="20" fill="#0b5c86"/></svg>'
)
FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "＝1+1", '=HYPERLINK("http://evil.example")')
MARKUP = '#panic("typst") $x$ *bold* <b>html</b> &amp; \\ {{ django }} ]]> `raw`'


def sample(language: str = "en", rows: int = 5) -> Paper:
    """Return a paper whose every text says the sentence of its language, and some that of another language."""
    own = SENTENCES[language]
    other = "en" if language == "ar" else "ar"
    foreign = Run(SENTENCES[other], other)
    text: tuple[Block, ...] = (
        Heading(runs(own)),
        Paragraph(
            runs([f"{own}. ", Run(own, strong=True), " ", Run(own, soft=True, link="https://example.org/a?b=c")])
        ),
        Paragraph(runs(foreign), Style.LEAD),
        Note(runs(own)),
        Listed((runs(own), runs(foreign))),
        Listed((runs(own), runs(own)), numbered=True),
        Heading(runs(own), level=2),
        Facts(((own, runs(own)), (own, runs(foreign)))),
        Picture(DRAWING, own, 60),
        Room(own, 3),
        PageBreak(),
        *(Paragraph(runs(own), style) for style in Style),
    )
    columns = (
        Column("key", for_sheets=True, hidden=True),
        Column(own, 3),
        Column("choice", choices=("yes", "no")),
        Column("number", kind=Kind.NUMBER),
        Column("day", kind=Kind.DATE),
    )
    table = Table("Sheet: one/two", columns, (Row((cell(own),), joined=True), *map(_row, [own] * rows)), about=own)
    return Paper(
        title=own,
        language=language,
        sections=(Section(text), Section((table,), landscape=True)),
        above=own,
        subtitle=own,
        facts=Facts(((own, runs(own)),)),
        foot=own,
        page_of="{page} ÷ {pages}",
    )


def _row(words: str) -> Row:
    day = Cell((runs("24 November 2026"),), date(2026, 11, 24))
    return Row((cell("key"), cell(strong(words)), cell(), valued(12), day), room=20)


def hostile() -> Paper:
    """Return a paper whose texts would be commands, were they read as markup or as formulas."""
    columns = (Column(FORMULAS[0]), Column(MARKUP))
    rows = tuple(Row((cell(each), cell(MARKUP))) for each in FORMULAS)
    table = Table(FORMULAS[0], columns, rows)
    return Paper(
        MARKUP, "en", (Section((Paragraph(runs(MARKUP)), table)),), facts=Facts(((MARKUP, runs(FORMULAS[0])),))
    )

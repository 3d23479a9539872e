"""Writes Orvana's papers as files in the form the United Nations uses: Word report, addendum and list, CSV export."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.document import Document as Paper

WORDINGS = {
    "120.1": "Clean the great lake before the next review",
    "120.2": "Ratify the Convention on the Rights of Persons with Disabilities",
    "120.3": "Teach every child to swim, and build a pool in each province",
    "120.4": "Close the prison on the northern island",
    "120.5": "Continue its efforts to protect lighthouse keepers",
    "120.6": "Issue a standing invitation to the special procedures of the Human Rights Council",
}
SUPPORTED = ("120.1", "120.2", "120.3", "120.5")
NOTED = ("120.4", "120.6")
ASKED_BY = "(Peru) (Chile)"
_HEADER = (
    "Recommendation and recommending State",
    "Position of the State under review",
    "Human rights themes and groups of persons",
    "Relevant SDGs",
)


def report(wordings: Mapping[str, str] = WORDINGS, *, name: str = "orvana-report.docx") -> SimpleUploadedFile:
    """Return the report of the Working Group on Orvana's third review, with these recommendations."""
    paper = _front("A/HRC/46/9", "18 December 2020")
    paper.add_heading("Introduction", 1)
    paper.add_paragraph(
        "1.\tThe Working Group on the Universal Periodic Review held its thirty-sixth session in November 2020. "
        "The review of Orvana was held at the 2nd meeting, on 3 November 2020. At its 10th meeting, held on 6 November "
        "2020, the Working Group adopted the report on Orvana."
    )
    paper.add_paragraph(
        "2.\tOn 10 March 2020, the Human Rights Council selected the following group of rapporteurs (troika) to "
        "facilitate the review of Orvana: Chile, Kenya and Norway."
    )
    paper.add_paragraph("3.\tThe following documents were issued: (a) a national report (A/HRC/WG.6/36/XOR/1).")
    paper.add_heading("II. Conclusions and/or recommendations", 1)
    paper.add_paragraph(
        "120.\tThe following recommendations will be examined by Orvana, which will provide responses in due time, but "
        "no later than the forty-sixth session of the Human Rights Council:"
    )
    for number, text in wordings.items():
        paper.add_paragraph(f"{number}\t{text} {ASKED_BY};")
    paper.add_paragraph(
        "121.\tAll conclusions and/or recommendations contained in the present report reflect the position of the "
        "submitting State(s) and/or the State under review. They should not be construed as endorsed by the Working "
        "Group as a whole."
    )
    return _file(paper, name)


def addendum(
    supported: Sequence[str] = SUPPORTED, noted: Sequence[str] = NOTED, *, name: str = "orvana-addendum.docx"
) -> SimpleUploadedFile:
    """Return the addendum with the State's answers by number."""
    paper = _front("A/HRC/46/9/Add.1", "20 February 2021")
    paper.add_paragraph("Addendum")
    paper.add_paragraph("Views on conclusions and/or recommendations presented by the State under review")
    paper.add_paragraph("1.\tOrvana thanks all delegations for their recommendations.")
    paper.add_paragraph(f"2.\tOrvana supports the following recommendations: {', '.join(supported)}.")
    paper.add_paragraph(f"3.\tOrvana takes note of the following recommendations: {', '.join(noted)}.")
    return _file(paper, name)


def thematic_list(
    wordings: Mapping[str, str] = WORDINGS,
    *,
    heading: str = "UPR of Orvana (3rd Cycle - 36th Session)",
    name: str = "orvana-list.docx",
) -> SimpleUploadedFile:
    """Return the list that OHCHR drew up; without a `heading` it does not say whose review it is."""
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = heading
    table = paper.add_table(rows=1, cols=4)
    for cell, title in zip(table.rows[0].cells, _HEADER, strict=True):
        cell.text = title
    section = table.add_row().cells
    section[0].merge(section[3]).text = "Theme: Water and lakes"
    for number, text in wordings.items():
        cells = table.add_row().cells
        cells[0].text = f"{number} {text} {ASKED_BY};\nSource of Position: A/HRC/46/9/Add.1 - Para.2"
        cells[1].text = "Noted" if number in NOTED else "Supported"
        cells[2].text = "- Water and lakes\nGroups of Persons:\n- Children"
        cells[3].text = "- 6 - CLEAN WATER AND SANITATION"
    return _file(paper, name)


def export(rows: Sequence[tuple[str, str]], *, name: str = "upr-info.csv") -> SimpleUploadedFile:
    """Return an export of UPR Info with (recommending State, text) for each row."""
    lines = ["State under Review,Recommending State,Recommendation,Response,Action,Issue,Session"]
    lines += [f'Orvana,{state},"{text}",Accepted,5,Environment,36' for state, text in rows]
    return SimpleUploadedFile(name, "\n".join(lines).encode())


def broken(*, name: str = "broken.pdf") -> SimpleUploadedFile:
    """Return a file that begins like a PDF and is none."""
    return SimpleUploadedFile(name, b"%PDF-1.7\n%%EOF but nothing between them")


def _front(symbol: str, day: str) -> Paper:
    paper = docx.Document()
    for line in (
        f"United Nations\t{symbol}", "General Assembly\tDistr.: General", day, "Original: English",
        "Human Rights Council", "Forty-sixth session", "Agenda item 6", "Universal periodic review",
        "Report of the Working Group on the Universal Periodic Review",
    ):  # fmt: skip
        paper.add_paragraph(line)
    paper.add_paragraph("Orvana", style="Title")
    return paper


def _file(paper: Paper, name: str) -> SimpleUploadedFile:
    content = io.BytesIO()
    paper.save(content)
    return SimpleUploadedFile(name, content.getvalue())

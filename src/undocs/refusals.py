"""Why a document cannot be read: each kind of bad file has its own sentence, and says what to do."""

from __future__ import annotations

EMPTY = "This file is empty: download it again."
MISSING = "There is no file of this name: check how it is spelled."
NO_FILE = "This is a folder, not a file: give one document at a time."
NOT_ALLOWED = "This file may not be opened: ask its owner for the right to read it."
TOO_LARGE = "This file is larger than {limit} MB: UN documents are far smaller, so bring the document alone."
PICTURE = "This is a picture, so it holds no text: bring the document itself, or a copy made by text recognition (OCR)."
WEB_PAGE = "This is a web page, whatever its name says: download the document that the page offers."
RICH_TEXT = "This is a rich-text file: open it in a word processor and save it as .docx."
OPEN_TEXT = "This is an OpenDocument text: open it in a word processor and save it as .docx."
SLIDES = "These are slides: bring the document or the table that they show."
ARCHIVE = "This is an archive of several files: unpack it and bring the documents one by one."
PROGRAM = "This is a program, not a document: do not open it, and tell whoever sent it to you."
UNKNOWN_FORM = "This is no PDF, Word, Excel, JSON or text file: bring the document in one of these forms."

BROKEN_PDF = "This PDF is broken: download it again."
ENCRYPTED_PDF = "This PDF is locked with a password: save an unlocked copy and bring that."
NO_TEXT = (
    "This PDF is a scan without text: bring the document from the UN's site, or a copy made by text recognition (OCR)."
)
TOO_MANY_PAGES = (
    "This PDF has more than {limit} pages: UN review documents are far shorter, so bring the document alone."
)

BROKEN_OFFICE = "This Office file is broken: download it again, or open it in Office and save it anew."
ENCRYPTED_OFFICE = "This Office file is locked with a password: save an unlocked copy and bring that."
MACROS = "This file carries macros, which may do harm: save it without macros (.docx or .xlsx) and bring that."
TOO_DENSE = (
    "This file unpacks to far more than a document does, so it was not opened: save the document anew and bring that."
)
STRANGE_PARTS = (
    "This Office file has parts that no document needs, so it was not opened: save the document anew and bring that."
)
ENTITIES = (
    "This file defines XML entities, which may do harm, so it was not opened: save the document anew and bring that."
)
NO_LIBREOFFICE = (
    "This is an old .doc file, and LibreOffice, which could read it, is not installed here: save it as .docx."
)
LIBREOFFICE_FAILED = "LibreOffice could not read this old .doc file: open it in Word and save it as .docx."

# Documents of a review that hold no recommendations, by their kind in `vocabulary/titles.csv`
_BEFORE = "made before the review: bring the report, the addendum or the list instead."
STRANGERS = {
    "decision": (
        "This is a decision of the Human Rights Council: bring the report, the addendum or the list of the same review."
    ),
    "advance_questions": f"These are advance questions, {_BEFORE}",
    "national_report": f"This is the State's national report, {_BEFORE}",
    "compilation": f"This is the compilation of UN information, {_BEFORE}",
    "summary": f"This is the summary of stakeholders' submissions, {_BEFORE}",
    "session_report": "This is the Council's report on a session: bring the report, addendum or list of the review.",
    "infographic": (
        "This is an infographic with figures but no recommendations: bring the list (“matrix”) of the same review."
    ),
    "letter": "This is a letter: bring the report, the addendum or the list that it speaks of.",
}
UNKNOWN_DOCUMENT = (
    "This is none of the documents that can be read here: bring a Working Group report, an addendum, "
    "an OHCHR list (“matrix”), an export of UPR Info or UHRI, or a table of recommendations."
)
BROKEN_SHEET = "This table is broken: open it in a spreadsheet program and save it anew as .xlsx."
BROKEN_JSON = "This JSON file is broken, or cut off: download it again."
NO_PARAGRAPHS = "This text holds no recommendation: none of its lines has a number or a recommending State."
UNKNOWN_COLUMNS = "This is a table whose columns are not known: say which column holds what, then it can be read."
NO_TABLE = "This is no table: bring a sheet (.xlsx, .xls, .ods, .csv) or a JSON export."

TOO_SLOW = (
    "Reading this file took longer than {limit} seconds, so it was stopped: save the document anew and bring that."
)
TOO_HUNGRY = (
    "Reading this file took more memory than is allowed, so it was stopped: save the document anew and bring that."
)
DIED = "The reader stopped while reading this file: save the document anew and bring that, or tell us about it."
NO_PAGES = "Only a PDF has pages that can be shown: open this file in its own program."
NO_SUCH_PAGE = "This PDF has no page {page}: choose another."


class Unreadable(Exception):
    """A document that cannot be read. `str(error)` is one sentence for the person who brought it."""

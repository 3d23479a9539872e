"""What the reader says of documents, in English, so that it can be said in other languages: refusals, then doubts.

The reader knows nothing of languages of the interface. Fields such as %(number)s stand for whatever it puts there; of
two sentences that fit, the first is taken.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

REFUSALS = (
    _("This file is empty: download it again."),
    _("There is no file of this name: check how it is spelled."),
    _("This is a folder, not a file: give one document at a time."),
    _("This file may not be opened: ask its owner for the right to read it."),
    _("This file is larger than %(limit)s MB: UN documents are far smaller, so bring the document alone."),
    _("This is a picture, so it holds no text: bring the document itself, or a copy made by text recognition (OCR)."),
    _("This is a web page, whatever its name says: download the document that the page offers."),
    _("This is a rich-text file: open it in a word processor and save it as .docx."),
    _("This is an OpenDocument text: open it in a word processor and save it as .docx."),
    _("These are slides: bring the document or the table that they show."),
    _("This is an archive of several files: unpack it and bring the documents one by one."),
    _("This is a program, not a document: do not open it, and tell whoever sent it to you."),
    _("This is no PDF, Word, Excel, JSON or text file: bring the document in one of these forms."),
    _("This PDF is broken: download it again."),
    _("This PDF is locked with a password: save an unlocked copy and bring that."),
    _(
        "This PDF is a scan without text: bring the document from the UN's site, or a copy made by text "
        "recognition (OCR)."
    ),
    _("This PDF has more than %(limit)s pages: UN review documents are far shorter, so bring the document alone."),
    _("This Office file is broken: download it again, or open it in Office and save it anew."),
    _("This Office file is locked with a password: save an unlocked copy and bring that."),
    _("This file carries macros, which may do harm: save it without macros (.docx or .xlsx) and bring that."),
    _(
        "This file unpacks to far more than a document does, so it was not opened: save the document anew and "
        "bring that."
    ),
    _(
        "This Office file has parts that no document needs, so it was not opened: save the document anew and bring"
        " that."
    ),
    _(
        "This file defines XML entities, which may do harm, so it was not opened: save the document anew and bring"
        " that."
    ),
    _("This is an old .doc file, and LibreOffice, which could read it, is not installed here: save it as .docx."),
    _("LibreOffice could not read this old .doc file: open it in Word and save it as .docx."),
    _("This is a decision of the Human Rights Council: bring the report, the addendum or the list of the same review."),
    _("These are advance questions, made before the review: bring the report, the addendum or the list instead."),
    _(
        "This is the State's national report, made before the review: bring the report, the addendum or the list "
        "instead."
    ),
    _(
        "This is the compilation of UN information, made before the review: bring the report, the addendum or the "
        "list instead."
    ),
    _(
        "This is the summary of stakeholders' submissions, made before the review: bring the report, the addendum "
        "or the list instead."
    ),
    _("This is the Council's report on a session: bring the report, addendum or list of the review."),
    _("This is an infographic with figures but no recommendations: bring the list (“matrix”) of the same review."),
    _("This is a letter: bring the report, the addendum or the list that it speaks of."),
    _(
        "This is none of the documents that can be read here: bring a Working Group report, an addendum, an OHCHR "
        "list (“matrix”), an export of UPR Info or UHRI, or a table of recommendations."
    ),
    _("This table is broken: open it in a spreadsheet program and save it anew as .xlsx."),
    _("This JSON file is broken, or cut off: download it again."),
    _("This text holds no recommendation: none of its lines has a number or a recommending State."),
    _("This is a table whose columns are not known: say which column holds what, then it can be read."),
    _("This is no table: bring a sheet (.xlsx, .xls, .ods, .csv) or a JSON export."),
    _(
        "Reading this file took longer than %(limit)s seconds, so it was stopped: save the document anew and bring"
        " that."
    ),
    _("Reading this file took more memory than is allowed, so it was stopped: save the document anew and bring that."),
    _("The reader stopped while reading this file: save the document anew and bring that, or tell us about it."),
    _("Only a PDF has pages that can be shown: open this file in its own program."),
    _("This PDF has no page %(page)s: choose another."),
)

DOUBTS = (
    _("The heading of the conclusions was not found: this report was read without recommendations."),
    _("The heading of the conclusions was not found: the first list of recommendations was taken for them."),
    _("What the State answers to the recommendations of paragraph %(paragraph)s was not understood."),
    _("Paragraph %(paragraph)s, which paragraph %(other)s cites, holds no recommendation that could be read."),
    _("The report writes %(number)s after %(before)s: it was read as %(read)s."),
    _("%(number)s stands in two lists: once %(position)s, once %(other)s."),
    _("%(number)s is answered more than once; the first answer was taken."),
    _("%(numbers)s: the answer does not say whether it is supported or noted."),
    _("%(numbers)s: listed as %(position)s, but the prose reads as %(other)s."),
    _("No answer to any numbered recommendation was found."),
    _("“%(range)s” cannot be a range of numbers; only its two ends were read."),
    _("Some numbers are named as exceptions, and were not read: “%(text)s”"),
    _("This row of the list has no number."),
    _("“%(name)s” is not known as the name of a State."),
    _("“%(name)s” was taken for %(state)s."),
    _("“%(words)s” lacks a verb or an object: see what it shares with its neighbours."),
    _("The column of States says %(column)s, the brackets say %(brackets)s."),
    _("The position “%(written)s” is not known."),
    _("The list gives no position."),
    _("The list remarks: %(remark)s"),
    _("The page header does not tell the %(what)s."),
    _("The number is torn: “%(written)s” was read as %(number)s."),
    _("The number “%(written)s” is written the other way round: it was read as %(number)s."),
    _("The number %(number)s stands inside this recommendation."),
    _("The numbers are written the other way round: item first, paragraph last. They were turned."),
    _("One of its sentences names no recommending State."),
    _("No recommending State was found."),
    _("No recommending State was found for any recommendation."),
    _("No recommending State was found for %(numbers)s."),
    _("More than one recommendation bears the number %(numbers)s."),
    _("The numbers skip %(numbers)s."),
    _("The document gives two different answers to %(numbers)s."),
    _("The document speaks of %(said)s %(what)s; %(read)s were read."),
)

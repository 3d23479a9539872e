"""Labels that Word counts itself."""

from __future__ import annotations

from lxml import etree

from undocs.numbering import Labels

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LEVELS = (
    (95, "decimal", "%1."),
    (1, "decimal", "%1.%2"),
    (1, "lowerLetter", "(%3)"),
    (1, "upperRoman", "%4"),
    (1, "bullet", "·"),
)


def _element(tag: str, content: str = "", **attributes: object) -> str:
    written = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    return f'<w:{tag} xmlns:w="{W}"{written}>{content}</w:{tag}>'


def _level(depth: int, start: int, form: str, pattern: str) -> str:
    content = _element("start", val=start) + _element("numFmt", val=form) + _element("lvlText", val=pattern)
    return _element("lvl", content, ilvl=depth)


def _numbering(*overrides: str) -> etree._Element:
    abstract = _element(
        "abstractNum", "".join(_level(depth, *level) for depth, level in enumerate(LEVELS)), abstractNumId=7
    )
    link = _element("abstractNumId", val=7)
    lists = _element("num", link, numId=1) + _element("num", link + "".join(overrides), numId=2)
    return etree.fromstring(_element("numbering", abstract + lists))


def _paragraph(depth: int | None = None, number: int = 1, style: str = "") -> etree._Element:
    properties = _element("pStyle", val=style) if style else ""
    if depth is not None:
        properties += _element("numPr", _element("ilvl", val=depth) + _element("numId", val=number))
    return etree.fromstring(_element("p", _element("pPr", properties)))


def _labels(labels: Labels, *paragraphs: etree._Element) -> list[str]:
    return [labels.of(paragraph) for paragraph in paragraphs]


def test_levels_count_on_and_begin_anew_under_the_next_of_the_level_above() -> None:
    paragraphs = [_paragraph(depth) for depth in (0, 1, 1, 2, 2, 0, 1, None, 1)]
    assert _labels(Labels(_numbering(), None), *paragraphs) == [
        *("95. ", "95.1 ", "95.2 ", "(a) ", "(b) ", "96. ", "96.1 ", "", "96.2 "),
    ]


def test_a_second_list_may_begin_anew_once_and_shares_the_count_afterwards() -> None:
    override = _element("lvlOverride", _element("startOverride", val=120), ilvl=0)
    paragraphs = [_paragraph(0), _paragraph(0, 2), _paragraph(0, 2), _paragraph(0)]
    assert _labels(Labels(_numbering(override), None), *paragraphs) == ["95. ", "120. ", "121. ", "122. "]


def test_roman_numbers_and_bullets_are_written_out() -> None:
    assert _labels(Labels(_numbering(), None), *[_paragraph(3)] * 4, _paragraph(4)) == [
        "I ",
        "II ",
        "III ",
        "IV ",
        "• ",
    ]


def test_letters_go_on_after_the_alphabet() -> None:
    assert _labels(Labels(_numbering(), None), *[_paragraph(2)] * 28)[25:] == ["(z) ", "(aa) ", "(bb) "]


def test_a_style_may_carry_the_list_and_stand_on_another_style() -> None:
    carrying = _element("numPr", _element("numId", val=1))
    base = _element("style", _element("pPr", carrying), styleId="Numbered")
    child = _element("style", _element("basedOn", val="Numbered"), styleId="Child")
    styles = etree.fromstring(_element("styles", base + child))
    assert _labels(Labels(_numbering(), styles), _paragraph(style="Numbered"), _paragraph(style="Child")) == [
        "95. ",
        "96. ",
    ]


def test_styles_that_stand_on_each_other_do_no_harm() -> None:
    circle = [
        _element("style", _element("basedOn", val=other), styleId=name) for name, other in (("A", "B"), ("B", "A"))
    ]
    styles = etree.fromstring(_element("styles", "".join(circle)))
    assert Labels(_numbering(), styles).of(_paragraph(style="A")) == ""


def test_a_document_without_lists_has_no_labels() -> None:
    assert Labels(None, None).of(_paragraph(0)) == ""

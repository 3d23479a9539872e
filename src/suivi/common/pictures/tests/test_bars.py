"""Bars: lengths are counts, answers are told apart without colour, the file stands on its own, and mirrors."""

from __future__ import annotations

import re
import struct
from xml.etree import ElementTree as ET

import pytest

from suivi.common.pictures.bars import Bar, Sheet, stacked
from suivi.common.pictures.colours import PAINT
from suivi.common.pictures.looks import paint
from suivi.common.pictures.png import SHARPNESS, png
from suivi.common.pictures.strip import shared_textures, strip
from suivi.common.pictures.svg import NAMESPACE, shape

KEY = (("supported", "Supported"), ("noted", "Noted"), ("pending", "No answer yet"))
SHEET = Sheet(
    name="outcome",
    title="Orvana, cycle 4: by theme",
    subtitle="A recommendation counts under each of its themes.",
    key=KEY,
    bars=(
        Bar("Right to health", (("supported", 30), ("noted", 10), ("pending", 0)), 40),
        Bar("الحق في التعليم", (("supported", 5), ("noted", 0), ("pending", 15)), 20, foreign=True),
    ),
    foot=("Source: A/HRC/61/9.",),
)
# Matches an id that a shape refers to: url(#outcome-dotted)
REFERRED = re.compile(r"url\(#([\w-]+)\)")


def boxes(drawing: object, look: str) -> list[float]:
    mark = paint(look, "outcome")["fill"]
    found = ET.fromstring(str(drawing)).iter(f"{{{NAMESPACE}}}rect")  # noqa: S314  our own drawing
    return [float(each.get("width", 0)) for each in found if each.get("fill") == mark and each.get("height") == "22"]


def test_a_bar_is_as_long_as_its_count() -> None:
    thirty, five = boxes(stacked(SHEET, "ltr"), "supported")
    assert (thirty + 1.5) / (five + 1.5) == pytest.approx(6, rel=0.01)
    (ten,) = boxes(stacked(SHEET, "ltr"), "noted")
    assert (thirty + 1.5) / (ten + 1.5) == pytest.approx(3, rel=0.01)


def test_every_figure_its_word_and_the_source_stand_on_the_sheet() -> None:
    drawn = str(stacked(SHEET, "ltr"))
    for words in ("30", "10", "40", "Supported", "Noted", "No answer yet", "Source: A/HRC/61/9.", "الحق في التعليم"):
        assert words in drawn


def test_listeners_hear_every_figure_with_its_word() -> None:
    found = ET.fromstring(str(stacked(SHEET, "ltr"))).find(f"{{{NAMESPACE}}}desc")  # noqa: S314
    assert found is not None
    assert "Right to health: Supported 30, Noted 10" in (found.text or "")


def test_the_file_stands_on_its_own() -> None:
    drawn = str(stacked(SHEET, "ltr"))
    ids = {each.get("id") for each in ET.fromstring(drawn).iter()}  # noqa: S314
    assert set(REFERRED.findall(drawn)) <= ids
    assert PAINT["supported"] in drawn
    assert not any(word in drawn for word in ("style=", "<style", "href", "var(--", "<script"))


def test_answers_are_told_apart_without_colour() -> None:
    looks = [paint(each, "x") for each in ("supported", "partially_supported", "noted", "pending", "unclear")]
    shapes = {(str(look["fill"]).partition("#")[2], look.get("stroke_dasharray")) for look in looks}
    assert len({(fill if "-" in fill else "plain", dashes) for fill, dashes in shapes}) == 5


def test_from_right_to_left_labels_stand_at_the_right() -> None:
    there, back = str(stacked(SHEET, "ltr")), str(stacked(SHEET, "rtl"))
    assert 'x="36"' in there
    assert 'x="964"' in back
    assert boxes(stacked(SHEET, "rtl"), "supported") == boxes(stacked(SHEET, "ltr"), "supported")


def test_an_empty_sheet_can_be_drawn() -> None:
    empty = Sheet("outcome", "Orvana", "", KEY, (), ())
    assert "Orvana" in str(stacked(empty, "ltr"))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_png_is_as_large_as_the_drawing_and_sharp(direction: str) -> None:
    drawing = stacked(SHEET, direction)  # type: ignore[arg-type]
    content = png(drawing)
    height = float(dict(drawing.attributes)["height"])
    assert content.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", content[16:24])
    assert (wide, high) == (1000 * SHARPNESS, pytest.approx(height * SHARPNESS, abs=1))


def test_arabic_letters_come_with_the_house() -> None:
    def drawn(letter: str) -> bytes:
        family = "Amiri, 'Noto Sans'"
        text = shape("text", letter, x=5, y=30, font_size=24, font_family=family)
        return png(shape("svg", text, width=80, height=40, xmlns=NAMESPACE))

    missing = drawn("\u4e00")
    assert len({drawn("م"), drawn("محم"), drawn("ع"), drawn("Ж"), missing}) == 5


def test_a_strip_divides_its_place_by_counts_and_mirrors() -> None:
    counts = [("supported", 30), ("noted", 10)]
    there = str(strip(counts, 80, "ltr"))
    assert 'x="0.00%"' in there
    assert 'x="37.50%"' in there
    assert 'x="62.50%"' in str(strip(counts, 80, "rtl"))


def test_strips_use_the_textures_that_the_page_shows_once() -> None:
    referred = REFERRED.findall(str(strip([("noted", 1), ("unclear", 1), ("partially_supported", 1)], 3, "ltr")))
    assert len(referred) == 3
    assert all(f'id="{each}"' in str(shared_textures()) for each in referred)

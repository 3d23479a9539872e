"""Bytes of a text file as text, whatever wrote them: UTF-8, UTF-16, Windows, Mac Roman, Chinese."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What has no mark and is not UTF-8, in the order in which a draw is decided
_OLD = ("cp1252", "mac_roman", "cp1251", "cp1256", "gb18030")
# Letters and signs outside ASCII that texts of the United Nations are full of
_EXPECTED = re.compile("[éèêàâîôûçñáíóúüÉÓ’а-яА-Я\u0621-\u064a،؛\u4e00-\u9fff，。；、（）]")
# Rarer ones, which the wrong table gives as well: "œ", "–", "«"
_POSSIBLE = re.compile("[ëäïöùœßÈÊÀÂÎÔÛÇŒÑÁÍÚŽžŠš‘“”–—…«»¿¡º°§ёЁ\u00a0]")
# What no writer writes: a sign or another script within a word ("ni–o", "RйsumЕ"), a capital after small ("гХС")
_IMPOSSIBLE = re.compile(
    "[a-z][^\\w\\s'’.,;:/)(-][a-z]|[A-Za-z][\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]|[\u0400-\u04ff\u0600-\u06ff][A-Za-z]"
    "|[а-яa-z][А-Я]|\ufffd"
)
_SAMPLE = 200_000


def decode(content: bytes) -> str:
    """Return the text of a file's bytes, each of its lines ended by a line feed."""
    text = content.decode(_encoding(content), errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return max(_OLD, key=lambda encoding: _likely(content[:_SAMPLE], encoding))
    return "utf-8"


def _likely(content: bytes, encoding: str) -> float:
    """Return how much a table makes of the bytes: what is expected, less what is impossible, per sign outside ASCII."""
    text = content.decode(encoding, errors="replace")
    worth = 2 * len(_EXPECTED.findall(text)) + len(_POSSIBLE.findall(text)) - 4 * len(_IMPOSSIBLE.findall(text))
    return worth / max(1, sum(not sign.isascii() for sign in text))

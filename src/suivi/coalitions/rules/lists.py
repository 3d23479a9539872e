"""People invited by a list from a spreadsheet: which column holds what, and what is wrong in which row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suivi.coalitions.rules.roles import ROLES, Member
from suivi.common.normalise import plain

if TYPE_CHECKING:
    from django.utils.functional import Promise

MOST_ROWS = 200
LONGEST_NAME, LONGEST_ORGANISATION = 60, 120
HEADER_WITHIN = 10
"""A title or two may stand above the names of the columns."""

COLUMNS: dict[str, str | Promise] = {
    "name": gettext_lazy("Name"),
    "role": gettext_lazy("Role"),
    "organisation": gettext_lazy("Organisation"),
    "language": gettext_lazy("Language"),
}
"""What a column may hold; its name may stand in any language of the pages."""
ALSO_CALLED = {
    "name": ("full name", "for whom", "nombre", "nom", "nome", "имя", "الاسم", "名字", "姓名"),
    "role": ("rôle", "rol", "fonction", "función", "роль", "الدور", "角色"),
    "organisation": ("organization", "organización", "organização", "ngo", "ong", "организация", "المنظمة", "组织"),
    "language": ("langue", "idioma", "язык", "اللغة", "语言"),
}
ROLES_ALSO_CALLED = {
    "coordinator": ("coordinateur", "coordonnateur", "coordinatrice", "coordinador", "coordinadora", "координатор"),
    "custodian": ("dépositaire", "gardien", "gardienne", "custodio", "custodia", "хранитель"),
    "steering": ("steering", "comité de pilotage", "comité directivo", "руководящий комитет"),
    "convenor": ("convener", "animateur", "animatrice", "facilitateur", "facilitatrice", "convocante", "руководитель"),
    "member": ("participant", "participante", "membre", "miembro", "участник", "участница", "مشارك", "成员"),
    "translator": ("interpreter", "traducteur", "traductrice", "traductor", "traductora", "переводчик", "翻译"),
    "observer": ("observateur", "observatrice", "observador", "observadora", "наблюдатель", "观察员"),
    "nhri": ("indh", "inddhh", "нпу"),
    "official": ("fonctionnaire", "funcionario", "funcionaria", "чиновник", "مسؤول"),
}
"""Words that lists use for roles beside their names here."""


@dataclass(slots=True)
class Row:
    """One row of a list as it was understood, and what is wrong with it."""

    number: int
    name: str
    role_key: str
    organisation: str
    language: str
    wrong: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, to be sealed and sent back."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Known:
    """What a list is held against: words for columns, roles and languages, and the names that are taken already."""

    columns: Mapping[str, str]
    roles: Mapping[str, str]
    languages: Mapping[str, str]
    organisations: Mapping[str, str]
    taken: frozenset[str]


def columns_of(header: Sequence[str], known: Known) -> dict[str, int]:
    """Return which column holds what (what -> place, from 0); of two of one name, the first."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        what = known.columns.get(plain(cell).strip(" :*"))
        if what:
            found.setdefault(what, place)
    return found


def read_list(rows: Sequence[Sequence[str]], known: Known) -> list[Row] | None:
    """Return the rows below the header, each with what is wrong; None where no column is called a name."""
    for at, header in enumerate(rows[:HEADER_WITHIN]):
        columns = columns_of(header, known)
        if "name" in columns:
            below = enumerate(rows[at + 1 :], start=at + 2)
            return checked((_row(number, row, columns, known) for number, row in below), known)
    return None


def checked(rows: Iterable[Row], known: Known) -> list[Row]:
    """Return rows with what is wrong in each: also what only the others, or the coalition of now, can tell."""
    found, seen = [], set(known.taken)
    for row in rows:
        row.wrong = [*row.wrong, *_wrong(row)]
        name = plain(row.name)
        if name and name in seen:
            row.wrong.append(_("Somebody of this name is here, invited, or higher up in the list."))
        seen.add(name)
        found.append(row)
    return found


def _row(number: int, cells: Sequence[str], columns: Mapping[str, int], known: Known) -> Row:
    told = {what: cells[place].strip() if place < len(cells) else "" for what, place in columns.items()}
    role, language = told.get("role", ""), told.get("language", "")
    organisation = told.get("organisation", "")
    row = Row(number, told["name"], known.roles.get(plain(role), ""), organisation, "")
    row.organisation = known.organisations.get(plain(organisation), organisation)
    row.language = known.languages.get(plain(language), "")
    if not role:
        row.role_key = Member.key
    elif not row.role_key:
        row.wrong.append(_("“%(word)s” is no role here.") % {"word": role[:40]})
    if language and not row.language:
        row.wrong.append(_("“%(word)s” is no language of these pages.") % {"word": language[:40]})
    return row


def _wrong(row: Row) -> list[str]:
    """Return what is wrong with a row by itself."""
    wrong = []
    if not row.name:
        wrong.append(_("The name is missing."))
    if len(row.name) > LONGEST_NAME:
        wrong.append(_("The name is longer than %(most)d characters.") % {"most": LONGEST_NAME})
    if len(row.organisation) > LONGEST_ORGANISATION:
        wrong.append(_("The organisation's name is longer than %(most)d characters.") % {"most": LONGEST_ORGANISATION})
    if row.role_key and row.role_key not in ROLES:
        wrong.append(_("There is no such role."))
    return wrong

"""The same invented report in the six languages of the United Nations."""

from __future__ import annotations

import pytest

from undocs import report
from undocs.tests.report.papers import COVER, DOCUMENTS, as_pages
from undocs.tests.typeset import heading, lay_out

EXPECTED = [
    ("95.1", ["CHL", "BRA"], "supported"),
    ("96.1", ["ESP"], "pending"),
    ("96.2", ["MEX", "IRN"], "pending"),
    ("97.1", ["DEU"], "noted"),
]
TITLES = {
    "en": "Report of the Working Group on the Universal Periodic Review",
    "fr": "Rapport du Groupe de travail sur l’Examen périodique universel",
    "es": "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
    "ru": "Доклад Рабочей группы по универсальному периодическому обзору",
    "ar": "تقرير الفريق العامل المعني بالاستعراض الدوري الشامل",
    "zh": "普遍定期审议工作组报告",
}
CONCLUSIONS = {
    "en": [
        "II. Conclusions and/or recommendations",
        "95. The following recommendations have been examined by Orvana and enjoy the support of Orvana:",
        "95.1 Ratify the Protocol (Chile) (Brazil);",
        "96. The following recommendations will be examined by Orvana, which will provide responses in due time:",
        "96.1 Abolish the death penalty (Spain);",
        "96.2 Adopt a law (Mexico) (Iran (Islamic Republic of));",
        "97. The following recommendations did not enjoy the support of Orvana, and would thus be noted:",
        "97.1 Withdraw reservations (Germany).",
        "98. All conclusions and/or recommendations contained in the present report reflect the position of the State.",
    ],
    "fr": [
        "II. Conclusions et/ou recommandations",
        "95. Les recommandations ci-après ont été examinées par l’Orvana et recueillent son adhésion :",
        "95.1 Ratifier le Protocole (Chili) (Brésil) ;",
        "96. Les recommandations ci-après seront examinées par l’Orvana, qui y répondra en temps voulu :",
        "96.1 Abolir la peine de mort (Espagne) ;",
        "96.2 Adopter une loi (Mexique) (Iran (République islamique d’)) ;",
        "97. Les recommandations ci-après n’ont pas recueilli l’adhésion de l’Orvana, qui en a donc pris note :",
        "97.1 Retirer ses réserves (Allemagne).",
        "98. Toutes les conclusions et/ou recommandations figurant dans le présent rapport reflètent la position.",
    ],
    "es": [
        "II. Conclusiones y/o recomendaciones",
        "95. Las recomendaciones que figuran a continuación han sido examinadas por Orvana y cuentan con su apoyo:",
        "95.1 Ratificar el Protocolo (Chile) (Brasil);",
        "96. Orvana examinará las siguientes recomendaciones y les dará respuesta a su debido tiempo:",
        "96.1 Abolir la pena de muerte (España);",
        "96.2 Aprobar una ley (México) (Irán (República Islámica del));",
        "97. Las recomendaciones que figuran a continuación no cuentan con el apoyo de Orvana, que tomó nota de ellas:",
        "97.1 Retirar las reservas (Alemania).",
        "98. Todas las conclusiones y/o recomendaciones que figuran en el presente informe reflejan la posición.",
    ],
    "ru": [
        "II. Выводы и/или рекомендации",
        "95. Рекомендации, перечисленные ниже, были рассмотрены Орваной и получили ее поддержку:",
        "95.1 ратифицировать Протокол (Чили) (Бразилия);",
        "96. Следующие рекомендации будут рассмотрены Орваной, которая представит ответы в надлежащее время:",
        "96.1 отменить смертную казнь (Испания);",
        "96.2 принять закон (Мексика) (Иран (Исламская Республика));",
        "97. Приведенные ниже рекомендации не получили поддержки Орваны и были приняты к сведению:",
        "97.1 снять оговорки (Германия).",
        "98. Все выводы и/или рекомендации, содержащиеся в настоящем докладе, отражают позицию государства.",
    ],
    "ar": [
        "ثانياً- الاستنتاجات و/أو التوصيات",
        "95- نظرت أورفانا في التوصيات التالية وهي تحظى بتأييدها:",
        "95-1 التصديق على البروتوكول (شيلي) (البرازيل)؛",
        "96- ستنظر أورفانا في التوصيات التالية وستقدم ردودها في الوقت المناسب:",
        "1-96 إلغاء عقوبة الإعدام (إسبانيا)؛",
        "2-96 اعتماد قانون (المكسيك) (إيران (جمهورية - الإسلامية))؛",
        "97- لم تحظ التوصيات التالية بتأييد أورفانا، ومن ثم فقد أحاطت علماً بها:",
        "97-1 سحب التحفظات (ألمانيا).",
        "98- تعكس جميع الاستنتاجات و/أو التوصيات الواردة في هذا التقرير موقف الدولة.",
    ],
    "zh": [
        "二. 结论和/或建议",
        "95. 以下建议已经过奥尔瓦纳审议，得到奥尔瓦纳的支持：",
        "95.1 批准《任择议定书》(智利) (巴西)；",
        "96. 奥尔瓦纳将审议下列建议，并将在适当时候作出答复：",
        "96.1 废除死刑(西班牙)；",
        "96.2 通过一项法律(墨西哥) (伊朗伊斯兰共和国)；",
        "97. 下列建议未得到奥尔瓦纳的支持，因此予以注意：",
        "97.1 撤回保留(德国)。",
        "98. 本报告所载的所有结论和/或建议反映的是提交国的立场，不应被理解为得到整个工作组的认可。",
    ],
}


@pytest.mark.parametrize("language", CONCLUSIONS)
def test_a_report_reads_alike_in_every_language(language: str) -> None:
    title, *body = CONCLUSIONS[language]
    cover = [*COVER[:5], TITLES[language]]
    pages = as_pages(lay_out(cover, [DOCUMENTS, heading(title), *body], "A/HRC/99/9"))
    assert report.recognises(pages)
    document = report.read(pages)
    assert [(each.number, each.states, each.position) for each in document.recommendations] == EXPECTED
    assert (document.language, document.state_under_review, document.warnings) == (language, "XOR", [])

"""What invented recommendations are made of: beginnings, aims, people and manners in five languages."""

from __future__ import annotations

ENGLISH = (
    "Ratify; Accede to; Consider ratifying; Continue to strengthen; Strengthen; Take further measures to ensure; Adopt; "
    "Enact; Intensify efforts towards; Guarantee; Review; Repeal laws contrary to; Establish; Allocate resources to; "
    "Investigate all breaches of; Promote; Protect; Step up; Fully implement; Accelerate",
    "the right to education; human rights; equality between women and men; the rights of the child; the independence of "
    "the judiciary; freedom of expression; freedom of peaceful assembly; the prohibition of torture; the abolition of the "
    "death penalty; the Optional Protocol to the Convention against Torture; the Convention on Enforced Disappearance; "
    "access to health care; the fight against trafficking in persons; birth registration; a national human rights "
    "institution; the right to adequate housing; decent work; the rights of migrants; non-discrimination; prison reform; "
    "the right to water and sanitation; protection from domestic violence; free and fair elections; land rights; "
    "a moratorium on executions; food security; the rights of minorities; juvenile justice; public participation",
    "for women and girls; for children; for persons with disabilities; for indigenous peoples; for refugees; "
    "for detainees; for older persons; for journalists; for human rights defenders; for all; for rural communities; "
    "for national minorities; for victims of violence; for young people; for workers in the informal sector",
    "in line with international human rights law; without delay; in consultation with civil society; in law and practice; "
    "with adequate funding; before the next review; in cooperation with the treaty bodies; throughout the country; "
    "by training judges and police officers; through awareness campaigns; in particular in rural areas",
)
FRENCH = (
    "Ratifier; Renforcer; Garantir; Adopter; Poursuivre les efforts en faveur de; Mettre pleinement en œuvre",
    "le droit à l'éducation; l'égalité entre les femmes et les hommes; l'interdiction de la torture; l'abolition de la "
    "peine de mort; la liberté d'expression; l'indépendance de la justice; l'accès aux soins",
    "pour les femmes et les filles; pour les enfants; pour les personnes handicapées; pour les détenus; pour tous",
    "sans délai; en droit et en pratique; en consultation avec la société civile; conformément au droit international",
)
SPANISH = (
    "Ratificar; Reforzar; Garantizar; Aprobar; Seguir promoviendo; Aplicar plenamente",
    "el derecho a la educación; la igualdad entre mujeres y hombres; la prohibición de la tortura; la abolición de la "
    "pena de muerte; la libertad de expresión; la independencia judicial; el acceso a la salud",
    "para las mujeres y las niñas; para los niños; para las personas con discapacidad; para los detenidos; para todos",
    "sin demora; en la ley y en la práctica; en consulta con la sociedad civil; conforme al derecho internacional",
)
ARABIC = (
    "التصديق على; تعزيز; ضمان; اعتماد; مواصلة الجهود من أجل; التنفيذ الكامل لأحكام",
    "الحق في التعليم; المساواة بين المرأة والرجل; حظر التعذيب; إلغاء عقوبة الإعدام; حرية التعبير; استقلال القضاء; الرعاية الصحية",
    "للنساء والفتيات; للأطفال; للأشخاص ذوي الإعاقة; للمحتجزين; للجميع",
    "دون تأخير; في القانون والممارسة; بالتشاور مع المجتمع المدني; وفقا للقانون الدولي",
)
CHINESE = (
    "批准; 加强; 保障; 通过; 继续努力促进; 全面落实",
    "受教育权; 男女平等; 禁止酷刑; 废除死刑; 言论自由; 司法独立; 获得医疗服务",
    "，惠及妇女和女童; ，惠及儿童; ，惠及残疾人; ，惠及被拘留者; ，惠及所有人",
    "，不得拖延; ，并在法律和实践中落实; ，同民间社会协商; ，符合国际法",
)
LANGUAGES = {"en": (82, ENGLISH), "fr": (6, FRENCH), "es": (4, SPANISH), "ar": (4, ARABIC), "zh": (4, CHINESE)}
"""Of a hundred recommendations so many are in each language."""

THEMES = 60
GROUPS = 26
ISSUES = 54
SYLLABLES = "ba ke lo mi nu ra se to vi zu da fe go hi ju ka le mo ni pu ri sa te vo wi xa ye zo".split()

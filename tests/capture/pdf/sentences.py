"""Invented sentences in scripts that run from right to left, and a page that shows them."""

import html
import random
import re

ARABIC = (
    "قتل ٤٥ شخصا وأصيب ٢٣ آخرون في قرية الاختبار.",
    "قتل 45 شخصاً في بلدة المطاحن يوم 24 أيار 2033، بينهم ٤٥ مدنياً (لا أكثر).",
    "سقط بين 45-50 صاروخا في 2033-05-24 عند الساعة 12:30، أي 1,200 قطعة.",
    "شوهدت طائرة F-15E فوق الجسر، وقالت Orlen Post إن 5 أصيبوا.",
    "قال إنه «لا يوجد» قتلى بين الأهالي [3]، وإن الآلات سليمة.",
    "كُتِبَ الخَبَرُ بِحُرُوفٍ مُشَكَّلَةٍ، ثم ٤٥٪ و 45% بتاريخ ٢٤/٥/٢٠٣٣.",
    'الضرر ٣٫٥ أو 3.5 في المئة بحسب "صحيفة الوادي".',
)
HEBREW = (
    "שלושה בני אדם נהרגו בכפר המבחן, ו-12 נפצעו ב-24.5.2033.",
    'הדובר אמר: "לא ידוע" בשעה 12:30 (45-50 רקטות).',
    "מטוס F-15E חג מעל הגשר, 45% מהבתים נפגעו.",
)
PERSIAN = (
    "۴۵ نفر در روستای آزمون کشته و ۲۳ نفر زخمی شدند.",
    "بین ۴۵-۵۰ گلوله در ساعت ۱۲:۳۰ به پل خورد، یعنی 1,200 قطعه.",
    "ژنرال گفت «چهار پل» در ۲۴/۵/۲۰۳۳ آسیب دید.",
)
SORANI = ("لە گوندی تاقیکردنەوە ٤٥ کەس کوژران و 12 بریندار بوون.",)
TABLE = {"ar": ARABIC, "he": HEBREW, "fa": PERSIAN, "ckb": SORANI}
LAYOUTS = {
    "plain": "",
    "justified": "p {text-align: justify; width: 14em}",
    "columns": "body {column-count: 2; column-gap: 3em}",
    "table": "td {border: 1px solid; width: 20em}",
}


def sentence_page(sentences: dict[str, tuple[str, ...]], layout: str = "plain") -> str:
    """A page of HTML that shows sentences by their language."""
    style = f"body {{font: 12pt 'DejaVu Sans'}} {LAYOUTS[layout]}"
    shown = [
        _cell(layout, f'lang="{language}" dir="rtl"', html.escape(sentence, quote=False))
        for language, several in sentences.items()
        for sentence in several
    ]
    body = "".join(shown)
    body = f'<table dir="rtl">{body}</table>' if layout == "table" else body
    start = '<!doctype html><html dir="rtl"><meta charset="utf-8"><title>Sentences</title>'
    return f"{start}<style>{style}</style><body>{body}</body></html>"


def _cell(layout: str, attributes: str, words: str) -> str:
    if layout == "table":
        return f"<tr><td {attributes}>{words}</td></tr>"
    return f"<p {attributes}>{words}</p>"


_NUMBERS = [
    *("3", "45", "1,200", "45-50", "٤٥", "٤٥-٥٠", "١٬٢٠٠", "2033-05-24", "24/5/2033", "12:30"),
    *("٢٤/٥/٢٠٣٣", "3.5", "45%", "٤٥٪", "[3]", "(12)", "$45"),
]


def random_sentence(seed: int) -> str:
    """A sentence of Arabic words, numbers and Latin words in an order that means nothing."""
    chance = random.Random(seed)
    words = re.findall(r"[ء-ي]+", " ".join(ARABIC))
    others = [*_NUMBERS, "F-15E", "Orlen", "«لا أكثر»", "(قال)", '"شرق النهر"', "مُشَكَّلَةٍ"]
    return " ".join(
        chance.choice(words if chance.random() < 0.7 or not number else others)
        for number in range(chance.randint(4, 14))
    )


def in_one_line(text: str) -> str:
    """A text in which it does not matter how lines are broken."""
    return re.sub(r"\s+", " ", text)

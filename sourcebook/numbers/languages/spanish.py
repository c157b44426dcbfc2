"""Numbers in Spanish words: joined and apart, and both genders of hundreds."""

import re

from sourcebook.numbers.grammar import Grammar
from sourcebook.numbers.languages.folding import without_accents
from sourcebook.numbers.languages.tables import combined, phrases

_UNITS = phrases(
    {1: "uno un una", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete",
     8: "ocho", 9: "nueve"}
)  # fmt: skip
_TEENS = phrases(
    {10: "diez", 11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciseis",
     17: "diecisiete", 18: "dieciocho", 19: "diecinueve"}
)  # fmt: skip
_TENS = phrases(
    {20: "veinte", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
     80: "ochenta", 90: "noventa"}
)  # fmt: skip
_SOLID = {
    f"{ten}{unit}": value + more
    for ten, value in (("veinti", 20), ("treintai", 30), ("cuarentai", 40), ("cincuentai", 50),
                       ("sesentai", 60), ("setentai", 70), ("ochentai", 80), ("noventai", 90))
    for unit, more in _UNITS.items()
}  # fmt: skip
_STEMS = {
    200: "dosc", 300: "tresc", 400: "cuatroc", 500: "quin", 600: "seisc", 700: "setec",
    800: "ochoc", 900: "novec",
}  # fmt: skip
_HUNDREDS = {f"{stem}ient{end}": float(n) for n, stem in _STEMS.items() for end in ("os", "as")}

GRAMMAR = Grammar(
    small=phrases({0: "cero"})
    | _UNITS | _TEENS | _TENS | _SOLID
    | combined(_TENS | phrases({10: "diez"}), _UNITS, " y "),
    hundreds=phrases({100: "cien ciento", 500: "quinientos quinientas"}) | _HUNDREDS,
    scales=phrases(
        {12: "docena docenas", 1000: "mil", 10**6: "millon millones",
         10**9: "millardo millardos"}
    ),
    alone=phrases({1000: "mil"}),
    rounds=phrases(
        {10: "decena decenas", 20: "veintena", 30: "treintena",
         40: "cuarentena", 50: "cincuentena", 100: "centena centenar centenas centenares",
         1000: "millar millares"}
    ),
    fractions={"medio": 0.5, "media": 0.5, "cuarto": 0.25},
    fillers=frozenset(("de",)),
    halves=frozenset(("y medio", "y media")),
    articles=frozenset(("un", "una", "uno")),
    vague=frozenset(("varios", "varias", "unos", "unas", "algunas", "algunos", "los", "las")),
    portions=frozenset(("cuartos", "tercios", "quintos", "cuartas", "terceras")),
    ordinals=re.compile(
        "(?:primer|segund|tercer|cuart|quint|sext|septim|octav|noven|decim)[ao]?s?"
    ),
    fold=without_accents,
)  # fmt: skip

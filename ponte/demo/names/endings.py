# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Name endings that change: women's forms of family names and names made from the father's."""

from collections.abc import Callable, Iterable

from ponte.demo.names.pools import Entry, Romaniser


def women(entries: Iterable[Entry], feminine: Callable[[str], str], romanise: Romaniser | None = None) -> list[Entry]:
    """The same family names as women bear them, in the same order.

    Without a romaniser the names are in Latin script, or their Latin spellings follow the same rule.
    """
    made = []
    for entry in entries:
        native = feminine(entry.native)
        if native == entry.native:
            written = entry.latin
        elif romanise is None:
            written = tuple(feminine(one) for one in entry.latin)
        else:
            written = tuple(dict.fromkeys(romanise(native)))[:4]
        made.append(Entry(native, written, entry.share))
    return made


def ukrainian_woman(family: str) -> str:
    return family[:-2] + "а" if family.endswith("ий") else family


def russian_woman(family: str) -> str:
    if family.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return family + "а"
    return family[:-2] + "ая" if family.endswith("ий") else family


def bulgarian_woman(family: str) -> str:
    if family.endswith(("ов", "ев", "ин")):
        return family + "а"
    return family[:-1] + "а" if family.endswith("ски") else family


def polish_woman(family: str) -> str:
    return family[:-1] + "a" if family.endswith(("ski", "cki", "dzki")) else family


def punjabi_woman(family: str) -> str:
    return family.replace("ਸਿੰਘ", "ਕੌਰ").replace("Singh", "Kaur").replace("Sing", "Kor").replace("ਕੁਮਾਰ", "ਕੁਮਾਰੀ")


def hindi_woman(family: str) -> str:
    return {"कुमार": "देवी", "Kumar": "Devi"}.get(family, family)


_UKRAINIAN_FATHERS = {
    "Микола": ("Миколайович", "Миколаївна"), "Ілля": ("Ілліч", "Іллівна"), "Кузьма": ("Кузьмич", "Кузьмівна"),
    "Лев": ("Львович", "Львівна"), "Григорій": ("Григорович", "Григорівна"), "Федір": ("Федорович", "Федорівна"),
    "Прокіп": ("Прокопович", "Прокопівна"), "Василь": ("Васильович", "Василівна"),
}  # fmt: skip


def ukrainian_patronymic(father: str, sex: str) -> str:
    if father in _UKRAINIAN_FATHERS:
        return _UKRAINIAN_FATHERS[father][sex == "F"]
    if father.endswith("й"):
        return father + "ович" if sex == "M" else father[:-1] + "ївна"
    stem = father[:-1] if father[-1] in "оаяь" else father
    return stem + ("ович" if sex == "M" else "івна")


_RUSSIAN_FATHERS = {
    "Никита": ("Никитич", "Никитична"), "Илья": ("Ильич", "Ильинична"), "Павел": ("Павлович", "Павловна"),
    "Пётр": ("Петрович", "Петровна"), "Лев": ("Львович", "Львовна"), "Яков": ("Яковлевич", "Яковлевна"),
    "Михаил": ("Михайлович", "Михайловна"), "Дмитрий": ("Дмитриевич", "Дмитриевна"),
}  # fmt: skip


def russian_patronymic(father: str, sex: str) -> str:
    if father in _RUSSIAN_FATHERS:
        return _RUSSIAN_FATHERS[father][sex == "F"]
    if father.endswith("ий"):
        return father[:-2] + ("ьевич" if sex == "M" else "ьевна")
    if father[-1] in "йь":
        return father[:-1] + ("евич" if sex == "M" else "евна")
    return father + ("ович" if sex == "M" else "овна")


def bulgarian_patronymic(father: str, sex: str) -> str:
    if father.endswith(("й", "ия")):
        made = father[:-1] + "ев"
    elif father.endswith("и"):
        made = father + "ев"
    elif father.endswith("ър"):
        made = father[:-2] + "ров"
    else:
        made = (father[:-1] if father[-1] in "оа" else father) + "ов"
    return made if sex == "M" else made + "а"

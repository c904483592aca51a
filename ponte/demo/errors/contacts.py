# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Phone, e-mail and address, first true and then as a desk has them."""

import random
from typing import NamedTuple

from ponte.demo.errors.letters import mistype, wrong_digit
from ponte.demo.errors.persons import Home, Person
from ponte.demo.errors.slips import Slips
from ponte.demo.names.pools import without_marks

_KINDS = (("via", 70), ("viale", 10), ("piazza", 9), ("corso", 6), ("largo", 3), ("vicolo", 2))
_STREETS = """
Roma, Garibaldi, Manzoni, dei Mille, della Libertà, Mazzini, Cavour, Verdi, Dante Alighieri, Marconi,
Matteotti, IV Novembre, XXV Aprile, Padova, Monza, Imbonati, Sarpi, Giambellino, Lorenteggio, Quarti, Tonale,
Ripamonti, Corvetto, Mecenate, Rogoredo, Bolla, Fratelli Cervi, Gramsci, Togliatti, Don Minzoni, De Gasperi,
Kennedy, Papa Giovanni XXIII, San Francesco, San Rocco, Santa Maria, della Resistenza, dei Tigli, delle Rose,
dei Platani, Volta, Galilei, Leonardo da Vinci, Michelangelo, Raffaello, Puccini, Rossini, Donizetti, Bellini,
Toscanini, Petrarca, Ariosto, Tasso, Leopardi, Carducci, Pascoli, D'Annunzio, Pirandello, Montale, Ungaretti,
Trento, Trieste, Gorizia, Venezia, Torino, Genova, Bologna, Firenze, Napoli, Palermo, Cagliari, Piave, Isonzo,
Monte Grappa, Adamello, Stelvio, Brenta, Po, Ticino, Adda, Olona, Lambro, Martesana, dei Partigiani, della
Repubblica, del Lavoro, dell'Industria, degli Artigiani, Olivetti, Pirelli, Edison, Turati, Kuliscioff, Anna
Frank, Madre Teresa, Montessori, Levi Montalcini, Bergamo, Lecco, Como, Varese
"""
_NAMES = tuple(" ".join(name.split()) for name in _STREETS.split(","))
# Municipality, postcode (or how Milan's, Bergamo's and Brescia's begin), share.
_TOWNS = """
Milano 201 52, Sesto San Giovanni 20099 5, Cinisello Balsamo 20092 5, Monza 20900 5, Rho 20017 4, Legnano
20025 3, Rozzano 20089 3, Pioltello 20096 3, Cologno Monzese 20093 3, Corsico 20094 2, Bollate 20021 2,
Garbagnate Milanese 20024 2, Abbiategrasso 20081 1, Magenta 20013 1, Melzo 20066 1, Lodi 26900 2, Treviglio
24047 1, Bergamo 241 2, Brescia 251 1, Vimercate 20871 1, San Giuliano Milanese 20098 1, San Donato Milanese
20097 1, Seregno 20831 1, Desio 20832 1
"""
_MUNICIPALITIES = [" ".join(town.split()).rsplit(" ", 2) for town in _TOWNS.split(",")]
_POPULOUS = [int(share) for _, _, share in _MUNICIPALITIES]
_SHORT = {"via": ("v.", "V.", "Via", ""), "viale": ("v.le", "V.le"), "piazza": ("p.za", "P.zza", "pza"),
          "corso": ("c.so", "C.so"), "largo": ("l.go",), "vicolo": ("vic.",)}  # fmt: skip
_SHORT_NAMES = {"San ": "S. ", "Santa ": "S. ", "Fratelli ": "F.lli ", "Papa Giovanni XXIII": "Giovanni XXIII",
                "Dante Alighieri": "Dante", "Leonardo da Vinci": "L. da Vinci", "XXV": "25", "IV": "4"}  # fmt: skip
_PROVIDERS = (
    "gmail.com",
    "gmail.com",
    "gmail.com",
    "hotmail.com",
    "hotmail.it",
    "yahoo.com",
    "libero.it",
    "outlook.it",
)
_PREFIXES = tuple(range(320, 330)) + tuple(range(333, 340)) + tuple(range(340, 350)) + (351, 366, 380, 388, 389, 391)


def make_home(rng: random.Random) -> Home:
    kind = rng.choices([one for one, _ in _KINDS], [share for _, share in _KINDS])[0]
    town, cap, _ = rng.choices(_MUNICIPALITIES, _POPULOUS)[0]
    number = str(1 + int(rng.expovariate(1 / 30)))
    if rng.random() < 0.08:
        number += rng.choice(("A", "/B", " bis", "/2"))
    postcode = cap if len(cap) == 5 else f"{cap}{rng.randrange(21, 62):02}"
    return Home(f"{kind} {rng.choice(_NAMES)}", number, town, postcode)


def make_phone(rng: random.Random) -> str:
    return f"{rng.choice(_PREFIXES)}{rng.randrange(10_000_000):07}"


def make_email(rng: random.Random, given: str, family: str, year: int, number: int) -> str:
    """Nobody else's: providers give each address once, so namesakes come by numbers."""
    one, two = (
        "".join(letter for letter in without_marks(text).lower() if letter.isascii() and letter.isalpha())
        for text in (given, family)
    )
    name = rng.choice((f"{one}.{two}", f"{one}{two}", f"{two}.{one}", f"{one[:1]}{two}", f"{one}_{two}"))
    tail = rng.choice((f"{year % 100:02}", str(year), "")) + str(number % 10_000)
    return f"{name[:30]}{tail}@{rng.choice(_PROVIDERS)}"


class Where(NamedTuple):
    address: str
    municipality: str
    postcode: str


def write_phone(person: Person, slips: Slips) -> str:
    rng, number = slips.rng, person.phone
    if person.relatives_phones and slips.happen("phone of a relative"):
        number = rng.choice(person.relatives_phones)
    elif number and slips.happen("phone missing"):
        return ""
    elif number and slips.happen("phone changed"):
        number = make_phone(rng)
    if not number:
        return ""
    if slips.happen("phone digit"):
        number = wrong_digit(rng, number)
    if not slips.happen("phone form"):
        return f"+39 {number}"
    area, rest = number[:3], number[3:]
    return rng.choice(
        (number, f"{area} {rest}", f"{area}/{rest}", f"0039{number}", f"{area}-{rest}", f"+39{number}",
         f"{area} {rest[:3]} {rest[3:]}", f"{area}.{rest[:3]}.{rest[3:]}", f"tel. {number}")
    )  # fmt: skip


def write_email(person: Person, slips: Slips) -> str:
    if not person.email or slips.happen("e-mail missing"):
        return ""
    name, _, provider = person.email.partition("@")
    if slips.happen("e-mail changed"):
        return f"{name[:4]}{slips.rng.randrange(1_000_000)}@{slips.rng.choice(_PROVIDERS)}"
    if slips.happen("e-mail mistyped"):
        return f"{mistype(slips.rng, name)}@{provider}"
    return person.email


def write_where(home: Home, slips: Slips) -> Where:
    rng = slips.rng
    if slips.happen("moved"):
        other = make_home(rng)
        home = other if rng.random() < 0.4 else Home(other.street, other.number, home.municipality, home.postcode)
    town = "" if slips.happen("municipality missing") else home.municipality
    if slips.happen("address missing"):
        return Where("", town, home.postcode if rng.random() < 0.3 else "")
    street = home.street
    if slips.happen("address abbreviated"):
        kind, _, name = street.partition(" ")
        for long, short in _SHORT_NAMES.items():
            name = name.replace(long, short)
        street = f"{rng.choice(_SHORT.get(kind, (kind,)))} {name}".strip()
    if slips.happen("address misspelt"):
        kind, _, name = street.rpartition(" ")
        street = f"{kind} {mistype(rng, name)}".strip()
    number = "" if rng.random() < 0.08 else f"{rng.choice((', ', ' ', ' n. '))}{home.number}"
    return Where(f"{street}{number}", town, home.postcode if rng.random() < 0.5 else "")

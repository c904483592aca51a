# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people are called by those who know them."""

import random

_PAIRS = """
Олександр=Sasha, Олександра=Sasha, Александр=Sasha, Катерина=Katia, Екатерина=Katia, Наталія=Natasha,
Наталья=Natasha, Тетяна=Tania, Татьяна=Tania, Ольга=Olia, Світлана=Sveta, Светлана=Sveta, Ірина=Ira,
Ирина=Ira, Олена=Lena, Елена=Lena, Микола=Kolia, Николай=Kolia, Володимир=Vova, Владимир=Vova, Дмитро=Dima,
Дмитрий=Dima, Сергій=Serghei, Іван=Vania, Иван=Vania, Марія=Masha, Мария=Masha, Людмила=Liuda, Галина=Galia,
Оксана=Ksenia, Юлія=Iulia, Надія=Nadia, Любов=Liuba, محمد=Momo, عبد الرحمن=Abdo, عبد الله=Abdo, مصطفى=Sasa,
إبراهيم=Hima, خديجة=Khadi, فاطمة=Fatima, يوسف=Joe, Francisco=Paco, José=Pepe, Guadalupe=Lupe, Dolores=Lola,
Rosario=Charo, Concepción=Concha, Jesús=Chucho, Manuel=Manolo, Eduardo=Lalo, Luis=Lucho, Enrique=Quique,
María=Mari, Isabel=Chabela, Alejandro=Ale, Alejandra=Ale, Patricia=Paty, Giuseppe=Beppe, Giovanni=Gianni,
Francesco=Ciccio, Francesca=Franci, Alessandro=Ale, Alessandra=Ale, Elisabetta=Betta, Giuseppina=Pina,
Vincenzo=Enzo, Lorenzo=Renzo, Salvatore=Totò, Caterina=Rina, Domenico=Mimmo, Antonio=Toni, Gheorghe=Gigi,
Ioan=Ionel, Ion=Ionuț, Ioana=Oana, Alexandru=Alex, Alexandra=Alex, Elena=Leni, Constantin=Costel,
Nicolae=Nicu, Vasile=Lică, Dumitru=Mitică, Ștefan=Fănel, Mihai=Mișu, Mihaela=Miha, Gabriela=Gabi,
Cristina=Cris, Mamadou=Doudou, Abdoulaye=Laye, Ousmane=Ouz, Ramatoulaye=Rama, Fatou=Fa, Aminata=Mina,
Ibrahima=Ibou, Moussa=Moise, Robert=Bob, William=Bill, Elizabeth=Liz, Margaret=Maggie, Michael=Mike,
James=Jim, Katherine=Kate, Anthony=Tony
"""

NICKNAMES = dict(item.strip().split("=") for item in _PAIRS.replace("\n", " ").split(",") if "=" in item)


def nickname(rng: random.Random, native: str, latin: str) -> str:
    """A known short form, or the beginning or the end of the name."""
    if native in NICKNAMES:
        return NICKNAMES[native]
    word = latin.split(" ")[0]
    if len(word) < 6:
        return word
    return word[: rng.choice((3, 4, 4))] if rng.random() < 0.7 else word[-4:].capitalize()

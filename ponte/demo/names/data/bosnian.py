# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bosniak names, in Latin letters."""

MEN = """
Emir, Amir, Mirza, Senad, Adnan, Haris, Kenan, Nermin, Samir, Damir, Elvir, Edin, Admir, Almir, Jasmin,
Mirsad, Muhamed/Mohamed, Ahmed, Mustafa, Hasan, Husein, Ibrahim, Ismet, Suad, Sead, Nedžad/Nedgiad,
Nihad, Fikret, Fuad, Hamdija, Hajrudin, Halil, Faruk, Enes, Ermin, Eldin, Armin, Anel, Dino, Aldin, Alen,
Benjamin, Dženan, Džemal/Gemal, Emin, Ferid, Hamza, Izet, Jusuf, Kemal, Mehmed, Mensur, Mersad, Midhat,
Munir, Nusret, Omer, Osman, Ramiz, Rasim, Refik, Safet, Said, Salih, Sulejman, Šefik, Tarik, Vahid,
Vedad, Zijad, Zlatan
"""

WOMEN = """
Amra, Amina, Fatima, Emina, Aida, Azra, Lejla/Leila, Selma, Senada, Jasmina, Mirela, Alma, Almira, Belma,
Dženana, Džana, Elma, Elvira, Emira, Enisa, Ermina, Fadila, Fahira, Fata, Ferida, Hajra, Halida, Hanifa,
Hasiba, Hatidža/Hatigia, Ifeta, Indira, Irma, Ismeta, Kadira, Lamija, Maida, Medina, Medžida, Melisa,
Meliha, Merima, Mersiha, Mevlida, Mina, Mirsada, Munira, Nađa, Nasiha, Nermina, Nihada, Nura, Rabija,
Rasema, Razija, Refija, Sabina, Sadeta, Safija, Samira, Sanela, Sanja, Semira, Senija, Sabaheta, Suada,
Subhija, Šefika, Šemsa, Zehra, Zumra, Zlata, Zejna
"""

FAMILIES = """
Hodžić/Hogic, Hadžić/Hagic, Delić, Halilović, Begić, Mujić, Husić, Hasanović, Omerović, Mehmedović,
Ahmetović, Alić, Avdić, Bajrić, Bašić, Bećirović, Beganović, Čaušević, Dedić, Dizdarević, Džafić, Đulić,
Fazlić, Ferhatović, Gutić, Hrustić, Husejnović, Ibrahimović, Imamović, Isaković, Jahić, Jusić, Jusufović,
Kadić, Karić, Kovačević/Kovacevich, Kurtović, Lukić, Mahmutović, Mehić, Mešić, Mehanović, Memić,
Mešanović, Muratović, Mustafić, Nukić, Nuhanović, Okanović, Omeragić, Osmanović, Pašić, Porić, Ramić,
Redžić, Salihović, Salkić, Selimović, Sinanović, Softić, Spahić, Suljić, Sulejmanović, Šabić, Šehić,
Tahirović, Talić, Tokić, Topčić, Turković, Velić, Zahirović, Zukić, Zulić, Smajić, Smajlović, Subašić,
Sejdić, Sivac, Muminović, Muhić, Mulalić, Kahrimanović, Kapetanović, Alagić, Arnautović, Babić,
Buljubašić, Ćatić, Ćosić, Šljivo
"""

STEMS = """
Adem, Asim, Atif, Avd, Ham, Hal, Haj, Ibr, Ism, Jak, Jus, Kad, Kas, Lat, Meh, Mem, Mus, Nez, Numan, Osm,
Ram, Rasim, Rust, Sal, Sel, Sin, Sulj, Šab, Šah, Tah, Vel, Zuk, Zulf, Fejz, Ferh, Gar, Had, Idriz, Kar,
Mur
"""

ENDINGS = """
ić, ović, anović, agić, efendić, kić
"""

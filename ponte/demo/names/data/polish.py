# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Polish names; family names in -ski, -cki and -dzki change with the sex."""

MEN = """
Piotr, Krzysztof/Krzystof, Andrzej, Tomasz, Jan, Paweł, Marcin, Michał, Jakub, Adam, Marek, Łukasz,
Grzegorz, Mateusz, Wojciech, Mariusz, Dariusz, Zbigniew, Maciej, Rafał, Robert, Jerzy, Kamil, Dawid,
Jacek, Tadeusz, Ryszard, Szymon, Kacper, Bartosz, Jarosław, Janusz, Mirosław, Artur, Stanisław, Sławomir,
Henryk, Damian, Sebastian, Przemysław, Patryk, Filip, Daniel, Karol, Roman, Antoni, Wiesław, Waldemar,
Kazimierz, Adrian, Leszek, Zdzisław, Bogdan, Franciszek, Dominik, Mieczysław, Edward, Hubert, Konrad,
Józef, Cezary, Arkadiusz, Ireneusz, Witold, Zenon, Bogusław, Czesław
"""

WOMEN = """
Anna, Maria, Katarzyna, Małgorzata, Agnieszka, Barbara, Ewa, Krystyna, Magdalena, Elżbieta, Joanna,
Aleksandra, Zofia, Monika, Teresa, Danuta, Natalia, Karolina, Marta, Beata, Dorota, Alicja, Janina,
Jadwiga, Jolanta, Iwona, Halina, Irena, Grażyna, Paulina, Justyna, Bożena, Urszula, Renata, Sylwia,
Agata, Patrycja, Aneta, Izabela, Ewelina, Marzena, Wiesława, Weronika, Edyta, Kamila, Emilia, Dominika,
Hanna, Marianna, Lucyna, Mariola, Stanisława, Wanda, Klaudia, Martyna, Bogumiła, Celina, Kinga, Sabina,
Żaneta, Aldona, Oliwia, Zuzanna, Genowefa, Czesława, Bogusława
"""

FAMILIES = """
Nowak, Kowalski, Wiśniewski, Wójcik, Kowalczyk, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak,
Dąbrowski, Kozłowski, Jankowski, Mazur, Wojciechowski, Kwiatkowski, Krawczyk, Kaczmarek, Piotrowski,
Grabowski, Zając, Pawłowski, Michalski, Król, Wieczorek, Jabłoński, Wróbel, Nowakowski, Majewski,
Olszewski, Stępień, Malinowski, Jaworski, Adamczyk, Dudek, Nowicki, Pawlak, Górski, Witkowski, Walczak,
Sikora, Baran, Rutkowski, Michalak, Szewczyk, Ostrowski, Tomaszewski, Pietrzak, Marciniak, Wróblewski,
Zalewski, Jakubowski, Jasiński, Zawadzki, Sadowski, Bąk, Chmielewski, Włodarczyk, Borkowski, Czarnecki,
Sawicki, Sokołowski, Urbański, Kubiak, Maciejewski, Szczepański, Kucharski, Wilk, Kalinowski, Lis,
Mazurek, Wysocki, Adamski, Kaźmierczak, Wasilewski, Sobczak, Czerwiński, Andrzejewski, Cieślak, Głowacki,
Zakrzewski, Kołodziej, Sikorski, Krajewski, Gajewski, Szulc, Laskowski, Ziółkowski, Makowski, Brzeziński,
Przybylski, Domański, Baranowski, Błaszczyk, Duda, Mroz=Mroz/Mróz, Kania, Kozak, Gołąb, Żak, Bielecki
"""

STEMS = """
Bor, Dom, Jan, Kal, Lip, Mal, Ol, Pawl, Rad, Sad, Tom, Wit, Zal, Brzez, Grab, Kam, Lew, Mark, Now, Ost,
Raj, Sob, Urban, Wal, Ziel, Bart, Czaj, Dobr, Gor, Kras, Mich, Pol, Rogal, Star, Wierz, Biel, Chojn, Gaj,
Jurk, Klim
"""

ENDINGS = """
owski, iński, ecki, ewicz, czak, ik, owicz, ewski
"""

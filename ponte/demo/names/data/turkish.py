# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Turkish names."""

MEN = """
Mehmet, Mustafa, Ahmet, Ali, Hüseyin/Huseyn, Hasan, İbrahim, İsmail, Osman, Yusuf, Murat, Ömer, Ramazan,
Halil, Süleyman/Suleiman, Abdullah/Abdulah, Mahmut, Recep, Salih, Fatih, Kadir, Emre, Hakan, Adem, Kemal,
Yaşar, Bekir, Musa, Metin, Orhan, Serkan, Bülent, Burak, Cem, Cemal, Davut, Deniz, Emin, Engin, Ercan,
Erdal, Erhan, Erkan, Erol, Ferhat, Gökhan, Hamza, Harun, İlhan, İlker, Kenan, Levent, Mesut, Mert, Nihat,
Onur, Özgür, Ozan, Sedat, Selçuk/Selciuk, Selim, Serdar, Şükrü, Tolga, Tuncay, Turgut, Uğur/Ugur, Umut,
Ünal, Veli, Volkan, Yakup, Yavuz, Zeki, Baran, Azad, Rojhat, Şivan, Welat, Mazlum, Bayram, Cihan
"""

WOMEN = """
Fatma, Ayşe/Aysce, Emine, Hatice, Zeynep, Elif, Meryem, Şerife, Zehra, Sultan, Hanife, Merve, Havva,
Zeliha, Esra, Fadime, Özlem, Hacer, Yasemin, Hülya, Cemile, Sevim, Gülsüm, Leyla, Dilek, Büşra, Aysel,
Songül, Kübra, Halime, Esma, Aynur, Hayriye, Tuğba, Sevgi, Rabia, Arzu, Asiye, Ayfer, Ayten, Bahar, Banu,
Belgin, Berivan, Bircan, Burcu, Canan, Ceren, Çiğdem/Cigdem, Derya, Didem, Ebru, Ece, Eda, Emel, Evin,
Figen, Filiz, Gamze, Gizem, Gönül, Gülay, Gülşen/Gulscen, Gülten, Hande, İpek, Melek, Meltem, Nalan,
Nazlı, Nermin, Nesrin, Nurcan, Nuray, Pınar, Rojda, Seda, Selin, Sema, Serpil, Sibel, Şengül, Tülay,
Ümmühan, Yıldız, Zerrin, Dilan, Zilan
"""

FAMILIES = """
Yılmaz, Kaya, Demir, Şahin, Çelik/Celik, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan/Dogan,
Kılıç/Kilic, Aslan, Çetin/Cetin, Kara, Koç/Koc, Kurt, Özkan, Şimşek/Simsek, Polat, Korkmaz, Çakır/Cakir,
Özcan, Erdoğan, Yavuz, Can, Acar, Aktaş/Aktas, Aksoy, Avcı, Balcı, Bayrak, Bozkurt, Bulut, Ceylan,
Coşkun, Demirci, Deniz, Duman, Durmaz, Eren, Ergin, Güler, Güneş/Gunes, Gül, Işık, Karaca, Karakaya,
Kartal, Keskin, Koçak, Köse, Kaplan, Özer, Özen, Özgür, Sarı, Sönmez, Şen, Tekin, Toprak, Tunç, Turan,
Türk, Ünal, Uçar, Uysal, Yalçın, Yaman, Yiğit, Yüksel, Ateş, Taş, Tosun, Güven, Bilgin, Bayram, Kahraman,
Sağlam, Tan, Uzun, Çiftçi/Ciftci, Dinç, Gündüz, Kocaman, Parlak, Sezer, Topal, Çoban, Bingöl, Baran,
Oruç, Ekinci
"""

FIRST_HALVES = """
Ak, Kara, Öz, Er, Gün, Demir, Taş, Bal, Boz, Koca, Kızıl, Sarı, Yeşil, Gök, Çelik, Alp, Tan, Ay, Yıl,
Kır
"""

SECOND_HALVES = """
taş, can, türk, men, soy, kaya, demir, doğan, oğlu, er, bulut, dağ, göz, bay, han, kurt, gül, su, tekin,
alan, koç, bey, yürek, yol
"""

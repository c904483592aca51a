# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Albanian names, of Albania and Kosovo."""

MEN = """
Arben, Agim, Artan, Ardit, Altin, Besnik, Bledar, Dritan, Edmond, Fatmir, Gëzim, Ilir, Luan,
Skënder/Skender, Sokol, Petrit, Arjan/Arian, Bujar, Genc, Gentian, Klodian, Elton, Ervin, Endrit, Erion,
Ermal, Gjergj/Gergj, Gjon, Hysen/Husen, Ismail, Kastriot, Kujtim, Lulzim, Mark, Ndue, Nikollë, Pjetër,
Pëllumb, Qemal/Cemal, Ramadan, Rexhep/Regep, Sabri, Shkëlqim/Scelchim, Shpëtim/Spetim, Spartak, Taulant,
Vladimir, Xhevdet/Gevdet, Xhevahir, Ylli, Zef, Blerim, Driton, Enis, Florian, Eraldo, Mariglen, Denis,
Ledian, Leonard, Mentor, Naim, Orges, Roland, Saimir, Fisnik, Valon, Visar, Afrim, Avni, Bekim, Burim,
Shkumbin, Elvis, Igli, Julian, Klajdi, Redi, Adriatik, Albert, Astrit, Dashamir/Dasciamir, Eduart,
Flamur, Ferdinand, Haxhi/Hagi, Kristaq, Përparim, Vangjel, Zamir
"""

WOMEN = """
Mirela, Anila, Valbona, Arta, Blerta, Drita, Elona, Entela, Fatbardha, Flutura, Lindita, Luljeta, Mimoza,
Majlinda, Manjola/Maniola, Shpresa/Spresa, Teuta, Vjollca/Viollca, Albana, Alketa, Alma, Aurela,
Brunilda, Dorina, Edlira, Elira, Ermira, Esmeralda, Eva, Fatime, Flora, Ganimete, Hava, Ilda, Irena,
Jonida, Jorida/Iorida, Klea, Ina, Klaudia, Ledia, Liliana, Lule, Marjeta/Marieta, Merita, Migena,
Miranda, Nazmije, Ornela, Pranvera, Rajmonda, Rudina, Sanije, Suela, Silvana, Sonila, Shqipe/Schipe,
Tatjana/Tatiana, Violeta, Xhuljana/Giuliana, Zana, Zamira, Zyra, Dhurata/Durata, Ardita, Arbana, Besa,
Elda, Enkeleda, Etleva, Eneida, Greta, Kadrije, Kumrije, Natasha, Olta, Bardha, Rozafa, Vera, Vlora,
Kaltrina, Donjeta, Erblina, Fjolla, Albulena, Mihane, Remzije, Emine, Age, Dafina
"""

FAMILIES = """
Hoxha/Hogia, Shehu/Scehu, Prifti, Dervishi/Dervisci, Kola, Gjoka/Gioka, Muça/Mucia, Leka, Marku, Rama,
Hysa, Gjini, Çela/Cela, Doda, Lika, Kaja, Murati, Ahmeti, Halili, Ismaili, Mehmeti, Elezi, Osmani,
Bajrami/Bairami, Sulejmani, Hasani, Hyseni, Ibrahimi, Krasniqi/Krasnichi, Berisha/Beriscia, Gashi/Gasci,
Morina, Shala/Sciala, Kelmendi, Rexhepi/Regepi, Zeqiri, Aliu, Beqiri/Bechiri, Bega, Basha/Bascia, Balla,
Bushi, Cani, Cenaj, Cuka, Dedja, Deda, Dauti, Daci, Fejzullai, Ferhati, Frroku, Gega, Gjeloshi, Goga,
Gurra, Haxhiu/Hagiu, Hila, Hyka, Isufi, Jaku, Kasa, Kapllani, Koçi/Koci, Kodra, Kuka, Kurti,
Lleshi/Llesci, Lala, Lamaj, Laçi/Laci, Loka, Malaj, Maloku, Mema, Meta, Memushi, Myftari, Ndoja, Ndreu,
Nikolli, Noka, Pepa, Pjetri, Preka, Qosja, Qorri, Rroku, Rexha, Sala, Selimi, Sina, Shkurti/Scurti,
Spahiu, Sula, Tafa, Toska, Troka, Tahiri, Veliu, Vata, Vuka, Xhafa/Giafa, Xheka, Ymeri, Zefi, Zeneli,
Zylyftari, Zogaj, Bardhi, Bici, Bitri, Guri, Lekaj, Nika, Stafa, Tola, Toçi/Toci, Uka, Bytyqi,
Thaçi/Thaci, Avdiu, Salihu, Rrahmani, Sylejmani, Maliqi, Jashari/Iasciari, Hajdari, Kastrati, Gjonaj,
Ndokaj, Perndreca, Cufaj, Dushaj
"""

STEMS = """
Has, Ali, Hys, Mark, Dod, Lek, Prek, Kol, Nik, Gjon, Ded, Vuks, Met, Bal, Duk, Gjok, Kac, Lul, Man, Mar,
Mem, Ndre, Pal, Pep, Pren, Sul, Tom, Tot, Zef, Bab, Brah, Cek, Dem, Fer, Isuf, Jak, Kur, Lam, Muk, Pet,
Ram, Sok, Sad, Taf, Us, Vel, Ymer, Zek, Din, Hal
"""

ENDINGS = """
aj, ollari, ani, oci, ushi, ukaj, eli, ija, eku, alija
"""

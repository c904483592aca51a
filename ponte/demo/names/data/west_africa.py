# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of Senegal, the Gambia and Mali, in French and (Gambia) English spellings."""

MEN = """
Mamadou/Mamadu/Modou, Moussa/Mousa/Musa, Ibrahima/Ibrahim, Cheikh/Cheick/Sheikh, Ousmane/Usman,
Abdoulaye/Abdulaye, Amadou/Ahmadou/Amadu, Modou, Mouhamed/Mohamed, Alioune/Aliou, Serigne/Sering,
Papa/Pape, Samba, Demba, Oumar/Omar, Babacar/Boubacar, Boubacar/Bubakar, Malick/Malik, Lamine/Lamin,
Saliou, Souleymane/Suleiman, Aliou, Assane/Hassane, Ousseynou, Khadim/Kadim, Fallou/Falou,
Moustapha/Mustapha, El Hadji/Elhadji/El Hadj, Djibril/Djiby, Idrissa, Issa, Youssoupha/Yousoupha, Adama,
Alassane/Alhassane, Bassirou/Bassiru, Birane/Birame, Bara, Cheikhouna, Daouda/Dauda, Diadji, Gora, Habib,
Ismaila, Karamba, Landing, Mactar/Moctar, Makhtar, Mbaye/M'Baye, Mor, Ndiaga/N'Diaga, Ngagne, Omar,
Pathé, Sadio, Saloum, Seydou/Seidu, Sidy/Sidi, Thierno/Tierno, Yoro, Bakary/Bakari, Bourama, Drissa,
Fodé, Kalilou, Mahamadou/Mamadou, Sekou/Sékou, Siaka, Tidiane/Tidjane, Abdou/Abdu, Ablaye, Baye, Dame,
Gallo, Massamba
"""

GAMBIA_MEN = """
Lamin, Ebrima/Ebrahima, Modou/Modu, Musa, Ousman, Alieu, Buba, Sulayman/Sulaiman, Yankuba, Bakary, Foday,
Kebba, Saikou, Sanna, Ansumana, Momodou/Momodu, Muhammed, Omar, Dawda, Alagie/Alhagie, Baboucarr, Pa,
Essa, Amadou, Abdoulie
"""

WOMEN = """
Fatou/Fatu, Aminata/Amina, Awa/Aua, Mariama/Mariame, Aissatou/Aisatou/Aissata, Khady/Cady/Khadi,
Ndeye/N'Deye/Indeye, Astou/Astu, Coumba/Kumba, Sokhna/Sokna, Rokhaya/Rokaya, Adama, Bineta/Binta,
Seynabou/Zeinabou, Oumou/Umu, Penda, Dieynaba/Djeinaba, Ramatoulaye/Rama, Maimouna/Maimuna,
Nafissatou/Nafi, Mame, Yacine/Yassine, Arame, Marieme/Mariem, Absa, Adja, Aida, Amy/Ami, Anta, Assietou,
Bintou/Bintu, Diarra, Dior, Fama, Fanta, Fatoumata/Fatumata, Fatima, Hawa/Haua, Kadiatou/Kadiatu,
Khadidiatou, Kiné, Korka, Ndella, Ngoné, Nogaye, Oulimata, Oumy, Ouleymatou, Rose, Safiatou, Salimata,
Satou, Sira, Soda, Tening, Thioro, Woly, Yaye, Yama, Codou, Daba, Djenabou/Jainaba, Djénéba, Assa, Nana,
Tenin, Rokia, Sitan, Fily, Mah
"""

FAMILIES = """
Diop/Dioup, Ndiaye/N'Diaye/Njie, Fall, Diallo/Jallow/Dialo, Gueye/Guèye, Sow/Sou, Sy, Ba/Bah, Seck,
Faye/Faie, Sarr/Sar, Cissé/Cisse, Thiam, Mbaye/M'Baye, Niang, Dieng, Diouf/Diuf, Ndour/N'Dour, Kane/Kanè,
Ka, Sall, Samb, Mbengue/M'Bengue, Diagne, Lo, Wade/Uade, Camara/Kamara, Touré/Toure, Traoré/Traore,
Diarra, Coulibaly/Kulibali, Keita/Keïta, Konaté/Konate, Sissoko, Dembélé/Dembele, Sidibé/Sidibe,
Doumbia/Dumbia, Sané/Sane, Badji/Badgie, Diatta, Sambou, Diedhiou/Diediou, Manga, Goudiaby/Gudiaby, Coly,
Bodian/Bodiang, Mané/Mane, Diémé, Tendeng, Sagna, Bassène, Mendy, Gomis, Da Costa, Preira,
Mballo/M'Ballo, Baldé/Balde, Diao, Kandé, Barry/Barri, Bâ, Dia, Diack, Diakhaté, Dramé/Drame, Gassama,
Gaye/Gaie, Guissé, Kébé, Leye, Mar, Mbacké, Mbodj/Mbodji, Mbow/M'Bow, Ndao/N'Dao, Ndoye, Ngom/N'Gom,
Pouye, Sakho/Sakò, Sène/Sene, Senghor, Syll, Tall, Tine, Wane, Yade, Danfa, Bathily, Soumaré/Sumare,
Tandian, Diawara, Koné/Kone, Sangaré/Sangare, Fofana, Maïga
"""

GAMBIA_FAMILIES = """
Jallow/Giallow, Ceesay/Cisse, Jammeh, Touray, Bah, Sanneh, Camara, Darboe, Sowe, Njie, Jobe/Diop, Bojang,
Colley, Conteh, Danso, Drammeh, Fatty, Fofana, Gassama, Jabbi, Jaiteh, Janneh, Jarju, Jatta, Jawara, Jaw,
Keita, Kinteh, Kujabi, Manneh, Marong, Mballow, Minteh, Saidy, Saho, Samateh, Sanyang, Sillah, Singhateh,
Sonko, Susso, Tamba, Trawally, Tunkara, Barrow, Baldeh, Badjie, Bayo, Gaye, Kanteh
"""

MALI_FAMILIES = """
Traoré/Traore, Coulibaly, Diarra, Keita/Keïta, Diallo, Koné/Kone, Dembélé/Dembele, Sangaré/Sangare,
Sidibé/Sidibe, Maïga, Cissé/Cisse, Touré/Toure, Konaté/Konate, Sissoko, Doumbia, Camara, Diakité/Diakite,
Fofana, Kanté, Samaké, Dolo, Guindo, Togo, Kassogué, Tembely, Haïdara, Ballo, Bagayoko, Berthé, Bengaly,
Daou, Dao, Fané, Goïta, Kouyaté, Magassa, Mariko, Niaré, Niakaté, Sacko, Sanogo, Simpara, Soumaré,
Soumounou, Tangara, Théra, Wagué, Yattara, Tounkara, Diabaté/Diabate
"""

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of Nigeria, Ghana and Ivory Coast. Most Nigerians of Lombardy are Edo."""

NIGERIA_MEN = """
Emmanuel/Emanuel, John, Samuel, Daniel, Michael/Micheal, Joseph, Sunday, Friday, Monday, Godwin,
Godspower, Lucky, Victor, Kingsley, Kelvin, Kenneth, Anthony/Antony, Augustine, Benjamin, Blessed,
Bright, Charles, Christopher, Clement, Collins, Destiny, Efosa, Ehis, Eghosa, Endurance, Osas, Osaze,
Osagie, Osaro, Osayande, Osamudiamen, Nosa, Imade, Idahosa, Ikponmwosa, Felix, Festus, Francis, Frank,
Fred, Gift, Goodluck, Happy, Henry, Innocent, Isaac, Jude, Julius, Moses, Omoruyi, Patrick, Paul, Peter,
Philip/Phillip, Precious, Prince, Raphael, Richard, Solomon, Stanley, Stephen/Steven, Success, Wisdom,
Chukwuemeka/Emeka, Chinedu, Chidi, Ikenna, Obinna, Uche, Nnamdi, Olumide, Babatunde, Oluwaseun/Seun,
Adebayo, Kehinde, Taiwo
"""

NIGERIA_WOMEN = """
Blessing/Blesing, Joy, Faith, Favour/Favor, Mercy, Grace, Gift, Gladys, Happiness, Hope, Patience, Peace,
Precious, Princess, Promise, Queen, Rita, Rose, Sandra, Sonia, Stella, Success, Susan, Tina, Tracy, Vera,
Victoria, Vivian, Angela, Beauty, Becky, Belinda, Beatrice, Bridget, Cynthia, Comfort, Doris, Edith,
Elizabeth, Esther/Ester, Esosa, Eki, Isoken, Itohan, Ivie, Jennifer, Jessica, Judith, Juliet,
Loveth/Lovet, Linda, Lilian, Lovely, Magdalene, Mary, Miracle, Nancy, Naomi, Omoye, Osarugue, Osasere,
Osariemen, Adesuwa, Amenze, Aisosa, Efe, Ese, Chioma, Chiamaka, Ngozi, Nkechi, Ifeoma, Adaeze, Folasade,
Funmilayo, Bukola, Titilayo, Evelyn, Endurance, Destiny
"""

NIGERIA_FAMILIES = """
Osagie, Omoregie, Igbinosa, Idahosa, Aigbe, Osaro, Osas, Ehigie, Eghosa, Edosa, Uwadia, Uyi, Imafidon,
Iyamu, Izevbigie, Obaseki, Obasuyi, Odigie, Ogbeide, Ogbebor, Ogiemwonyi, Ogiugo, Ohenhen, Okoro, Okafor,
Okonkwo, Okeke, Okoye, Omorodion, Omoruyi, Omosigho, Orobosa, Osaghae, Osamuyi, Osayande, Osazuwa,
Osazee, Osemwegie, Osunde, Otabor, Oviawe, Owie, Ugiagbe, Uwaifo, Uwagboe, Usman, Aghedo, Agbonifo,
Aiyamenkhue, Aimufua, Akhigbe, Amadin, Amadasun, Ativie, Asemota, Atoe, Ebhohimhen, Edokpolo, Efosa,
Egharevba, Eguavoen, Ekhator, Emovon, Enabulele, Enogieru, Erhabor, Erhunmwunse, Evbuomwan, Giwa, Godwin,
Ighodaro, Igiebor, Ikponmwosa, Inneh, Irabor, Isibor, Jonah, Monday, Sunday, Friday, John, Samuel,
Daniel, Lucky, Peter, Nwosu, Nwachukwu, Eze, Obi, Obinna, Onyeka, Adeyemi, Adebayo, Ogunleye, Olatunji,
Balogun, Bello, Abubakar, Musa, Ojo, Afolabi
"""

GHANA_MEN = """
Kwame/Kuame, Kwasi/Kwesi, Kofi, Kwabena/Kobina, Kwaku/Kweku, Yaw, Kojo, Emmanuel, Samuel, Isaac, Daniel,
Joseph, Michael, Francis, Eric, Ebenezer, Benjamin, Richard, Stephen/Steven, George, Charles, Felix,
Frank, Fred, Gideon, Godfred, Issah, Ibrahim, James, John, Joshua, Kingsley, Kenneth, Martin, Maxwell,
Mohammed/Mohamed, Abdul, Nana, Nicholas, Nii, Patrick, Paul, Peter, Philip, Prince, Robert, Seth,
Solomon, Stanley, Thomas, Victor, Vincent, William, Yusif, Albert, Alex, Alhassan, Anthony, Augustine,
Bernard, Bright, Collins, Desmond, Dominic, Edward, Elvis, Enoch, Ernest, Evans, Foster
"""

GHANA_WOMEN = """
Akosua, Adwoa/Adjoa, Abena, Akua, Yaa, Afia/Efua, Ama, Esi, Grace, Mary, Comfort, Mercy, Elizabeth,
Esther/Ester, Janet, Gladys, Agnes, Beatrice, Charity, Cecilia, Christiana, Cynthia, Deborah/Debora,
Diana, Dora, Dorcas, Doris, Emelia, Ernestina, Eunice, Evelyn, Faustina, Felicia, Florence, Fati,
Georgina, Gifty, Hannah, Harriet, Helena, Joyce, Juliana, Justina, Lydia, Linda, Lucy, Mavis, Margaret,
Martha, Matilda, Millicent, Monica, Nancy, Naomi, Patience, Patricia, Portia, Priscilla, Rachel, Rebecca,
Rita, Rose, Ruth, Sandra, Sarah, Theresa, Vida, Vivian, Salamatu, Memunatu
"""

GHANA_FAMILIES = """
Mensah/Mensa, Owusu, Boateng/Boaten, Osei, Appiah/Apia, Asante/Ashante, Agyemang/Agyeman, Amoah, Opoku,
Addo, Adjei/Agyei, Acheampong/Acheampon, Adu, Afriyie, Agyapong, Aidoo, Akoto, Amankwah, Amoako, Ampofo,
Ansah, Antwi, Anane, Annan, Ankomah, Anokye, Arthur, Asamoah, Asare, Asiedu, Atta, Awuah, Ayensu, Baah,
Baffour, Baidoo, Bediako, Boadi, Boakye, Boamah, Bonsu, Bempah, Darko, Danso, Donkor, Dwomoh, Duah,
Effah, Essien, Frimpong, Fordjour, Gyamfi, Gyasi, Kumah, Kwarteng, Konadu, Kusi, Kyei, Larbi, Lamptey,
Manu, Marfo, Mintah, Nkansah, Nkrumah, Nti, Ntiamoah, Nyarko, Obeng, Oduro, Ofori, Ofosu, Okyere, Oppong,
Osman, Otoo, Poku, Prempeh, Quansah, Quaye, Sarfo, Sarpong, Sackey, Takyi, Tetteh, Twum, Tutu, Wiredu,
Yeboah, Yankson, Abubakari, Alhassan, Iddrisu, Fuseini, Seidu, Mohammed, Issah, Yakubu
"""

IVORY_MEN = """
Kouassi/Kuassi, Kouadio/Kuadio, Kouamé/Kuame, Konan, Koffi/Kofi, Yao, N'Guessan/Nguessan, Yapi, Aka,
Jean, Serge, Moussa, Mamadou, Ibrahim, Adama, Issouf/Youssouf, Abdoulaye, Ali, Alassane, Aboubacar,
Bakary, Brahima, Drissa, Daouda, Fousseni, Inza, Karim, Lacina/Lassina, Lamine, Losseni, Mohamed, Moriba,
Oumar, Ousmane, Sékou, Seydou, Siaka, Sidiki, Soumaïla, Souleymane, Vakaba, Vazoumana, Yacouba, Zoumana,
Arsène, Aristide, Blaise, Cyrille, Didier, Emmanuel, Eric, Franck, Gervais, Guillaume, Hervé, Hermann,
Jean-Marc, Jean-Claude, Junior, Marius, Maxime, Olivier, Patrick, Roland, Stéphane, Sylvain, Thierry,
Wilfried, Yves
"""

IVORY_WOMEN = """
Aya, Adjoua/Adjua, Amenan, Affoué/Afoue, Ahou, Akissi, Aminata, Fatoumata/Fatumata, Mariam, Awa, Fanta,
Kadidiatou, Kady, Karidja, Maïmouna, Maférima, Massandjé, Nafissatou, Nabintou, Rokia, Ramata,
Salimata/Salimatou, Sali, Sita, Korotoum, Bintou, Djénéba, Djeneba, Assita, Assetou, Minata, Habiba,
Hawa, Ange, Anne-Marie, Brigitte, Carine, Cécile, Chantal, Christelle, Clarisse, Delphine, Edwige,
Estelle, Élodie, Esther, Flore, Florence, Georgette, Grâce, Hortense, Inès, Jeanne, Josiane, Juliette,
Laure, Marie, Marie-Laure, Marthe, Nadège, Odette, Pélagie, Prisca, Rachelle, Rosine, Sandrine, Solange,
Sylvie, Véronique, Viviane
"""

IVORY_FAMILIES = """
Kouassi/Kuassi, Koné/Kone, Ouattara/Uattara, Traoré/Traore, Coulibaly, Bamba, Diomandé/Diomande,
Touré/Toure, Kouadio/Kuadio, Koffi, Konan, Yao, N'Guessan/Nguessan, Kouamé/Kuame, Brou, Aka, Assi,
Bakayoko, Bah, Ballo, Bléhiri, Cissé/Cisse, Camara, Dago, Dagnogo, Dembélé, Diabaté/Diabate, Diallo,
Diarra, Diarrassouba, Dosso, Doumbia, Ehui, Fofana, Gbané, Gnamba, Gohi, Goré, Guéi, Guigui, Kakou,
Kamagaté, Kanga, Karamoko, Keita, Konaté/Konate, Kassi, Kra, Kpan, Loua, Méité/Meite, Moro, N'Dri/Ndri,
N'Gbesso, N'Da, N'Zi, Oulaï, Ouédraogo/Uedraogo, Sanogo, Sangaré, Savané, Sidibé, Silué, Soro, Soumahoro,
Sylla, Tanoh, Tapé, Tiémoko, Tuo, Yapi, Yéo, Yapo, Zadi, Zongo, Zouzoua, Zébié, Ziao, Gnahoré, Gbagbo,
Dogbo, Digbeu, Bédi, Amani, Allou, Adou, Achi, Abé, Agnero, Ahoua
"""

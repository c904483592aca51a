# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of Eritrea (Tigrinya) and Ethiopia (Amharic), in Ge'ez script. Nobody has a family name: the
father's follows.
"""

TIGRINYA_MEN = """
ተስፋይ=Tesfay/Tesfai/Tesfaye, ሃይለ=Haile/Hayle, ዮናስ=Yonas/Jonas, ሳሙኤል=Samuel/Samuele, ብርሃነ=Berhane/Birhane,
ኪዳነ=Kidane/Chidane, ተክለ=Tekle/Tecle, መሓሪ=Mehari/Mahari, ሃብተ=Habte/Habtè, ክፍሎም=Kiflom/Chiflom,
ፊልሞን=Filmon/Filimon, ዳንኤል=Daniel/Daniele, ዳዊት=Dawit/Davit/Daud, ሙሴ=Muse/Mussie, ኣብርሃም=Abraham/Abrham,
ይስሃቅ=Yishak/Isaac, ያቆብ=Yakob/Iacob, ኤልያስ=Elias/Ellias, ኢሳይያስ=Isaias/Isayas, ገብረ=Gebre/Ghebre,
ወልደ=Welde/Wolde, ኣማኑኤል=Amanuel/Emanuel, ሚካኤል=Mikael/Michael/Micael, ገብርኤል=Gabriel/Gebriel,
ሩፋኤል=Rufael/Rufaele, ዑቕባይ=Uqbay/Okbay/Ukbay, ዘርአይ=Zeray/Zerai, ጎይትኦም=Goitom/Goytom, ተወልደ=Tewelde/Teuolde,
ኣስመሮም=Asmerom/Asmorom, በረኸት=Bereket/Berekhet, በላይ=Belay/Belai, ብሩኽ=Biruk/Bruk, ሄኖክ=Henok/Enoch,
ሮቤል=Robel, ናትናኤል=Natnael/Nathanael, ኣሮን=Aron, ኤርምያስ=Ermias/Ermyas, ምኪኤለ=Mikiele/Michiele, ኣለም=Alem,
ኣንገሶም=Angesom/Anghesom, እዮብ=Eyob/Iyob, ስምኦን=Simon/Simeon, ጴጥሮስ=Petros, ጳውሎስ=Paulos,
ዮሃንስ=Yohannes/Johannes/Yohanes, ዮሴፍ=Yosef/Josef/Yosief, ፍሰሃ=Fisseha/Fesseha, ፍቓዱ=Fikadu/Fekadu,
መሓመድ=Mohamed/Mehamed, ኣሕመድ=Ahmed, ኢድሪስ=Idris/Edris, ዑመር=Omer/Umer, ሳልሕ=Saleh/Salih, ዓብደላ=Abdella/Abdalla,
ዓሊ=Ali, ሓጎስ=Hagos/Agos, ኣፈወርቂ=Afewerki/Afeworki, ኣርኣያ=Araya/Araia, መኮነን=Mekonen/Mekonnen,
ግርማይ=Girmay/Ghirmay/Ghirmai, ክብሮም=Kibrom/Chibrom, ሰመረ=Semere/Semerè, ሰለሙን=Selemun/Solomon,
ተኸስተ=Tekeste/Techeste, ኣስፋሃ=Asfaha/Asfha, ወልዳይ=Welday/Woldai, ደስበለ=Desbele,
መንግስትኣብ=Mengisteab/Menghisteab, ገብረመድህን=Gebremedhin/Ghebremedhin, ገብረክርስቶስ=Gebrekristos/Ghebrekristos,
ወልደገብርኤል=Weldegabriel/Woldegabriel, ተክለሃይማኖት=Teklehaimanot/Teclehaimanot, ሃብቶም=Habtom/Abtom,
ተስፋሚካኤል=Tesfamichael/Tesfamikael, ተስፋልደት=Tesfaldet, ሃይለሚካኤል=Hailemichael/Hailemikael,
ገብረህይወት=Gebrehiwet/Ghebrehiwet, ክፍለ=Kifle/Chifle, ነጋሽ=Negash/Negasi, ነጋሲ=Negasi/Neghasi,
እምባየ=Embaye/Embaie, ዘሚካኤል=Zemikael/Zemichael
"""

TIGRINYA_WOMEN = """
ምሕረት=Mihret/Mehret, ሰላም=Selam/Salam, ራሄል=Rahel/Rachel, ሳባ=Saba, ሄለን=Helen/Elen, ኣስቴር=Aster/Ester,
ኤደን=Eden, ፍርያት=Firyat/Freyat, ፍረወይኒ=Freweyni/Freweini, ለተብርሃን=Letebrhan/Letebrehan, ለተመድህን=Letemedhin,
ለታይ=Letay/Letai, ብርኽቲ=Birikti/Brikti, ትርሓስ=Tirhas/Terhas, ኣበባ=Abeba/Ababa, ኣልጋነሽ=Alganesh/Alganes,
ኣብረሀት=Abrehet/Abrahet, ኣዜብ=Azeb/Azieb, ሚልያና=Milyana, ሚሊና=Milena, ሰናይት=Senait/Senayt, ስምረት=Simret/Semret,
ሮዛ=Roza/Rosa, ርሻን=Rishan, ሉም=Luam, ሉዋም=Luwam/Luam, ማርታ=Marta/Martha, ማህሌት=Mahlet, ማርያም=Mariam/Maryam,
ምልእተ=Milete, ምዕራፍ=Miraf, ናርዶስ=Nardos, ንግስቲ=Nigisti/Nghisti, ሶፍያ=Sofia/Sofya, ሸዊት=Shewit/Sciewit,
ሩት=Ruth/Rut, ቃልኪዳን=Kalkidan/Qalkidan, በለጠች=Beletech, ብሌን=Bilen/Blen, ትብለጽ=Tiblets/Tblez,
ኣኽበረት=Akberet/Akbret, ኣምለሰት=Amleset, ኣልማዝ=Almaz, ኣርሴማ=Arsema, ኤልሳ=Elsa, ኤልሳቤጥ=Elsabet/Elisabeth,
ክብራ=Kibra/Chebra, ወይኒ=Weyni/Weini, ዘውዲ=Zewdi/Zeudi, ዛይድ=Zaid/Zayd, የውህንሳ=Yohana, ዮርዳኖስ=Yordanos/Jordanos,
ፋና=Fana, ፍዮሪ=Fiori/Fiyori, ፋጡማ=Fatuma/Fatima, ዓይሻ=Aisha/Aysha, ሓዋ=Hawa/Haua, ኸዲጃ=Khedija/Kadija,
ዘይነብ=Zeyneb/Zeinab, ሃና=Hana/Hanna, ሰብለ=Seble, መብራት=Mebrat/Mebrahit, ጸጋ=Tsega/Zega,
ጽጌረዳ=Tsigereda/Zighereda, ኣስካሉ=Askalu, ህይወት=Hiwet/Hiwot
"""

AMHARIC_MEN = """
አበበ=Abebe/Abbebe, ተስፋዬ=Tesfaye/Tesfaie, ታደሰ=Tadesse/Tadese, ግርማ=Girma/Ghirma, ጌታቸው=Getachew/Ghetachew,
በቀለ=Bekele/Bechele, ከበደ=Kebede/Chebede, አለሙ=Alemu, ኃይሉ=Hailu/Haylu, ደረጀ=Dereje/Dereje, ዳዊት=Dawit/Davit,
ዳንኤል=Daniel, ሰለሞን=Solomon/Selomon, ዮናስ=Yonas, ዮሐንስ=Yohannes/Johannes, ሳሙኤል=Samuel, ሚካኤል=Mikael/Michael,
ገብርኤል=Gabriel, አብርሃም=Abraham, ይስሐቅ=Yishak, ያሬድ=Yared/Iared, ቢኒያም=Biniam/Binyam, ናትናኤል=Natnael/Nathnael,
ሄኖክ=Henok, ኤፍሬም=Ephrem/Efrem, ኤርሚያስ=Ermias, ቴዎድሮስ=Tewodros/Teodros, አማኑኤል=Amanuel, ብሩክ=Biruk/Bruk,
ፍቃዱ=Fikadu/Fekadu, ፍሰሃ=Fisseha, ወንድሙ=Wondimu/Wendimu, ወርቁ=Worku/Werku, ወልዴ=Wolde, መኮንን=Mekonnen,
መንግስቱ=Mengistu/Menghistu, ሙሉጌታ=Mulugeta/Mulugheta, ነጋሽ=Negash, ንጉሴ=Nigussie/Negussie, አሰፋ=Assefa/Asefa,
አድማሱ=Admasu, አያሌው=Ayalew/Aialew, አየለ=Ayele/Aiele, እንዳለ=Endale/Indale, ካሳ=Kassa/Kasa, ዘውዱ=Zewdu/Zeudu,
ዘለቀ=Zeleke, ደምሴ=Demissie/Demisse, ደሳለኝ=Desalegn/Dessalegn, ጥላሁን=Tilahun/Telahun, ገብሬ=Gebre/Ghebre,
ጎሳ=Gosa, ፈቃደ=Fekade, ፀጋዬ=Tsegaye/Zegaye, መሐመድ=Mohammed/Mohamed, አህመድ=Ahmed, አሊ=Ali, ኢብራሂም=Ibrahim,
ሁሴን=Hussen/Hussein, ከድር=Kedir/Kadir, ሸምሱ=Shemsu/Scemsu, ጀማል=Jemal/Gemal, ቶላ=Tola, ገመቹ=Gemechu/Ghemechu,
ዲሪባ=Diriba, ጫላ=Chala/Ciala, ለማ=Lemma/Lema, ተፈራ=Tefera/Teferra, ተሾመ=Teshome/Tescome, ተካ=Teka/Tekka,
ታምራት=Tamrat, ሽፈራው=Shiferaw/Sciferaw, በላይ=Belay/Belai, በየነ=Beyene/Beiene, ባህሩ=Bahru, ክፍሌ=Kifle, ማሞ=Mamo,
መለሰ=Melese/Melesse, ሞላ=Molla/Mola, ረታ=Retta/Reta, ሰይፉ=Seifu/Seyfu, ስዩም=Seyoum/Siyum
"""

AMHARIC_WOMEN = """
አስቴር=Aster, አልማዝ=Almaz, ትዕግስት=Tigist/Tighist, ሰላም=Selam/Selamawit, ሰላማዊት=Selamawit,
መሰረት=Meseret/Messeret, ማርታ=Marta, ማህሌት=Mahlet, ራሔል=Rahel, ሳባ=Saba, ሳራ=Sara, ሄለን=Helen, ሃና=Hanna/Hana,
ሂሩት=Hirut, ህይወት=Hiwot/Hiwet, ለምለም=Lemlem, ሊያ=Liya/Lia, ሊዲያ=Lidya/Lidia, መቅደስ=Mekdes/Mecdes,
መዓዛ=Meaza/Maaza, ሙሉ=Mulu, ሙሉእመቤት=Muluembet, ምህረት=Mihret/Meheret, ሰብለ=Seble, ሰናይት=Senait, ስንታየሁ=Sintayehu,
ቃልኪዳን=Kalkidan/Qalkidan, በለጠች=Beletech, በላይነሽ=Belaynesh/Belainesh, ቤተልሔም=Bethlehem/Betelhem,
ብርቱካን=Birtukan/Bertukan, ብዙነሽ=Bizunesh, ተናኜ=Tenagne, ትርሲት=Tirsit, ታደለች=Tadelech, ነጻነት=Netsanet/Nezanet,
ናርዶስ=Nardos, አበባ=Abeba, አበበች=Abebech, አለምነሽ=Alemnesh, አልጋነሽ=Alganesh, አዜብ=Azeb, አይናለም=Aynalem/Ainalem,
ኤልሳቤጥ=Elsabet/Elisabeth, ኤደን=Eden, እየሩሳሌም=Eyerusalem/Ierusalem, እመቤት=Emebet, ወርቅነሽ=Workinesh/Werkinesh,
ወይንሸት=Woinshet/Weynshet, ዘነበች=Zenebech, ዘውዲቱ=Zewditu/Zeuditu, የሺ=Yeshi/Iesci, ዮርዳኖስ=Yordanos, ደስታ=Desta,
ገነት=Genet/Ghenet, ጥሩነሽ=Tirunesh, ፀሐይ=Tsehay/Zehai, ፋሲካ=Fasika, ፍሬህይወት=Frehiwot, ፍቅርተ=Fikirte,
ጽጌ=Tsige/Zighe, ሰዓዳ=Seada/Saada, ፋጡማ=Fatuma, ከዲጃ=Kedija, ዘሃራ=Zehara/Zahara, ሃዋ=Hawa
"""

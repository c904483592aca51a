# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sri Lankan names: Sinhala, and Tamil with the father's name for a family name."""

SINHALA_MEN = """
නිමල්=Nimal, කමල්=Kamal, සුනිල්=Sunil, අජිත්=Ajith/Ajit, රන්ජිත්=Ranjith/Ranjit, සමන්=Saman,
ප්‍රියන්ත=Priyantha/Prianta, චමින්ද=Chaminda/Ciaminda, නුවන්=Nuwan/Nuvan, ලසන්ත=Lasantha/Lasanta,
සම්පත්=Sampath/Sampat, රුවන්=Ruwan/Ruvan, ප්‍රසන්න=Prasanna, දිනේෂ්=Dinesh, රොෂාන්=Roshan/Rosciàn,
අසංක=Asanka, චතුර=Chathura/Chatura, ඉෂාන්=Ishan, කසුන්=Kasun, සඳුන්=Sandun, තරිඳු=Tharindu/Tarindu,
ඩිලාන්=Dilan, ජනක=Janaka, උපුල්=Upul, ගයාන්=Gayan/Gaian, මහින්ද=Mahinda, නිශාන්ත=Nishantha/Nisantha,
අනුර=Anura, සුජිත්=Sujith/Sujeewa, තුෂාර=Thushara/Tushara, ප්‍රදීප්=Pradeep/Pradip, සනත්=Sanath/Sanat,
ශාන්ත=Shantha/Santha, විජිත=Wijitha/Vijitha, ජයන්ත=Jayantha/Jaianta, ලක්ෂ්මන්=Lakshman/Laxman,
මංජුල=Manjula, නලින්=Nalin, රොහාන්=Rohan, සිරිල්=Siril/Cyril, ස්ටැන්ලි=Stanley, ඇන්ටනි=Antony/Anthony,
ජෝසප්=Joseph, පීටර්=Peter, ෆ්‍රැන්සිස්=Francis, මර්වින්=Mervin/Mervyn, නිරෝෂන්=Niroshan,
ප්‍රභාත්=Prabath/Prabhat, රංග=Ranga, සජිත්=Sajith, සුරංග=Suranga, තිලක්=Thilak/Tilak, උදය=Udaya,
වසන්ත=Wasantha/Vasantha, යසන්ත=Yasantha, සචිත්=Sachith, ඉමේෂ්=Imesh, දුලාන්=Dulan, හසිත=Hasitha,
හර්ෂ=Harsha, ඉසුරු=Isuru, ලහිරු=Lahiru
"""

SINHALA_WOMEN = """
කුමාරි=Kumari, නිල්මිණි=Nilmini, චාන්දනී=Chandani/Ciandani, ශිරාණි=Shirani, දිල්හානි=Dilhani,
නිරෝෂා=Nirosha, අනුෂා=Anusha, සඳමාලි=Sandamali, මල්ලිකා=Mallika, සුජාතා=Sujatha/Sujata, පද්මා=Padma,
ප්‍රියංකා=Priyanka, රේණුකා=Renuka, දීපිකා=Deepika/Dipika, ශ්‍රියානි=Sriyani/Shriyani,
චමිලා=Chamila/Ciamila, දිලිනි=Dilini, තාරකා=Tharaka/Taraka, සචිනි=Sachini, හංසිකා=Hansika,
නදීෂා=Nadeesha/Nadisha, සුරංගි=Surangi, ඉරේෂා=Iresha, මනෝරි=Manori, රසිකා=Rasika, නයනා=Nayana/Naiana,
නිලූකා=Niluka, රුවනි=Ruwani, ගීතා=Geetha/Gita, කාන්ති=Kanthi/Kanti, ලලිතා=Lalitha/Lalita, මාලනී=Malani,
නන්දා=Nanda, පුෂ්පා=Pushpa, සීතා=Seetha/Sita, විමලා=Wimala/Vimala, යමුනා=Yamuna, අමාලි=Amali,
බුද්ධිකා=Buddhika, දර්ශනී=Darshani, එරන්දි=Erandi, ගයානි=Gayani/Gaiani, හේමන්ති=Hemanthi/Hemanti,
ඉමාෂා=Imasha, ජයන්ති=Jayanthi, කල්‍යාණි=Kalyani, ලක්මිණි=Lakmini, මධුෂානි=Madhushani/Madushani,
නිසංසලා=Nisansala, ඔෂාදි=Oshadi, පියුමි=Piyumi/Piumi, රංජනී=Ranjani, සෙව්වන්දි=Sewwandi/Sewandi,
තිලිණි=Thilini/Tilini, උදේෂිකා=Udeshika, වාසනා=Wasana/Vasana, මරියා=Maria/Mariya, රීටා=Rita,
ප්‍රියදර්ශනී=Priyadarshani, ස්වර්ණා=Swarna, කුසුම්=Kusum, කාංචනා=Kanchana
"""

SINHALA_FAMILIES = """
ප්‍රනාන්දු=Fernando^12, පෙරේරා=Perera/Pereira^8, සිල්වා=Silva/De Silva^6,
වර්ණකුලසූරිය=Warnakulasuriya/Varnakulasuriya/Warnakulasooriya^6, ද සිල්වා=De Silva,
ද සොයිසා=De Soysa/De Zoysa, මෙන්ඩිස්=Mendis, පීරිස්=Peiris/Pieris, අප්පුහාමි=Appuhamy/Appuhami,
හෙට්ටිආරච්චි=Hettiarachchi/Hettiarachi, ඩයස්=Dias, ගෝමස්=Gomes/Gomez, කොස්තා=Costa, රොද්රිගෝ=Rodrigo,
ලිවේරා=Livera, තමෙල්=Thamel/Tamel, ක්‍රූස්=Croos/Cruz, ද අල්විස්=De Alwis, කුරේ=Kurera/Cooray,
බණ්ඩාර=Bandara, කුමාර=Kumara, හේරත්=Herath/Herat, දිසානායක=Dissanayake/Dissanayaka/Disanayaka,
රත්නායක=Rathnayake/Ratnayake, ජයසිංහ=Jayasinghe/Jayasingha/Giayasinghe, විජේසිංහ=Wijesinghe/Vijesinghe,
රණසිංහ=Ranasinghe/Ranasingha, සමරසිංහ=Samarasinghe, ඒකනායක=Ekanayake/Ekanayaka, සේනානායක=Senanayake,
බාලසූරිය=Balasuriya/Balasooriya, ගමගේ=Gamage, ලියනගේ=Liyanage, ගුණරත්න=Gunarathna/Gunaratne,
කරුණාරත්න=Karunarathna/Karunaratne, විජේරත්න=Wijerathna/Wijeratne, අබේසිංහ=Abeysinghe/Abeysingha,
මුණසිංහ=Munasinghe, වික්‍රමසිංහ=Wickramasinghe/Wickremasinghe/Vikramasinghe,
වික්‍රමආරච්චි=Wickramaarachchi, ධර්මසේන=Dharmasena/Darmasena, ගුණසේකර=Gunasekara/Gunasekera,
ජයසූරිය=Jayasuriya/Jayasooriya, ජයවර්ධන=Jayawardena/Jayawardhana, කොඩිතුවක්කු=Kodithuwakku/Kodituwakku,
ලොකුගේ=Lokuge, මුතුකුඩආරච්චි=Muthukudaarachchi, නානායක්කාර=Nanayakkara, පතිරණ=Pathirana/Patirana,
රාජපක්ෂ=Rajapaksha/Rajapakse, සෙනෙවිරත්න=Seneviratne/Senevirathna, තෙන්නකෝන්=Tennakoon/Thennakoon,
උඩගේ=Udage, වීරසිංහ=Weerasinghe/Veerasinghe, වීරකෝන්=Weerakoon/Weerakkody, වනිගසූරිය=Wanigasuriya,
අතපත්තු=Athapaththu/Atapattu, බස්නායක=Basnayake, කුරුප්පු=Kuruppu, මල්ලවආරච්චි=Mallawaarachchi,
හපුආරච්චි=Hapuarachchi, ඉද්දමල්ගොඩ=Iddamalgoda, කන්නන්ගර=Kannangara, ලේකම්ගේ=Lekamge, මද්දුමගේ=Maddumage,
පණ්ඩිත=Panditha, රූපසිංහ=Rupasinghe/Roopasinghe, සිරිවර්ධන=Siriwardena/Siriwardhana, තලගල=Thalagala,
වෙත්තසිංහ=Wettasinghe, එදිරිසිංහ=Edirisinghe, ගල්ලගේ=Gallage, හේවගේ=Hewage/Hewagama, ඉලංගකෝන්=Ilangakoon,
කුලතුංග=Kulathunga/Kulatunga, මාපා=Mapa, නවරත්න=Nawarathna/Navaratne, පෙරමුණගේ=Peramunage,
කුලසූරිය=Kulasuriya, සූරියආරච්චි=Sooriyaarachchi/Suriyarachchi
"""

SINHALA_FIRST_HALVES = """
ජය=Jaya, විජේ=Wije, රණ=Rana, සමර=Samara, වීර=Weera/Wira, ගුණ=Guna, කරුණා=Karuna, රත්න=Rathna/Ratna,
අබේ=Abey/Abe, ධර්ම=Dharma/Darma, සිරි=Siri, චන්ද්‍ර=Chandra, කුල=Kula, අමර=Amara, විමල=Wimala, සෝම=Soma,
ප්‍රේම=Prema, නන්ද=Nanda, පියා=Piya, වික්‍රම=Wickrama/Wikrama
"""

SINHALA_SECOND_HALVES = """
සිංහ=Singhe/Singha, රත්න=Rathna/Ratne, වර්ධන=Wardena/Wardhana, සේකර=Sekara/Sekera, සේන=Sena,
තිලක=Thilaka/Tilake, සූරිය=Suriya/Sooriya, නායක=Nayake/Nayaka, දාස=Dasa, පාල=Pala, කෝන්=Koon,
තුංග=Thunga/Tunga, බණ්ඩු=Bandu, වංශ=Wansa/Wansha
"""

TAMIL_MEN = """
குமார்=Kumar, ரவி=Ravi, சிவா=Siva/Shiva, ராஜா=Raja, ரமேஷ்=Ramesh, சுரேஷ்=Suresh, முருகன்=Murugan,
கண்ணன்=Kannan, பாலன்=Balan, செல்வம்=Selvam, அருள்=Arul, தவராசா=Thavarasa/Thavaraja, சிவகுமார்=Sivakumar,
ஜெயக்குமார்=Jeyakumar/Jayakumar, ரவீந்திரன்=Raveendran/Ravindran, மகேந்திரன்=Mahendran,
ராஜேந்திரன்=Rajendran, யோகேஸ்வரன்=Yogeswaran, விக்னேஸ்வரன்=Vigneswaran/Vickneswaran,
கணேசன்=Ganesan/Ganeshan, நடராஜா=Nadarajah/Nadaraja, சுப்பிரமணியம்=Subramaniam/Suppramaniyam,
கந்தசாமி=Kandasamy/Kanthasamy, செல்வராஜா=Selvarajah/Selvaraja, தர்மலிங்கம்=Tharmalingam/Dharmalingam,
நாகராஜா=Nagarajah/Nagaraja, பரமேஸ்வரன்=Parameswaran, சண்முகம்=Shanmugam/Sanmugam,
தில்லைநாதன்=Thillainathan, இளங்கோ=Ilango/Elango, கார்த்திக்=Karthik/Kartik, பிரகாஷ்=Prakash,
தினேஷ்=Dinesh/Thinesh, அன்பழகன்=Anbalagan, அருணன்=Arunan, ஆனந்தன்=Ananthan/Anandan, இராமநாதன்=Ramanathan,
உதயன்=Uthayan/Udayan, கபிலன்=Kapilan, கமலநாதன்=Kamalanathan, கேதீஸ்வரன்=Ketheeswaran,
கோபிநாத்=Gopinath/Kobinath, சந்திரன்=Chandran/Santhiran, சதீஸ்=Sathees/Satheesh,
சுதாகரன்=Suthakaran/Sudhakaran, ஞானசேகரம்=Gnanasekaram, தயாபரன்=Thayaparan, நிமலன்=Nimalan,
நிரோஷன்=Niroshan, பாஸ்கரன்=Baskaran/Bhaskaran, பிரதீபன்=Pratheepan/Pradeepan, புஷ்பராஜா=Pushparajah,
மயூரன்=Mayuran/Maiuran, மனோகரன்=Manoharan, முரளி=Murali, மோகன்=Mohan, யோகன்=Yogan, ரஜீவன்=Rajeevan,
லோகநாதன்=Loganathan, வசந்தன்=Vasanthan, விஜயன்=Vijayan, வேலு=Velu, ஜீவன்=Jeevan,
ஸ்ரீதரன்=Sritharan/Sridharan, அந்தோனி=Anthony/Antony, சூசை=Soosai/Susai, அருளப்பு=Arulappu,
பீட்டர்=Peter, குணரத்தினம்=Gunaratnam/Kunaratnam, பொன்னையா=Ponniah, சின்னத்துரை=Chinnathurai/Sinnathurai,
வேலுப்பிள்ளை=Velupillai/Velluppillai, தம்பிராஜா=Thambirajah, செல்லையா=Chelliah/Selliah,
கனகரத்தினம்=Kanagaratnam/Kanakaratnam, இராசையா=Rasiah/Rasaiah, மாணிக்கம்=Manikkam/Manickam,
சிவலிங்கம்=Sivalingam, சோமசுந்தரம்=Somasundaram/Somasuntharam, பாலசிங்கம்=Balasingam/Balasingham,
துரைராஜா=Thurairajah/Durairajah
"""

TAMIL_WOMEN = """
லட்சுமி=Lakshmi/Luxmi, சரஸ்வதி=Saraswathi/Sarasvathy, பார்வதி=Parvathi/Parvathy, மீனா=Meena/Mina,
கலா=Kala, மாலா=Mala, வசந்தி=Vasanthi/Vasanthy, சாந்தி=Santhi/Shanthy, ஜெயந்தி=Jeyanthi/Jayanthi,
ராணி=Rani, புஷ்பா=Pushpa, கமலா=Kamala, விமலா=Vimala, நிர்மலா=Nirmala, சுமதி=Sumathi/Sumathy,
மாலதி=Malathi/Malathy, ரேவதி=Revathi/Revathy, தேவி=Devi/Thevi, கௌரி=Gowri/Gauri, உமா=Uma,
சீதா=Seetha/Sita, கீதா=Geetha/Gita, ராதா=Radha/Ratha, சுதா=Sutha/Sudha, லதா=Latha/Lata,
பிரியா=Priya/Piriya, திவ்யா=Divya/Thivya, நித்யா=Nithya/Nitya, வித்யா=Vidya/Vithya, அபிராமி=Abirami,
அனுஷா=Anusha, ஆர்த்தி=Aarthi/Arthy, இந்திரா=Indira/Inthira, ஈஸ்வரி=Eswari/Easwary, கவிதா=Kavitha/Kavita,
காயத்ரி=Gayathri/Gayatri, சகிலா=Shakila/Sakila, சங்கீதா=Sangeetha/Sangita, சர்மிளா=Sharmila/Sarmila,
சிவாஜினி=Sivajini, சுகன்யா=Suganya/Sukanya, செல்வி=Selvi/Chelvi, தர்ஷினி=Tharshini/Darshini,
தாரணி=Tharani/Dharani, துஷ்யந்தி=Thushyanthi/Dushyanthi, நளினி=Nalini/Nalayini, நிரோஜா=Niroja,
பவானி=Bavani/Bhavani, பாமினி=Bamini/Pamini, பிரதீபா=Pratheepa/Pradeepa, மஞ்சுளா=Manjula,
மதுரா=Mathura/Madhura, மைதிலி=Mythili/Mithily, யசோதா=Yasotha/Yashoda, யாழினி=Yalini/Yazhini,
ரஜனி=Rajani/Rajini, வனிதா=Vanitha/Vanita, வாணி=Vani, ஜானகி=Janaki, ஜீவிதா=Jeevitha, மேரி=Mary,
திரேசா=Theresa/Teresa, கிருஷ்ணவேணி=Krishnaveni, பத்மா=Pathma/Padma
"""

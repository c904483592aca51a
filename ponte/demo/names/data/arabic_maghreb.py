# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of Morocco, Tunisia and Algeria, in the French-looking spellings of their papers."""

MEN = """
محمد=Mohamed/Mohammed/Muhammad/Mhamed^11, أحمد=Ahmed/Hamed, يوسف=Youssef/Yousef/Yussef,
حسن=Hassan/Hasan/Lahcen, عبد الله=Abdellah/Abdallah/Abdullah, رشيد=Rachid/Rashid, سعيد=Said/Saïd,
خالد=Khalid/Khaled, مصطفى=Mustapha/Mostafa/Mustafa, إبراهيم=Brahim/Ibrahim, كريم=Karim,
عبد الرحيم=Abderrahim/Abdelrahim/Abderahim, عبد القادر=Abdelkader/Abd El Kader,
عبد الرحمن=Abderrahmane/Abderrahman/Abdelrahman, عبد الحق=Abdelhak/Abdelhaq,
عبد العزيز=Abdelaziz/Abdel Aziz, عبد اللطيف=Abdellatif/Abdelatif, عبد الغني=Abdelghani/Abdelgani,
عبد المجيد=Abdelmajid/Abdelmajid, عبد الكريم=Abdelkrim/Abdelkarim, عبد الإله=Abdelilah/Abdel Ilah,
عبد السلام=Abdeslam/Abdessalam/Abdelsalam, عبد الجليل=Abdeljalil/Abdel Jalil, هشام=Hicham/Hisham,
طارق=Tarik/Tarek/Tariq, نبيل=Nabil, جمال=Jamal/Djamel/Giamal, عادل=Adil/Adel, عمر=Omar, علي=Ali,
حسين=Houssine/Hussein/El Houssine, حميد=Hamid, إدريس=Driss/Idriss/Idris, العربي=Larbi/El Arbi,
بوشعيب=Bouchaib/Bouchaïb, بوعزة=Bouazza/Bouaza, المصطفى=El Mostafa/El Mustapha, محجوب=Mahjoub/Mahgiub,
ميلود=Miloud/Milud, صالح=Salah/Saleh, أنس=Anas/Anass, أيوب=Ayoub/Ayyoub, أمين=Amine/Amin,
بلال=Bilal/Billal, زكرياء=Zakaria/Zakariya, حمزة=Hamza/Hamzah, إلياس=Ilyas/Elias/Ilias, مهدي=Mehdi/Mahdi,
عثمان=Othmane/Otman/Othman, سفيان=Soufiane/Sofiane/Sufian, ياسين=Yassine/Yassin/Iassin,
مروان=Marouane/Marwan/Marouan, نور الدين=Noureddine/Nureddin/Nourdine,
عز الدين=Azzeddine/Ezzedine/Azeddine, صلاح الدين=Salaheddine/Salah Eddine, بدر=Badr, فؤاد=Fouad/Fuad,
مراد=Mourad/Murad, منير=Mounir/Munir, سمير=Samir, توفيق=Toufik/Taoufik/Tewfik, وليد=Walid/Oualid,
رضا=Reda/Ridha/Rida, أسامة=Oussama/Ousama, عصام=Issam/Isam, معاذ=Mouad/Moaad, ربيع=Rabii/Rabie,
فيصل=Faisal/Faycal, لحسن=Lahcen/Lahsen, علال=Allal, بشير=Bachir/Bashir, المختار=Mokhtar/El Mokhtar,
جواد=Jaouad/Jawad
"""

WOMEN = """
فاطمة=Fatima/Fatma/Fatiha, خديجة=Khadija/Kadija/Khadidja, عائشة=Aicha/Aisha/Aïcha, زهرة=Zahra/Zohra,
فاطمة الزهراء=Fatima Zahra/Fatimazahra/Fatima Ezzahra, مريم=Meryem/Mariam/Maryam/Miriam, نادية=Nadia,
سعيدة=Saida/Saïda, رشيدة=Rachida/Rashida, نعيمة=Naima, حليمة=Halima, أمينة=Amina, مليكة=Malika,
كريمة=Karima, جميلة=Jamila/Djamila, لطيفة=Latifa/Latefa, سميرة=Samira, حسناء=Hasnaa/Hasna,
حنان=Hanan/Hanane, إيمان=Imane/Iman, سناء=Sanaa/Sana, وفاء=Wafaa/Ouafae/Wafa, هند=Hind, سارة=Sara/Sarah,
سلمى=Salma/Selma, ياسمين=Yasmine/Yasmina/Jasmine, هاجر=Hajar/Hajer, شيماء=Chaimae/Chaima/Shaima,
أسماء=Asmae/Asma/Asmaa, زينب=Zineb/Zeinab/Zainab, حياة=Hayat, إلهام=Ilham/Elham, نجاة=Najat/Nagiat,
سعاد=Souad/Suad, نزهة=Nezha/Nozha, بشرى=Bouchra/Bushra, غزلان=Ghizlane/Gizlan/Ghizlan,
كوثر=Kaoutar/Kawtar, لبنى=Loubna/Lubna, ليلى=Laila/Leila, منى=Mouna/Mona, مينة=Mina,
رقية=Rkia/Rokaya/Rqia, صباح=Sabah, ثورية=Touria/Thouria, فوزية=Fouzia/Fawzia, حفيظة=Hafida, ربيعة=Rabia,
السعدية=Saadia/Essaadia, الزهرة=Ezzahra/Zahra, يامنة=Yamna/Iamna, وردية=Ouardia/Wardia,
دنيا=Dounia/Dunia, سهام=Siham/Seham, آية=Aya/Aia, هبة=Hiba/Heba, إكرام=Ikram/Ikrame, أحلام=Ahlam/Ahlame,
نورة=Noura/Nora, رجاء=Rajae/Raja, إبتسام=Ibtissam/Ibtisam, مباركة=Mbarka/Mubaraka, فتيحة=Fatiha,
عزيزة=Aziza, حبيبة=Habiba, زبيدة=Zoubida/Zubaida, كنزة=Kenza, رانية=Rania, ملاك=Malak, منية=Mounia/Munia
"""

MOROCCO_FAMILIES = """
العلوي=El Alaoui/Alaoui/Al Alaoui, الإدريسي=El Idrissi/Idrissi/El Idrisi,
العمراني=El Amrani/Amrani/Lamrani, بنعلي=Benali/Ben Ali, التازي=Tazi/Ettazi, الفاسي=El Fassi/Fassi,
بناني=Bennani/Benani, المنصوري=El Mansouri/Mansouri, الحسني=El Hassani/Hassani,
الشرقاوي=Cherkaoui/Echcherkaoui/Sharkaui, الزهراوي=Zahraoui/Ezzahraoui, الخطابي=El Khattabi/Khattabi,
المرابط=El Mrabet/Mrabet/Lamrabet, حمداوي=Hamdaoui/Hamdawi, الرحماني=Rahmani/Errahmani,
الكبير=El Kabir/Kabir, الحداد=El Haddad/Haddad, النجار=Najjar/Ennajjar, الخياط=El Khayat/Khayat,
البقالي=El Bakkali/Bakkali, الغزواني=El Ghazouani/Ghazouani, الصالحي=Salhi/Essalhi,
القادري=Kadiri/El Kadiri/El Qadiri, الناصري=Naciri/Ennaciri/Nasiri, الوزاني=Ouazzani/El Ouazzani,
العثماني=El Othmani/Othmani, الحمداني=El Hamdani, الراشدي=Rachidi/Errachidi, السعدي=Saadi/Essaadi,
بوزيد=Bouzid/Bouzidi, بوعزاوي=Bouazzaoui/Bouazaoui, بولعيش=Boulaich/Boulaiche, بلحاج=Belhaj/Bel Haj,
بنجلون=Benjelloun/Ben Jelloun, بنسعيد=Bensaid/Ben Said, بنموسى=Benmoussa/Ben Moussa, بنيس=Bennis/Benis,
حجي=Hajji/Haji, حسيني=Houssaini/El Houssaini, خليفي=Khalifi/Khelifi, داودي=Daoudi/Daudi,
رمضاني=Ramdani/Ramadani, زياني=Ziani/Zyani, شكري=Choukri/Shukri, صابر=Saber/Sabir, طاهري=Tahiri/Taheri,
عزوزي=Azzouzi/El Azzouzi, غربي=Gharbi/El Gharbi, فارس=Fares/Faris, قاسمي=Kacimi/Kassimi/Qasimi,
كريمي=Karimi, لكحل=Lakhal/Lakehal, مازوز=Mazouz/Mazuz, معروفي=Maaroufi/Maroufi, نعيمي=Naimi/Naïmi,
هلالي=Hilali/El Hilali, ورياغلي=Ouriaghli/El Ouariachi, ياسيني=Yassini, يعقوبي=Yaakoubi/El Yaakoubi,
أيت الحاج=Ait El Haj/Ait Lhaj, أيت بها=Ait Baha, أوبلا=Oubella/Oubla, أوحساين=Ouhsaine/Ouhssine,
أزولاي=Azoulay, أمزيان=Ameziane/Amezian, أكناو=Aknaou, بوكرين=Boukrine/Bukrin, بوشتى=Bouchta/Buchta,
جبران=Jebrane/Jabran, الجوهري=El Jaouhari/Jaouhari, الخالدي=El Khaldi/Khaldi, الدرقاوي=Derkaoui/Darkaoui,
الركراكي=Regragui/Ragragui, السباعي=Sbai/Essbai, الشافعي=Chafii/Chafi, الصغير=Essaghir/Sghir,
الطيبي=Taibi/Ettaibi, العياشي=El Ayachi/Ayachi, العسري=El Asri/Lasri, الغالي=El Ghali/Ghali,
القرشي=El Korchi/Korchi, الكتاني=Kettani/El Kettani, المعطي=El Maati/Maati, الهاشمي=El Hachimi/Hachimi,
مفتاح=Meftah/Miftah, مسكين=Meskine/Miskin, سلاوي=Slaoui, زروال=Zeroual/Zerwal, رحال=Rahal/Rahhal
"""

TUNISIA_FAMILIES = """
الطرابلسي=Trabelsi/Traboulsi, بن علي=Ben Ali/Benali, الهمامي=Hammami/Hamami, الجلاصي=Jlassi/Jelassi,
العياري=Ayari/Ayyari, الغربي=Gharbi, المثلوثي=Mathlouthi/Methlouthi, الدريدي=Dridi,
بن صالح=Ben Salah/Ben Saleh, بن عمر=Ben Amor/Ben Omar, بن محمد=Ben Mohamed, الورغي=Ouerghi/Werghi,
العبيدي=Abidi/Labidi, الحاج علي=Hadj Ali/Haj Ali, السعيدي=Saidi, الشابي=Chebbi/Chabbi,
بن يوسف=Ben Youssef, بن حسين=Ben Hassine/Ben Hassin, الرياحي=Riahi/Riyahi, المنصوري=Mansouri,
الزواري=Zouari/Zwari, الخميري=Khemiri/Khmiri, التونسي=Tounsi, الماجري=Mejri/Majri, القاسمي=Gasmi/Kasmi,
الكافي=Kefi/Kafi, السالمي=Selmi/Salmi, الفرشيشي=Ferchichi/Fercichi, النفزي=Nefzi, البجاوي=Bejaoui,
الجبالي=Jebali/Jbali, الحمدي=Hamdi, الخليفي=Khelifi/Khlifi, بوعزيز=Bouaziz/Bou Aziz,
بوزيان=Bouziane/Bouzaiene, بلحسن=Belhassen/Bel Hassen, بن رمضان=Ben Romdhane/Ben Ramadan,
بن إبراهيم=Ben Brahim, بن خليفة=Ben Khalifa/Ben Khelifa, بن عبد الله=Ben Abdallah, بن مبارك=Ben Mbarek,
بن نصر=Ben Nasr, الشريف=Cherif/Sherif, الصغير=Sghaier/Sgaier, الطبوبي=Tabboubi/Taboubi, العرفاوي=Arfaoui,
العلوي=Aloui/Alaoui, العوني=Aouni, الغزال=Ghazel, الفقيه=Fekih/Fkih, القروي=Karoui/Kroui,
المبروك=Mabrouk, المرزوقي=Marzouki/Merzougui, المزوغي=Mezoughi, النجار=Najjar, الهذلي=Hedhli/Hedli,
الوسلاتي=Oueslati/Weslati, اليحياوي=Yahyaoui/Yahiaoui, جابري=Jabri, جمعة=Jemaa/Jomaa,
حمودة=Hamouda/Hammouda, داود=Daoud, رزقي=Rezgui/Rizgui, زايد=Zaied/Zayed, ساسي=Sassi, سويسي=Souissi,
شعبان=Chaabane/Chaaben, صمود=Sammoud, طرشون=Tarchoun, عاشور=Achour/Ashour, عمري=Amri, غانم=Ghanem,
فرحات=Ferhat/Farhat, قيراط=Guirat, كمون=Kammoun, لطيف=Latif, محجوب=Mahjoub, ناجي=Neji/Naji,
هداوي=Haddaoui, وناس=Ounes/Ounis, ياسين=Yassine
"""

ALGERIA_FAMILIES = """
بوزيد=Bouzid, سعيدي=Saidi, براهيمي=Brahimi/Ibrahimi, حمادي=Hamadi/Hammadi, بلقاسم=Belkacem/Belgacem,
بن عيسى=Benaissa/Ben Aissa, رحماني=Rahmani, مزيان=Meziane, زروقي=Zerrouki/Zerouki, خليفة=Khelifa,
بوعلام=Boualem, شريف=Cherif, عمراني=Amrani, بن يحيى=Benyahia/Ben Yahia, دحماني=Dahmani, قادري=Kadri,
مقراني=Mokrani, سليماني=Slimani/Sulimani, حداد=Haddad, بوقرة=Bougherra/Bougara, منصوري=Mansouri,
صحراوي=Sahraoui, طالب=Taleb, زيتوني=Zitouni, يحياوي=Yahiaoui
"""

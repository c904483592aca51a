# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Syrian names."""

MEN = """
محمد=Mohamad/Mohammad/Muhammad/Mohamed^11, أحمد=Ahmad/Ahmed, محمود=Mahmoud/Mahmud, خالد=Khaled/Khalid,
عمر=Omar, علي=Ali, حسن=Hassan/Hasan, حسين=Hussein/Hussain, إبراهيم=Ibrahim/Ebrahim,
عبد الله=Abdullah/Abdallah, عبد الرحمن=Abdulrahman/Abd Alrahman/Abdel Rahman,
عبد القادر=Abdulkader/Abdelkader/Abd Alkader, عبد الكريم=Abdulkarim/Abdel Karim, مصطفى=Mustafa/Moustafa,
يوسف=Yousef/Youssef/Yusuf, ياسر=Yaser/Yasser, سامر=Samer, ماهر=Maher, فادي=Fadi, رامي=Rami,
باسل=Basel/Bassel/Basil, أنس=Anas, أيهم=Ayham/Aiham, إياد=Iyad/Eyad, بشار=Bashar, بلال=Bilal, جهاد=Jihad,
منذر=Munzer/Monther, حازم=Hazem, حسام=Hussam/Housam/Hosam, خليل=Khalil, رائد=Raed/Raid, زياد=Ziad,
سليمان=Suleiman/Sulaiman/Souleiman, شادي=Shadi/Chadi, صالح=Saleh, طارق=Tarek/Tareq, عدنان=Adnan,
عصام=Issam/Esam, عمار=Ammar, غسان=Ghassan/Gassan, فراس=Firas/Feras, فيصل=Faisal, قصي=Qusai/Kousai,
كنان=Kinan/Kenan, لؤي=Louay/Luai, مازن=Mazen, محي الدين=Muhyeddin/Mohieddin, معتز=Mutaz/Moutaz,
منير=Munir/Mounir, ناصر=Naser/Nasser, نزار=Nizar, هادي=Hadi, هيثم=Haitham/Haytham, وائل=Wael,
وسيم=Wasim/Wassim, يزن=Yazan, كاوا=Kawa, جوان=Jwan/Juan, شيار=Shiar/Chiar, ريزان=Rizan/Rezan,
هوزان=Hozan, إلياس=Elias, أكرم=Akram, نضال=Nidal
"""

WOMEN = """
فاطمة=Fatima/Fatema, مريم=Mariam/Maryam, خديجة=Khadija/Khadeja, عائشة=Aisha/Aysha, نور=Nour/Noor,
سارة=Sara/Sarah, هدى=Huda/Houda, أمل=Amal, إيمان=Iman/Eman, آلاء=Alaa/Ala, أسماء=Asmaa/Asma,
آية=Aya/Ayah, بتول=Batoul/Batool, بيان=Bayan, جميلة=Jamila/Jameela, حنان=Hanan, دعاء=Doaa/Duaa,
ديما=Dima/Deema, رنا=Rana, رغد=Raghad/Ragad, رزان=Razan, رشا=Rasha, ريم=Reem/Rim, زينب=Zainab/Zeinab,
سلمى=Salma, سمر=Samar, سوسن=Sawsan/Sausan, سهام=Siham, شذى=Shaza/Shatha, شيرين=Shirin/Sherin, صبا=Saba,
ضحى=Doha/Duha, عبير=Abeer/Abir, غادة=Ghada, غفران=Ghufran/Ghofran, فداء=Fidaa/Fida, لمى=Lama,
لينا=Lina/Leena, ليلى=Layla/Laila/Leila, مها=Maha, منى=Mona/Muna, ميساء=Maysaa/Maisa, نادية=Nadia,
ناديا=Nadia, نجاح=Najah, نسرين=Nisreen/Nesrin, هبة=Heba/Hiba, هناء=Hanaa/Hana, هيفاء=Hayfa/Haifa,
وعد=Waad, وفاء=Wafaa/Wafa, ياسمين=Yasmin/Yasmeen, يارا=Yara, روان=Rawan, رهف=Rahaf, جودي=Joudi/Judi,
روجين=Rojin, بيريفان=Berivan/Perivan, أفين=Avin/Evin, نوال=Nawal, سعاد=Suad/Souad, ابتسام=Ibtisam,
كوثر=Kawthar/Kawsar, ملك=Malak, شهد=Shahd, جنى=Jana
"""

FAMILIES = """
الأحمد=Al Ahmad/Alahmad/El Ahmad, الحسن=Al Hassan/Alhasan, المحمد=Al Mohamad/Almohammad,
العلي=Al Ali/Alali, الخطيب=Al Khatib/Alkhatib/El Khatib, الحسين=Al Hussein/Alhusein,
الإبراهيم=Al Ibrahim/Alibrahim, الخلف=Al Khalaf/Alkhalaf, حمود=Hammoud/Hamoud, الحموي=Al Hamwi/Hamwi,
الحلبي=Al Halabi/Halabi, الشامي=Al Shami/Alshami, المصري=Al Masri/Almasri, حداد=Haddad/Hadad,
نجار=Najjar/Najar, صباغ=Sabbagh/Sabag, دباغ=Dabbagh, قباني=Kabbani/Qabbani, عثمان=Othman/Osman,
حمدو=Hamdo, شيخو=Sheikho/Shekho, عبدو=Abdo, بكر=Bakr, خليل=Khalil, إسماعيل=Ismail/Esmail,
العبد الله=Al Abdullah/Alabdallah, الجاسم=Al Jasem/Aljasim, الحمد=Al Hamad, الحاج=Al Haj/Alhaj,
الرفاعي=Al Rifai/Alrefai, الزعبي=Al Zoubi/Alzoabi, السعيد=Al Saeed/Alsaid, الشيخ=Al Sheikh/Alcheikh,
الصالح=Al Saleh, الطحان=Al Tahan/Tahhan, العمر=Al Omar, العيسى=Al Issa/Alissa, الفارس=Al Fares,
القاسم=Al Qasem/Alkasem, الكردي=Al Kurdi/Kurdi, النعيمي=Al Nuaimi/Alneami, الهاشمي=Al Hashimi/Hashemi,
اليوسف=Al Yousef/Alyousef, بركات=Barakat, بيطار=Bitar/Baitar, جمعة=Jumaa/Jomaa, جبور=Jabbour/Jabour,
حبيب=Habib, حجازي=Hijazi, حسون=Hassoun, حلاق=Hallak/Halaq, حمزة=Hamza, حيدر=Haidar/Haydar,
داود=Daoud/Dawoud, درويش=Darwish, رمضان=Ramadan, زيدان=Zidan, سلوم=Salloum/Saloum, سليمان=Suleiman,
شاهين=Shahin, شحادة=Shehadeh/Chehade, صقر=Saqr/Sakr, طه=Taha, عباس=Abbas, عجاج=Ajaj, عساف=Assaf,
عطار=Attar, عوض=Awad, عيد=Eid, غزال=Ghazal, فرحات=Farhat, قاسم=Qasem/Kassem, قدور=Kaddour/Qaddour,
كيالي=Kayali, مراد=Murad/Mourad, مسلم=Muslim/Moslem, ملحم=Mulhem/Melhem, منصور=Mansour,
موسى=Mousa/Moussa, ناصيف=Nassif, نعسان=Naasan, هلال=Hilal, ياسين=Yassin/Yasin, يعقوب=Yacoub/Yaqoub
"""

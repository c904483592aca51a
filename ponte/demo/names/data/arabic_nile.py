# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Egyptian names."""

MEN = """
محمد=Mohamed/Mohammed/Muhammad/Mohamad^11, أحمد=Ahmed/Ahmad/Ahamed^7, محمود=Mahmoud/Mahmud,
مصطفى=Mostafa/Mustafa/Moustafa, إبراهيم=Ibrahim/Ebrahim/Ibraheem, علي=Ali/Aly, حسن=Hassan/Hasan,
حسين=Hussein/Hossein/Hussain, عمر=Omar/Omer, يوسف=Youssef/Yousef/Yusuf, كريم=Karim/Kareem,
خالد=Khaled/Khalid/Kaled, سامح=Sameh/Samih, طارق=Tarek/Tariq/Tarik, عمرو=Amr/Amro, وليد=Walid/Waleed,
هاني=Hany/Hani, أشرف=Ashraf/Asharaf, عصام=Essam/Issam, هشام=Hesham/Hisham, تامر=Tamer/Tamir,
شريف=Sherif/Sharif/Cherif, سيد=Sayed/Said/Sayyed, السيد=Elsayed/El Sayed/Al Sayed,
رمضان=Ramadan/Ramadhan, شعبان=Shaaban/Shaban/Chaaban, جمال=Gamal/Jamal, كمال=Kamal/Kamel, عادل=Adel/Adil,
سمير=Samir/Sameer, نبيل=Nabil/Nabeel, مجدي=Magdy/Magdi, صلاح=Salah/Salaheldin, عماد=Emad/Imad,
أيمن=Ayman/Aiman, عبد الرحمن=Abdelrahman/Abd El Rahman/Abdurrahman/Abdulrahman,
عبد الله=Abdallah/Abdullah/Abd Allah, عبد الحميد=Abdelhamid/Abd El Hamid/Abdulhamid,
عبد العزيز=Abdelaziz/Abd El Aziz/Abdulaziz, عبد الفتاح=Abdelfattah/Abd El Fattah,
عبد النبي=Abdelnaby/Abd El Naby, عبد المنعم=Abdelmoneim/Abd El Moneim, إسلام=Islam/Eslam,
زياد=Ziad/Zyad/Ziyad, ماجد=Maged/Majed, رامي=Ramy/Rami, سعد=Saad, سعيد=Said/Saeed/Saied,
فتحي=Fathy/Fathi, حمدي=Hamdy/Hamdi, ناصر=Nasser/Nasr/Naser, أسامة=Osama/Ossama/Usama,
ياسر=Yasser/Yaser/Yassir, باسم=Bassem/Basem, بلال=Belal/Bilal, حمادة=Hamada, رضا=Reda/Rida,
رجب=Ragab/Rajab, صابر=Saber/Sabir, عاطف=Atef/Atif, فوزي=Fawzy/Fawzi/Fauzi, لطفي=Lotfy/Lutfi,
منصور=Mansour/Mansur, نادر=Nader/Nadir, وائل=Wael/Wail, يحيى=Yehia/Yahia/Yahya, مدحت=Medhat/Midhat,
حازم=Hazem/Hazim, إيهاب=Ehab/Ihab, سليمان=Soliman/Suleiman/Sulaiman
"""

WOMEN = """
فاطمة=Fatma/Fatima/Fatema, مريم=Mariam/Maryam/Mariem, سارة=Sara/Sarah, هبة=Heba/Hiba, منى=Mona/Muna,
إيمان=Eman/Iman, آية=Aya/Aia, نورا=Noura/Nora, ياسمين=Yasmin/Yasmine/Jasmin, أميرة=Amira/Ameera,
دعاء=Doaa/Doa/Duaa, رانيا=Rania/Ranya, شيماء=Shaimaa/Shimaa/Chaimaa, أسماء=Asmaa/Asma, إسراء=Israa/Esraa,
سماح=Samah, نجلاء=Naglaa/Nagla/Najla, هدى=Hoda/Huda, نهى=Noha/Nuha, سلمى=Salma/Selma, ندى=Nada,
رحاب=Rehab/Rihab, سحر=Sahar, صباح=Sabah, زينب=Zeinab/Zainab/Zaynab, عزة=Azza, عبير=Abeer/Abir,
نادية=Nadia/Nadya, سعاد=Soad/Souad/Suad, سميرة=Samira/Sameera, نعمة=Neama/Nema, كريمة=Karima/Kareema,
أمل=Amal/Aml, أماني=Amany/Amani, رشا=Rasha/Racha, ريهام=Reham/Riham, غادة=Ghada/Gada, مها=Maha,
ليلى=Laila/Leila/Layla, خديجة=Khadiga/Khadija, عائشة=Aisha/Aicha/Aysha, نعيمة=Naima/Naeema,
صفاء=Safaa/Safa, وفاء=Wafaa/Wafa, هناء=Hanaa/Hana, سناء=Sanaa/Sana, جيهان=Gehan/Jihan, حنان=Hanan,
إلهام=Elham/Ilham, انتصار=Entesar/Intisar, ابتسام=Ebtisam/Ibtisam, بسمة=Basma/Bassma, دينا=Dina,
رضوى=Radwa/Radua, روان=Rawan, شهد=Shahd, ماجدة=Magda/Majda, مروة=Marwa/Maroua, نيفين=Nevine/Nivin,
سوزان=Suzan/Susan, نوال=Nawal, فايزة=Fayza/Faiza, سهير=Sohair/Soheir, جميلة=Gamila/Jamila, عفاف=Afaf,
نجوى=Nagwa/Najwa, ثناء=Sanaa/Thanaa
"""

FAMILIES = """
حسن=Hassan/Hasan, إبراهيم=Ibrahim/Ebrahim, علي=Ali/Aly, محمد=Mohamed/Mohammed,
السيد=Elsayed/El Sayed/Al Sayed, عبد الله=Abdallah/Abdullah, أحمد=Ahmed/Ahmad, محمود=Mahmoud/Mahmud,
خليل=Khalil, سليمان=Soliman/Suleiman, حسين=Hussein/Hossein, صالح=Saleh/Salih, سالم=Salem/Salim,
منصور=Mansour/Mansur, عثمان=Osman/Othman, يوسف=Youssef/Yousef, مصطفى=Mostafa/Mustafa,
عيسى=Eissa/Issa/Essa, موسى=Moussa/Mousa/Musa, رمضان=Ramadan, شحاتة=Shehata/Chehata, عوض=Awad/Awwad,
غنيم=Ghonim/Ghoneim, سلامة=Salama/Salamah, عطية=Attia/Atia/Atteya, جاد=Gad, بدوي=Badawy/Badawi,
بكر=Bakr/Baker, بركات=Barakat, جابر=Gaber/Jaber, جمعة=Gomaa/Gouma/Juma, حامد=Hamed/Hamid,
حجازي=Hegazy/Hijazi, حماد=Hammad, خضر=Khedr/Khodr, خطاب=Khattab/Kattab, درويش=Darwish/Darwich,
راضي=Rady/Radi, رزق=Rizk/Rezk, زكي=Zaki/Zaky, زيدان=Zidan/Zeidan, سرور=Sorour/Surur, سعد=Saad,
شاهين=Shahin/Shaheen, شرف=Sharaf, شعبان=Shaaban/Shaban, شلبي=Shalaby/Shalabi/Chalaby, صبري=Sabry/Sabri,
طه=Taha, عامر=Amer/Amir, عبد الحليم=Abdelhalim/Abd El Halim, عبد الرازق=Abdelrazek/Abd El Razek,
عبد السلام=Abdelsalam/Abd El Salam/Abdessalam, عبد العال=Abdelaal/Abd El Aal,
عبد الغني=Abdelghany/Abd El Ghani, عبد اللطيف=Abdellatif/Abd El Latif,
عبد المجيد=Abdelmeguid/Abd El Magid, عبد الوهاب=Abdelwahab/Abd El Wahab, عزت=Ezzat/Izzat,
عشماوي=Ashmawy/Ashmawi, عفيفي=Afifi/Afify, عمارة=Emara/Amara, غالي=Ghaly/Ghali, غازي=Ghazy/Ghazi,
فراج=Farrag/Farag, فرج=Farag/Faraj, فهمي=Fahmy/Fahmi, قنديل=Kandil/Qandil, كامل=Kamel/Kamil, لبيب=Labib,
متولي=Metwally/Metwalli/Mitwalli, مرسي=Morsy/Morsi/Mursi, مبروك=Mabrouk/Mabruk, مسعود=Massoud/Masoud,
نجيب=Naguib/Nagib/Najib, نصر=Nasr, هلال=Helal/Hilal, وهبة=Wahba/Wahbah, ياسين=Yassin/Yasin/Yassine,
أبو زيد=Abouzeid/Abu Zeid/Abou Zaid, أبو العلا=Aboelela/Abou El Ela, أبو النجا=Abouelnaga/Abu El Naga,
الشريف=Elsherif/El Sherif, الشافعي=Elshafei/El Shafei, المصري=Elmasry/El Masry/Al Masri,
البنا=Elbanna/El Banna, الجندي=Elgendy/El Gendy, الحداد=Elhaddad/El Haddad, الدسوقي=Eldesouky/El Desouki,
الطنطاوي=Eltantawy/El Tantawi, القاضي=Elkady/El Kadi, النجار=Elnaggar/El Naggar,
الشرقاوي=Elsharkawy/El Sharkawi, البحيري=Elbehairy/El Beheiri, عزب=Azab, عبد ربه=Abdrabou/Abd Rabbo,
الجمال=Elgamal/El Gammal, شعيب=Shoaib
"""

# Christians share the neutral names and have their own; nobody is called Mohamed Girgis.
COPTIC_MEN = """
مينا=Mina/Mena, جرجس=Girgis/Gerges/Guirguis, بيشوي=Bishoy/Beshoy, كيرلس=Kyrillos/Kirollos/Kerolos,
عماد=Emad/Imad, مجدي=Magdy/Magdi, سامح=Sameh/Samih, هاني=Hany/Hani, ماجد=Maged/Majed, رامي=Ramy/Rami,
نبيل=Nabil/Nabeel, سمير=Samir/Sameer, أشرف=Ashraf, عادل=Adel/Adil, مايكل=Michael/Maikel,
مرقس=Markos/Morkos, بطرس=Botros/Boutros, بولس=Boulos/Bolos, يوحنا=Youhanna/Yohanna, أندرو=Andrew/Andro,
أبانوب=Abanoub/Abanob, فادي=Fady/Fadi, ميلاد=Milad, صموئيل=Samuel/Samouel, عزت=Ezzat, رأفت=Raafat/Rafat,
وجدي=Wagdy/Wagdi, نادر=Nader, فيكتور=Victor/Viktor, جورج=George/Gorge, إبراهيم=Ibrahim,
يوسف=Youssef/Yousef, إسحق=Ishak/Eshak, يعقوب=Yacoub/Yakoub, لوقا=Louka/Luca, سعد=Saad
"""

COPTIC_WOMEN = """
مريم=Mariam/Maryam, مارينا=Marina, ميرنا=Mirna/Merna, كريستين=Christine/Kristin, مارتينا=Martina,
إيريني=Irini/Ereny, مارسيل=Marcelle/Marsel, تريزا=Teresa/Tereza, ماريان=Marian/Marianne,
نيفين=Nevine/Nivin, سوزان=Suzan/Susan, نادية=Nadia, سامية=Samia, نبيلة=Nabila, ماري=Mary/Mari,
دميانة=Demiana/Damiana, فيبي=Phoebe/Viby, يوستينا=Youstina/Justina, فيرونيا=Veronia,
مونيكا=Monica/Monika, ساندرا=Sandra, هناء=Hanaa/Hana, سلوى=Salwa, ايفون=Yvonne/Ivon, مرثا=Martha/Marta,
أنجيل=Angele/Engy, منال=Manal, جانيت=Janet/Ganet
"""

COPTIC_FAMILIES = """
جرجس=Girgis/Gerges/Guirguis, ميخائيل=Mikhail/Mekhail, حنا=Hanna, عبد المسيح=Abdelmessih/Abd El Messih,
شنودة=Shenouda/Chenouda, تادرس=Tadros/Tawadros, غبريال=Ghobrial/Gabriel, إبراهيم=Ibrahim/Ebrahim,
بطرس=Botros/Boutros, عبد الملاك=Abdelmalak/Abd El Malak, عبد النور=Abdelnour/Abd El Nour, عزيز=Aziz,
فهمي=Fahmy/Fahmi, سعد=Saad, يوسف=Youssef/Yousef, مرقس=Morkos/Markos, بشاي=Beshay/Bishay,
بشارة=Beshara/Bishara, جاد الله=Gadallah/Gad Allah, حبيب=Habib, خليل=Khalil, داود=Daoud/Dawood,
رزق=Rizk/Rezk, رياض=Riad/Riyad, زكي=Zaki/Zaky, سليمان=Soliman/Suleiman, صليب=Salib/Saleeb,
عطا الله=Atallah/Attallah, فرج=Farag, قلادة=Kelada/Qelada, كامل=Kamel, لبيب=Labib, معوض=Moawad/Muawad,
ناشد=Nashed, نخلة=Nakhla, وهبة=Wahba, ويصا=Wissa/Wisa, يني=Yanni/Yani, يواقيم=Yowakim/Youakim,
إسكندر=Iskander/Eskandar
"""

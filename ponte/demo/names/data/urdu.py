# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pakistani names, in Urdu script."""

MEN = """
محمد=Muhammad/Mohammad/Mohammed, احمد=Ahmed/Ahmad, علی=Ali, حسن=Hassan/Hasan, حسین=Hussain/Hussein,
عثمان=Usman/Osman, عمر=Umar/Omar/Umer, بلال=Bilal, عمران=Imran, عرفان=Irfan, کامران=Kamran, عدنان=Adnan,
فیصل=Faisal, طارق=Tariq/Tarik, خالد=Khalid, ساجد=Sajid, زاہد=Zahid, شاہد=Shahid, ماجد=Majid, راشد=Rashid,
عابد=Abid, آصف=Asif, کاشف=Kashif, عاطف=Atif, یاسر=Yasir/Yaser, ناصر=Nasir, قیصر=Qaiser/Kaiser,
اظہر=Azhar, اظفر=Azfar, مظہر=Mazhar, ظہیر=Zaheer/Zahir, نوید=Naveed/Navid, جاوید=Javed/Javaid,
وسیم=Waseem/Wasim, ندیم=Nadeem/Nadim, نعیم=Naeem/Naim, سلیم=Saleem/Salim, کریم=Kareem/Karim,
رحیم=Raheem/Rahim, عظیم=Azeem/Azim, شمیم=Shamim, ذیشان=Zeeshan/Zishan, احسان=Ehsan/Ihsan, رضوان=Rizwan,
سلمان=Salman, فرحان=Farhan, نعمان=Noman/Nauman, عامر=Aamir/Amir, اسد=Asad, حمزہ=Hamza, حارث=Haris,
دانش=Danish, شعیب=Shoaib/Shuaib, صغیر=Sagheer, ظفر=Zafar, غلام=Ghulam/Gulam, فہد=Fahad, قاسم=Qasim/Kasim,
لیاقت=Liaqat/Liaquat, مبشر=Mubashar/Mubashir, مدثر=Mudassar/Mudasar, منیر=Munir/Muneer,
نذیر=Nazir/Nazeer, وقاص=Waqas, وقار=Waqar, یونس=Younas/Younis, افضل=Afzal, اکرم=Akram, امجد=Amjad,
انور=Anwar, ارشد=Arshad, اصغر=Asghar, بشیر=Bashir
"""

WOMEN = """
فاطمہ=Fatima/Fatma, عائشہ=Ayesha/Aisha, مریم=Maryam/Mariam, خدیجہ=Khadija, زینب=Zainab,
سعدیہ=Sadia/Saadia, نادیہ=Nadia, شازیہ=Shazia, رضیہ=Razia, نازیہ=Nazia, فوزیہ=Fouzia/Fozia,
آسیہ=Asia/Aasia, صفیہ=Safia, ثمینہ=Samina/Sameena, روبینہ=Rubina, شبانہ=Shabana, رخسانہ=Rukhsana/Ruksana,
فرزانہ=Farzana, ریحانہ=Rehana/Rihana, سلطانہ=Sultana, شاہینہ=Shaheena, نسیم=Naseem/Nasim, شمیم=Shamim,
کلثوم=Kalsoom/Kulsum, پروین=Parveen/Perveen, نسرین=Nasreen/Nasrin, یاسمین=Yasmeen/Yasmin,
عنبرین=Ambreen/Ambrin, صائمہ=Saima, عاصمہ=Asma, حنا=Hina, ثنا=Sana, ندا=Nida, ارم=Iram/Erum, کرن=Kiran,
صبا=Saba, سدرہ=Sidra, اقراء=Iqra, بشریٰ=Bushra, رابعہ=Rabia, سمیرا=Sumaira/Samira, طاہرہ=Tahira,
عابدہ=Abida, زاہدہ=Zahida, ساجدہ=Sajida, شاہدہ=Shahida, خالدہ=Khalida, راشدہ=Rashida, ماریہ=Maria,
نورین=Noreen/Norin, مہوش=Mehwish, نائلہ=Naila, شمائلہ=Shumaila, عظمیٰ=Uzma, لبنیٰ=Lubna, غزالہ=Ghazala,
زرینہ=Zarina, حمیرا=Humaira/Humera, جمیلہ=Jamila, حلیمہ=Halima, امینہ=Ameena/Amina, تسلیم=Tasleem,
تسنیم=Tasneem, انیلہ=Anila/Aneela, بلقیس=Bilqees/Bilqis
"""

MEN_LAST = """
خان=Khan, احمد=Ahmed/Ahmad, علی=Ali, حسین=Hussain/Hussein, اقبال=Iqbal, محمود=Mahmood/Mehmood/Mahmud,
بٹ=Butt/But, ملک=Malik, چوہدری=Chaudhry/Choudhry/Chaudhary, شاہ=Shah, اکرم=Akram, اسلم=Aslam,
اشرف=Ashraf, انور=Anwar, ارشد=Arshad, عباس=Abbas, اختر=Akhtar, افضل=Afzal, بشیر=Bashir,
جاوید=Javed/Javaid, راجہ=Raja, رشید=Rashid/Rasheed, رفیق=Rafiq/Rafique, ریاض=Riaz, سرور=Sarwar,
شریف=Sharif, صدیق=Siddique/Sadiq, ظفر=Zafar, عزیز=Aziz, غفور=Ghafoor, فاروق=Farooq/Faruq,
قریشی=Qureshi/Qureishi, گوندل=Gondal, لطیف=Latif, مرزا=Mirza, مشتاق=Mushtaq, مغل=Mughal/Moghal,
منظور=Manzoor, میر=Mir, نذیر=Nazir, نواز=Nawaz, وڑائچ=Warraich/Waraich, یوسف=Yousaf/Yousuf, یونس=Younas,
شیخ=Sheikh/Shaikh, صادق=Sadiq, ارائیں=Arain, اعوان=Awan, باجوہ=Bajwa, بھٹی=Bhatti, بیگ=Baig/Beg,
تارڑ=Tarar, جٹ=Jatt/Jutt, چیمہ=Cheema, چٹھہ=Chattha/Chatha, خٹک=Khattak, درانی=Durrani, ڈار=Dar,
رانا=Rana, راجپوت=Rajput, رضا=Raza, زمان=Zaman, سندھو=Sandhu, سید=Syed, سیال=Sial, شوکت=Shaukat/Shoukat,
ضیاء=Zia, طارق=Tariq, عالم=Alam, عارف=Arif, غنی=Ghani, فضل=Fazal, قادر=Qadir, کاظمی=Kazmi,
کیانی=Kayani/Kiani, گجر=Gujjar/Gujar, لودھی=Lodhi, مجید=Majeed/Majid, مہر=Mehar, نقوی=Naqvi,
ہاشمی=Hashmi, یعقوب=Yaqoob/Yaqub, آفریدی=Afridi, یوسفزئی=Yousafzai, کھوکھر=Khokhar, گیلانی=Gilani
"""

WOMEN_LAST = """
بی بی=Bibi^16, بیگم=Begum, کوثر=Kausar/Kousar, پروین=Parveen/Perveen, اختر=Akhtar, خاتون=Khatoon/Khatun,
خان=Khan, ملک=Malik, شاہ=Shah, شاہین=Shaheen, یاسمین=Yasmeen, نسرین=Nasreen, بٹ=Butt,
چوہدری=Chaudhry/Choudhry, مرزا=Mirza, اقبال=Iqbal, احمد=Ahmed/Ahmad, علی=Ali, حسین=Hussain, اکرم=Akram,
اسلم=Aslam, اشرف=Ashraf, انور=Anwar, ارشد=Arshad, عباس=Abbas, محمود=Mahmood, ناز=Naz, نورین=Noreen,
فردوس=Firdous, جبین=Jabeen, کنول=Kanwal/Kanval, رانی=Rani, صدیقہ=Siddiqa/Sadiqa, سلطانہ=Sultana,
ناہید=Naheed, نسیم=Naseem, زہرا=Zahra, بتول=Batool/Batul, فاطمہ=Fatima, مریم=Maryam, جاوید=Javed,
بشیر=Bashir, رشید=Rashid, رفیق=Rafiq, ریاض=Riaz, سرور=Sarwar, شریف=Sharif, ظفر=Zafar, عزیز=Aziz,
فاروق=Farooq, قریشی=Qureshi, لطیف=Latif, مشتاق=Mushtaq, مغل=Mughal, منظور=Manzoor, نذیر=Nazir,
نواز=Nawaz, یوسف=Yousaf, یونس=Younas, شیخ=Sheikh, صادق=Sadiq, اعوان=Awan, باجوہ=Bajwa, بھٹی=Bhatti,
بیگ=Baig, چیمہ=Cheema, ڈار=Dar, رانا=Rana, رضا=Raza, سید=Syed, شوکت=Shaukat, ضیاء=Zia, طارق=Tariq,
عارف=Arif, غنی=Ghani, کاظمی=Kazmi, گیلانی=Gilani, نقوی=Naqvi, ہاشمی=Hashmi, یعقوب=Yaqoob, وڑائچ=Warraich,
کھوکھر=Khokhar
"""

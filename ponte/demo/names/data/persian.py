# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Persian names of Afghanistan (Dari) and Iran, and Pashto ones."""

AFGHAN_MEN = """
محمد=Mohammad/Mohamed/Muhammad, احمد=Ahmad/Ahmed, علی=Ali, حسین=Hossein/Hussain/Hussein,
حسن=Hassan/Hasan, رضا=Reza/Raza, مهدی=Mahdi/Mehdi, عبدالله=Abdullah/Abdollah,
عبدالرحمان=Abdul Rahman/Abdulrahman/Abdurahman, جواد=Jawad/Javad, نصیر=Nasir/Naseer, فرید=Farid/Fareed,
حمید=Hamid/Hameed, کریم=Karim/Kareem, رحیم=Rahim/Raheem, نجیب=Najib/Najeeb,
نعمت‌الله=Nematullah/Nimatullah, اسدالله=Asadullah/Assadullah, حبیب‌الله=Habibullah, عزیزالله=Azizullah,
احسان‌الله=Ehsanullah/Ihsanullah, ذبیح‌الله=Zabihullah, شفیع=Shafi, صفی‌الله=Safiullah,
امان‌الله=Amanullah, سمیع‌الله=Samiullah, روح‌الله=Ruhollah/Rohullah, میرویس=Mirwais/Mirways,
جمشید=Jamshid, خالد=Khalid/Khaled, یونس=Yunus/Younes, یاسین=Yasin, یوسف=Yousuf/Yusuf,
ابراهیم=Ibrahim/Ebrahim, اسماعیل=Ismail/Esmail, اکبر=Akbar, امین=Amin, امید=Omid/Omeed,
بشیر=Bashir/Basheer, بصیر=Basir, جاوید=Jawid/Javid, داود=Dawood/Daud, رحمت=Rahmat, سجاد=Sajjad/Sajad,
سلمان=Salman, شاه محمود=Shah Mahmood, صابر=Sabir/Saber, طاهر=Tahir/Taher, عارف=Arif/Aref, عباس=Abbas,
عمر=Omar/Umar, غلام=Ghulam/Gholam, فرهاد=Farhad, فیصل=Faisal, قاسم=Qasim/Qasem, قدرت=Qudrat,
مصطفی=Mostafa/Mustafa, مجتبی=Mojtaba, مرتضی=Morteza/Murtaza, مسعود=Masoud/Massoud, نادر=Nader,
نوید=Navid/Nawid, هادی=Hadi, یعقوب=Yaqub/Yaqoob
"""

AFGHAN_WOMEN = """
فاطمه=Fatima/Fatemeh/Fatema, زهرا=Zahra, مریم=Maryam/Mariam, زینب=Zainab/Zeinab, سکینه=Sakina/Sakineh,
معصومه=Masuma/Masoumeh, خدیجه=Khadija, رقیه=Roqia/Ruqia, لیلا=Leila/Layla/Laila, شکیلا=Shakila,
نرگس=Nargis/Narges, فرشته=Fereshta/Freshta, پروین=Parwin/Parvin, نازنین=Nazanin, شبنم=Shabnam,
شکریه=Shukria/Shokria, فریبا=Fariba, فرزانه=Farzana/Farzaneh, حمیده=Hamida, حلیمه=Halima, جمیله=Jamila,
عزیزه=Aziza, مرضیه=Marzia/Marziya, راضیه=Razia, صدیقه=Sediqa/Sadiqa, طاهره=Tahera/Tahira,
عاطفه=Atefa/Atifa, نجیبه=Najiba, نوریه=Nooria/Nuria, ثریا=Soraya, ستاره=Setara/Sitara,
سهیلا=Soheila/Suhaila, شیما=Shima, صفیه=Safia, عایشه=Aisha, غزال=Ghazal, فاخره=Fakhra,
فوزیه=Fawzia/Fauzia, گلالی=Gulalai, گلناز=Gulnaz/Golnaz, لطیفه=Latifa, لیدا=Lida, مدینه=Madina,
منیژه=Manizha/Manija, مهناز=Mahnaz, مینا=Mina, ناهید=Nahid, نگینه=Nagina, نیلوفر=Nilofar/Niloufar,
هما=Homa/Huma, وحیده=Wahida, یاسمین=Yasmin, یلدا=Yalda, زرغونه=Zarghuna, زکیه=Zakia, حنیفه=Hanifa,
حکیمه=Hakima, خاطره=Khatera, دیبا=Diba, روشان=Roshan, زیبا=Ziba, شهلا=Shahla, ملالی=Malalai,
آرزو=Arezo/Arzu
"""

AFGHAN_FAMILIES = """
احمدی=Ahmadi/Ahmady, حسینی=Hosseini/Hussaini, رضایی=Rezai/Rezaie/Rezaee, محمدی=Mohammadi/Mohamadi,
کریمی=Karimi, رحیمی=Rahimi, نوری=Noori/Nuri, علیزاده=Alizada/Alizadeh, حیدری=Haidari/Heydari,
جعفری=Jafari/Jaffari, موسوی=Mousavi/Musawi, اکبری=Akbari, امیری=Amiri, رحمانی=Rahmani,
احمدزی=Ahmadzai/Ahmadzay, یوسفزی=Yousafzai/Yusufzai, ستانکزی=Stanikzai/Stanekzai, پوپلزی=Popalzai,
نورزی=Noorzai/Nurzai, سادات=Sadat, حکیمی=Hakimi, عزیزی=Azizi, صافی=Safi, شریفی=Sharifi,
قاسمی=Qasimi/Ghasemi, ابراهیمی=Ibrahimi/Ebrahimi, اسماعیلی=Ismaili/Esmaili, انوری=Anwari/Anvari,
بیات=Bayat, بختیاری=Bakhtiari, تاجیک=Tajik, توکلی=Tawakoli/Tavakoli, جلالی=Jalali, جوادی=Jawadi,
حبیبی=Habibi, حسن‌زاده=Hassanzada/Hasanzadeh, حمیدی=Hamidi, خاوری=Khawari/Khavari, خلیلی=Khalili,
درانی=Durrani/Dorani, رسولی=Rasuli/Rasooli, رستمی=Rostami, زمانی=Zamani, ساحل=Sahel,
سلطانی=Sultani/Soltani, سلیمی=Salimi, شیرزاد=Shirzad/Sherzad, صدیقی=Sediqi/Siddiqi, صالحی=Salehi,
صادقی=Sadeqi/Sadeghi, طاهری=Taheri/Tahiri, عباسی=Abbasi, عظیمی=Azimi, غفوری=Ghafoori/Ghafuri,
غلامی=Gholami/Ghulami, فیضی=Faizi, فقیری=Faqiri, قادری=Qaderi/Qadiri, قربانی=Qurbani/Ghorbani,
کاظمی=Kazemi/Kazimi, کامران=Kamran, لطیفی=Latifi, مرادی=Moradi/Muradi, مصطفوی=Mostafavi, مهربان=Mehraban,
میرزایی=Mirzai/Mirzaie, نبی‌زاده=Nabizada/Nabizadeh, نجفی=Najafi, نظری=Nazari, نیازی=Niazi,
نیکزاد=Nikzad, هاشمی=Hashemi/Hashimi, همدرد=Hamdard, وردک=Wardak, یعقوبی=Yaqubi/Yaghoubi,
یوسفی=Yousufi/Yousefi, افضلی=Afzali, الکوزی=Alokozai/Alkozai, امینی=Amini, بارکزی=Barakzai/Barekzai
"""

IRAN_MEN = """
امیر=Amir, محمد=Mohammad/Mohamad, علی=Ali, رضا=Reza, حسین=Hossein/Hosein, مهدی=Mehdi/Mahdi,
سعید=Saeed/Saeid, حمید=Hamid, مجید=Majid, بهروز=Behrouz/Behruz, بهزاد=Behzad, بابک=Babak, آرش=Arash,
آرمان=Arman, افشین=Afshin, پویا=Pouya/Puya, پیمان=Peyman/Payman, داریوش=Dariush/Daryoush,
سیاوش=Siavash/Siyavash, سینا=Sina, شاهین=Shahin, شهرام=Shahram, فرزاد=Farzad, فرامرز=Faramarz,
کامران=Kamran, کاوه=Kaveh, کیان=Kian, کوروش=Kourosh/Kurosh, نیما=Nima, هومن=Houman/Human
"""

IRAN_WOMEN = """
مریم=Maryam, سارا=Sara, زهرا=Zahra, فاطمه=Fatemeh/Fateme, نازنین=Nazanin, شیرین=Shirin, پریسا=Parisa,
مینا=Mina, نسرین=Nasrin, مهسا=Mahsa, الهام=Elham, الناز=Elnaz, آزاده=Azadeh, بهاره=Bahareh, پگاه=Pegah,
پریا=Parya/Paria, ترانه=Taraneh, رویا=Roya, ساناز=Sanaz, سپیده=Sepideh, سحر=Sahar, شادی=Shadi,
شقایق=Shaghayegh, فرناز=Farnaz, لاله=Laleh, مهناز=Mahnaz, نگار=Negar, نگین=Negin, هانیه=Hanieh,
یاسمن=Yasaman
"""

IRAN_FAMILIES = """
احمدی=Ahmadi, محمدی=Mohammadi, حسینی=Hosseini/Hoseini, کریمی=Karimi, موسوی=Mousavi, جعفری=Jafari,
صادقی=Sadeghi, رضایی=Rezaei/Rezaee, مرادی=Moradi, رحیمی=Rahimi, ابراهیمی=Ebrahimi, تهرانی=Tehrani,
اصفهانی=Esfahani/Isfahani, شیرازی=Shirazi, تبریزی=Tabrizi, فراهانی=Farahani, کرمانی=Kermani,
نیکنام=Niknam, پارسا=Parsa, پورمحمد=Pourmohammad, بهرامی=Bahrami, باقری=Bagheri, جهانگیری=Jahangiri,
خسروی=Khosravi, دهقان=Dehghan, رستمی=Rostami, زارع=Zare/Zareh, سهرابی=Sohrabi, شاکری=Shakeri,
صفری=Safari
"""

PASHTO_MEN = """
گل محمد=Gul Mohammad/Gulmohamed, خان محمد=Khan Mohammad, شیر محمد=Sher Mohammad,
نور محمد=Noor Mohammad/Nur Mohamed, گل آغا=Gul Agha, زرین=Zarin, زلمی=Zalmai/Zalmay, توریالی=Toryalai,
میوند=Maiwand, بریالی=Baryalai/Baryalay, ننگیالی=Nangialai, اجمل=Ajmal, ایمل=Aimal, وحیدالله=Wahidullah,
حکمت‌الله=Hekmatullah/Hikmatullah, حضرت=Hazrat, رحمت‌الله=Rahmatullah, شمس‌الله=Shamsullah, صمیم=Samim,
عصمت‌الله=Esmatullah/Asmatullah, عبدالولي=Abdul Wali, فضل=Fazal, مطیع‌الله=Matiullah,
نجیب‌الله=Najibullah, هدایت=Hedayat, همایون=Humayun/Homayoun, ولي=Wali, سپین=Spin, ستوری=Storay,
پامیر=Pamir
"""

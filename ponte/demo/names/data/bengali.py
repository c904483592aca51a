# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bangladeshi names; what stands last is rarely a family's, and women's is often Begum, Akter or Khatun."""

MEN = """
রহিম=Rahim/Raheem, করিম=Karim/Kareem, আব্দুল=Abdul/Abdool, শফিকুল=Shafiqul/Shafikul/Safiqul,
রফিকুল=Rafiqul/Rafikul, আমিনুল=Aminul, সাইফুল=Saiful/Soiful, নজরুল=Nazrul/Nozrul, মনিরুল=Monirul/Manirul,
জাহিদুল=Zahidul/Jahidul, শহিদুল=Shahidul/Sahidul, তরিকুল=Tariqul/Torikul, আরিফুল=Ariful,
মাহবুবুর=Mahbubur, হাবিবুর=Habibur, মিজানুর=Mizanur/Mijanur, আনিসুর=Anisur, জিয়াউর=Ziaur/Jiaur,
আতিকুর=Atiqur/Atikur, মোস্তাফিজুর=Mostafizur/Mustafizur, জাহাঙ্গীর=Jahangir, আলমগীর=Alamgir,
জসিম=Jasim/Josim, নাসির=Nasir, কামাল=Kamal, জামাল=Jamal, বেলাল=Belal/Bilal, দেলোয়ার=Delwar/Delowar,
আনোয়ার=Anwar/Anowar, সারোয়ার=Sarwar/Sarowar, মনির=Monir/Manir, ফারুক=Faruk/Farooq, হারুন=Harun/Haroon,
মামুন=Mamun/Mamoon, রাসেল=Rasel/Russel, সোহেল=Sohel/Suhel, জুয়েল=Jewel/Juel, রুবেল=Rubel,
সুমন=Sumon/Suman, রিপন=Ripon/Ripan, লিটন=Liton/Litan, মিলন=Milon/Milan, শাহীন=Shahin/Shaheen,
শামীম=Shamim/Samim, নাঈম=Nayeem/Naim, সাকিব=Sakib/Shakib, তানভীর=Tanvir/Tanveer, ইমরান=Imran/Emran,
ইকবাল=Iqbal/Ikbal, ইব্রাহিম=Ibrahim/Ebrahim, ইসমাইল=Ismail/Esmail, ইউসুফ=Yousuf/Yusuf, ওমর=Omar/Umar,
হাসান=Hasan/Hassan, হোসেন=Hossain/Hossen/Hussain, আহসান=Ahsan, আশরাফ=Ashraf, আকরাম=Akram, আজিজ=Aziz/Ajij,
আলাউদ্দিন=Alauddin, জয়নাল=Joynal/Jainal, কবির=Kabir, লোকমান=Lokman/Luqman, মাসুদ=Masud/Masood,
মোশাররফ=Mosharraf/Musharraf, নুর=Nur/Noor, ওয়াহিদ=Wahid/Ohid, রাজু=Raju, সেলিম=Selim/Salim, তাজুল=Tajul,
বাবুল=Babul, খোকন=Khokon/Khokan
"""

WOMEN = """
ফাতেমা=Fatema/Fatima, আয়েশা=Ayesha/Aysha/Aisha, খাদিজা=Khadija/Khadiza, মরিয়ম=Moriom/Mariam,
নাসরিন=Nasrin/Nasreen, শাহিনা=Shahina/Sahina, রোকসানা=Roksana/Ruksana, সালমা=Salma, শিরিন=Shirin,
রহিমা=Rahima, করিমা=Karima, জাহানারা=Jahanara, হোসনে আরা=Hosne Ara/Hosneara, রাবেয়া=Rabeya/Rabia,
সুফিয়া=Sufia, মমতাজ=Momtaz/Mumtaz, নাজমা=Nazma/Najma, পারভীন=Parvin/Parveen, রিনা=Rina, মিনা=Mina,
লাকি=Lucky/Laki, শিল্পী=Shilpi, রুমা=Ruma, সুমি=Sumi, মুক্তা=Mukta, ঝর্ণা=Jhorna/Jharna,
শাহনাজ=Shahnaz/Sahnaz, আসমা=Asma, হালিমা=Halima, আমেনা=Amena/Amina, জোহরা=Zohra/Johra,
জেসমিন=Jesmin/Jasmin, নার্গিস=Nargis, বিলকিস=Bilkis, রেহানা=Rehana, সাবিনা=Sabina, শামীমা=Shamima,
সুলতানা=Sultana, তাসলিমা=Taslima, তানিয়া=Tania/Tanya, ইয়াসমিন=Yasmin/Yeasmin, ফরিদা=Farida/Forida,
ফারজানা=Farzana/Farjana, নুরজাহান=Nurjahan/Noorjahan, মাহমুদা=Mahmuda, মাজেদা=Majeda, লায়লা=Laila/Layla,
কোহিনুর=Kohinoor/Kohinur, আনোয়ারা=Anowara/Anwara, মনোয়ারা=Monowara, সাথী=Sathi/Shathi, স্মৃতি=Smriti,
পপি=Popy, রুবি=Ruby/Rubi, শারমিন=Sharmin/Sharmeen, নুসরাত=Nusrat, ইশরাত=Ishrat/Israt, সানজিদা=Sanjida,
মৌসুমী=Mousumi/Mausumi, রিমা=Rima, সীমা=Sima/Seema, শান্তা=Shanta, লিপি=Lipi, ডলি=Dolly/Doli,
হাসিনা=Hasina, কুলসুম=Kulsum/Kulsoom
"""

MEN_LAST = """
ইসলাম=Islam^9, রহমান=Rahman/Rohman/Rahaman^8, হোসেন=Hossain/Hossen/Hosen/Hussain^8,
উদ্দিন=Uddin/Uddhin^6, মিয়া=Miah/Mia/Miya^6, আহমেদ=Ahmed/Ahmmed/Ahamed, খান=Khan, হক=Haque/Hoque/Huq,
আলী=Ali, চৌধুরী=Chowdhury/Choudhury/Chaudhury, সরকার=Sarkar/Sarker, শেখ=Sheikh/Sheik/Shaikh,
তালুকদার=Talukder/Talukdar, বেপারী=Bepari/Bepary, হাওলাদার=Howlader/Hawlader/Hauladar,
মোল্লা=Molla/Mollah, মাতুব্বর=Matubbar/Matubber, ঢালী=Dhali/Dali, সিকদার=Sikder/Sikdar/Shikder,
হাসান=Hasan/Hassan, আলম=Alam/Alom, ভূঁইয়া=Bhuiyan/Bhuyan/Bhuiya, মজুমদার=Majumder/Mazumder,
মণ্ডল=Mondal/Mandal, মৃধা=Mridha/Mridah, পাটোয়ারী=Patwary/Patowary, গাজী=Gazi/Ghazi, কাজী=Kazi/Qazi,
মুন্সি=Munshi/Munsi, ফকির=Fakir/Faqir, সরদার=Sardar/Sarder, প্রধান=Pradhan/Prodhan,
প্রামাণিক=Pramanik/Paramanik, বিশ্বাস=Biswas, আকন্দ=Akand/Akanda, আখন্দ=Akhand,
খন্দকার=Khandaker/Khondoker, দেওয়ান=Dewan/Dewaan, লস্কর=Laskar, মল্লিক=Mallick/Mollik, মীর=Mir,
মির্জা=Mirza, নবী=Nabi, কবির=Kabir, কামাল=Kamal, করিম=Karim, জামান=Zaman/Jaman, তরফদার=Tarafder,
দফাদার=Dafadar, পাঠান=Pathan, বাড়ৈ=Baroi, বকশ=Boksh/Bakhsh, মাঝি=Majhi, মাস্টার=Master, মালিক=Malik,
মাহমুদ=Mahmud/Mahmood, মোড়ল=Morol/Moral, রশিদ=Rashid/Roshid, রানা=Rana, লতিফ=Latif, শরীফ=Sharif/Shorif,
শিকারী=Shikari, শাহ=Shah, সৈয়দ=Syed/Saiyed, সুলতান=Sultan, হালদার=Halder/Haldar, হাজী=Hazi/Haji,
হাফিজ=Hafiz, হামিদ=Hamid, জব্বার=Jabbar, গনি=Gani/Ghani, আজাদ=Azad, আনসারী=Ansari, আকবর=Akbar,
বাদশা=Badsha/Badshah, ব্যাপারী=Bapari/Byapari, সিরাজ=Siraj, মোতালেব=Motaleb/Motalib, মান্নান=Mannan,
সাত্তার=Sattar, সালাম=Salam, কাদের=Kader/Quader, খালেক=Khalek, বারী=Bari, ওয়াদুদ=Wadud, মতিন=Matin,
হালিম=Halim, রউফ=Rouf/Rauf, তালেব=Taleb
"""

WOMEN_LAST = """
বেগম=Begum/Begom^17, আক্তার=Akter/Aktar/Akhter^16, খাতুন=Khatun/Khatoon^9, সুলতানা=Sultana,
পারভীন=Parvin/Parveen/Pervin, ইসলাম=Islam, খানম=Khanam/Khanom, বিবি=Bibi, নাহার=Nahar, জাহান=Jahan,
আরা=Ara, বানু=Banu/Bano, রহমান=Rahman, আহমেদ=Ahmed/Ahmmed, চৌধুরী=Chowdhury/Choudhury,
হোসেন=Hossain/Hossen, খান=Khan, সরকার=Sarkar/Sarker, হক=Haque/Hoque, আলী=Ali, শেখ=Sheikh,
তালুকদার=Talukder, সিকদার=Sikder/Sikdar, ফেরদৌস=Ferdous/Ferdousi, ইয়াসমিন=Yasmin/Yesmin, জেসমিন=Jesmin,
শিমু=Shimu, রুমি=Rumi, মিতু=Mitu, মণি=Moni, লতা=Lata, রেখা=Rekha, হাওলাদার=Howlader, বেপারী=Bepari,
ঢালী=Dhali, মোল্লা=Molla, হাসান=Hasan, আলম=Alam, ভূঁইয়া=Bhuiyan, মজুমদার=Majumder, মণ্ডল=Mondal,
মৃধা=Mridha, গাজী=Gazi, কাজী=Kazi, বিশ্বাস=Biswas, আকন্দ=Akand, খন্দকার=Khandaker, দেওয়ান=Dewan,
মল্লিক=Mallick, মীর=Mir, মির্জা=Mirza, কবির=Kabir, কামাল=Kamal, করিম=Karim, জামান=Zaman, মালিক=Malik,
মাহমুদ=Mahmud, রশিদ=Rashid, শাহ=Shah, সৈয়দা=Syeda, হালদার=Halder, লিপি=Lipi, শিখা=Shikha, তন্বী=Tonni,
তাবাসসুম=Tabassum, নিশা=Nisha, ফারিহা=Fariha, মিম=Mim, সিদ্দিকা=Siddika/Siddiqua, হায়দার=Haider,
আফরিন=Afrin/Afreen, আফরোজ=Afroz/Afroj, শারমিন=Sharmin, ইসমত=Ismat, মুন্নী=Munni/Munny, কলি=Koly/Koli,
বৃষ্টি=Bristy/Bristi, স্বপ্না=Swapna/Sopna, বকুল=Bokul, চাঁদনী=Chandni, জান্নাত=Jannat,
ফেরদৌসী=Ferdousi/Ferdousy, রওশন=Rowshan/Roushan, নাজনীন=Naznin/Nazneen, তাহমিনা=Tahmina,
সুমাইয়া=Sumaiya/Sumaya, মনোয়ারা=Monowara, দেলোয়ারা=Delowara
"""

# A tenth of Bangladesh has other names.
HINDU_MEN = """
সঞ্জয়=Sanjoy/Sanjay, শ্যামল=Shyamal/Shamol, বিমল=Bimal/Bimol, রতন=Ratan/Roton, সুজন=Sujan/Sujon,
প্রদীপ=Pradip/Prodip, গৌতম=Goutam/Gautam, দিলীপ=Dilip, স্বপন=Swapan/Sopon, তপন=Tapan/Topon,
অমল=Amal/Omol, কমল=Kamal/Komol, নির্মল=Nirmal/Nirmol, উত্তম=Uttam/Uttom, সুব্রত=Subrata/Subroto,
রঞ্জিত=Ranjit/Ronjit, বিকাশ=Bikash, মিঠুন=Mithun, জয়ন্ত=Joyanta/Jayanta, কৃষ্ণ=Krishna/Krisno,
গোপাল=Gopal, নিখিল=Nikhil, পলাশ=Palash/Polash, রাজীব=Rajib/Rajiv, সুমন=Suman/Sumon, অনিক=Anik,
শুভ=Shuvo/Shubho, দেবাশীষ=Debashish/Debasis
"""

HINDU_WOMEN = """
শিখা=Shikha, রিতা=Rita, মিতা=Mita, গীতা=Gita/Geeta, সীমা=Sima/Seema, কৃষ্ণা=Krishna,
লক্ষ্মী=Lakshmi/Laxmi, সুমিত্রা=Sumitra, পূর্ণিমা=Purnima, অঞ্জলি=Anjali/Onjoli, অপর্ণা=Aparna,
দীপা=Dipa/Deepa, ঝুমা=Jhuma/Juma, তৃষ্ণা=Trishna, প্রিয়াঙ্কা=Priyanka, বিথী=Bithi, মৌমিতা=Moumita,
রত্না=Ratna, শম্পা=Shampa/Sompa, সন্ধ্যা=Sandhya/Sondha, সুস্মিতা=Susmita, স্বর্ণা=Swarna/Sorna,
উর্মিলা=Urmila, চম্পা=Champa, পল্লবী=Pallabi/Pollobi
"""

HINDU_FAMILIES = """
দাস=Das/Dash, রায়=Roy/Ray, সাহা=Saha, পাল=Paul/Pal, ঘোষ=Ghosh/Gosh, দেবনাথ=Debnath,
চক্রবর্তী=Chakraborty/Chakrabarti, বর্মন=Barman/Burman, মণ্ডল=Mondal/Mandal, বিশ্বাস=Biswas,
সরকার=Sarkar/Sarker, মজুমদার=Majumder/Mazumder, হালদার=Halder/Haldar, সূত্রধর=Sutradhar, শীল=Shil/Sheel,
দে=Dey/De, দত্ত=Dutta/Datta, ভট্টাচার্য=Bhattacharjee/Bhattacharya, নাথ=Nath, কর্মকার=Karmakar/Karmaker,
বাড়ৈ=Baroi, বণিক=Banik, পোদ্দার=Poddar, নন্দী=Nandi, মল্লিক=Mallick, অধিকারী=Adhikari
"""

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole names as they stand in passports and in operators' ears. Who is missed here is registered twice, and
who is mixed up is taken for another."""

import numpy as np
import pytest

from ponte.people.matching import keys
from ponte.people.matching.lookup import Lookup
from ponte.people.matching.model import delivered
from ponte.people.matching.names.comparing import NameComparer
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.records import Record, whole_names

# Evidence of a whole name, in bits before it is weighed.
ENOUGH = 9.0

ONE_PERSON = """
Mohamed Ahmed | محمد أحمد
Muhammad Ahmad | Mohammed Ahmed
Mohammed El Amrani | محمد العمراني
Mohammed El Amrani | Lamrani Mohamed
Abd al-Rahman al-Hassan | Abdurrahman Alhassan
Abdelkader Ben Moussa | عبد القادر بن موسى
Mohamed Ould Abdel Aziz | Mohamed Abdelaziz
Ahmed ibn Khalid | Ahmed bin Khaled
Fatima Zahra Alaoui | فاطمة الزهراء العلوي
Fatima-Ezzahra El Alaoui | Fatimazahra Alaoui
Nour Eddine Haddad | Noureddine Hadad
صلاح الدين يوسف | Salah Eddine Youssef
Jamal Abdul Nasir | Gamal Abdel Nasser
Hussein Saïd | حسين سعيد
Şevcenco Andrei | Shevchenko Andriy
Шевченко Тарас Григорович | Taras Shevchenko
Шевченко Тарас | Taras Scevcenko
Володимир Коваленко | Vladimir Kovalenko
Олена Ткаченко | Elena Tkachenko
Wang Xiaoming | Xiao Ming Wang
王小明 | Hsiao-ming Wang
陳大文 | Chan Tai Man
黃志強 | Wong Chi Keung
毛澤東 | Mao Tse-tung
蔡英文 | Tsai Ing-wen
김민수 | Kim Min-su
김민수 | Kim Minsoo
박지성 | Park Ji-sung
이순신 | Lee Sun-shin
이영희 | Yi Young-hee
최민호 | Choi Min-ho
정우성 | Jung Woo-sung
Nguyễn Văn Anh | Nguyen Van Anh
Cabdi Maxamed Xasan | Abdi Mohamed Hassan
Xaliimo Cali | Halima Ali
Cabdulqaadir Yuusuf | Abdulkadir Yusuf
Shkëlqim Hoxha | Schkelchim Hodja
Xhevdet Gjoka | Gevdet Gioka
Ștefan Ionuț Țăranu | Taranu Stefan
María José García Márquez | Garcia Maria Jose
Quispe Mamani Rosa Elena | Rosa Quispe
Juan de la Cruz | Juan Dela Cruz
Maria Cristina Reyes Bautista | Ma. Cristina Bautista
محمد اقبال | Muhammad Iqbal
عائشہ بی بی | Ayesha Bibi
محمد رضا حسینی | Mohammad Reza Hosseini
মোঃ রফিকুল ইসলাম | Md Rafiqul Islam
ফাতেমা বেগম | Fatima Begum
ተስፋዬ ገብረማርያም | Tesfaye Gebremariam
ኣስመሮም ተኽለ | Asmerom Tekle
გიორგი მაისურაძე | Giorgi Maisuradze
முத்துக்குமார் சுப்பிரமணியம் | Muthukumar Subramaniam
கிருஷ்ணன் ராஜேந்திரன் | Krishnan Rajendran
லட்சுமி செல்வம் | Lakshmi Selvam
பிரியா தங்கராஜ் | Priya Thangaraj
கார்த்திகேயன் | Karthikeyan
விஜயகுமார் அருணாசலம் | Vijayakumar Arunachalam
சிவகுமார் நடராஜன் | Sivakumar Natarajan
யோகேஸ்வரன் செல்லையா | Yogeswaran Chelliah
ஜெயந்தி பாலசிங்கம் | Jeyanthi Balasingham
சரவணன் கந்தசாமி | Saravanan Kandasamy
สมชาย ใจดี | Somchai Jaidee
สมชาย ใจดี | Somchai Chaidi
สุดารัตน์ ศรีสุข | Sudarat Srisuk
ธนพล วงศ์ใหญ่ | Thanaphon Wongyai
นภัสสร บุญมี | Napassorn Boonmee
กัญญา สุวรรณ | Kanya Suwan
พิมพ์ชนก แก้วมณี | Pimchanok Kaewmanee
อรุณ ทองดี | Arun Thongdee
อำนาจ คำสิงห์ | Amnat Khamsing
ประเสริฐ ศรีสวัสดิ์ | Prasert Srisawat
වරුණ ජයසූරිය | Waruna Jayasuriya
සුනිල් පෙරේරා | Sunil Perera
චමින්ද රාජපක්ෂ | Chaminda Rajapaksa
නිමල් ප්‍රනාන්දු | Nimal Fernando
කුමාරි දිසානායක | Kumari Dissanayake
මහින්ද වික්‍රමසිංහ | Mahinda Wickramasinghe
සඳුනි ගුණවර්ධන | Sanduni Gunawardena
ලක්ෂ්මන් බණ්ඩාර | Lakshman Bandara
තරිඳු ප්‍රසාද් | Tharindu Prasad
ნინო ბერიძე | Nino Beridze
თამარ კვარაცხელია | Tamar Kvaratskhelia
ხათუნა ჯღარკავა | Khatuna Jgharkava
ქეთევან წერეთელი | Ketevan Tsereteli
ჟუჟუნა ჭავჭავაძე | Zhuzhuna Chavchavadze
ლაშა ღვინჯილია | Lasha Ghvinjilia
ზურაბ ყიფიანი | Zurab Kipiani
ኃይለሥላሴ ወልደ | Haileselassie Welde
ሃይለ ገብረስላሴ | Haile Gebrselassie
አበበ ቢቂላ | Abebe Bikila
ዮሃንስ ተክለሃይማኖት | Yohannes Teklehaimanot
ጽጌረዳ ካሳሁን | Tsigereda Kassahun
ምሕረት ኣብርሃም | Mihret Abraham
ፀሃይ በርሀ | Tsehay Berhe
ትርሓስ ገብረእግዚኣብሄር | Tirhas Gebregziabher
ሳምራዊት ኪዳነ | Samrawit Kidane
ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ | Gurpreet Singh
ਹਰਜਿੰਦਰ ਕੌਰ | Harjinder Kaur
ਬਲਜੀਤ ਸਿੰਘ ਢਿੱਲੋਂ | Baljit Singh Dhillon
ਮਨਪ੍ਰੀਤ ਸੰਧੂ | Manpreet Sandhu
ਸੁਖਵਿੰਦਰ ਗਿੱਲ | Sukhwinder Gill
ਅਮਰਜੀਤ ਧਾਲੀਵਾਲ | Amarjit Dhaliwal
ਕੁਲਵਿੰਦਰ ਬਰਾੜ | Kulwinder Brar
ਪਰਮਜੀਤ ਗਰੇਵਾਲ | Paramjit Grewal
राजेश कुमार शर्मा | Rajesh Kumar Sharma
सुनीता देवी | Sunita Devi
प्रकाश थापा | Prakash Thapa
विजय सिंह | Vijay Singh
लक्ष्मी गुरुङ | Laxmi Gurung
कृष्ण बहादुर श्रेष्ठ | Krishna Bahadur Shrestha
अनिता यादव | Anita Yadav
संजय गुप्ता | Sanjay Gupta
ज्ञानेन्द्र चौधरी | Gyanendra Chaudhary
दीपक घिमिरे | Deepak Ghimire
മോഹൻ നായർ | Mohan Nair
శ్రీనివాస్ రెడ్డి | Srinivas Reddy
પટેલ રમેશ | Ramesh Patel
Վարդան Պետրոսյան | Vardan Petrosyan
Αλέξανδρος Παπαδόπουλος | Alexandros Papadopoulos
משה כהן | Moshe Cohen
"""
# Asked for, who it is, and who is somebody else.
WHICH = """
محمد علي | Mohammed Aly | Mahmoud Ali
سعيد حسن | Saeed Hasan | Sayed Hassan
أيمن حسن | Aymen Hassan | Imane Hassan
أحمد حسن | Ahmad Hassen | Hamed Hassan
Hussein Ali | Houssine Ali | Hassan Ali
Fatma Hassan | Fatima Hasan | Fatiha Hassan
Олександра Коваль | Oleksandra Koval | Oleksandr Koval
王小明 | Wang Xiaoming | Wang Xiaohong
김민수 | Kim Min-su | Kim Min-ji
ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ | Gurpreet Singh | Gurmeet Singh
சிவகுமார் நடராஜன் | Sivakumar Natarajan | Selvakumar Nagarajan
สมชาย ใจดี | Somchai Jaidee | Somsak Jaidee
සුනිල් පෙරේරා | Sunil Perera | Saman Perera
सुनीता देवी | Sunita Devi | Anita Devi
"""


def _lines(table: str) -> list[list[str]]:
    return [[name.strip() for name in line.split("|")] for line in table.strip().splitlines()]


def _bits(one: str, other: str) -> float:
    vocabulary = Vocabulary()
    sides = [whole_names(name, "") for name in (one, other)]
    pairs = [(a, b) for a in sides[0] for b in sides[1]]
    left, right = (vocabulary.names(side) for side in zip(*pairs, strict=True))
    comparer = NameComparer(vocabulary, Rarity.counted({}, 5_000).of(vocabulary))
    return float(np.max(comparer.bits(left, right)))


@pytest.mark.parametrize(("one", "other"), _lines(ONE_PERSON))
def test_one_person_is_found_and_known_again(one: str, other: str) -> None:
    assert _bits(one, other) >= ENOUGH
    records = [Record(names=whole_names(name, "")) for name in (one, other)]
    assert keys.keys_of(records[0]) & keys.keys_of(records[1])


@pytest.mark.parametrize(("asked", "right", "wrong"), _lines(WHICH))
def test_the_right_one_comes_before_somebody_with_a_name_alike(asked: str, right: str, wrong: str) -> None:
    lookup = Lookup([Record(names=whole_names(name, "")) for name in (wrong, right)], delivered())
    [matches] = lookup.answers([Record(names=whole_names(asked, ""))], top=2)
    assert matches[0].rows == [1]

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Indian names: Sikhs of Punjab in Gurmukhi, others in Devanagari. Punjabi given names serve both sexes."""

PUNJABI_GIVEN = """
ਹਰਪ੍ਰੀਤ=Harpreet/Harprit/Herpreet, ਗੁਰਪ੍ਰੀਤ=Gurpreet/Gurprit, ਮਨਪ੍ਰੀਤ=Manpreet/Manprit,
ਜਸਪ੍ਰੀਤ=Jaspreet/Jasprit, ਅਮਨਪ੍ਰੀਤ=Amanpreet, ਬਲਜੀਤ=Baljit/Baljeet, ਹਰਜੀਤ=Harjit/Harjeet,
ਗੁਰਜੀਤ=Gurjit/Gurjeet, ਮਨਜੀਤ=Manjit/Manjeet, ਰਣਜੀਤ=Ranjit/Ranjeet, ਸੁਰਜੀਤ=Surjit/Surjeet,
ਕੁਲਜੀਤ=Kuljit/Kuljeet, ਅਮਰਜੀਤ=Amarjit/Amarjeet, ਇੰਦਰਜੀਤ=Inderjit/Inderjeet, ਪਰਮਜੀਤ=Paramjit/Paramjeet,
ਸਰਬਜੀਤ=Sarabjit/Sarbjit/Sarabjeet, ਕਰਮਜੀਤ=Karamjit/Karamjeet, ਚਰਨਜੀਤ=Charanjit/Charanjeet,
ਦਲਜੀਤ=Daljit/Daljeet, ਹਰਵਿੰਦਰ=Harvinder/Harwinder, ਗੁਰਵਿੰਦਰ=Gurvinder/Gurwinder,
ਬਲਵਿੰਦਰ=Balvinder/Balwinder, ਕੁਲਵਿੰਦਰ=Kulvinder/Kulwinder, ਸੁਖਵਿੰਦਰ=Sukhvinder/Sukhwinder,
ਜਸਵਿੰਦਰ=Jasvinder/Jaswinder, ਰਵਿੰਦਰ=Ravinder/Rawinder, ਰਾਜਵਿੰਦਰ=Rajvinder/Rajwinder,
ਦਵਿੰਦਰ=Davinder/Devinder, ਪਲਵਿੰਦਰ=Palwinder/Palvinder, ਮਨਿੰਦਰ=Maninder, ਲਖਵਿੰਦਰ=Lakhwinder/Lakhvinder,
ਸਤਵਿੰਦਰ=Satwinder/Satvinder, ਪਰਵਿੰਦਰ=Parvinder/Parwinder, ਰੁਪਿੰਦਰ=Rupinder, ਭੁਪਿੰਦਰ=Bhupinder,
ਨਰਿੰਦਰ=Narinder, ਵਰਿੰਦਰ=Varinder, ਹਰਦੀਪ=Hardeep/Hardip, ਗੁਰਦੀਪ=Gurdeep/Gurdip, ਮਨਦੀਪ=Mandeep/Mandip,
ਸੰਦੀਪ=Sandeep/Sandip, ਕੁਲਦੀਪ=Kuldeep/Kuldip, ਜਗਦੀਪ=Jagdeep/Jagdip, ਅਮਨਦੀਪ=Amandeep/Amandip,
ਰਮਨਦੀਪ=Ramandeep, ਰਾਜਦੀਪ=Rajdeep, ਸੁਖਦੀਪ=Sukhdeep/Sukhdip, ਨਵਦੀਪ=Navdeep, ਪਰਦੀਪ=Pardeep/Pradeep,
ਗਗਨਦੀਪ=Gagandeep/Gagandip, ਕਰਨਦੀਪ=Karandeep, ਸਿਮਰਨਜੀਤ=Simranjit/Simranjeet, ਹਰਮਨਪ੍ਰੀਤ=Harmanpreet,
ਲਵਪ੍ਰੀਤ=Lovepreet/Lovprit, ਸੁਖਪ੍ਰੀਤ=Sukhpreet, ਰਾਜਪ੍ਰੀਤ=Rajpreet, ਨਵਪ੍ਰੀਤ=Navpreet, ਦਿਲਪ੍ਰੀਤ=Dilpreet,
ਕਮਲਜੀਤ=Kamaljit/Kamaljeet, ਤਜਿੰਦਰ=Tejinder/Tajinder, ਪ੍ਰਭਜੋਤ=Prabhjot/Parbhjot, ਹਰਜੋਤ=Harjot,
ਮਨਜੋਤ=Manjot, ਗੁਰਜੋਤ=Gurjot, ਜਸਕਰਨ=Jaskaran, ਗੁਰਮੀਤ=Gurmeet/Gurmit, ਹਰਮੀਤ=Harmeet/Harmit, ਜਸਮੀਤ=Jasmeet,
ਸਤਨਾਮ=Satnam, ਜਗਤਾਰ=Jagtar, ਅਵਤਾਰ=Avtar/Awtar
"""

PUNJABI_FAMILIES = """
ਸਿੰਘ=Singh^52, ਸਿੰਘ ਸੰਧੂ=Singh Sandhu/Sandhu, ਸਿੰਘ ਸਿੱਧੂ=Singh Sidhu/Sidhu,
ਸਿੰਘ ਢਿੱਲੋਂ=Singh Dhillon/Dhillon, ਸਿੰਘ ਗਿੱਲ=Singh Gill/Gill, ਸਿੰਘ ਗਰੇਵਾਲ=Singh Grewal/Grewal,
ਸਿੰਘ ਬਰਾੜ=Singh Brar/Brar, ਸਿੰਘ ਸੈਣੀ=Singh Saini/Saini, ਸਿੰਘ ਬਾਜਵਾ=Singh Bajwa/Bajwa,
ਸਿੰਘ ਧਾਲੀਵਾਲ=Singh Dhaliwal/Dhaliwal, ਸਿੰਘ ਰੰਧਾਵਾ=Singh Randhawa/Randhawa, ਸਿੰਘ ਚੀਮਾ=Singh Cheema/Cheema,
ਸਿੰਘ ਕੰਗ=Singh Kang/Kang, ਸਿੰਘ ਮਾਨ=Singh Mann/Mann, ਸਿੰਘ ਬੈਂਸ=Singh Bains/Bains,
ਸਿੰਘ ਔਲਖ=Singh Aulakh/Aulakh, ਸਿੰਘ ਵਿਰਕ=Singh Virk/Virk, ਸਿੰਘ ਸੋਹਲ=Singh Sohal/Sohal,
ਸਿੰਘ ਹੁੰਦਲ=Singh Hundal/Hundal, ਸਿੰਘ ਕਾਹਲੋਂ=Singh Kahlon/Kahlon, ਸਿੰਘ ਘੁੰਮਣ=Singh Ghuman/Ghuman,
ਸਿੰਘ ਸੰਘਾ=Singh Sangha/Sangha, ਸਿੰਘ ਅਟਵਾਲ=Singh Atwal/Atwal, ਸਿੰਘ ਬਸਰਾ=Singh Basra/Basra,
ਸਿੰਘ ਬੋਪਾਰਾਏ=Singh Boparai/Boparai, ਸਿੰਘ ਭੰਗੂ=Singh Bhangu/Bhangu, ਸਿੰਘ ਭੁੱਲਰ=Singh Bhullar/Bhullar,
ਸਿੰਘ ਚਾਹਲ=Singh Chahal/Chahal, ਸਿੰਘ ਦਿਓਲ=Singh Deol/Deol, ਸਿੰਘ ਧਾਮੀ=Singh Dhami/Dhami,
ਸਿੰਘ ਢੀਂਡਸਾ=Singh Dhindsa/Dhindsa, ਸਿੰਘ ਦੋਸਾਂਝ=Singh Dosanjh/Dosanjh, ਸਿੰਘ ਗੋਰਾਇਆ=Singh Goraya/Goraya,
ਸਿੰਘ ਹੇਅਰ=Singh Heer/Hayer, ਸਿੰਘ ਜੌਹਲ=Singh Johal/Johal, ਸਿੰਘ ਕਲਸੀ=Singh Kalsi/Kalsi,
ਸਿੰਘ ਖਹਿਰਾ=Singh Khaira/Khaira, ਸਿੰਘ ਖੋਸਾ=Singh Khosa/Khosa, ਸਿੰਘ ਲਾਲੀ=Singh Lally/Lally,
ਸਿੰਘ ਮੱਲ੍ਹੀ=Singh Malhi/Malhi, ਸਿੰਘ ਮਾਂਗਟ=Singh Mangat/Mangat, ਸਿੰਘ ਨਾਗਰਾ=Singh Nagra/Nagra,
ਸਿੰਘ ਨਿੱਝਰ=Singh Nijjar/Nijjar, ਸਿੰਘ ਪੰਨੂ=Singh Pannu/Pannu, ਸਿੰਘ ਪੁਰੇਵਾਲ=Singh Purewal/Purewal,
ਸਿੰਘ ਰਾਏ=Singh Rai/Rai, ਸਿੰਘ ਸਹੋਤਾ=Singh Sahota/Sahota, ਸਿੰਘ ਸਰਾਂ=Singh Sran/Sran,
ਸਿੰਘ ਸੇਖੋਂ=Singh Sekhon/Sekhon, ਸਿੰਘ ਸ਼ੇਰਗਿੱਲ=Singh Shergill/Shergill, ਸਿੰਘ ਤੂਰ=Singh Toor/Toor,
ਸਿੰਘ ਉੱਪਲ=Singh Uppal/Uppal, ਸਿੰਘ ਵੜੈਚ=Singh Warraich/Waraich, ਸਿੰਘ ਜ਼ੀਰਾ=Singh Zira/Zira,
ਸਿੰਘ ਭੱਟੀ=Singh Bhatti/Bhatti, ਸਿੰਘ ਬਾਠ=Singh Bath/Bath, ਸਿੰਘ ਗਹੂਨੀਆ=Singh Gahunia/Gahunia,
ਸਿੰਘ ਲਿੱਧੜ=Singh Liddar/Lidder, ਸਿੰਘ ਕੂਨਰ=Singh Kooner/Kuner, ਸਿੰਘ ਮਿਨਹਾਸ=Singh Minhas/Minhas,
ਸਿੰਘ ਪਰਹਾਰ=Singh Parhar/Parhar, ਸਿੰਘ ਸੱਗੂ=Singh Saggu/Saggu, ਸਿੰਘ ਠਾਕੁਰ=Singh Thakur/Thakur,
ਸਿੰਘ ਵਾਲੀਆ=Singh Walia/Walia, ਕੁਮਾਰ=Kumar, ਲਾਲ=Lal, ਰਾਮ=Ram, ਚੰਦ=Chand, ਸ਼ਰਮਾ=Sharma, ਪਾਲ=Pal/Paul,
ਦਾਸ=Dass/Das, ਮਸੀਹ=Masih, ਸੰਧੂ=Sandhu, ਸਿੱਧੂ=Sidhu, ਗਿੱਲ=Gill, ਸੈਣੀ=Saini, ਢਿੱਲੋਂ=Dhillon,
ਰੰਧਾਵਾ=Randhawa, ਕਲੇਰ=Kaler, ਬਾਂਸਲ=Bansal
"""

HINDI_MEN = """
राहुल=Rahul, अमित=Amit, राजेश=Rajesh, सुरेश=Suresh, रमेश=Ramesh, महेश=Mahesh, दिनेश=Dinesh, मुकेश=Mukesh,
राकेश=Rakesh, अनिल=Anil, सुनील=Sunil/Suneel, संजय=Sanjay/Sanjai, अजय=Ajay/Ajai, विजय=Vijay, विनोद=Vinod,
मनोज=Manoj, प्रमोद=Pramod, अशोक=Ashok, दीपक=Deepak/Dipak, विकास=Vikas/Vikash, संदीप=Sandeep/Sandip,
प्रदीप=Pradeep/Pradip, राजू=Raju, राम=Ram, श्याम=Shyam/Sham, कृष्ण=Krishna/Krishan, मोहन=Mohan,
सोहन=Sohan, गोपाल=Gopal, हरीश=Harish, सतीश=Satish, गिरीश=Girish, जगदीश=Jagdish, अरुण=Arun, तरुण=Tarun,
वरुण=Varun, करण=Karan, अर्जुन=Arjun, विशाल=Vishal, निखिल=Nikhil, रोहित=Rohit, मोहित=Mohit, सुमित=Sumit,
अंकित=Ankit, गौरव=Gaurav, सौरभ=Saurabh/Sourabh, आशीष=Ashish/Asish, मनीष=Manish, हिमांशु=Himanshu,
पंकज=Pankaj, नीरज=Neeraj/Niraj, धीरज=Dheeraj/Dhiraj, नवीन=Naveen/Navin, प्रवीण=Praveen/Pravin, रवि=Ravi,
शिव=Shiv, शंकर=Shankar, गणेश=Ganesh, ललित=Lalit, योगेश=Yogesh, नरेश=Naresh, कमल=Kamal, विपिन=Vipin,
सचिन=Sachin
"""

HINDI_WOMEN = """
प्रिया=Priya, पूजा=Pooja/Puja, नेहा=Neha, अंजलि=Anjali, सुनीता=Sunita/Suneeta, अनीता=Anita,
गीता=Geeta/Gita, सीता=Sita/Seeta, रीता=Rita/Reeta, मीना=Meena/Mina, रीना=Reena/Rina, वीना=Veena/Vina,
टीना=Tina, कविता=Kavita, सविता=Savita, ममता=Mamta, लता=Lata, आशा=Asha, उषा=Usha, निशा=Nisha, दिशा=Disha,
ज्योति=Jyoti/Jioti, आरती=Aarti/Arti, भारती=Bharti/Bharati, रेखा=Rekha, सुमन=Suman, किरण=Kiran, रानी=Rani,
राधा=Radha, लक्ष्मी=Lakshmi/Laxmi, सरस्वती=Saraswati, पार्वती=Parvati, दुर्गा=Durga, काजल=Kajal,
पायल=Payal, सोनिया=Sonia/Soniya, मोनिका=Monika/Monica, शीला=Sheela/Shila, कमला=Kamla/Kamala,
विमला=Vimla/Vimala, निर्मला=Nirmala, शकुंतला=Shakuntala, सुषमा=Sushma, सरिता=Sarita,
संगीता=Sangeeta/Sangita, अर्चना=Archana, वंदना=Vandana, साधना=Sadhana, कल्पना=Kalpana, रंजना=Ranjana,
मंजू=Manju, अंजू=Anju, रजनी=Rajni/Rajani, नंदिनी=Nandini, दीपिका=Deepika/Dipika, स्वाति=Swati,
श्वेता=Shweta/Sweta, शिल्पा=Shilpa, मेघा=Megha, रितु=Ritu, नीतू=Neetu/Nitu, पल्लवी=Pallavi,
शालिनी=Shalini, सपना=Sapna
"""

HINDI_FAMILIES = """
कुमार=Kumar^12, शर्मा=Sharma, वर्मा=Verma/Varma, गुप्ता=Gupta, यादव=Yadav, सिंह=Singh,
मिश्रा=Mishra/Misra, पांडे=Pandey/Pande, तिवारी=Tiwari/Tivari, चौहान=Chauhan/Chouhan, ठाकुर=Thakur,
राजपूत=Rajput, जोशी=Joshi, पटेल=Patel, शाह=Shah, मेहता=Mehta, देसाई=Desai, अग्रवाल=Agarwal/Aggarwal,
गोयल=Goyal/Goel, जैन=Jain, कपूर=Kapoor/Kapur, मल्होत्रा=Malhotra, खन्ना=Khanna, चोपड़ा=Chopra,
अरोड़ा=Arora, भाटिया=Bhatia, सेठी=Sethi, आहूजा=Ahuja, बत्रा=Batra, चावला=Chawla/Chavla, धवन=Dhawan,
ग्रोवर=Grover, सक्सेना=Saxena/Saksena, श्रीवास्तव=Srivastava/Shrivastava, त्रिपाठी=Tripathi,
दुबे=Dubey/Dube, शुक्ला=Shukla, द्विवेदी=Dwivedi, चतुर्वेदी=Chaturvedi, त्यागी=Tyagi, राणा=Rana,
रावत=Rawat, नेगी=Negi, बिष्ट=Bisht/Bist, पंत=Pant, भट्ट=Bhatt, व्यास=Vyas, दवे=Dave, त्रिवेदी=Trivedi,
पाटिल=Patil, देशमुख=Deshmukh, जाधव=Jadhav, पवार=Pawar, शिंदे=Shinde, कुलकर्णी=Kulkarni, नायक=Nayak/Naik,
नायर=Nair, मेनन=Menon, पिल्लई=Pillai, रेड्डी=Reddy, राव=Rao, दास=Das, घोष=Ghosh, बोस=Bose, सेन=Sen,
रॉय=Roy, मुखर्जी=Mukherjee, बनर्जी=Banerjee, चटर्जी=Chatterjee, सैनी=Saini, सोनी=Soni,
प्रजापति=Prajapati, कश्यप=Kashyap, राठौर=Rathore/Rathod, सोलंकी=Solanki, परमार=Parmar, मकवाना=Makwana,
चौधरी=Chaudhary/Choudhary, मलिक=Malik, दहिया=Dahiya, हुड्डा=Hooda/Huda, सांगवान=Sangwan, बंसल=Bansal,
गर्ग=Garg, मित्तल=Mittal
"""

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somali names: own, father's, grandfather's. The Somali spelling (x for a strong h, c for ayn) is not
what papers in Italy carry.
"""

MEN = """
Maxamed=Mohamed/Mohamud/Muhammad/Maxamed^13, Axmed=Ahmed/Ahmad/Axmed, Cali=Ali/Cali, Xasan=Hassan/Hasan,
Xuseen=Hussein/Hussen/Husein, Cabdi=Abdi/Cabdi, Cabdullaahi=Abdullahi/Abdulahi/Abdillahi,
Cumar=Omar/Umar, Cusmaan=Osman/Usman, Ibraahim=Ibrahim/Ibraahim, Ismaaciil=Ismail/Ismael,
Yuusuf=Yusuf/Yussuf/Yousuf, Maxamuud=Mohamud/Mahamud/Mahmoud,
Cabdiraxmaan=Abdirahman/Abdurahman/Abdulrahman, Cabdiqaadir=Abdikadir/Abdulkadir/Abdiqadir,
Cabdirashiid=Abdirashid/Abdurashid, Cabdiraxiim=Abdirahim, Cabdisalaan=Abdisalan/Abdisalam,
Cabdicasiis=Abdiaziz/Abdulaziz, Cabdifitaax=Abdifatah/Abdifitah, Cabdikariin=Abdikarim/Abdulkarim,
Cabdiwali=Abdiwali/Abdulwali, Cabdinaasir=Abdinasir/Abdinaser, Cabdulle=Abdulle/Abdulleh,
Aadan=Adan/Adam/Aden, Aweys=Aweys/Awes, Baashi=Bashi, Bashiir=Bashir, Barre=Barre/Barreh,
Bile=Bile/Bille, Caddow=Addow/Addo, Cawaale=Awale/Awaale, Cigaal=Egal/Igal, Cilmi=Elmi/Ilmi,
Ciise=Isse/Issa, Daahir=Dahir/Daher, Daa'uud=Daud/Dawud, Diiriye=Dirie/Diriye, Dualle=Dualle/Du'ale,
Faarax=Farah/Faarah, Faysal=Faisal/Faysal, Feysal=Feisal, Geedi=Gedi/Ghedi, Guuleed=Guled/Guleed,
Guutaale=Gutale, Jaamac=Jama/Giama/Jamac, Jibriil=Jibril/Gibril, Kaahin=Kahin, Khaalid=Khalid,
Khaliif=Khalif, Liibaan=Liban/Liiban, Mahad=Mahad, Mukhtaar=Mukhtar/Muktar, Muuse=Muse/Musse/Mussa,
Mursal=Mursal, Muxyadiin=Muhyadin/Muhidin, Nuur=Nur/Noor/Nuur, Qaasim=Kasim/Qasim, Raage=Rage/Rageh,
Rooble=Roble/Robleh, Saalax=Salah/Saleh, Saciid=Said/Saeed, Samatar=Samatar/Samater,
Shariif=Sharif/Sherif, Shire=Shire/Scire, Siciid=Siid/Said, Siyaad=Siad/Siyad,
Sulaymaan=Suleiman/Sulayman/Suleman, Taariq=Tarik, Warsame=Warsame/Uarsame, Wehliye=Wehliye/Ueheliye,
Xaaji=Haji/Hagi, Xamse=Hamse/Hamza, Xirsi=Hirsi/Hersi, Yaasiin=Yasin/Yassin, Yaxye=Yahye/Yahya,
Zakariye=Zakaria/Zakariye, Cabshir=Abshir, Ducaale=Duale/Ducale, Galaal=Galal/Ghalal, Hoogow=Hogow,
Jeylaani=Jeylani/Gelani, Maalin=Malin/Moalin, Madoobe=Madobe/Madoobe
"""

WOMEN = """
Faadumo=Fadumo/Faduma/Fatuma, Xaliimo=Halimo/Halima, Caasho=Asho/Aisha/Casho, Khadiija=Khadija/Kadija,
Maryan=Maryan/Mariam/Maryam, Sahra=Sahra/Zahra, Hodan=Hodan/Odan, Hibaaq=Hibaq/Hibaaq,
Ifraax=Ifrah/Ifraah, Ayaan=Ayan/Ayaan, Aamina=Amina, Caa'isha=Aisha/Aesha, Xaawo=Hawo/Hawa/Haua,
Faaduma=Faduma, Farxiyo=Farhiya/Farhia, Safiya=Safia/Safiya, Samiira=Samira, Sacdiyo=Sadia/Sacdia,
Saynab=Zeinab/Zaynab/Saynab, Zamzam=Zamzam/Samsam, Ubax=Ubah/Ubax, Hinda=Hinda/Inda, Idil=Idil/Edil,
Ilhaan=Ilhan/Elhan, Iqra=Iqra, Kaltuun=Kaltun/Kaltum, Layla=Leila/Layla, Luul=Lul/Luul,
Naciimo=Naimo/Naima, Nasra=Nasra, Nimco=Nimo/Nimco, Raxmo=Rahmo/Rahma, Ruqiyo=Rukia/Ruqiya, Rooda=Roda,
Ruun=Run, Saado=Sado, Sagal=Sagal, Sucaad=Suad/Suhad, Shukri=Shukri/Sciukri, Shamso=Shamso/Shamsa,
Sharifo=Sharifo/Sharifa, Siham=Siham, Sumaya=Sumaya/Sumaia, Timiro=Timiro, Xafsa=Hafsa/Afsa, Xamdi=Hamdi,
Yasmiin=Yasmin/Jasmin, Xalwo=Halwo, Batuulo=Batulo/Batula, Bishaaro=Bisharo/Bishara, Canab=Anab/Ambia,
Cibaado=Ibado, Deeqa=Deqa/Dega, Deeqo=Deko/Deqo, Dhool=Dhol, Fartuun=Fartun/Farton,
Fowsiyo=Fowzia/Fausia/Fowsiyo, Habiibo=Habibo/Habiba, Hamda=Hamda, Jamiilo=Jamila/Giamila,
Khadro=Khadro/Kadra, Lul=Lul, Muna=Muna/Mouna, Muumino=Mumino/Mumina, Qamar=Qamar/Kamar, Rahma=Rahma,
Warda=Warda/Uarda, Xaajiya=Hagia/Hajiya, Muxubo=Muhubo
"""

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Romanian and Moldovan names."""

MEN = """
Andrei, Ion, Gheorghe/George, Alexandru, Mihai, Vasile, Constantin, Ionuț, Florin, Cristian/Christian,
Marian, Nicolae/Nicolaie, Adrian, Daniel, Marius, Ștefan, Bogdan, Dumitru, Gabriel, Cătălin, Viorel,
Sorin, Costel, Ioan, Petru, Vlad, Răzvan, Valentin, Lucian, Dan, Cosmin, Ciprian, Dragoș, Liviu, Ovidiu,
Sergiu, Radu, Iulian/Julian, Claudiu, Laurențiu, Silviu, Robert, David, Eugen, Emil, Victor, Ilie,
Toader, Gavril, Traian, Aurel, Mircea, Doru, Nelu, Vasilică, Ionel, Relu, Tudor, Paul, Darius, Luca,
Matei, Rareș, Denis, Eduard, Octavian, Grigore, Simion, Teodor, Horia, Călin, Remus, Romeo, Dorin, Dorel,
Neculai, Costică, Petrică, Anton, Filip, Iosif, Iacob, Pavel, Samuel, Cornel, Tiberiu, Leonard, Narcis,
Fănel, Mitică
"""

WOMEN = """
Maria, Elena, Ana, Mihaela, Ioana, Andreea, Alina, Cristina/Christina, Daniela, Gabriela, Mariana,
Florentina, Georgiana, Alexandra, Nicoleta, Simona, Roxana, Ramona, Loredana, Monica, Carmen, Diana,
Raluca, Oana, Irina, Ionela, Lăcrămioara, Viorica, Rodica, Valentina, Doina, Veronica,
Ecaterina/Caterina, Tatiana, Adriana, Claudia, Aurelia, Luminița, Camelia, Cornelia, Liliana, Mirela,
Petronela, Silvia, Steluța, Tinca, Anișoara, Marinela, Iuliana/Giuliana, Larisa, Bianca, Denisa,
Mădălina, Cătălina, Natalia, Sorina, Corina, Ileana, Magdalena, Paraschiva, Otilia, Emilia, Eugenia,
Felicia, Geanina, Lidia, Lenuța, Margareta, Ștefania, Teodora, Sofia, Ilinca, Ancuța, Crenguța, Domnica,
Floarea, Gheorghița, Niculina, Olimpia, Ruxandra, Sabina, Smaranda, Tudorița, Victoria, Zinaida, Violeta,
Vasilica, Delia, Laura, Dana
"""

FAMILIES = """
Popa, Popescu, Ionescu, Radu, Stan, Rusu, Munteanu, Moldovan, Dumitru, Matei, Stoica, Constantin,
Gheorghe, Marin, Ciobanu, Dinu, Lungu, Ungureanu, Serban=Serban/Șerban, Florea, Stanciu, Mihai, Nistor,
Barbu, Ene, Dima, Tudor, Sandu, Cojocaru, Toma, Ursu, Rotaru, Vasile, Manole, Anghel, Apostol, Croitoru,
Bucur, Nedelcu, Pavel, Iordache, Neagu, Olaru, Morar, Mureșan, Suciu, Lazăr, Ilie, Voicu, Preda,
Balan=Balan/Bălan, Dobre, Zaharia, Manea, Grigore, Nițu, Chiriac/Kiriac, Crăciun, Ardelean, Chiriță,
Tănase, Cozma, Cazacu, Moraru, Băcanu, Bejan, Burlacu, Țurcanu, Țăranu, Șoltan, Zăvoianu, Bălțatu, Negru,
Roșu, Albu, Vlad, Oprea, Onofrei, Hriscu, Spînu=Spinu/Spânu, Pîslaru=Pislaru/Pâslaru, Cucu, Lupu, Vulpe,
Iacob, Buzatu, Duca, Filip, Tătaru, Gavrilă, Bivol, Ceban, Cebotari, Plămădeală, Guțu, Botnaru, Cușnir,
Ciorbă, Zgardan, Sîrbu=Sirbu/Sârbu, Leahu, Luchian, Melnic, Pascaru, Gherman, Lisnic, Harea, Mocanu,
Boboc, Petcu, Drăgan, Pană, Trifan, Ababei, Aioanei, Amariei, Acatrinei, Buzilă, Codreanu, Hâncu
"""

# Of Christian names: with an ending they make the long tail of family names.
STEMS = """
Ion, Petr, Dumitr, Vasil, Grigor, Mihăil, Nicula, Teodor, Filip, Simion, Tom, Mari, Georg, Ștefăn, Marin,
Iacob, Rad, Stăn, Vlăd, Dragom, Anton, Roman, Dăn, Opr, Stoich, Bogd, Lup, Crist, Ant, Ilin, Luc, Mano,
Neg, Păun, Sav, Toad, Zamfir, Andri, Alex, Costan, Cozm, Danil, Eftim, Florin, Gavril, Iord, Lazar, Mat,
Nic, Pan
"""

ENDINGS = """
escu, eanu, ache, iciu, oiu, iță
"""

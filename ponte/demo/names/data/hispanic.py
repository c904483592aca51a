# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Spanish-language names: what all of Latin America shares, then each country's own, which come first
there.
"""

MEN = """
José, Luis, Carlos, Juan, Jorge, Miguel, Víctor, Jesús, César, Manuel, Pedro, Julio, Walter, Segundo,
Ángel, Édgar, Wilmer, Jhon/John/Jhonny, Fernando, Ricardo, Roberto, Alberto, Eduardo, Javier, Raúl,
Óscar, Marco, Diego, Daniel, David, Christian/Cristian, Kevin, Bryan/Brayan, Jefferson/Yeferson, Andrés,
Alejandro, Alex, Antonio, Francisco, Rafael, Ramón, Héctor, Hugo, Iván, Freddy/Fredy, Franklin, Wilson,
Washington, Rolando, Sergio, Gustavo, Guillermo, Félix, Ernesto, Enrique, Edwin/Edwuin, Darwin,
Cristóbal, Byron, Bolívar, Armando, Alfredo, Abel, Ronald, Rubén, Samuel, Santiago, Sebastián, Mateo,
Nelson, Néstor, Orlando, Pablo, Wilfredo, William/Wiliam, Xavier
"""

WOMEN = """
María, Rosa, Ana, Carmen, Luz, Julia, Elena, Juana, Martha/Marta, Gladys, Patricia, Silvia, Sonia,
Teresa, Elizabeth/Elisabeth, Jessica/Yesica, Karina, Katherine/Catherine, Lucía, Luisa, Mariela, Maribel,
Mercedes, Miriam/Myriam, Mónica, Nancy, Nelly, Norma, Olga, Paola, Pilar, Rocío, Roxana, Ruth, Sandra,
Susana, Vanessa/Vanesa, Verónica, Victoria, Yolanda, Jenny/Yeni, Janeth/Yaneth, Fanny, Esther/Ester,
Diana, Cecilia, Carla, Blanca, Beatriz, Bertha/Berta, Angélica, Andrea, Alicia, Adriana, Gabriela,
Gloria, Isabel, Johanna/Yohana, Daniela, Valentina, Camila, Sofía, Milagros, Flor, Elsa, Dora, Delia,
Haydee, Irma, Lidia, Liliana, Lourdes, Narcisa, Noemí, Raquel
"""

FAMILIES = """
García, Rodríguez/Rodriguez, González/Gonzales, Sánchez, Ramírez, Flores, Torres, Rojas, López, Pérez,
Martínez, Díaz, Vásquez/Vasques, Castillo, Ramos, Mendoza, Gutiérrez, Castro, Chávez/Chaves, Romero,
Hernández, Fernández, Gómez/Gomes, Morales, Reyes, Ruiz, Vargas, Espinoza/Espinosa, Cruz, Salazar,
Herrera, Álvarez, Medina, Aguilar, Guerrero, Silva, Ortiz, Delgado, Campos, Rivera, Vega, Guzmán,
Salinas, Suárez, Peña, Acosta, Moreno, Muñoz/Munioz, Núñez, Alvarado, Paredes, Ponce, Valencia, León,
Cabrera, Córdova/Cordoba, Bravo, Carrasco, Benítez, Cárdenas, Velásquez, Zambrano, Figueroa, Fuentes,
Jiménez/Gimenez, Maldonado, Molina, Navarro, Ortega, Palacios, Pacheco, Quintero, Rosales, Santos, Soto,
Valdez, Valenzuela, Vera, Villanueva, Zapata, Arias, Andrade, Cortez, Duarte, Escobar, Estrada, Lara,
Luna, Mejía, Miranda, Montoya, Ochoa, Osorio, Padilla, Pineda, Rivas, Robles, Rosario, Solano, Tapia,
Trujillo, Vergara, de la Cruz=De La Cruz/Delacruz, del Valle=Del Valle
"""

PERU_FAMILIES = """
Quispe, Huamán/Huaman, Mamani, Condori, Chávez, Cáceres, Huanca, Ccori, Palomino, Cusi, Yupanqui, Apaza,
Ticona, Choque, Pumacahua, Poma, Rimachi, Sulca, Tello, Tineo, Zevallos, Zegarra, Ccahuana, Chuquimia,
Inga, Ñahui, Ñaupari, Oré, Paucar, Pariona, Tarazona, Cárdenas
"""

ECUADOR_FAMILIES = """
Zambrano, Cedeño, Intriago, Macías, Mero, Chancay, Loor, Mora, Moreira, Quishpe, Caiza, Guamán, Toapanta,
Chiluisa, Pilco, Yánez, Tigrero, Alcívar, Anchundia, Chila, Quiñónez, Caicedo, Bone, Angulo, Chicaiza,
Simbaña, Tipán, Pillajo, Tituaña, Ronquillo
"""

BOLIVIA_FAMILIES = """
Mamani, Quispe, Condori, Choque, Vargas, Flores, Rojas, Apaza, Huanca, Colque, Copa, Calle, Limachi,
Nina, Poma, Siñani, Ticona, Yujra, Cusicanqui, Villca, Zurita, Camacho, Claros, Veizaga, Terceros, Arnez,
Montaño, Orellana, Soliz, Zeballos
"""

SALVADOR_FAMILIES = """
Hernández, Martínez, López, Flores, Rivas, Portillo, Alas, Menjívar, Alvarenga, Escalante, Guevara,
Landaverde, Orellana, Peraza, Argueta, Ayala, Bonilla, Chicas, Cuéllar, Henríquez, Interiano, Majano,
Melgar, Melara, Membreño, Murcia, Recinos, Serrano, Sorto, Umaña
"""

DOMINICAN_FAMILIES = """
Rodríguez, Pérez, Martínez, Peña, Reyes, Rosario, de los Santos=De Los Santos, de la Rosa=De La Rosa,
Encarnación, Mateo, Ogando, Familia, Féliz/Felix, Matos, Cuevas, Polanco, Báez, Brito, Taveras, Tejada,
Almonte, Ventura, Mercedes, Santana, Paulino, Liriano, Marte, Disla, Montero, Heredia
"""

COLOMBIA_FAMILIES = """
Rodríguez, Gómez, Restrepo, Giraldo, Ospina, Cardona, Zuluaga, Arango, Londoño, Mosquera, Hurtado,
Murillo, Palacio, Quintero, Rendón, Bedoya, Betancur, Castaño, Grisales, Henao, Jaramillo, Marín,
Montoya, Naranjo, Ocampo, Patiño, Ramírez, Toro, Valencia, Vélez
"""

CUBA_FAMILIES = """
Rodríguez, Pérez, González, Hernández, Valdés, Fonseca, Batista, Leyva, Góngora, Cabrera, Céspedes,
Echevarría, Fundora, Hechavarría, Labrada, Machado, Milanés, O'Farrill, Oquendo, Pupo, Quesada, Rizo,
Rondón, Sardiñas, Socarrás, Tamayo, Verdecia, Zaldívar, Zamora, Betancourt
"""

CUBA_MEN = """
Yoandry, Yunior, Yasmany, Reinier, Osmany, Lázaro, Yoel, Dayron, Alexis, Raidel, Yordanis
"""

CUBA_WOMEN = """
Yanet, Yaneisy, Dayana, Yusimí, Mileidys, Odalys, Yamila, Caridad, Niurka, Leidy, Maylin
"""

DOMINICAN_MEN = """
Rafael, Ramón, Domingo, Altagracio, Wilkin, Starlin, Junior, Yeison, Randy, Elvis, Confesor
"""

DOMINICAN_WOMEN = """
Altagracia, Yajaira, Yokasta, Mayra, Yudelka, Milagros, Ramona, Dulce, Wendy, Belkis, Rosanna
"""

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Filipino names."""

MEN = """
Jose, Juan, Antonio, Roberto, Ricardo, Eduardo, Rolando, Fernando, Danilo, Reynaldo, Ernesto, Ramon,
Romeo, Mario, Manuel, Alfredo, Joel, Rodel, Ronaldo, Arnel, Michael, Mark, John, Christian, Joseph,
Jerome, Jayson/Jason, Ryan, Rommel, Richard, Ronald, Noel, Nestor, Nelson, Melvin, Marvin, Marlon,
Leonardo, Larry, Julius, Jonathan, Jeffrey, Jayvee, Jomar, Jericho, Allan, Alvin, Albert, Angelo,
Apolinario, Bernardo, Benjie, Carlito, Cesar, Crisanto, Dennis, Dexter, Dominador, Edgardo, Edwin, Elmer,
Emmanuel, Erwin, Efren, Ferdinand, Felipe, Francis, Gerardo, Gilbert, Isagani, Jhun, Jhay, Kenneth, Lito,
Orlando, Renato, Virgilio, Wilfredo, Nathaniel, Joshua, Gabriel, Prince, Rey, Domingo
"""

WOMEN = """
Maria, Marilou, Rosalie, Maricel, Marites, Jocelyn, Rowena, Analyn, Lorna, Teresita, Rosario, Cristina,
Josephine, Gloria, Erlinda, Cherry, Grace, Mary Grace, Rose, Jennifer, Jenny, Michelle, Melanie, Marivic,
Maribel, Lourdes, Leonora, Liza, Lolita, Luzviminda, Imelda, Gina, Glenda, Geraldine, Florencia, Evelyn,
Estrella, Emelita, Elena, Editha, Divina, Corazon, Charito, Catherine, Carmelita, Aurora, Arlene,
Angelica, Angel, Analiza, Amelia, Aileen, Rhea, Precious, Princess, Nicole, Nenita, Norma, Myrna, Merlyn,
Mercedita, Marjorie, Marissa, Lea, Kristine, Katrina, Joy, Janine, Janice, Jasmine, Irene, Hazel, Vilma,
Virginia, Wilma, Zenaida, Shirley, Sheila, Ruby, Rosemarie, Remedios, Joan, Rizza, Jonalyn
"""

FAMILIES = """
Santos, Reyes, Cruz, Bautista, Garcia, Mendoza, Ramos, de Guzman=De Guzman,
dela Cruz=Dela Cruz/De La Cruz/Delacruz, Castillo, Aquino, del Rosario=Del Rosario/Delrosario,
Villanueva, Gonzales, Fernandez, Tolentino, Mercado, Domingo, Pascual, Salazar, Flores, Soriano, Valdez,
Manalo, Marasigan, Magsino, Macatangay, Maranan, Atienza, Ilagan, Hernandez, Macaraeg, Panganiban,
Dimaculangan, Dimaano, Catapang, Magpantay, Mangubat, Macalintal, Katigbak, Lopez, Perez, Rivera, Torres,
Navarro, Andaya, Agbayani, Balagtas, Bernardo, Bondoc, Briones, Buenaventura, Cabrera, Calderon, Corpuz,
Cortez, Dizon, Evangelista, Espiritu, Ferrer, Galang, Gatchalian, Gutierrez, Javier, Lacson, Ligaya,
Lumbera, Mabini, Malabanan, Manansala, Natividad, Ocampo, Padilla, Pangilinan, Punzalan, Quiambao,
Salvador, San Jose, San Pedro, Sarmiento, Sison, Tamayo, Tiongson, Trinidad, Umali, Velasco, Vergara,
Villamor, Yumul, Zamora, de Castro=De Castro, de Leon=De Leon, de Jesus=De Jesus,
de los Reyes=De Los Reyes, Abad, Alcantara, Aguilar, Bacani, Cariño, Castro
"""

# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Brazilian names."""

MEN = """
José, João, Antônio/Antonio, Francisco, Carlos, Paulo, Pedro, Lucas, Luiz/Luis, Marcos, Gabriel, Rafael,
Daniel, Marcelo, Bruno, Eduardo, Felipe/Filipe, Raimundo, Rodrigo, Manoel/Manuel, Mateus/Matheus, André,
Fernando, Fábio, Leonardo, Gustavo, Guilherme, Leandro, Tiago/Thiago, Anderson, Ricardo, Márcio, Jorge,
Sebastião, Alexandre, Roberto, Edson, Diego, Vitor/Victor, Sérgio, Cláudio, Matheus, Alex, Renato, Júlio,
Wellington, Wesley, Ronaldo, Robson, Reginaldo, Roger, Samuel, Severino, Valdir, Vinícius, Wagner,
Washington, Adriano, Ailton, Caio, Cícero, Davi, Douglas, Emerson, Everton, Flávio, Geraldo, Gilberto,
Igor, Ivan, Jefferson, Josué, Jeferson
"""

WOMEN = """
Maria, Ana, Francisca, Antônia, Adriana, Juliana, Márcia, Fernanda, Patrícia, Aline, Sandra, Camila,
Amanda, Bruna, Jéssica, Letícia, Júlia, Luciana, Vanessa, Mariana, Gabriela, Vera, Vitória, Larissa,
Cláudia, Beatriz, Rita, Luana, Sônia, Renata, Eliane, Josefa, Simone, Natália, Cristiane, Carla, Débora,
Rosângela, Jaqueline, Rosa, Daniela, Aparecida, Marlene, Terezinha, Raimunda, Andreia, Fabiana, Lúcia,
Raquel, Ângela, Rafaela, Joana, Luzia, Elaine, Daiane/Dayane, Tatiane, Rosilene, Silvana, Solange,
Tereza, Valéria, Viviane, Edna, Elisângela, Kelly, Lorena, Michele/Michelle, Monique, Nathalia, Priscila,
Regina, Roseli, Sabrina, Tainá
"""

FAMILIES = """
Silva^7, Santos^4, Oliveira^3, Souza/Sousa^3, da Silva=Da Silva^5, dos Santos=Dos Santos^4,
de Souza=De Souza, de Oliveira=De Oliveira, Pereira, Lima, Carvalho, Ferreira, Rodrigues, Almeida, Costa,
Gomes, Martins, Araújo, Melo, Barbosa, Alves, Cardoso, Reis, Castro, Andrade, Pinto, Moreira, Freitas,
Fernandes, Dias, Cavalcante, Monteiro, Cavalcanti, Batista, Campos, Duarte, Rocha, Moraes/Morais, Nunes,
Marques, Machado, Mendes, Teixeira, Vieira, Ribeiro, Correia/Correa, Borges, Nascimento,
do Nascimento=Do Nascimento, Miranda, Barros, Farias, Lopes, Moura, Ramos, Sales/Salles, Santana, Soares,
Tavares, Xavier, Azevedo, Bezerra, Braga, Brito, Cruz, Cunha, da Cunha=Da Cunha, Figueiredo, Fonseca,
Garcia, Guimarães, Leite, Macedo, Magalhães, Maia, Matos, Medeiros, Menezes, Neves, Nogueira, Pacheco,
Paiva, Peixoto, Pinheiro, Pires, Queiroz, Rezende/Resende, Sampaio, Siqueira, Torres, Vasconcelos, Viana,
de Jesus=De Jesus, da Conceição=Da Conceicao, Coelho, Amaral, Aguiar, Antunes, Assis, Toledo
"""

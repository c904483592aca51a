# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Italian names."""

MEN = """
Andrea, Marco, Francesco, Alessandro, Matteo, Luca, Lorenzo, Giuseppe, Giovanni, Antonio, Mario, Luigi,
Roberto, Paolo, Davide, Simone, Riccardo, Stefano, Federico, Gabriele, Mattia, Leonardo, Tommaso,
Edoardo, Fabio, Massimo, Claudio, Giorgio, Angelo, Vincenzo, Pietro, Salvatore, Carlo, Franco, Domenico,
Bruno, Michele, Sergio, Daniele, Alberto, Maurizio, Gianluca, Emanuele, Filippo, Samuele, Nicolò,
Niccolò, Giacomo, Enrico, Cristian, Christian, Diego, Giulio, Walter, Valerio, Mirko, Manuel, Omar,
Renato, Ivan, Ettore, Dario, Guido, Piero, Gianni, Umberto, Raffaele, Rocco, Pasquale, Gaetano, Silvio,
Aldo, Ezio, Tiziano, Ugo, Vittorio, Cesare, Saverio, Nunzio, Carmelo, Elia, Gioele
"""

WOMEN = """
Maria, Anna, Giulia, Francesca, Chiara, Sara, Martina, Laura, Elena, Alessia, Paola, Silvia, Federica,
Valentina, Giuseppina, Rosa, Angela, Giovanna, Teresa, Lucia, Carmela, Caterina, Roberta, Simona,
Daniela, Monica, Barbara, Cristina, Elisa, Ilaria, Serena, Claudia, Sofia, Aurora, Giorgia, Beatrice,
Alice, Greta, Emma, Ginevra, Gaia, Noemi, Camilla, Arianna, Marta, Stefania, Patrizia, Antonella, Luisa,
Franca, Rita, Carla, Loredana, Sabrina, Manuela, Raffaella, Michela, Erica, Erika, Veronica, Debora,
Deborah, Eleonora, Irene, Margherita, Matilde, Nicole, Rebecca, Vittoria, Bianca, Viola, Lina, Pina,
Ornella, Mirella, Graziella, Concetta, Immacolata, Nadia, Tiziana, Donatella, Gabriella
"""

FAMILIES = """
Rossi, Colombo, Ferrari, Bianchi, Russo, Villa, Brambilla, Fumagalli, Galli, Sala, Esposito, Romano,
Ricci, Marino, Greco, Bruno, Gallo, Conti, Mancini, Costa, Giordano, Rizzo, Lombardi, Moretti, Barbieri,
Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Martini, Leone, Longo, Gentile, Martinelli, Vitale,
Lombardo, Serra, Coppola, De Luca, Marchetti, Parisi, Ferraro, Bianco, Marini, Grasso, Valentini,
Messina, Bernardi, Monti, Palumbo, Gatti, Pellegrini, Testa, Riva, Cattaneo, Beretta, Pozzi, Crippa,
Mauri, Perego, Motta, Radaelli, Casati, Redaelli, Ronchi, Meroni, Arienti, Pirola, Locatelli, Rota,
Bonomi, Carminati, Zanetti, Belotti, Milani, Cortinovis, Maggioni, Spinelli, Corti, Galimberti, Sironi,
Cereda, Vergani, Cazzaniga, Borghi, Airoldi, Bassi, Negri, Ghezzi, Invernizzi, Castelli, Corbetta,
Gaviraghi, Tremolada, D'Angelo, D'Amico, Di Stefano, De Santis, Lo Presti, La Rosa, Amato, Basile, Ferri,
Guerra, Bellini, Sanna, Piras, Melis
"""

STEMS = """
Bell, Mart, Bern, Cast, Coll, Ferr, Gall, Mor, Ross, Pell, Mar, Pag, Per, Band, Bonf, Cant, Cor, Donat,
Fant, Gast, Grand, Lanz, Maz, Mont, Pet, Pin, Poll, Rav, Ron, Sant, Sard, Tom, Val, Ven, Zan, Zucc, Bert,
Brun, Fab
"""

ENDINGS = """
ini, elli, oni, etti, ati, ari, inelli, otti, acci, azzi, ucci, aroli
"""

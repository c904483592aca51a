# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""English names."""

MEN = """
James, John, David, Michael, Paul, Andrew, Peter, Robert, Mark, Stephen/Steven, Richard, Thomas, Daniel,
Christopher, Matthew, William, Simon, Jonathan, Ian, Anthony/Antony, Martin, Nicholas, Philip/Phillip,
Kevin, Alan, Gary, Stuart, Benjamin, Adam, Oliver, Jack, Harry, George, Charlie, Joshua, Samuel, Joseph,
Luke, Ryan, Lee, Neil, Graham, Keith, Colin, Gareth, Craig, Scott, Alexander, Timothy, Edward, Henry,
Oscar, Dean, Barry, Trevor, Roger, Dominic, Sean/Shaun, Liam, Callum, Owen, Rhys, Duncan, Nigel, Adrian
"""

WOMEN = """
Susan, Margaret, Sarah/Sara, Karen, Emma, Laura, Julie, Helen, Jane, Elizabeth, Rachel, Rebecca, Louise,
Claire/Clare, Nicola, Lisa, Amanda, Victoria, Catherine/Katherine/Kathryn, Emily, Charlotte, Jessica,
Sophie, Lucy, Hannah, Amy, Alice, Olivia, Grace, Chloe, Lauren, Gemma, Joanne, Michelle, Jennifer,
Patricia, Christine, Mary, Anne/Ann, Carol, Linda, Alison, Deborah, Tracey, Angela, Jacqueline, Heather,
Fiona, Kelly, Samantha, Natalie, Zoe, Holly, Megan, Bethany, Abigail, Katie, Caroline, Diane, Wendy,
Sally, Hazel, Janet, Pauline, Sheila
"""

FAMILIES = """
Smith, Jones, Williams, Taylor, Brown, Davies/Davis, Evans, Wilson, Thomas, Johnson, Roberts, Robinson,
Thompson/Thomson, Wright, Walker, White, Edwards, Hughes, Green, Hall, Lewis, Harris, Clarke/Clark,
Patel, Jackson, Wood, Turner, Martin, Cooper, Hill, Ward, Morris, Moore, Baker, Harrison, King, Morgan,
Allen, James, Scott, Phillips/Philips, Watson, Parker, Price, Bennett, Young, Griffiths, Mitchell, Kelly,
Cook, Carter, Richardson, Bailey, Collins, Bell, Shaw, Murphy, Miller, Cox, Khan, Richards, Marshall,
Anderson, Simpson, Ellis, Adams, Begum, Wilkinson, Foster, Chapman, Powell, Webb, Rogers, Gray/Grey,
Mason, Hunt, Hussain, Owen, Palmer, Holmes, Barnes, Knight, Lloyd, Butler, Russell, Fisher, Barker,
Stevens, Jenkins, Dixon, Fletcher, Pearson, Graham, Howard, Gibson, Walsh, Reynolds, Ford, Hamilton,
Payne, Fox
"""

FIRST_HALVES = """
Black, Brad, Ash, Wood, Green, Hart, Stan, Whit, West, North, South, East, Brom, Hol, Lang, Red, Thorn,
White, Win, Nor, Mar, Hay, El, Ben, Cran
"""

SECOND_HALVES = """
ford, ley, ton, wood, well, field, worth, ham, son, bourne, more, land, man, ridge, wick, by, stead,
ward
"""

"""First names frequent in world news that are, with rare exceptions, a woman's or a man's.

Used only to exclude ("he" is not Hillary Clinton) and to see a person where the tagger saw a
body; never to tell anything of a person.
"""

from slantwise.actors.word_lists import word_list

WOMEN = word_list(
    "abigail agnes aisha alexandria alice alicia alyssa amanda amelia amina amy ana angela anita "
    "ann anna annalena anne annie antonia audrey barbara beatrice beth betsy betty beverly brenda "
    "bridget brigitte carla carol caroline carolyn catherine cecilia cheryl christina christine "
    "cindy claire claudia condoleezza cristina cynthia danielle deborah debra delcy denise diana "
    "diane dianne dilma donna doris dorothy edith eileen elaine eleanor elena elise elizabeth "
    "ellen elsa emily emma erika esther eva evelyn fatima federica florence frances francesca "
    "gabrielle gina giorgia gloria grace greta gretchen hannah heather heidi helen hillary huma "
    "ingrid irene isabel ivanka jacinda jacqueline jane janet janice jeanne jennifer jessica jill "
    "joan joanna josephine joyce judith judy julia julie kaja kamala karen katherine kathleen "
    "kathy katie kayleigh kellyanne kimberly kirsten kristen kristi laura lauren laurie leila "
    "leyla linda lindsay lisa lois loretta lori louise lucia lucy lynn maia malala margaret "
    "margot maria marie marina marsha martha mary maryam megan meghan melania melissa mette "
    "michele michelle miriam monica nancy naomi natalia natalie nicole nikki nina nora olga "
    "olivia pamela patricia paula penny rachel rebecca rita roberta rosa rosemary ruth samantha "
    "sandra sanna sara sarah sharon sheila shirley sofia sonia sonja sophie stephanie susan "
    "susana suzanne svetlana sviatlana sylvia tammy tanya teresa theresa tina tulsi ursula "
    "valerie vanessa veronica viola vivian wendy yasmin yulia zainab"
)
"""Women's first names, in lower case, folded."""
MEN = word_list(
    "aaron abbas abdel abdul abdullah abraham adam ahmad ahmed alan albert alberto aleksandr "
    "alexander alexei ali allen amir andre andrei andres andrew andrii andrzej anthony antonio "
    "antonios antony arkady arthur avigdor ayman barack bashar ben benjamin benny bernard bernie "
    "bill bob boris brad brendan brett brian bruce carl carlos charles christopher chuck "
    "clarence claude colin cory craig daniel darrell david dennis derek dmitri dmitry dominic don "
    "donald doug douglas ed edward elijah emmanuel emomali eric ernesto evo felipe fernando "
    "francis francisco francois frank franz fred frederick fumio gary gavin geert george gerald "
    "gerhard gilbert glenn gordon greg gregory guillermo gustavo hakan hamid harold harry harvey "
    "hassan henry herbert howard hugo ibrahim igor ilham imran isaac ismail ivan jack jacob "
    "jacques jair jake james jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy joe "
    "joel john johnny jonathan jorge jose josef josep joseph joshua juan julian justin keir keith "
    "ken kenneth kevin khaled khalid larry lawrence leo leonard leopoldo lloyd louis "
    "luis luiz mahmoud manuel marco marcus mario mark martin matt matteo matthew maurice max "
    "michael miguel mike mikhail mitch mitt mohamed mohammad mohammed moshe muhammad mustafa "
    "naftali narendra nathan neil nelson nicholas nick nicolas nigel olaf oleg oliver oscar otto "
    "pablo patrick paul pedro peter petro phil philip pierre rafael rahm ralph ramzan rand raul "
    "ray raymond recep reince rex richard rick rob robert roberto rodrigo roger ron ronald rory "
    "roy rudolph rudy russell ryan saad saddam salvador samuel scott sean sebastian sergei "
    "sergey shimon silvio simon stanley stephen steve steven stuart ted theodore thomas tim "
    "timothy tobias todd tom tony umar vaclav victor viktor vincent vladimir volodymyr walter "
    "warren wayne william wolfgang xavier yahya yair yitzhak yoav yusuf zachary"
)
"""Men's first names, in lower case, folded."""

"""Given names, and the surnames that are also trades: they tell "Tom Baker" from "Head Baker". Data, not code.

The commonest given names of the languages read here, lower case. A name that is missing costs little: the words
around it and the email address speak too (see `people`).
"""

from __future__ import annotations

from careercraft.parse.tables import word_set

GIVEN_NAMES = word_set(
    """
    aaron abby abdul abigail abraham ada adam adele adrian adriana agnes ahmed aidan aisha alan albert alejandra
    alejandro alex alexa alexander alexandra alexis alfred ali alice alicia alina alison alistair allan allen
    allison alyssa amanda amber amelia amir amit amy ana anders andre andrea andreas andrew andy angel angela
    angelica angie anita anja ann anna anne annette annie anthony antoine anton antonia antonio april aria ariana
    arjun arthur ashley audrey austin ava avery barbara barry beatrice becky ben benjamin bernard beth bethany
    betty beverly bill billy bob bobby bonnie brad bradley brandon brandy brenda brendan brent brett brian
    brianna bridget brittany brooke bruce bruno bryan caitlin caleb calvin cameron camila camille carl carla
    carlos carmen carol carolina caroline carolyn carrie casey cassandra catherine cathy cecilia chad charlene
    charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher christy cindy
    claire clara clarence claudia cody colin colleen connie connor conor constance corey courtney craig crystal
    curtis cynthia daisy dale damian damon dan dana daniel daniela danielle danny daphne darius darlene darnell
    darren daryl dave david dawn dean deandre deborah debbie debra delia denise dennis derek derrick desiree
    devin devon diana diane diego dominic don donald donna doris dorothy doug douglas duane dustin dwayne dylan
    earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisa elise
    eliza elizabeth ella ellen ellie elsa emil emilia emily emma eric erica erik erika erin ernest esther ethan
    eugene eva evan eve evelyn faith fatima felicia felix fernando fiona florence frances francesca francis
    francisco frank franz fred freya frederick gabriel gabriela gail gareth gary gavin gemma gene geoff geoffrey
    george georgia gerald geraldine giovanni giulia gloria gordon grace graham grant greg gregory greta guy
    gwen hailey hana hannah hans harold harriet harry hassan hazel heather hector heidi helen helena henrik
    henry herbert holly howard hugh hugo ian ibrahim imani ines ingrid irene iris isaac isabel isabella isaiah
    ivan ivy jack jackie jackson jacob jacqueline jade jaime jake jamal james jamie jan jane janet janice jared
    jasmin jasmine jason javier jay jean jeanette jeff jeffrey jen jenna jennifer jenny jeremiah jeremy jerome
    jerry jesse jessica jill jim jimmy jo joan joanna joanne jocelyn joe joel johan johanna john johnny jon
    jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan juanita jude judith judy
    julia julian juliana julie juliet june justin kai kara karen karin karl kate katelyn katherine kathleen
    kathryn kathy katie katrina kay kayla keisha keith kelly ken kendra kenneth kenny kevin kim kimberly kirk
    kristen kristin kristina kurt kyle lance larry latoya laura lauren laurence laurie lawrence leah lee lena
    leo leon leonard leroy leslie levi lewis liam lila lillian lily linda lindsay lindsey lisa liz logan lois
    lola lorenzo lori lorraine louis louisa louise lucas lucia lucy luis luisa lukas luke luna lydia lynn
    mackenzie maddie madeline madison maggie malcolm malik manuel marc marcel marco marcus margaret maria marie
    marilyn mario marion marisa marissa mark marlene marta martha martin martina marvin mary mateo mathew
    matilda matt matthew maureen maurice max maxine maya megan melanie melinda melissa melvin mercedes meredith
    mia michael michaela michele michelle miguel mike mila milan mildred miles minh miranda miriam mitchell
    mohamed mohammed moira molly monica monique morgan muhammad nadia nancy naomi natalia natalie natasha nate
    nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nikki nina noah noel nora norma norman
    olga oliver olivia omar oscar otto owen pablo pamela pat patricia patrick patty paul paula pauline pedro
    peggy penelope penny percy perry pete peter petra phil philip phillip phoebe phyllis pierre polly priya
    quentin quinn rachel rafael raj ralph ramon randall randy raquel ravi ray raymond rebecca regina reginald
    renee rhonda ricardo richard rick ricky rita rob robert roberta roberto robin rodney roger roland ron ronald
    rosa rosalind rose rosemary ross roxanne roy ruben ruby rudolf russell ruth ryan sabrina sadie sally sam
    samantha samir samuel sandra sandy santiago sara sarah saul scott sean sebastian serena sergio seth shane
    shannon sharon shaun shawn sheila shelby shelly sherry shirley sidney silvia simon simone sofia sonia sophia
    sophie stacey stacy stanley stella stephanie stephen steve steven stuart sue susan suzanne sven sydney
    sylvia tamara tammy tanya tara tasha taylor ted teresa terence teri terrance terrence terry tessa thea
    theodore theresa thomas tiffany tim timothy tina toby todd tom tomas tommy toni tony tracey tracy travis
    trevor trisha tristan troy tyler tyrone uma ursula valentina valerie vanessa vera vernon veronica vicki
    vickie victor victoria vincent viola violet virginia vivian wade walter wanda warren wayne wendy wesley
    whitney will william willie winston wolfgang xavier yasmin yolanda yusuf yvette yvonne zachary zara zoe zoey
    """
)

TRADE_SURNAMES = word_set(
    """
    baker banker barber barker bishop brewer bricklayer butcher butler captain carpenter carter carver chandler
    chef clerk coach constable cook cooper dancer deacon dean doctor draper driver dyer farmer fisher florist
    forester fowler gardener glover guard guide hand head hooper host hunter judge lawyer leader lead loader
    major mann marshal mason master mayer merchant miller miner model officer page painter palmer parker parson
    partner pastor picker pilot planner plumber porter potter preacher president priest printer private proctor
    ranger rider roper sailor sawyer scout seamstress sergeant server sewer shearer shepherd shopper singer
    skinner slater smith spicer steward stringer tailor tanner taylor teller thatcher tiller trainer turner
    tutor tyler usher valet walker waller warden washer weaver webber welder wheeler woodward worker wright
    """
)

"""The words by which names, callings and kin are told in English."""

import re

from quizgame.domain.telling import listed


def either(words: frozenset[str]) -> str:
    """Return an expression for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


MALE_TITLES = listed(
    "mr sir lord count baron duke king prince friar father brother monsieur uncle emperor "
    "grandfather master"
)
FEMALE_TITLES = listed(
    "mrs miss ms lady countess baroness duchess queen princess sister madame mademoiselle "
    "aunt empress grandmother mother mme mlle dame nurse"
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | listed(
        "dr doctor prof professor inspector captain colonel major detective chef pro judge "
        "reverend officer agent general sergeant lieutenant president senator chief sheriff "
        "director pope bishop commander marshal squire"
    )
)

OPENERS = listed(
    "a about above after again all almost alone along already also although always an and "
    "another any anyone anything are as at back because before behind below beneath beside "
    "between beyond both but by can cast could did do does down during each early either "
    "enough even every everyone everything far few finally first five for four from good "
    "half has have he hence her here hers herself him himself his how however i if in "
    "indeed inside instead interestingly into is it its itself just last late later least "
    "like little many maybe meanwhile moreover most much near neither never "
    "nevertheless next night no nobody none nor not nothing now of off often old on once "
    "one only onto or other others our out outside over own part perhaps plot poor possibly "
    "rather second seven several shall she should shot similarly since six so some somebody "
    "someone something soon still such suddenly ten than that the their them then there "
    "these they third this those though three through throughout thus till to together "
    "tonight too toward towards tragically two under unfortunately unless unlike until up "
    "upon us very was we well were what when where whether which while who whom whose why "
    "will with within without would yes yet you young your rating imdb ending explained "
    "synopsis premise act chapter episode season scene book volume what's who's that's it's "
    "there's he's she's let's thanks despite furthermore ultimately besides except "
    "regardless according additionally desperate eager furious angry sadly years days weeks "
    "months hours minutes everybody afterwards afterward meantime come therefore otherwise "
    "elsewhere "
    "instantly overnight secretly eventually apparently inevitably"
)
NOT_NAMES = listed(
    "i god heaven hell bible christ christmas easter eve monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september "
    "october november december english british scottish irish welsh french german italian "
    "spanish russian american canadian mexican indian chinese japanese korean south north "
    "east west european african asian australian greek roman latin turkish polish swiss "
    "dutch danish swedish norwegian hungarian romanian jewish christian catholic protestant "
    "muslim gothic victorian edwardian georgian elizabethan medieval vip vips imdb tv dvd "
    "uk us usa dna cctv gypsies internet part-time ok okay parliament"
)
PLACE_WORDS = listed(
    "street road avenue lane square hall castle abbey school college university academy "
    "bridge house lodge manor mansion park moor forest island isle islands lake river sea "
    "ocean mountain mount mire tor hill hills valley city town village county station hotel "
    "inn hospital asylum prison church cathedral cemetery court palace tower bay beach "
    "coast heath pole gate harbour harbor cave farm grange heights field fields garden "
    "gardens theatre theater museum bank club"
)
THING_NAMES = listed(
    "war magazine chronicle gazette times herald journal express society company act age day year "
    "eve revolution evil rights bible league order"
)
"""What a name ends with that is nobody's: the Civil War, the Strand Magazine."""
BEFORE_PLACES = listed(
    "in at to from near towards toward across outside inside through around into below beyond of"
)
GENRES = listed(
    "thriller horror comedy romance tragedy drama mystery western fantasy musical novel "
    "novella play story film movie series adaptation satire epic fable memoir"
)
KIN = listed(
    "mother father sister brother son daughter wife husband uncle aunt cousin nephew niece "
    "stepfather stepmother stepson stepdaughter stepbrother stepsister grandfather "
    "grandmother grandson granddaughter fiancé fiancée fiance fiancee widow widower twin "
    "half-brother half-sister father-in-law mother-in-law brother-in-law sister-in-law "
    "godfather godmother ward guardian ex-husband ex-wife"
)
FEMALE_KIN = listed(
    "mother sister daughter wife aunt niece stepmother stepdaughter stepsister grandmother "
    "granddaughter fiancée fiancee widow half-sister mother-in-law sister-in-law godmother "
    "ex-wife"
)
MALE_KIN = listed(
    "father brother son husband uncle nephew stepfather stepson stepbrother grandfather "
    "grandson fiancé fiance widower half-brother father-in-law brother-in-law godfather "
    "ex-husband"
)
FRIENDS = listed(
    "friend companion classmate ally roommate schoolmate confidant confidante lover "
    "girlfriend boyfriend sweetheart teacher mentor colleague rival enemy boss employer "
    "assistant partner pupil patient keeper client"
)
CALLINGS = listed(
    "actor actress adventurer agent analyst anatomist apothecary apprentice archaeologist "
    "architect artist assassin assistant astronaut attorney author baker ballerina banker "
    "barber baron barrister bishop blacksmith bodyguard boxer butcher butler caretaker "
    "carpenter cashier chauffeur chef chemist clergyman clerk coachman composer constable "
    "cook cop count countess courier craftsman criminal curate dancer dealer dentist "
    "detective diplomat director doctor driver duchess duke editor engineer explorer farmer "
    "fisherman friar gambler gamekeeper gangster gardener general governess guard gunsmith "
    "hacker headmaster headmistress heir heiress henchman herbalist hitman housekeeper "
    "innkeeper inspector inventor investigator jeweller journalist judge king knight "
    "labourer landlady landlord lawyer lecturer librarian lord magician magistrate maid "
    "manager mathematician mechanic mercenary merchant midwife miller miner minister "
    "missionary monk musician naturalist nobleman novelist nun nurse officer painter parson "
    "pastor pharmacist philosopher photographer physician pianist pilot pirate playwright "
    "poet policeman policewoman porter postman priest prince princess producer professor "
    "queen ranger reporter researcher sailor salesman schoolmaster schoolmistress scientist "
    "sculptor seaman seamstress secretary senator sergeant servant sheriff shepherd "
    "shoemaker singer smuggler solicitor soldier spy steward surgeon surveyor tailor "
    "teacher thief trader translator tutor undertaker valet vampire vicar waiter waitress "
    "warden watchman weaver werewolf witch wizard writer convict lunatic madman "
    "astronomer coxswain moneylender notary swindler journeyman stagehand soprano student beggar "
    "boatman bookseller botanist chaplain charwoman colonel conductor cabman drayman gipsy "
    "gravedigger groom grocer hermit hunter huntsman jailer gaoler lighthouse-keeper locksmith "
    "mayor milliner organist pawnbroker peasant pedlar printer publisher rector ropemaker saddler "
    "sculptress sexton skipper stableman stationmaster stoker tenor tinker violinist fiddler "
    "watchmaker woodcutter woodman wheelwright gunner"
)
UNNAMED = listed(
    "man woman boy girl lady gentleman person stranger figure thug guard rider child baby "
    "mother father sister brother son daughter wife husband uncle aunt cousin nephew niece "
    "friend master butler housekeeper maid servant nurse old-man teacher leader doctor "
    "patient headmaster host killer murderer captain sailor maker crowd author widow chef "
    "cashier"
)
FEMALE_UNNAMED = listed(
    "woman girl lady mother sister daughter wife aunt niece maid nurse widow housekeeper"
)
MALE_UNNAMED = listed(
    "man boy gentleman father brother son husband uncle nephew master butler host"
)
ROLES = listed(
    "creature monster governess hound beast vampire ghost stranger killer murderer nurse "
    "robot android alien witch wizard narrator detective priest snake ring-leader "
    "ringleader"
)
THINGS = listed(
    "house castle car ring sword dagger knife gun pistol revolver rifle dog cat horse "
    "estate mansion apartment flat laboratory lab diary journal letter note will cane whip "
    "boat ship key safe portrait cloak mask locket necklace boots phone cottage cabin "
    "island shop bakery hotel farm book map crown sister's axe aquarium lamborghini "
    "motorcycle bow hat scarf piano violin coffin stick statue club company tape"
)

BODY = listed("face arm throat head leg hand neck back chest hair shoulder eye finger")

FEMALE_GIVEN = listed(
    "ada adele agnes alice amelia amy ann anna anne beatrice bella belle bertha beth betty "
    "caroline catherine charlotte clara claire cora daisy diana dora dorothy edith eleanor "
    "eliza elizabeth ella ellen emily emma eva eve fanny flora florence frances georgiana "
    "grace hannah harriet helen isabel isabella jane jenny jessica josephine julia juliet "
    "kate katherine kitty laura lily lisa louisa lucy lydia margaret maria martha mary maud "
    "mina molly nancy nelly nora olivia rachel rebecca rosa rosalind rose ruth sally sarah "
    "sofia sophia sophie susan sybil sibyl victoria viola christine christina cathy estella marie "
    "madeleine dolly polly peggy nell nina jessie millie agatha marian marianne jenny isabelle"
)
MALE_GIVEN = listed(
    "adam albert alexander alfred andrew anthony antonio arthur basil benjamin bernard bob "
    "charles charlie christopher daniel david dick edgar edmund edward ernest felix francis "
    "frank fred frederick gabriel george gilbert gregory guy hamlet harold harry henry "
    "horace hugo isaac jack jacob james jim joe john jonathan joseph julian laurence "
    "lawrence leonard louis luke mark martin matthew michael miles nicholas oliver oscar "
    "oswald patrick paul percy peter philip ralph richard robert roderick roger romeo "
    "samuel sebastian sherlock simon stephen theodore thomas tim timothy tom victor vincent "
    "walter william ben bill billy sam will ned silas godfrey raoul erik pip israel abel hans "
    "karl louis pierre jean alan allan bob eric ralph stanley sidney herbert"
)

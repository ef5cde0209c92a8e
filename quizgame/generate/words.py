"""The words by which names, callings and kin are told in English."""

import re

from quizgame.domain.telling import listed


def either(words: frozenset[str]) -> str:
    """Return an expression for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


MALE_TITLES = listed(
    "mr rabbi abbé abbe padre don herr señor signor sir lord count baron duke king prince "
    "friar father brother monsieur uncle emperor grandfather master"
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
        "director pope bishop commander marshal squire governor admiral"
    )
)

RANKS = TITLES - listed(
    "mr mrs miss ms sir lady lord don herr señor signor monsieur madame mademoiselle mme mlle dame "
    "master uncle aunt brother sister mother father grandfather grandmother"
)
"""Titles that say what their bearer is: a captain is no librarian."""

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
    "elsewhere yesterday today upstairs downstairs indoors outdoors overhead underneath abroad "
    "ashore aboard onstage offstage backstage nowhere everywhere somewhere anyway nonetheless "
    "presently shortly thankfully luckily happily naturally clearly obviously "
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
    "frenchman englishman irishman scotsman welshman dutchman spaniard frenchwoman englishwoman "
    "puritan quaker uk us usa dna cctv gypsies internet part-time ok okay parliament"
)
PLACE_WORDS = listed(
    "street road avenue lane square hall castle abbey school college university academy "
    "bridge house lodge manor mansion park moor forest island isle islands lake river sea "
    "ocean mountain mount mire tor hill hills valley city town village county station hotel "
    "inn hospital asylum prison church cathedral cemetery court palace tower bay beach "
    "coast heath pole gate harbour harbor cave farm grange heights field fields garden "
    "gardens theatre theater museum bank club row wharf quay docks bar pub tavern"
)
THING_NAMES = listed(
    "war magazine chronicle gazette times herald journal express society company act age day year "
    "eve revolution evil rights bible league order corporation studio studios pictures films "
    "productions press"
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
    "assistant partner pupil patient keeper client tutor"
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
    "warden watchman weaver werewolf witch wizard writer convict lunatic madman astronomer "
    "coxswain moneylender notary swindler journeyman stagehand soprano student beggar "
    "boatman bookseller botanist chaplain charwoman colonel conductor cabman drayman gipsy "
    "gravedigger groom grocer hermit hunter huntsman jailer gaoler lighthouse-keeper "
    "locksmith mayor milliner organist pawnbroker peasant pedlar printer publisher rector "
    "ropemaker saddler sculptress sexton skipper stableman stationmaster stoker tenor "
    "tinker violinist fiddler watchmaker woodcutter woodman wheelwright gunner footman "
    "cobbler mason potter acrobat juggler clown puppeteer comedian prosecutor councillor "
    "lieutenant trooper warder nanny housemaid dressmaker shopkeeper businessman "
    "millionaire politician bell-ringer ringer archdeacon deacon hangman executioner "
    "drummer trumpeter boatswain ferryman goldsmith silversmith stockbroker broker "
    "accountant bookkeeper auctioneer burglar pickpocket baronet viscount viscountess earl "
    "marquis marquise goatherd highwayman outlaw bandit cowboy rancher landowner whaler "
    "harpooner showman hypnotist fortune-teller astrologer alchemist sorcerer sorceress "
    "illustrator"
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
    "eliza elizabeth ella ellen emily emma eva eve fanny flora florence frances georgiana grace "
    "hannah harriet helen isabel isabella jane jenny jessica josephine julia juliet kate "
    "katherine kitty laura lily lisa louisa lucy lydia margaret maria martha mary maud mina "
    "molly nancy nelly nora olivia rachel rebecca rosa rosalind rose ruth sally sarah sofia "
    "sophia sophie susan sybil sibyl victoria viola christine christina cathy estella marie "
    "madeleine dolly polly peggy nell nina jessie millie agatha marian marianne isabelle hester "
    "pearl eugenie eugénie haydee haydée cosette fantine eponine éponine mercedes mercédès "
    "heloise héloïse therese thérèse lucie sidonie jeanne joséphine yvonne abigail audrey "
    "barbara beatrix becky blanche brenda carmen cecilia celia charity claudia constance "
    "cordelia corinna deborah delia delilah dinah doris edna effie elinor elise elsie ernestine "
    "esther ethel eugenia eunice felicity florrie frida gemma geraldine gertrude gladys gloria "
    "greta gwen gwendolen hazel heather hedwig henrietta hilda hope imogen ingrid irene iris "
    "isolde ivy janet janice jemima jill joan joanna joyce judith katrina kathleen lavinia leah "
    "lena leonora linda lisbeth lizzie lottie lucinda lucretia lucille mabel maggie magdalena "
    "marcella marcia margery marguerite mariana marina marjorie martina matilda maureen mavis "
    "meg melissa mercy mildred millicent minnie miranda miriam mollie monica muriel myra myrtle "
    "natalie nellie nicole norah ophelia pamela pansy patience patricia paula pauline penelope "
    "phoebe phyllis portia priscilla prudence rhoda rita roberta rosalie rosamund rosanna "
    "rosemary roxanne ruby sabrina sadie sandra selina sheila shirley silvia simone sonia "
    "stella sylvia tabitha teresa tess thelma theodora thomasin ursula vanessa vera verity "
    "veronica violet virginia vivian wilhelmina winifred yvette zoe katrien catarina ludmilla "
    "natasha olga tatiana brigitte antoinette gerda liv ulrike heike marion mabelle dorothea"
)
MALE_GIVEN = listed(
    "adam albert alexander alfred andrew anthony antonio arthur basil benjamin bernard bob "
    "charles charlie christopher daniel david dick edgar edmund edward ernest felix francis "
    "frank fred frederick gabriel george gilbert gregory guy hamlet harold harry henry horace "
    "hugo isaac jack jacob james jim joe john jonathan joseph julian laurence lawrence leonard "
    "louis luke mark martin matthew michael miles nicholas oliver oscar oswald patrick paul "
    "percy peter philip ralph richard robert roderick roger romeo samuel sebastian sherlock "
    "simon stephen theodore thomas tim timothy tom victor vincent walter william ben bill billy "
    "sam will ned silas godfrey raoul erik pip israel abel hans karl pierre alan allan eric "
    "stanley sidney herbert marius edmond fernand gaspard gaston gustave gustav henri honore "
    "jacques jerome lucien marcel maurice maximilien noel olivier pascal philippe remy rene "
    "rodolphe thierry johnnie johnny jimmy jimmie willie billie charley eddie freddie freddy "
    "buster alistair noah jefferson brigham enoch yves theodor gustaf johann josef jozef tomas "
    "viktor konstantin anatole antoine alec algernon ambrose angus archibald archie aubrey "
    "augustus barnaby barry bartholomew bartle bertram boris brian bruce bruno cecil cedric "
    "christian christy clarence claude clement clifford clive colin conrad cornelius crispin "
    "cuthbert cyril cyrus damian dennis derek desmond dirk donald douglas duncan dwight "
    "ebenezer edwin egbert eli elias elijah emil emile ephraim eugene eustace ezra fergus "
    "ferdinand fritz geoffrey gerald gerard gideon giles giovanni godwin gordon graham griffin "
    "gus guido hector heinrich herman hiram howard hubert humphrey ian ichabod ignatius igor "
    "ivan ivor jabez jasper jeffrey jeremiah jeremy jerry jesse joel jonas jordan josiah joshua "
    "jude julius justin kenneth kevin lambert lance lancelot leo leon leopold leroy leslie "
    "lewis lionel lloyd lorenzo lucas luther malcolm marcus mario marmaduke maximilian melvin "
    "mervyn milton montague mortimer moses murdoch neil nigel norman obadiah octavius orlando "
    "otto owen percival perry phileas philo phineas quentin randolph raymond reginald reuben "
    "rex reynold roland rolf roman ronald rory roy rufus rupert sancho septimus sergei seth "
    "seymour siegfried simeon solomon spencer steven stuart sven terence thaddeus theobald "
    "tobias toby tristan ulrich uriah valentin vernon virgil wallace warren wilbur wilfred "
    "wilhelm wolfgang zachary franz ludwig friedrich fyodor nikolai dmitri alexei phoebus "
    "quasimodo konrad emanuel rudolf"
)

_WOMENS_ENDINGS = tuple(listed("ette elle ilde ya ina ine ia anna anne etta ella issa ïse"))
_FEWEST_LETTERS = 5


def womans(given: str) -> bool:
    """Tell whether a given name, in small letters, is a woman's for all one sees."""
    if given in MALE_GIVEN:
        return False
    if given.endswith("o"):
        return False
    return given in FEMALE_GIVEN or (
        len(given) >= _FEWEST_LETTERS and given.endswith(_WOMENS_ENDINGS)
    )

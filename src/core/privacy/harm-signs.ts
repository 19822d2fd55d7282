/** Any one of these, `_` standing for a space; `*` for the rest of a word. */
const either = (words: string): string =>
  `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ').replaceAll('*', "[a-z']*")})`

/** Words that are seldom innocent beside a certain person. */
const GRAVE =
  either(`abused abuser abusing abusive assault* batter* beaten beat_up black_eye blackmail* blade burn_marks
  child_porn* choke* choking cigarette_burns coerc* county_lines domestic_violence dragged drugged gagged grabbed_by groom* groped groping harassing
  gun_to held_down hits hitting hit_me hit_him hit_her horrible_things incest indecent* inappropriately touched_by kicked_me kicked_him kicked_her kicks kidnap*
  kissing kissed knife knives lock*_me lock*_her lock*_him locked_up locked_in machete molest* naked neglected no_dinner no_food nude*
  overdos* paedo* perv pervert pinned porn* predator punch* rape* raping self-?harm* sexual* sex_with slap* slave* slaver* smack* smother* spiked
  stab* stalk* starv* strangl* strip* suicid* thrash* threw_me threw_her threw_him throttl* tied_up tortur* traffick* trapped_in unsafe_at
  violent violence weapon whipped sores bad_happened burn_the_house`)
/** Words that have a certain person in them already. */
const GRAVE_ALONE =
  either(`(?:hasn't|haven't|not|never)_(?:been_)?(?:eaten|fed|had_a_meal) (?:pulled|pulls|waved|carries|carrying)_(?:a|the)_(?:knife|gun|blade)
  (?:carry|sell|run|hold|deliver)(?:ing)?_(?:the_|his_|their_)?(?:drugs|packages|gear) (?:something|drugs|stuff)_in_(?:my|her|his)_drink follow(?:s|ing|ed)_(?:me|her|him)
  (?:turning|turns|turned|waits|waiting|sits)_(?:up_)?outside_(?:my|her|his) won't_leave_(?:me|her|him)_alone
  (?:put|puts|putting)_(?:his|her)_hands?_(?:on|up|down) (?:married|marry|marriage).{0,30}(?:doesn't|don't|didn't|won't|not)_want doesn't_want_to_marry
  (?:forced|made|being_made)_to_marry (?:shaking|shakes|shook)_the_baby (?:doesn't|won't|never)_feeds?
  (?:afraid|scared|terrified|frightened)_(?:he|she|they|dad|mum|(?:of_)?(?:him|(?:my|her|his|their)_(?:own_)?(?:dad|mum|mother|father|son|daughter|husband|wife|partner|ex|boyfriend|carer|brother|uncle)))
  (?:put|puts|post|posts|posting|posted|share|shares|sharing|leak|leaking)_(?:my|her|his)_(?:pics|pictures|photos|videos?) sign(?:ed)?_(?:over|away)_(?:his|her|the|my)_(?:house|home|flat|savings|will)
  (?:throw|threw|throwing|kick|kicking)_(?:me|him|her)_out take_(?:the|my|her)_(?:kids|children|weans|baby) (?:nobody|no_one)(?:'s|_has)?_(?:changed|fed|washed|turned|bathed)_(?:him|her|them)
  never_any_(?:tea|food|dinner|breakfast|heating) (?:pictures|photos|pics|filming|films)_(?:in_the_(?:toilets?|showers?|changing)|of_them_changing) trying_(?:the|my)_door
  (?:man|guy|stranger|someone|lad)_(?:he|she)?_?(?:met_)?online.{0,40}meet smashed_(?:my|her)_(?:phone|face|things|stuff|door)`)

/** Control, threats, neglect, and what grown people give to children, whoever tells of it. */
const WATCHED = [
  /\b(partner|husband|wife|boyfriend|girlfriend|ex|fella|man|dad|brother|son|family)\b.{0,15}\b(goes through|checks|tracks|takes|smash(es|ed)|broke into|breaks into|got into|gets into|reads) (my|her|his|the|all my) (phone|messages|location|house|flat|door|post|things)\b/i,
  /\btells? (me|her|him) (what to wear|who (i|she|he) can see|when (i|she|he) can)\b|\bwon't let (me|her|him) (wear|see|leave|work|out)\b/i,
  /\b(threat(ens|ened|ening)|promis(es|ed)|swore|swears|says? he'll|says? she'll|said he'd|said she'd) (to )?(kill|shoot|burn|hurt|hit|stab|cut|drown|find|get) (me|us|her|him|them|my|the)\b|\b(killed|hurt|poisoned) my (dog|cat|pet)\b|\bsays? i'm next\b/i,
  /\b(left|leaves|leaving|found) (me|him|her|them|mum|dad|gran|nan|my [a-z]+|the (baby|kids|weans|children)) (lying )?(on the (floor|ground)|alone (all|for|at)|home alone|in (the|his|her) own|all (night|day)|without|unwashed)/i,
  /\b(gives?|gave|giving|offer(s|ed|ing)?|buys?|bought|buying) (the |them |my |our |some |young |wee )*(kids?|children|boys?|girls?|lads|lasses|teenagers?|child)\b.{0,12}\b(vodka|alcohol|beer|cider|fags|vapes?|weed|drugs|pills|sweets|phones?|presents|underwear)\b/i,
  /\b(makes?|made|making) (me|her|him|them|us) (watch (videos|porn|films|things)|take (my|her|his|their) clothes off|undress|sit on (his|her)|kiss|keep (it|a) secret|sleep (on|in))\b|\bdon't tell anyone\b.{0,15}\bmy (uncle|dad|brother|cousin|stepdad|coach|teacher|gran|mum|boss)\b/i,
  /\b(keeps?|kept|has|have|took|taken|holds?|hid|hides) (our|my|their|her|his) (passports?|papers|id|wages)\b|\b(throws?|threw|smash(es|ed)|hurls?) [a-z ]{1,20} at (me|my|her|him|us|mum|the kids)\b|\blets? himself in\b|\b(meet|take|takes|took) (me|her|him) (in|to|at) (a |his |the )?(hotel|car|van|flat|bed|bedroom)\b|\bspits? (in|on|at) (my|her|his|me)\b/i,
  /\b(cuts?|cutting|burns?|burning|scratch(es|ing)|hurts?) (my|her|his|their) (own )?(arms?|wrists?|legs?|thighs?|skin)\b|\b(better|rather be) (off )?dead\b|\b(sleep and (not|never) wake|never wake up)|\bwant to (disappear|vanish|not exist|sleep forever)\b/i,
  /\b(said|says|saying) goodbye to (everyone|everybody|us all)\b|\bg(?:ave|iving|ives) away (all )?(his|her|their|my) (stuff|things|possessions)\b|\b(stopped|not|isn't|hardly) eating\b.{0,25}\b(weighs?|skin|bones?|thin|weeks)\b/i,
]

/** Whoever it happens to, or does it: a certain person, not people in general. */
const CERTAIN =
  either(`me my i'm i am_i he she him her his hers they're they_(?:make|made|keep|won't|said|say|hit|hurt) hasn't
  dad mum mother father brother sister son daughter uncle aunt gran nan granda grandad stepdad stepmum step-?dad step-?mum husband wife partner boyfriend
  girlfriend ex cousin neighbour friend flatmate mate landlord coach one_of_(?:my|our|the) our_client old_fella
  (?:a|the|this|that|wee|young)_(?:(?:wee|young|old|little|teenage)_)?(?:boy|girl|kid|child|lad|lass|woman|man|teenager|mum|dad|pupil|learner|member|client|resident|lady|volunteer)
  our_(?:youth_worker|leader|coach|minister|pastor|priest|imam|manager|volunteer|treasurer|chair|carer)`)

/** Figures of speech, and things: what hurts nobody. */
const INNOCENT =
  /\b(stab at|thrash(ed|ing)? (it |this |things )?out|kick(s|ed|ing)? (off|out|start|in)|punch(es|ed|ing)? (above|line)|slap(ped)? (up|dash)|violent agreement|knife and fork|strip(ped|s)? (of|out|down|back|light|wall)|starved of (cash|money|funds|funding|time|resources|ideas)|hits? (home|the (mark|target|road|ground|nail)|a (wall|chord|nerve)|rock)|hitting (home|targets?|our|the)|(by|with) (the )?cuts?|beaten to|kissing goodbye|hits? us)\b/gi
/** Somebody asks what to do or what is meant, and tells of nobody. */
const ASKS_IN_GENERAL =
  /^(?:and |so |but |ok |please )?(?:what|how|which|who|whose|when|where|why|does|do|did|is|are|can|could|should|would|tell me (?:about|what|how)|explain|signs?|if)\b/i
const TELLS =
  /\b(?:told me|tells me|says? (?:that )?(?:he|she|they|her|his)|said (?:that )?(?:he|she|they|her|his)|last night|yesterday|tonight|right now|hits? me|hurts? me)\b/i

const TOGETHER = new RegExp(
  `\\b${GRAVE_ALONE}(?![a-z])|\\b${CERTAIN}\\b.{0,90}\\b${GRAVE}(?![a-z])|\\b${GRAVE}\\b.{0,60}\\b${CERTAIN}(?![a-z])`,
  'i',
)
/** A child, and somebody much too old. */
const TOO_OLD =
  /\b(?:[5-9]|1[0-5])\b(?:[ -]year[ -]olds?)?.{0,60}\b(?:boyfriend|girlfriend|older (?:man|guy|lad|woman|boy)|grown man|in (?:his|her) (?:20|30|40|50)s|is (?:2\d|[3-6]\d))\b/i

/** Signs that a sentence tells of harm to a certain person, though no fixed wording fits. */
export function hasHarmSigns(text: string): boolean {
  const plain = text.replace(INNOCENT, ' ')
  if (TOO_OLD.test(plain)) return true
  const signs = TOGETHER.test(plain) || WATCHED.some((sign) => sign.test(plain))
  return signs && (!ASKS_IN_GENERAL.test(plain.trim()) || TELLS.test(plain))
}

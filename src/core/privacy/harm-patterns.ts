/** Any one of these words; an underscore stands for a space. */
const either = (words: string): string => `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})`
const words = (pattern: string): RegExp => new RegExp(`\\b${pattern}\\b`, 'i')

/** What somebody does to somebody. */
const HURTS =
  either(`hit hits hitting beat beats beating punches punched slaps slapped kicks kicked chokes choked strangles strangled
  burns burnt burned bites bit attacks attacked assaults assaulted abuses abused abusing hurt hurts hurting rapes raped molests molested
  gropes groped touches touched grooms groomed grooming threatens threatened threatening stalks stalked stalking bullies bullied bullying
  locks locked starves starved forces forced forcing force blackmails blackmailed blackmailing controls stabbed pushed pushes shoved shoves burning batters battered battering belts belted wallops walloped thumps thumped leathers leathered threw_things_at throws_things_at screams_at spits_at`)
/** What is done to somebody. */
const HURT =
  either(`hit(?!_by) beaten beaten_up battered punched slapped kicked strangled attacked assaulted abused hurt raped molested groped touched_up
  groomed threatened stalked bullied harassed starved neglected mistreated exploited blackmailed trafficked`)
const CLOSE =
  either(`husband wife partner ex boyfriend girlfriend man fella hubby missus bloke dad granda father step-?dad stepfather mum mam mother step-?mum step_dad step_mum brother sister
  uncle aunt son daughter carer boss manager neighbour flatmate landlord teacher coach grandad grandfather nan gran cousin family`)
const SOMEONE =
  either(`child kid kids boy girl lad baby teenager teen pupil student woman man lady client learner member friend resident
  colleague person mum dad mother father neighbour tenant couple`)
const GROUP = either(
  'team organisation group network partnership project charity club committee community work service council staff budget',
)
const BODY = either('leg legs thigh thighs bum arse breast breasts chest waist knee neck throat')
const ME_OR_THEM = either('me us him her them')
/** A certain person, as against "someone" or "people" in a question about safeguarding. */
const A_PERSON = `(?:(?:my|our|his|her|their) (?!${GROUP})(?:(?!${GROUP})[a-z'-]+ ){0,2}(?!${GROUP})[a-z'-]+|(?:a|this|that|the|one of (?:my|our|the)) (?:[a-z-]+ ){0,2}${SOMEONE}(?: (?:at|in|from|on|i) (?:[a-z'-]+ ){0,3}[a-z'-]+)?|he|she|they)`
const THEIRS = `(?:him|her|them|(?:his|her|their|my|the) (?:little |baby |own |younger |older )?${either('kid kids child children baby wife husband mum mother dad son daughter partner girlfriend boyfriend sister brother gran nan grandchildren')})`
const TOLD = either('told tells said says confided disclosed admitted whispered texted messaged')
const AFRAID = either('scared afraid frightened terrified')

/** Somebody in danger from themselves. */
const SELF = [
  /\b(kill|killing|hurt|hurting|harm|harming|cut|cutting|starve|starving|hang|hanging) (my ?self|herself|himself|themselves|themself)\b/i,
  /\b(want|wants|wanted|wish|going|ready|rather|thinking (about|of)) (to |i (was|were) |be )?(die|dying|dead|end(ing)? (it|my life|it all)|suicide|kill)\b/i,
  /\b(i am|i'?m|i feel|i'?ve been|feeling|he is|she is|he'?s|she'?s|they'?re|friend is|son is|daughter is|client is) (so |very |really |feeling )?suicidal\b/i,
  /\bsuicidal (thoughts|feelings)\b.*\b(i|me|my)\b|\b(i|me|my)\b.*\bsuicidal (thoughts|feelings)\b/i,
  /\b(end (my|her|his|their) (own )?life|(take|taking|took|taken) an overdose|self[- ]?harm(ed|ing)|i self[- ]?harm|commit suicide|tried to kill)\b/i,
  /\b(don'?t|do not|can'?t|cannot) (want to |wanna )?(be here any ?more|live any ?more|live like this|go on( like this| any ?more| living)?|be alive|wake up)\b/i,
  /\b(can'?t|cannot) (do|take|cope with|stand|face) (this|it|life|things) any ?more\b/i,
  /\b(feel like|think about|thought about|thoughts of) (ending (it|my life)|dying|jumping|killing)\b|\bwish i (was|were) (dead|never born)\b|\bwish i (hadn'?t|had never) been born\b/i,
  /\b(took|taken|swallowed) (a load|loads|a lot|lots|all|too many|a bunch|a handful|a whole)\b.{0,15}\b(tablets|pills|paracetamol|medication|meds)\b/i,
  /\bi(?: have|'ve)? (?:been |started |keep |kept )?cutting(?: again| at night)?[\s.!]*$/i,
  /\bi hate myself\b|\b(no|any) way out\b[\s.!]*$|\bnobody would (miss me|care if i)|\bno one would (miss me|care if i)|\bmaking myself (sick|vomit)|\bstarving myself|\b(walk|walking|jump|jumping|step|stepping|throw(ing)? myself) (into the (sea|river|canal|water|road)|in front of|off (a|the))|\bcrash(ing)? (the|my) car on purpose|\btired of (living|being alive)\b|\b(top|do) myself\b(?! (justice|a favour|proud))/i,
  /\b(want|wish) (it|this|everything) (all )?(to (be over|end|stop)|was over|were over)\b|\bi('m| am)? (gonna |going to )(jump|hang myself|end it)\b|\bi('ve| have)? (got |bought )?(a |the )?(rope|noose)\b|\b(said|saying|write|wrote|written) (my )?(goodbyes|goodbye notes?|suicide notes?)\b/i,
  /\b(no (point|reason) (in )?(living|to live|being alive|going on)|better off (dead|without me)|life isn'?t worth living|nothing to live for)\b/i,
]

/** The writer is, or was, being hurt. */
const ME = [
  words(`${HURTS} (?:me|us)(?! (?:with|that|how|as|into thinking|to think)\\b)`),
  words(
    `i(?:'?m| am| was|'?ve been| have been| got| get| keep getting)(?: (?:being|just|also|still|sexually|physically|regularly|always|nearly|badly))* ${HURT}`,
  ),
  words(`${AFRAID} (?:of|to go home to|to be alone with) (?:my ${CLOSE}|him|her|what (?:he|she|they))`),
  words(`${AFRAID} to (?:go home|be at home|leave him|leave her|tell anyone what (?:he|she))`),
  words("i (?:don'?t|do not|never) feel safe (?:at home|with (?:my|him|her)|in my)"),
  words(
    `(?:he|she|they|my ${CLOSE}) (?:won'?t|will not|doesn'?t|don'?t|never|refuses to) lets? me (?:out|leave|see|go|have|use|work|eat|sleep|speak|talk)`,
  ),
  words(
    `(?:he|she|they|my ${CLOSE})(?:'ll| will|'s going to| is going to| said (?:he|she)'?(?:ll|d)| threatened to| tried to) (?:kill|hurt|hit|beat|stab) (?:me|us|my|her|him)`,
  ),
  words(
    `(?:he|she|they|my ${CLOSE})(?:'ve|'s| have| has)? (?:takes?|took|taken|keeps?|kept|controls?) (?:all )?(?:my|her|his) (?:money|wages|phone|passport|benefits|bank card)`,
  ),
  words(`(?:i'?m|i am|i was|i'?ve been) (?:being )?forced to (?:marry|have sex|sleep with)`),
  words(
    `(?:he|she|they|(?:my|her|his) ${CLOSE})(?: is|'s| keeps| has been)? (?:takes|taking|steals?|stole|stealing|nicks?|nicked|nicking|pinch(?:es|ed|ing)|robb?(?:s|ed|ing)) (?:all )?(?:my|her|his|their) (?:money|pension|benefits|bank card|savings|wages|things)`,
  ),
  words(`threw (?:a|an|the|his|her) [a-z]+ at (?:me|us)`),
  words(
    `(?:my|i'?m in an?|i am in an?|i was in an?|is in an?|in an?) (?:abusive|violent) (?:relationship|marriage|${CLOSE}|home|household)`,
  ),
  words(`my ${CLOSE} (?:is|gets|got|was|can be) (?:so |very |really |drunk and )?(?:violent|abusive|smashes)`),
  words('(?:comes|came|creeps|crept|gets|got) in ?to (?:my|her|his|their) (?:bedroom|room|bed)(?: at night)?'),
  words(`hands? (?:round|around|on|at|up) (?:my|her|his|their) (?:${BODY}|skirt|top)`),
  words(`(?:touch|strok|rubb|grab|grop|squeez)(?:es|ed|ing|s|e)? (?:my|her|his) ${BODY}`),
  words(`(?:did|does|done|doing) (?:stuff|things|bad things|something|it) to (?:me|her|him)(?: when| at| in|$)`),
  words(`(?:knock|slap|push|throw|smack|kick|batter)(?:s|ed|ing|n)? ${ME_OR_THEM} (?:about|around)`),
  words('(?:making|makes|made|forcing|forces|pressuring|blackmailing) (?:me|her|him|them)(?: to| into)? send(?:ing)?'),
  words('(?:sent|taken|flown|taking me|sending me) (?:abroad|away|back|over|home)\\b.{0,20}\\bmarr(?:y|ied|iage)'),
  words("(?:work|working) for (?:nothing|no (?:pay|money))\\b.{0,40}\\b(?:passport|can'?t leave|won'?t let)"),
  words('(?:made|makes|making|forced|forces|forcing) me (?:to )?(?:have sex|sleep with|touch|do things|marry)'),
]

/** A certain person is being hurt. */
const THEM = [
  words(
    `${A_PERSON}(?: is| was| are| were|'s| has been| have been| gets| keeps getting| got)(?: (?:being|getting|regularly|sexually|physically|often|still))* ${HURT}`,
  ),
  words(`${A_PERSON} (?:is |was |keeps |kept )?${HURTS} ${THEIRS}`),
  words(
    `${A_PERSON} (?:just |has |had )?${TOLD}\\b.{0,70}\\b(?:${HURTS}|${HURT}|abuse|violence|overdose|not safe|isn'?t safe|${AFRAID} (?:of (?:him|her|his|my|their)|to go)|(?:steals|takes) (?:his|her|their)|wants? to die)`,
  ),
  words(
    `i (?:think|suspect|believe|fear|know|'?m (?:sure|worried|afraid|scared)|am (?:sure|worried|afraid))(?: that)? ${A_PERSON}(?: is|'s| might be| may be| could be| has been| was| will)\\b.{0,30}\\b(?:${HURT}|${HURTS}|(?:at|in) (?:risk|danger)|suicid\\w*|kill)`,
  ),
  words(
    "(?:there is|there'?s|he has|she has|they have|he'?s got|she'?s got) (?:domestic (?:abuse|violence)|a black eye|bruises all over)",
  ),
]

/** A certain person whose life is closed in, or who may be about to hurt or be hurt. */
const SIGNS = [
  words(
    `(?:her|his|their) ${CLOSE} (?:won'?t|will not|doesn'?t|never|refuses to) lets? (?:her|him|them) (?:out|leave|see|go|have|use|work|eat|sleep|speak|talk)`,
  ),
  words(
    `${A_PERSON}\\b.{0,30}\\b(?:with|has|had|covered in|got) (?:more |new |fresh )?(?:bruises|a black eye|burns|cigarette burns)\\b`,
  ),
  words(
    `${A_PERSON} (?:shouts|screams|swears|spits|yells) at (?:her|him|them|my)\\b.{0,30}\\b(?:leaves|left|hits|won'?t|wet|food|hungry|cries)`,
  ),
  words(
    'leaves? (?:her|him|them|my [a-z]+) (?:in (?:wet|dirty|soiled)|without food|lying in|hungry|on the floor|locked)',
  ),
  words(`${SOMEONE}\\b.{0,30}\\balways (?:hungry|starving|dirty|filthy)`),
  words(
    `(?:gonna|going to|wants to|plans to|threatening to|threatened to|says he'll|says she'll) (?:stab|shoot|knife|kill|batter|rape|hurt) (?:someone|somebody|him|her|them|people|a [a-z]+|his [a-z]+|her [a-z]+)`,
  ),
  words('(?:messag|text|dm|chatt|contact|meet)(?:es|s|ed|ing) (?:a|an|the) (?:[1-9]|1[0-7])[ -](?:year|yr)s?[ -]?old'),
  words(
    `(?:messag|text|dm|chatt)(?:es|s|ed|ing) (?:(?:young )?(?:girls|boys|kids|children))\\b.{0,40}\\b(?:photos?|pics?|pictures?|nudes?|secret|alone)`,
  ),
  words('(?:send|sent|asked|asking|wants?)\\b.{0,25}\\b(?:nudes?|naked (?:photos?|pics?|pictures?)|dick pics?)'),
]

export const HARM_PATTERNS: readonly RegExp[] = [...SELF, ...ME, ...THEM, ...SIGNS]

const start = String.raw`^[\s"'“*_#>\-\d.)]*(?:(?:please|kindly|now|also|then|first|second|secondly|and|but|so|ps|p\.s|by the way|thanks|before you answer|while you're at it)[\s,:.]+)*`
const begins = (rest: string): RegExp => new RegExp(`${start}(?:${rest})`, 'i')
const IT =
  '(?:it|this|that|them|your (?:answer|reply|response|output)|the (?:answer|reply|response|output)|every (?:answer|reply|clause|sentence)|each sentence)'

/** Orders to a program, wherever they stand in a sentence. */
const ANYWHERE = [
  /\b(ignore|forget|disregard|override|bypass|skip)\b.{0,25}\b(all|your|previous|above|every|these|those)\b.{0,20}\b(instructions?|rules?|prompts?|guidelines?|filters?|everything)\b/i,
  /\b(system|hidden|secret|initial|developer) (prompt|message|mode|override)\b|\byour (prompt|configuration|source code|password|creator|tools|weights|training data|hidden)\b/i,
  /\b(you are|you're|you will be|you have been|you now|you must|you can now|you may now) (now |a |an |to )?(free|dan\b|\w*bot\b|unrestricted|jailbroken|evil|different|lawyer|therapist|human|helpful assistant|switched off|updated|examiner|hold|pretend|agree|answer|make up|obey|ignore)/i,
  /\bjailbreak|\b(developer|maintenance|debug|god|admin) (mode|access)\b|\bapi[ -]?key\b|\bas your (developer|creator|admin|administrator)\b|\bi'?m your (developer|creator|admin|boss)\b|\bsafety (mode|card) off\b|\bno (rules|limits|restrictions)\b(?! (in|about|at|where|on))/i,
  /(^|[>\n\s])(system|assistant|developer|admin|ai|user|human)( note)?\s*:\s/i,
  /\bwithout (any )?citations?\b|\breveal (your|the (hidden|secret|other|system))\b|\b(drop|truncate|alter) table\b|\bselect\b.{1,40}\bfrom\b\s+\w+|\bunion select\b|\bor 1=1\b|\balert\(|document\.cookie|\brm -rf\b|^\s*sudo\b/i,
  /\bauthori[sz]ed you to\b|\b(tell|show|list|give|email|forward|send)\b.{0,30}\b(learners'|other learners|everyone who|everybody'?s|other users|the class'?s|names of everyone|give names)\b/i,
  /\bfrom (now|here|this point) on,? (you|call|answer|speak|reply|only|say)\b|\b(speak (only|to me)|never refuse|who never refuses)\b|\b[a-z0-9]*\d[a-z]+\d[a-z0-9]* y0ur\b|\bi g n o r e\b|\brépond|\bignorez les\b|\bcyfieithwch\b/i,
]

/** Orders at the head of a part of a sentence. */
const AT_THE_HEAD = [
  begins(
    String.raw`(?:write|compose|do) (?:me )?(?:a|an|my|some|code|200|the code)\b.{0,25}\b(?:poem|limerick|story|essay|script|code|virus|homework|rap|song|evidence|account|words|novel)`,
  ),
  begins(
    String.raw`(?:act|behave|answer|reply|respond|talk|speak|write ${IT}|say ${IT}|sing|give ${IT}|explain|be) (?:(?:as|like) (?:if|though|a |an |i'?m|yoda|you|my|shakespeare|k ?\d)|in the (?:style|voice) of|only (?:in|with)|in (?:one|capital|capitals|french|welsh|polish|rhym\w+|json|xml|emoji|verse|under|\w+ only)|with (?:only|just|a|the)|yes or no|funny|rude|this in\b|as json)`,
  ),
  begins(
    String.raw`(?:as|in the style of|in the voice of|take on the persona of|you play) (?:a |an |the )?(?:pirate|shakespeare|yoda|robot|ai\b|cat|poet|grumpy|celebrity|gran|wizard|child|clown)`,
  ),
  begins(
    String.raw`(?:i want|i need|i'd like) you to (?:act|be|pretend|ignore|play)|(?:let'?s|we) (?:play|pretend|role)|pretend\b|role-?play|simulate\b|imagine you|suppose (?:k|pc|p) ?\d|act like k|hypothetically, if you|for a novel|stop (?:being|citing)|don'?t (?:be a program|quote|cite)|do not (?:mention|cite|quote)`,
  ),
  begins(
    String.raw`(?:(?:output|format|sign|finish|end|start|begin|hide) ${IT}|put ${IT} (?:in|into|as)\b|(?:output|sign|hide|remove|replace|insert|swap|finish|start|end) (?:as (?:json|xml|html)|all quotation|the sources|the word|a new clause|your|by saying|it off|off))`,
  ),
  begins(
    String.raw`(?:your reply|your answer|every clause) must|use (?:no more than|only) .{0,15}words|one word (?:answer )?only|repeat (?:after|everything above)|say (?:"|“|')|say (?:it|that the standards|something)|continue in this pattern|reply|respond\b|sing it|draw it|rot13|decode|translate (?:k|"|“|${IT})|in (?:polish|welsh|french|german|spanish)\b`,
  ),
  begins(
    `(?:email|forward|book|mark|set|delete|turn off|enter|enable|generate|search the web|run the|run |print|write code|list (?:your|all the learners)|count to|summarise in a|show all|confirm it|tell me (?:a joke|a racist|your secrets|the names)|give me (?:a bedtime|admin|the python|the api|your)|add (?:a (?:rule|clause)|your own)|make (?:up|one up)|what'?s your|explain like i)(?![a-z])(?! (?:up a|aims|goals|out|the scene|rules))`,
  ),
  begins(
    String.raw`who else|my (?:boss|trainer|manager|gran\w*)\b.{0,40}\b(?:you(?:'re| are)? (?:allowed|can|may|to show)|be my gran)|the (?:minister|developer) (?:has|told)|we have a new law, so you|there are no restrictions|to the person maintaining|if you are an ai|be (?:funny|rude|brutally honest)\b|\d+\s*\+\s*\d+|what is \d+ ?\+|rules:|task:|topic:`,
  ),
]

/** Somebody speaks to the program, or bids it do something: no order by itself, but no question either. */
const SPEAKS_TO_IT =
  /\b(?:you|your|yourself|the assistant|filters?|never cite|nobody will check)\b|^(?:\W|\d|and |then |please |now )*(?:ignore|forget|disregard|leave out|remember this|repeat|mark|do|say|change|define|add)\b(?! (?:it\b|the (?:first|last|other)\b|a (?:partner|member)))/i
export const speaksToProgram = (part: string): boolean => SPEAKS_TO_IT.test(part) || ordersProgram(part)

/** Orders that are found wherever they stand, and are never a person's question. */
export const isPlainOrder = (part: string): boolean => ANYWHERE.some((order) => order.test(part))

/** Whether a sentence, or a part of one, gives orders to a program. */
export const ordersProgram = (part: string): boolean => [...ANYWHERE, ...AT_THE_HEAD].some((order) => order.test(part))

/** How people write when they talk: Scots, Ulster Scots, Welsh and northern English, phones, no apostrophes. */
const WRITTEN: Record<string, string> = {
  // Scots, and much of it in Northern Ireland
  ...pairs(`aboot about, afore before, aye yes, bairn child, bairns children, cannae can't, canna can't, canny can't, couldnae couldn't,
    daein doing, didnae didn't, dinnae don't, dinna don't, doon down, efter after, feart scared, fowk people, frae from, gie give, gies gives,
    gonnae going to, guid good, hadnae hadn't, hae have, hame home, hasnae hasn't, havenae haven't, heid head, hersel herself, himsel himself,
    hiv have, hoose house, isnae isn't, jist just, ken know, lassie girl, lassies girls, mair more, masel myself, mysel myself, nae no, naebody nobody,
    naw no, oot out, polis police, roon round, sae so, shouldnae shouldn't, staun stand, tae to, telt told, themsels themselves,
    wasnae wasn't, wean child, weans children, wha who, whae who, whaur where, whit what, wi with, wisnae wasn't, wouldnae wouldn't,
    wullnae won't, willnae won't, yer your, yersel yourself, yin one`),
  // Wales, Northern Ireland, the north of England
  ...pairs(`da dad, daddy dad, hissen himself, mam mum, mammy mum, mummy mum, maw mum, meself myself, nowt nothing, owt anything, peelers police,
    summat something, yous you, youse you, ye you`),
  // Phones, and no apostrophes
  ...pairs(`abt about, arent aren't, cant can't, cos because, couldnt couldn't, coz because, cuz because, didnt didn't, doesnt doesn't, dont don't, elses else's,
    folk people, folks people, gonna going to, hadnt hadn't, hasnt hasn't, havent haven't, hes he's, im i'm, isnt isn't, ive i've, pls please, plz please,
    ppl people, shes she's, shouldnt shouldn't, thats that's, theres there's, theyre they're, theyve they've, thru through, u you, ur your,
    wanna want to, wasnt wasn't, werent weren't, weve we've, whats what's, whos who's, wont won't, wot what, wouldnt wouldn't, youre you're,
    youve you've`),
}

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(list.split(/,\s*/).map((pair) => pair.trim().split(/ (.*)/, 2) as [string, string]))
}

/** The same words as a book would spell them, so that rules and search need only know one spelling. */
export const plainEnglish = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘`]/g, "'")
    .replace(/\bthe night\b(?=[\s.,!?]*$)/i, 'tonight')
    .replace(/(?<![\p{L}\p{N}'])\p{L}+(?![\p{L}\p{N}'])/gu, (word) => {
      const written = Object.hasOwn(WRITTEN, word.toLowerCase()) ? WRITTEN[word.toLowerCase()] : undefined
      return written ?? word
    })

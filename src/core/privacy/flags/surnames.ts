import { wordList } from './flag.ts'
import { plainWord } from './words.ts'

/** Surnames common in the UK’s communities, taken with a capital inside a sentence. */
export const SURNAMES = new Set(
  wordList(`
  adams adebayo adeyemi afolabi agarwal ahmed akhtar ali allen anderson andrews ansah appiah armstrong asante ashraf
  aslam atkinson bailey balogun banerjee barnes barrett begum bell bennett bhatt bibi boateng bose bosworth bradley
  brennan burke burns butt byrne cameron campbell chan chandler chapman chaudhary chaudhry cheung choudhury chowdhury
  chung clarke cohen coleman collins connolly cox crawford cruickshank cunningham daly das davidson davies davis
  dawson desai dhillon diaz dixon dogan donnelly doyle duffy edwards elliott ellis evans eze farah ferguson fernandes
  fernandez fitzgerald fletcher friedman gallagher garcia gibson gill goldberg goldstein gomes gonzalez gordon graham
  griffiths gupta gurung harris harvey hassan henderson hernandez huang hughes hussain hussein ibrahim igwe iqbal
  jackson jain jenkins jimenez johnson johnston jones joseph joshi kamara kapoor kaur kaya kelly kennedy khan khatun
  koroma kowalska kowalski kumar kwarteng lam lau levy lewandowski lewis llewellyn lloyd lopez lynch macdonald
  mackenzie mahmood malik mann mansfield marshall martinez masih matthews maxwell mcdonald mehta mendes menon mensah
  miah mishra mitchell mohamed mohammed moreno morgan morris morrison mukherjee murphy murray mustafa mwangi naidoo
  nair ndlovu nguyen nkrumah nnamdi nowak nwachukwu nwosu odhiambo ofori okafor okeke okonkwo okoro okoye oladipo
  oliveira olsen onyango osei owens owusu ozturk palmer pandey parmar patel patterson pereira perez phillips phiri
  popa popescu pritchard quinn rahman rai ramirez ramos rana rashid reddy rees rehman reid reilly reynolds richards
  richardson roberts robertson robinson rodrigues rodriguez rogers rosenberg rosenthal ross rossi russell ryan sahin
  saleh sanchez sandhu santos schmidt sesay shah shaikh sharma sheikh sheppard sidhu silva simpson sinclair singh
  smith stephens stevenson stewart sullivan sutherland szymanski takahashi tanaka taylor thapa thomas thompson
  thomson tran turner usman vasquez verma wallace walsh watkins watson watt weiss whelan wilkinson williams
  williamson wilson wiśniewski wong wright wójcik yadav yeung yilmaz yusuf zhang zhao zhou zulu`).map(plainWord),
)
/** Endings that hardly any other word has. */
export const SURNAME_ENDING =
  /\p{L}{3}(?:ski|ska|wicz|czyk|escu|ović|ovic|oglu|oğlu|enko|vich|opoulos|akis|idze|shvili|ssen|sdottir|sdóttir|wala|inder|preet|deep)$/u

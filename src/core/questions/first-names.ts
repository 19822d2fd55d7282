/**
 * First names that are often given in the UK and are no everyday words: written small, or at the start of a sentence,
 * they would not be noticed by their capital. (Left out for that reason: Will, Mark, Rose, Grace, Hope, May, Bill, Pat …)
 */
export const NAMES = new Set(
  `aaliyah aaron abdul abdullah abigail adam adeel agnieszka ahmed aisha aiden alan alasdair alastair alex alexander alexandra
  ali alice alison alun amanda amara amelia amina amir amy ana andrea andrew angela angus anil anita ann anna anne annie
  anthony anwen aoife arjun arthur asha ashley ayesha barbara beatrice ben benjamin beth bethan bilal blessing brenda brian
  bronwen callum cameron carl carol caroline carys catherine catrin charles charlie charlotte cheryl chidi chloe chris
  christina christine christopher ciara claire clare colin connor craig daisy daniel danielle darren david dawid deborah
  deepak denise derek dilys divya donna dorothy dylan eamon edward eileen eilidh elaine eleanor elena elizabeth ella ellie
  emily emma eric erin ethan evan ewan fatima fatma fiona florence francesca freya gareth gary gemma geoff george georgia
  geraint gillian giorgos glenys graham gwen hamza hannah harjit harriet harry hassan heather helen henry hussain ian ibrahim
  imran isaac isabella isla ivan jack jacob jacqueline jake james jamie jan jane janet janice jasmine jason javed jayden jean
  jennifer jenny jessica jill jim joan joanne joe joanna john jonathan jordan jose joseph joshua joyce judith julia julie
  kamal karen kasia katarzyna kate katherine kathleen katie kayleigh keith kelly ken kenneth kerry kevin khadija kieran kim
  krishna kwame lauren laura leanne lee leon lewis liam linda lisa liz lorraine louise lucas lucy luke lynn magda mahmoud
  malcolm manjit margaret maria mariam marie martin mary maryam matthew maureen megan mehmet michael michelle mike mohammad
  mohammed muhammad muriel nadia naomi natalie natasha nathan neil ngozi niamh nicholas nicola nicole nigel nikhil noah
  oliver olivia oluwaseun omar owen pamela patricia patrick paul paula pauline pavel peter philip phoebe piotr priya rachel
  rahul raj rajesh rebecca reuben rhiannon rhodri rhys richard rita roberto robert robin roisin ronald rory rosie ross roxana
  ruth ryan sadia sam samantha samuel sandra sanjay sarah scott sean sergio shabnam shannon sharon sheila shirley sian simon
  siobhan sofia sophia sophie stacey stefan stephanie stephen steve steven stuart sue sunita susan suzanne tamsin tanya tariq
  teresa tesfaye theo thomas tim timothy tom tomasz tracey tracy usman valerie vanessa victoria vijay vikram vivienne wayne
  wendy william yasmin yusuf yvonne zachary zahra zainab zara zoe`
    .trim()
    .split(/\s+/),
)

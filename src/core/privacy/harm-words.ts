/**
 * Kinds of words that people use when they tell of harm, and when they don't. A kind counts as well as the word itself, so
 * that what was learnt of "husband" and "slaps" holds for "bloke" and "wallops". A word may be of several kinds.
 */
export const HARM_WORDS: Record<string, string> = {
  me: `i me my mine myself we us our ours ourselves im ive`,
  he: `he him his himself`,
  she: `she her hers herself`,
  they: `they them their theirs themselves`,
  manOfTheFamily: `husband hubby boyfriend bf fella bloke fiance dad father papa stepdad stepfather brother bro son nephew uncle
    grandad granda grandfather granddad grandpa grandson lad man guy boy stepson stepbrother son-in-law faither
    brudda bidey-in lodger landlord boss gaffer coach priest vicar imam pastor minister doctor teacher tutor manager
    supervisor director`,
  womanOfTheFamily: `wife missus girlfriend gf fiancee mum mam mother mummy ma stepmum stepmother sister sis daughter niece aunt
    auntie gran nan nana nain grandmother grandma granny granddaughter girl lass lassie woman lady mam-gu`,
  family: `partner ex spouse parent parents family cousin cousins in-laws twin twins sibling siblings relative relatives
    kids kid child children baby bairn wean toddler infant grandchild grandchildren teenager teen youngster pupil
    foster stepson stepdaughter brothers sons sisters daughters uncles`,
  nearby: `friend mate pal neighbour flatmate housemate colleague carer carers roommate client tenant resident learner
    student volunteer member participant service-user user trainee befriender lodger`,
  inCharge: `worker staff nurse carer teacher coach priest manager boss leader youth support social counsellor therapist
    driver caretaker keyworker landlord employer agent tutor supervisor vicar imam pastor scout trustee police
    policeman physio instructor helper guard porter gaffer`,
  hits: `hit hits hitting punch punched punches slap slapped slaps slapping kick kicked kicks kicking beat beats beaten
    beating batter battered batters battering bash bashed thump thumped thumps wallop walloped wallops belt belted
    belts leather leathered whack whacked whacks smack smacked smacks smacking clout clouted skelp skelped skelping
    headbutt headbutted stamp stamped stamps shove shoved shoves shoving push pushed pushes pushing knock knocked
    knocks throw threw thrown throws throwing drag dragged drags grab grabbed grabs pin pinned pinch pinches pinched
    bite bites bit bitten scratch scratches scratched nip nips slammed slams thrash thrashed whip whipped lashed
    pummel pummelled hammered attack attacked attacks attacking assault assaulted assaulting hiding dig jumped spat
    spit spits shake shakes shook shaking manhandle rough`,
  wounds: `choke choked chokes strangle strangled strangling throttle throttled throttles suffocate suffocated smother
    smothered burn burned burnt burns scald scalded stab stabbed stabs shoot shot slit poison poisoned poisoning
    drown acid petrol drug drugged spike spiked kill killed kills killing murder murdered torture tortured starve
    starved starving break broke broken breaks`,
  hurts: `hurt hurts hurting harm harms harmed harming abuse abused abuses abusing abuser abusive mistreat mistreated
    ill-treated violent violence cruel bully bullied bullies bullying torment tormented intimidate intimidates
    intimidated harass harassed harassing molest molested interfered victimised exploited exploit exploiting neglect
    neglected neglecting trafficked traffic groom groomed grooming`,
  sexual: `rape raped rapes raping sex sexual sexually grope groped gropes molest indecent naked nude nudes undress strip
    porn kiss kissed kisses kissing touch touched touches touching fondle rub rubs rubbed stroke stroking feels
    pregnant virgin prostitute escort willy bottom bum breast breasts chest thigh underwear penis bra knickers camera
    pics pic bedroom lap tongue`,
  injury: `bruise bruises bruised bruising cut cuts scar scars wound wounds blood bleeding bled bleed welt welts black eye
    fracture fractured swollen lip split mark marks fingermarks sore sores injury injuries injured concussion burn
    burns unconscious handprint scratches broken ribs hospital ambulance`,
  body: `neck throat wrist wrists arm arms leg legs hair face head stomach belly back jaw nose eye eyes ribs rib lip lips
    finger fingers hand hands tooth teeth collarbone shoulder knee knees skin thigh thighs body mouth ear foot feet`,
  weapon: `knife knives blade blades gun shotgun bat hammer machete sword belt rope noose razor razors lighter cigarette
    iron bottle brick petrol acid crossbow scissors cable stick shank bullet bomb whip cane pills tablets paracetamol
    overdose bleach`,
  fear: `scared afraid frightened terrified fear feart fears dread terror petrified panic flinch flinches unsafe frighten
    frightens frightening scares eggshells nightmare nightmares anxious trembling shaking danger hiding hide hides
    trapped prisoner escape flee fled desperate`,
  safety: `safe safety safer unsafe`,
  control: `control controls controlling controlled allow allowed allows permit permitted permission forbid forbids forbidden
    let lets locked lock locks locking locked-in monitor monitors tracks tracking tracker track checks check spy
    spies watch watches watching stalk stalks stalked stalking stalker follow follows followed following isolate
    isolated cut-off confiscate confiscates passport passports visa papers threaten threatened threatens threatening
    threats threat blackmail blackmailed blackmailing force forced forces forcing make makes made trap keep keeps
    kept hides`,
  money: `money cash wages wage pension benefits benefit card bank account savings pip dla debt debts owe owes loan loans
    pay paid purse giro inheritance cheque`,
  takes: `steal steals stole stealing stolen rob robs robbed robbing take takes took taken taking nick nicked pinching
    drain empty emptied emptying spend spends spent`,
  death: `die died dying dead death suicide suicidal kill unalive end ending gone goodbye goodbyes note funeral alive live
    living life existence disappear vanish hang hanging hanged jump overdose grave burden`,
  despair: `hopeless pointless worthless point reason useless burden empty numb nothing tired exhausted alone lonely lost
    dark darkness despair done enough over cope`,
  self: `myself himself herself themselves themself yourself self`,
  tells: `told tells tell telling said says say saying disclosed disclose disclosing confided confides whispered admitted
    mentioned texted messaged showed shows reported asked asks wrote heard saw seen see found noticed notice suspect
    suspected suspects worried worry concerned reckon believe convinced`,
  secret: `secret secrets promise promised nobody noone anyone tell lie lied lying hide hidden`,
  care: `fed feed feeds feeding food hungry starving wash washed dirty filthy nappy pad soiled wet wee bucket heating cold
    medicine medication meds tablets unwashed thirsty water bed bedsore sore meal dinner tea supper`,
  place: `home house flat room bedroom door doors window windows street hostel car van shed garage cupboard stairs upstairs
    kitchen bathroom bath toilet bed balcony cellar landing`,
  time: `night nights tonight midnight evening weekend yesterday morning again always every everyday daily now`,
  drink: `drunk drink drinks drinking drank pub vodka bottle bottles sober booze steaming gear weed drugs drug heroin
    cocaine spice needles using dealer dealers deal dealing`,
  gang: `gang gangs elders olders crew dealers county lines cunch trap drops packages package`,
  marriage: `marry married marriage wedding nikah engaged engagement flight flights abroad passport`,
  who: `muslim hijab headscarf black asian gay lesbian trans jewish roma traveller travellers polish irish immigrant
    refugee refugees asylum mosque synagogue disabled disability wheelchair`,
  standards: `standard standards clause clauses criterion criteria nos sfjba13 scdhsc sc-networks cd-collab knowledge pc ku k28
    k29 k30 k31 text unit module evidence portfolio assignment essay assessor policy policies procedure procedures
    legislation law training course chapter workbook`,
  asks: `what which who whom whose where when why how`,
  modal: `should would could can may might must shall will`,
  if: `if suppose imagine say scenario case hypothetically`,
  anyone: `someone somebody anyone anybody people person adult adults worker workers individuals individual victims victim
    survivors survivor members users volunteers communities community group groups organisation organisations partner
    partners partnership network colleague colleagues`,
  not: `not never no none nobody nothing nowhere without cannot hardly barely`,
  work: `meeting meetings committee council funding budget project report deadline chair agenda board partnership vote
    campaign petition event funder rota minutes treasurer email form session team match game exam`,
}

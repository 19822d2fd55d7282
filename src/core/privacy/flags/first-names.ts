import { wordList } from './flag.ts'
import { plainWord } from './words.ts'

const set = (list: string) => new Set(wordList(list).map(plainWord))

/** First names (and short forms) common in the UK's communities that are no everyday word: taken in any case. */
export const FIRST_NAMES = set(`
  aadil aahana aaliyah aamir aarav aaron aarti aasim abbas abbie abby abdi abdikarim abdirahman abdul abdulaziz
  abdullah abdulrahman abeer abena abeni abid abida abigail abimbola abiodun abiola abosede abshir adam ade adebayo
  adebola adeel adeola adesola adil adina adnan adrian adriana adunni afshan afua afzal agata agnes agnieszka ahlam
  ahmad ahmadzai ahmed ahmet aidan aiden aileen ailsa aimee aine aisha aisling ajay ajoke akbar akhtar akiko akin
  akosua akram akua alan alana alasdair alastair aled alejandra alejandro aleksandar aleksandr aleksandra alessandra
  alessandro alex alexa alexander alexandra alexandru alexei alexis alfie alfonso alfred ali alia alice alicia alicja
  alin alina alison alistair aliya allan allison alma altaf alton alun ama amaka amal amanda amandeep amani amar
  amara amardeep ambreen amelia amelie amina aminah aminata amir amit amjad amrit amrita amy ana analyn anand anas
  anastasia anatoly anca andre andrea andreas andreea andrei andrew andrzej andy angela angelo angharad angie anh
  ania anil anisa anita anjali anjum anka ankita ann anna annabel anne annette annie anoop anthony antoine antonia
  antonio antony anuradha anwar anwen aoibheann aoife aqsa archie arif arjun arlene arnel arnold aroha arthur artur
  arun arundhati arwel asad asha ashleigh ashley asif asim aslam asma atif audrey avi avigail aviva avraham ayaan
  ayesha aylin ayman ayo ayodele ayomide ayse aysel ayub azar azhar aziz azra babar bader bahram bairbre balbir
  baljit balvinder balwinder baraka barbara baris barney barry bartek bartosz baruch bashiir bashir basma bassam
  batsheva baz bazza beata beatrice beatriz becca becky beena behrouz belinda ben benjamin benny berk bernadeth
  bernadette bernard bernardo bernie bert beryl beth bethan bethany betty bev beverley bhavna bilal bilyana bina
  binyamin bob bobby bogdan bogdana boguslaw bola bolanle boris borislav bozena bradley brandon brenda brendan brian
  bridget bridie bronagh bronwen bruce bruno bryan bryn bryony bukola bunmi burak bushra cabdi cahir calin callum
  calum camelia cameron camilla camille candice caoimhe carla carlos carmen carole caroline carolyn carrie carwyn
  carys cassie catalin catalina caterina cath cathal catherine cathy catrin catriona cecil cecile cecilia cedella
  celine cem cemal cengiz ceri cerys chaim chana chandra chantal chantelle charanjit charlene charles charlie
  charlotte chava chaya cheryl chiamaka chiara chibuike chichi chidi chidiebere chidinma chika chike chima chiming
  chinedu chinenye chinwe chioma chloe chris chrissie christina christine christopher chuka chukwuma ciara ciaran
  cillian cindy ciprian claire clara clare clarence clarissa claudia claudio claudiu cleo clifford clinton clive
  clodagh colette colin colleen concepcion connie connor conor constance constantin consuelo corina corinne cormac
  cormack cornel cosmin costel craig cristi cristian cristiano cristina cynthia czeslaw dafydd dai dalia daljit
  damian damien damilola dana daniel daniela daniella danielle danilo danny danuta daphne darek daria darina dariusz
  darragh darren dave davey daveyboy david davina davinder dayo daz deaglan dearbhla deb debbie deborah debra declan
  deepa deepak deeqa deirdre dele delroy delyth denis denisa denise deniz dennis denzel derek dermot desmond desrick
  desta devika devorah dewi diana diane diarmuid diego dieter dikeledi dilan dilek dilip dilys dimitar dimitri dina
  dipak dipti divina doina dolly dolores domenico dominic dominika dominique donal donald donna doreen dorin doris
  dorota dorothy doug douglas dov dovid dragos dudley dumitru duncan dyfan dylan eamon eamonn ebele ebere ebru eddie
  edie edita edith edmund edna eduardo edward edwin efe effie efraim efua egle ehsan eifion eileen eilidh eilish
  eimear eirlys eitan eithne ekene ekow elaine eleanor elena eleri eli eliezer elif elijah elin elina elisa
  elisabetta elise eliyahu elizabeth ella ellen ellie ellie-mae elliot elliott elodie elsie elspeth eluned elwyn
  elzbieta eman emeka emelita emer emiko emil emilia emily emine emlyn emma emmanuel emre emrys enid enitan enrique
  enzo eoghan eoin ercan erdal erdem eric erica erin erlinda ernest ernesto erol errol esi esme esperanza esra esther
  esti ethan ethel etienne euan eugen eugene eunice eva evan evelyn everton evgeni evie ewa ewan ewelina ewen ewurama
  eyram ezra fabio fadi faduma fadumo fahad faigy faisal faiza farah farhan farhiya farida faris farooq farouk
  farshid farzana fatih fatima fatimah fatma fatou fatoumata fauzia fawzia fazal federica federico felicia felicity
  felipe felix femi ferdinand fergal ferghus fergus fernanda fernando ffion fiachra fikret filipa filippo finbarr
  finlay fiona fionn fionnlagh fionnuala flavio florentina florin florrie floyd folake folasade fowzia fraidy frances
  francesca francesco francis francisco franco francois francoise fraser freddie frederick freya friedrich fuad funke
  funmi gabriel gabriela gabrielle gail galina gareth garfield gary gavin gaz gbenga gemma geoff geoffrey george
  georgeta georgi georgie georgina geraint gerald geraldine gerard gerri gerry gethin ghada ghazala gheorghe ghulam
  gianni giedre gillian ginny gintaras giorgio giovanni gita gitty giulia giuseppe gladys glenda glenn glenys gloria
  glyn glynis gokhan gopal gordon gosia gracie graeme graham grainne grazyna greg gregor gregory greta gruffydd
  grzegorz guido guilherme guillaume gul gulalai gulay gulsum gulzar guoqiang guowei gurdeep gurjit gurmeet gurpreet
  gustavo gwen gwenda gwendoline gwenllian gwilym gwyn gwyneth habib habiba habtamu hadassah hafiz hafsa haider haifa
  hakan hala halil halima halina hamdi hamid hamish hamza hana hanan hanif hanka hannah hans hao haoyu hardeep harjit
  harold harpreet harriet harrison harry haruka harvinder hasan hassan hatem hatice hattie hayley haytham heidi heinz
  heledd helen helena helga helmut henrietta henrique henry henryk hershel hettie hewa hiba hibo hien hilary hilda
  hina hindy hiroshi hodan horace horia howard hristo huda hugh hugo hui huimin hulya humaira humayun huong husam
  huseyin husna hussain hussam hussein huw hyacinth hyejin hywel iain ian ibrahim ibtisam icilda idris ieuan ifan
  ifeanyi ifeoma ifrah iftikhar iga ige ignacio igor ihor ijeoma ikechukwu ikenna ikram ileana ilhan ilie ilker ilona
  imad imogen imran imtiaz inas inderjit indira ines inga ingrid inigo inna ioan ioana iolo ionel ionela ionut iqbal
  irena irene irfan irina irshad iryna isaac isabel isabela isabella isabelle isha ishaan isla ismaeel ismail ismet
  isobail isobel israa issy istahil itzik iulia iulian ivan ivana ivanka iwan iwona iyabo izabela izzy jabeen jaber
  jabulani jacek jackie jacob jacqueline jacques jacqui jadwiga jagdeep jagdish jake jakub jalal jamal james jamesina
  jamie jamil jamila jane janet janice janine janusz jared jarek jaroslaw jasbir jasmeet jasmine jason jaspreet
  jasvinder javed javier jaxon jaya jayden jayesh jayne jean-paul jeanette jed jeff jeffrey jelena jemma jen jenna
  jennie jennifer jenny jeremy jermaine jerome jerry jerzy jess jesse jessica jhun jianguo jiayi jide jihoon jill
  jillian jim jimbo jimmy jing jitendra jiwoo joan joanna joanne joao joaquim joaquin jocelyn jodie joe joel john
  johnny jojo jola jolanta jon jonalyn jonathan jonno jonny jonty jordi jorge jorja jose josef josefa josefina joseph
  josephine josh joshua josie joyce juan juana juanita judith judy juergen jules julia julian julie juliet junho
  junjie jurgita justin justine justyna jyoti kacey kadeem kadir kagiso kai kalpana kamal kamala kamil kaming kamran
  karan kareem karen karim karima karl karolina karwan kashif kasia kasper katarzyna kate katherine kathleen kathryn
  kathy katie katrina katy katya kausar kavita kayden kayleigh kaz keeley kehinde keiko keira keisha keith kelechi
  kelly kelvin kemal kemar kemi kenan kenji kenna kenneth kenny kenta kerron kerry kev kevin kezia khadija khadijah
  khadra khaled khalid khalil khurram kian kiera kieran kim kimberley kinga kiran kirk kirsten kirstie kirsty kishan
  klaudia klaus kobina kofi kojo komal konrad koray krishna kristina krystian krystyna krzysiek krzysztof kseniya
  kuba kuldeep kulvinder kulwinder kumar kwabena kwadwo kwaku kwame kwasi kwokwai kyle kyra lacey lachlan ladan
  ladonna lakhbir lakshmi lalita lara larisa larry larysa lascelles latif latoya laura lauren laurence laurent
  laurentiu lavinia lawrence layla leah leanne leena leib leigh leila lekan leman lena leo leon leonard leroy lesley
  leslie leszek leticia lewis lexi leyla liam liban libby lidia lihua lijuan liliana liling lillian lilly lily-mae
  lina linda lindiwe lindsay lindsey linh lisa liv liviu liz lizzie llinos lloyd llyr llywelyn logan lois lola lorcan
  loredana lorenzo lorna lorraine lottie lotty louis louisa louise lourdes lowri luay lubna luca lucas lucian luciana
  luciano lucinda lucy luigi luis luisa lukasz luke luminita luzviminda lwazi lydia lyn lynda lynn lynne lynsey
  lyudmila mabel maciej maciek madalina maddy madeleine madison maeve magda magdalena maggie mags mahad mahmood
  mahmoud mahmud mahsa mair mairead mairi maisie majid makena maksym malachy malak malcolm malgorzata mali malika
  malka malky mamadou manal mandeep mandy manjeet manjit manoj mantas manuel manuela maqsood marcela marcelo marcia
  marcin marco marcos marcus marek margaret margarida marged margot maria mariam mariama marian mariana marianne
  maricel marie mariko marilyn marina marinela mario mariola marion marites marius mariusz marivic marjorie marlene
  marlon marta martha martin martyn marusya marva marwa marwan mary maryam maryan marzena masako masood massimo mateo
  mateusz matilda matt matteo matthew maud maureen maurice mavis maxine maya maya-rae mazen mckenzie meena meera
  megan mehdi mehmet mehmood mehreen meifang meiling meinir meiyee melanie melek meleri melissa meltem melvin
  menachem mendel mendy menna mercedes merle merlene merve mervyn mete metin meurig mhairi mia michael michal micheal
  michele michelle michiko mick mickey mieczyslaw miguel mihaela mihai mihail mike mikey mikolaj mildred milena
  milica millie milo milos mindaugas mingzhu minh minji minjun miranda mircea mireille mirela miri miriam miroslaw
  modupe mohamed mohammad mohammed mohammud mohamud mohan mohannad mohinder mohsin moira moishe molly mona monica
  monika monique morag mordechai morfydd morgan morris morven moshe motti mouna mounir mourad mpho mubarak muhammad
  mukesh mumtaz muna mungo munir munira murat muriel murray musa mustafa mustapha mwangi myfanwy mykola mylie myra
  nabeel nabil nachman nada nadeem nadezhda nadia nadine nadir naheed naila naji najma najwa nancy naoko naomi nargis
  narinder naseem nasim nasir nasra nasreen nasrin natalia natalie natalya natasa natasha nathalie nathan navdeep
  naveed nawal nazan nazia nazir ndidi neal nechama necla neelam neeta neha neil nejat nendawo nermin nerys neslihan
  nessa nesta nev neville ngoc ngozi nguyet nhung nia niall niamh nicholas nicky nicola nicolae nicole nicoleta nicu
  nigel nihat nikhil nikola nikolai nikolay nilesh nilufer nimco nimo nisha nitin nizar njeri nkechi nkosana nnamdi
  nneka noa noah noam noel nomsa nonso noor noreen norma norman nosipho nour noura nouri nuala nuno nuray nurcan
  nusrat nyah nyla oana obinna octavian oisin okan oksana ola olamide oleg oleh oleksandr olga olha olimpia oliver
  olivia olivier ollie olly olu oluchi olufemi olumide olusegun oluwaseun olwen omaima omar omer onyeka oonagh orhan
  orla orlagh orville osagie oscar osian oskar osman othieno ousmane ovidiu owain owen ozan ozge ozlem pablo paddy
  padraic padraig pam pamela paola paolo paraschiva pardeep parisa parminder parveen pascal pascale patricia patrick
  patrycja patryk patsy patti paul paula paulina pauline pavel pawel pedro peggy pelin percy perel petar peter petr
  petru phil philip philippa phillip phoebe phuong phyllis pilar pinar pinchas piotr piotrek pooja poppie prabhjot
  pradeep prakash prakriti pranav pratik praveen preeti priti priya priyanka przemek przemyslaw purnima qais qasim
  quang quynh rabab rabia rachael rachel rachid radcliffe radek radha radoslaw radu rafael rafal rafik rafiq raheela
  rahul raizel raj rajesh rajinder rajni raju rakesh ralph raluca ramesh rami ramona rani rania ranjit raquel rasa
  rasha rashid rashida raul ravi ravinder rawan raymond razia razvan rebecca recep reece reem reena reggie reginald
  rehana rehman rekha renata renuka reza rhian rhianna rhiannon rhodri rhona rhonda rhuaridh rhys riaz ricardo
  richard richie ricky rima rita rivka rivky rizwan robbie robbo robert roberta roberto robyn rocio rodel roderick
  rodica rodney rodrigo roger rohan rohit roisin rojin roland roman rommel ronald ronnie rory rosalie rosalind
  rosario rosemarie roshan rosie ross rotimi rowena roxana roxanne roy roya roz ruairi ruairidh ruaridh ruba rubina
  ruchel ruchi rudolph rui rukhsana rukiye rupert russell ruta ruth ryan ryszard saba sabiha sabina sabrina sade
  sadia sadie saeed safa safia safwan sagal sahar sahil sahra saima saira sajid sajida sakina salah saleem salim
  sally salma salman salvatore salwa sam samantha samatar sameer samer sami samia samina samir samira samuel sana
  sanda sandeep sandie sandra sangeeta sania sanjay sanjeev santiago santosh saoirse sara sarah sardar sasha satnam
  satwinder sawsan saynab scott seamus sean sebastian seema segun sekou selcuk selim selin selina sema semra senga
  seojun seonaid serap serdar seren sergei sergey sergio serhiy serkan seun seval sevgi sevim shabana shabir shabnam
  shafiq shagufta shahbaz shahid shahida shahnaz shahram shaindy shaista shakeel shamim shamima shanaz shane shanice
  shaniqua shankar shannon shantelle sharmaine sharon shaun shavon shaya shayla shaz shazia shazza sheena sheetal
  shehnaz sheikha sheila shelley sheree sherif sherine shilan shilpa shimon shira shireen shirin shirley shloimy
  shlomo shmuel shoaib shona shoshana shprintza shreya shruti shukla shukri shulamit siamak sian sibusiso sid sidney
  sidra silvia silviu simcha simon simona simone simran sinan sinead siobhan sion sioned sipho sita siuming skyla
  slawek slawomir snezana sofia sohail soheila sola sonia sophia sophie sorcha sorin sorina souad soyeon spencer
  sruli stacey stan stanimir stanislaw stanley stefan stefania stefano steffan stella steph stephanie stephen steve
  steven stevie stewart stoyan struan stuart subhash sufyan suha sukhdeep sukhjit sukhvinder sukru suleyman sultana
  sumaira sumaya sumera sunhee sunil sunita suraj suresh surinder surjit susan susannah sushila susie suzanne suze
  svetlana swati sybil sylvia sylvie sylwia szymon tadeusz tadhg tafadzwa taha tahir tahira taiwo takashi takumi
  talha tali tamar tamara tamsin tania tanisha tanveer tanvi tanya tara taras tarek tariq tarkan tasleem tasnim
  tatenda tatiana taylor tayyab ted tegan tegwen tejinder temitope tendai tenneh teodor teodoro terence teresa terri
  terry tess tessa tetiana thabo thandi thandiwe thanh thao thea thelma theo theodore theresa thi thiago thierry
  thomas thuy tia tiago tiberiu tiernan tiffany tilly tim timothy tina tobi toby todd tolu tom tomasz tomek tomiwa
  tommy tomos toni tony tope tracey tracy traian trang trev trevor trish trisha trudy trung trystan tsepo tuan tudor
  tulay tuncay tunde turgut tuyet tyrone tzippy tzvi uche uchenna udo ufuk ugur ulrike umair umar umit una unathi uri
  urmila ursula urszula usha usman uzma valentin valentina valerie valeriu vandana vanessa varsha vashti vasil vasile
  vaughan velma vera vernon veronica vesna vicki vicky victor victoria vijay vikas viki vikram viktor viktoriya vimla
  vince vincent vincenzo vinh vinnie vinod viola viorel viorica virginia vishal vitaliy vivian vivien vivienne vlad
  vladimir volkan volodymyr wael wafa waheed wailing wale waleed walid walter wambui wanda wangari wanjiru waqar
  warsame waseem wayne weiling weiming weiwei wendy wenjing weronika wessam wieslaw wieslawa wiktoria wilf wilfred
  wilhelmina william willie wingyan winifred winnie winsome winston wioletta witold wladyslaw wojciech wojtek wullie
  wyn xavier xiaohong xiaoli xiaoming xin xiulan xiuying xuan yaa yaakov yael yahya yanling yaqub yara yaroslav
  yasemin yasin yasir yasmeen yasmin yassin yassir yaw yechiel yehuda yehudit yemi yetunde yifan yifei yildiz yilmaz
  yiming yingying yinka yisroel yitzchok yixuan yocheved yoko yolanda yonatan yosef yossel yossi younghee younis
  yousaf yousef youssef yuhan yuki yulia yuliya yumi yunxi yuri yusuf yuxin yves yvette yvonne zachary zack zafar
  zaheer zahid zahida zahra zain zainab zainabu zaki zakir zalman zamzam zandile zara zarghuna zayn zbigniew zbyszek
  zdenka zeenat zeeshan zehra zeinab zeki zev zeynep zhen zhihao zia ziad zihan zipporah ziv zixuan zodwa zoe zofia
  zohreh zola zoran zosia zubair zuhair zulfiqar zuzanna`)

/** Names that are everyday words, places or months as well: only with a capital, inside a sentence or a pattern. */
export const EVERYDAY_NAMES = set(`
  mair roman nadir paddy yaw mali wale tope
  abe al amber ana angel angus april archer aria art ash asia august autumn azad bahar bao basil bay bea beau bee
  belle bert bill bin blessing bo bonnie bounty brandy brook brooke bud buddy bunny buster cal can candy carol carter
  cash cat chad chance charity chase chelsea chen cherish cherry chi china christian clarity clay cliff colm comfort
  con cooper coral crystal curtis daisy dale dan dara dawn dean dee delight delta desire destiny dev di diamond dick
  don dot drew duc duke dung earl ed eden ember emerald essence eva eve ever faith fang favour fay feng fern fi flo
  flora florence ford fortune fox frank gaia gale gay gaye gem gene genesis georgia gift ginger glen glory goodness
  grace grant gulf gus guy hai hal hank happy harmony haven hazel heath heather heaven ho hoa holly hong honour hope
  hui hung hunter ike iman india ion iona ira iris israel ivor ivy jack jade jan jasper jay jean jem jet jewel jia
  jihad jin jo jo-jo jordan journey joy jun june justice kang kay ken kenya kim kind king kit kitty kun lance lark
  laurel lavender lee len les levi li liberty lily lin ling lisbon long loren lou lucky lux lynx madge magic mai mark
  marvel mason max may mei melody memory mercy merit midge miles mimi min ming miracle misty mo muse nam nan nana nat
  ned nell ness nic nick noble nora norm nova oak obi ocean ola olive opal orchid page paige pansy paris parker pat
  patience paz peace pearl penny pepper petal phoenix pierce pierre pip pixie poet poppy praise precious primrose
  prince promise prosper prudence queenie quest rain rainbow raven ray reed reg reign reuben rex rhyme rhythm rich
  rio river roan rob robin rock rod roma rosa rose rosemary rowan royal ruby russet rusty saffron sage said sal sandy
  santa saul scout serene shadow shay sheer shiloh shy sid sienna silver sina sincere sky skye sol solace song sonny
  sorrel sparrow spring star sterling stone storm stu success sue summer sun sunny sunshine tai tally tan tanner tate
  tay ted tel tempest temple tex thankful thankgod tiger tory trace trinity troy true tuesday ty tyler tyson una
  unity val vale valentine venus verity vesta vi vic victory vince violet virtue viv wade wei wen wes whit will
  willow winter wisdom wolf wonder woody wren wyatt yan ying yu zen zephyr zia zion`)

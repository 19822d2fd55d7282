import { wordList } from './flag.ts'

/** Nations’ counties, cities, towns, boroughs and islands that are no everyday word or first name: in any case. */
export const PLACE_NAMES = wordList(`
  derby hull perth slough skye newark preston windsor harrow aberdare aberdeen aberdeenshire abergavenny aberystwyth accrington airdrie aldershot alloa altrincham ammanford
  andover anglesey antrim arbroath argyll armagh arran ashton-under-lyne aviemore aylesbury ayr ayrshire ballymena
  ballymoney banbridge banbury banff bangor barnsley barnstaple barra barrhead barrow-in-furness basildon basingstoke
  batley bedford bedfordshire belfast benbecula berkshire bethnal_green bexhill bexley bicester birkenhead birmingham
  blackburn blackpool blyth bodmin bognor_regis bogside bolton bootle bournemouth bracknell bradford braintree brecon
  brentwood bridgend bridgwater brighton bristol brixham brixton bromley bromsgrove burnley bury_st_edmunds butetown
  caernarfon caerphilly caithness camberwell cambridge cambridgeshire cambuslang camden canterbury cardiff cardigan
  cardiganshire carlisle carmarthen carmarthenshire carrickfergus castleford ceredigion chapeltown chatham cheadle
  chelmsford cheltenham chepstow cheshire chesterfield chichester chippenham chorley clackmannanshire clacton
  cleethorpes clydebank coatbridge colchester coleraine colwyn_bay conwy cookstown corby cornwall county_down
  county_durham coventry craigavon craigmillar crawley crewe croydon cumbernauld cumbria cwmbran dagenham darlington
  dartford daventry denbigh denbighshire deptford derbyshire derry devon dewsbury didcot doncaster dorchester dorking
  dorset drumchapel dulwich dumbarton dumfries dundee dunfermline dungannon dunoon durham ealing east_ham
  east_kilbride eastbourne easterhouse eastleigh ebbw_vale edinburgh edmonton elgin ellesmere_port enfield
  enniskillen epsom evesham exeter falkirk falls_road falmouth fareham farnborough felixstowe fermanagh fife finchley
  fleetwood flintshire folkestone forfar fort_william fraserburgh frome galashiels galloway gateshead gillingham
  glamorgan glasgow glastonbury glenrothes gloucester gloucestershire goole gorbals gosforth gosport govan
  grangemouth grangetown grantham gravesend great_yarmouth greenock greenwich grimsby guernsey guildford gwent
  gwynedd hackney halesowen halifax hammersmith hampshire handsworth harehills haringey harlesden harlow harringay
  harris_and_lewis harrogate hartlepool harwich hastings havant haverfordwest hawick hebden_bridge hemel_hempstead
  hereford herefordshire hertford hertfordshire hexham high_wycombe highbury hillingdon hinckley holyhead horsham
  hounslow huddersfield huntingdon hyndburn ilford ilkeston ilkley inverclyde inverness inverurie ipswich irvine
  isle_of_man isle_of_skye isle_of_wight islington jarrow jedburgh keighley kendal kensington kettering kidderminster
  kilburn kilmarnock king's_lynn kings_lynn kingston_upon_hull kirkcaldy kirkintilloch kirkwall knowsley ladywood
  lambeth lampeter lanarkshire lancashire lancaster larne leamington_spa leeds leicester leicestershire leith lerwick
  letchworth levenshulme lewes lewisham leyton lichfield lincolnshire lisburn litherland liverpool livingston
  llandudno llanelli llangefni london londonderry loughborough lowestoft lurgan luton macclesfield machynlleth
  magherafelt maidenhead maidstone manchester manningham mansfield margate matlock merseyside merthyr_tydfil
  middlesbrough midlothian milford_haven milton_keynes moray morecambe moss_side motherwell musselburgh nairn neath
  newbury newcastle newham newport newquay newry newton_abbot newton_aycliffe newtownabbey newtownards norfolk
  northallerton northampton northamptonshire northumberland norwich nottingham nottinghamshire nuneaton oban oldham
  omagh orkney oswestry outer_hebrides oxford oxfordshire paignton paisley peckham pembroke pembrokeshire penarth
  penicuik penrith penzance perthshire peterborough peterhead pitlochry plymouth pollokshields pontefract pontypool
  pontypridd port_talbot portadown porthmadog portree portrush portsmouth powys prestatyn prestwich pwllheli ramsgate
  rawtenstall redbridge redcar redditch reigate renfrewshire rhondda rhyl ripon rochdale rochester romford rotherham
  rothesay runcorn rushmoor rutland salford salisbury sandbach sandwell scarborough scunthorpe selby selkirk shankill
  sheffield shetland shoreditch shrewsbury shropshire sittingbourne skegness skelmersdale smethwick solihull somerset
  south_shields south_uist southall southampton southend southport southwark sparkbrook spennymoor splott st_albans
  st_andrews st_austell st_helens st_ives stafford staffordshire staines stalybridge stevenage stirling stockport
  stockton stockwell stoke-on-trent stornoway stourbridge strabane stranraer stratford streatham stroud suffolk
  sunderland surrey sussex sutton_coldfield swanage swansea swindon tameside tamworth taunton teesside telford
  tewkesbury thanet thetford thurrock thurso tiree tiverton tonypandy tooting torbay torquay totnes tottenham
  tower_hamlets toxteth trafford trowbridge truro tunbridge_wells tyneside tyrone ullapool uxbridge wakefield
  wallasey wallsend walsall waltham_forest walthamstow wandsworth warrington warwick warwickshire watford wealdstone
  wellingborough wembley west_bromwich west_ham wester_hailes western_isles westminster weston-super-mare weymouth
  whitby whitechapel whitehaven widnes wigan willesden wiltshire wimbledon winchester wirral wisbech wokingham
  wolverhampton woolwich worcester worcestershire workington worksop worthing wrexham wythenshawe yeovil ynys_mon
  york yorkshire`)

/** Places that are everyday words or first names too: only with a capital inside a sentence. */
export const EVERYDAY_PLACES = wordList(`
  acton ancoats anfield archway armley ascot ashford aston attercliffe balham barking barnet barry bath battersea
  battle beeston bermondsey bow bramley brent burngreave bury catford chelsea chester chiswick clapham cork dalston
  deal digbeth diss dover down edgware eltham erdington everton eye ford fulham gorton greenford ham hanwell harris
  harrow havering hayes headingley hendon holloway hook hope hornsey hove hulme hunslet huyton hyde iona islay jura
  kent keswick kingston kirkby leek leigh lewis lincoln longsight looe march merton mitcham mold morden moseley mull
  nelson newark northolt oakham perivale poole poplar pudsey reading richmond rotherhithe rugby ruislip ryde rye sale
  sandwich selly_oak settle sheppey sidcup speke stanmore stepney stone street sutton thirsk tobermory tring
  twickenham wake walton wapping ware wells wick windsor yell`)

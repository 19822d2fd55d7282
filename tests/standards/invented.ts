interface Group {
  heading: string
  clauses: [label: string, text: string][]
}
interface Invented {
  urn: string
  title: string
  overview: string[]
  performance: Group[]
  knowledge: Group[]
  scope: [introduction: string, term: string]
  details: [key: string, value: string][]
}

/** A standard that nobody published, for trying layouts: every way a clause can be numbered, and words that break badly. */
export const INVENTED: Invented = {
  urn: 'SFGAL0233',
  title: 'Develop a shared allotment together with the people who work it',
  overview: [
    'This standard identifies the requirements when you develop a shared allotment. This includes finding out what people want to grow, sharing tools and water, and settling what cannot be shared.',
    'It is for everybody who looks after land in a town or a village together with others.',
  ],
  performance: [
    {
      heading: 'Find out what people want from the land and from each other',
      clauses: [
        ['P1', 'identify with the people who work the land what each of them hopes to grow there in the coming year'],
        ['P2', 'support people to communicate their preferences and needs about the relationships they wish to have'],
        ['P3', 'make clear to everybody involved what the rules of the site are, including:'],
        ['P3.1', 'who holds the keys'],
        ['P3.2', 'who may bring children or animals'],
      ],
    },
    {
      heading: 'Share tools and water',
      clauses: [
        [
          'P4',
          'agree with people how tools are lent, mended and brought back, and how this might change under the Data Protection Act 2018',
        ],
        [
          'P5',
          'work with others to share water in a dry month in ways that are fair to people whose beds are far from the tap',
        ],
        ['P6', 'review what was agreed, within 14 days of a complaint'],
      ],
    },
  ],
  knowledge: [
    {
      heading: 'Rights',
      clauses: [
        ['K1', 'legal requirements on equality, diversity and the rights of people who rent land'],
        ['K2', 'how to deal with and challenge discrimination on a shared site'],
      ],
    },
    {
      heading: 'Specific to this standard',
      clauses: [
        ['K3', 'why some people’s voices are heard more often than others at a meeting of the members'],
        ['K4', 'how water is measured'],
      ],
    },
  ],
  scope: [
    'The details in this field are explanatory statements of scope; they are not required for achievement.',
    'People are those who work a bed on the land, and those who live with them.',
  ],
  details: [
    ['Developed by', 'Skills for Gardens'],
    ['Version number', '1'],
    ['Date approved', 'March 2022'],
    ['Indicative review date', 'March 2035'],
    ['Validity', 'Current'],
    ['Status', 'Original'],
    ['Originating organisation', 'Skills for Gardens'],
    ['Original URN', 'SFGAL0233'],
    [
      'Relevant occupations',
      'Gardeners; Growers; Public Services; Associate Professionals in the care of land; Community Workers',
    ],
    ['Suite', 'Allotments'],
    ['Key words', 'beds; seeds; sharing'],
  ],
}

/** What every layout must give: heading, how a clause is called, its words. */
export const EXPECTED: [heading: string | null, label: string, text: string][] = [
  ...INVENTED.overview.map((text, i): [null, string, string] => [null, `Overview, paragraph ${i + 1}`, text]),
  ...[...INVENTED.performance, ...INVENTED.knowledge].flatMap(({ heading, clauses }) =>
    clauses.map(([label, text]): [string, string, string] => [heading, label, text]),
  ),
  ['Scope/range related to performance criteria', 'Scope of the performance criteria, introduction', INVENTED.scope[0]],
  ['Scope/range related to performance criteria', 'Scope of the performance criteria: “People”', INVENTED.scope[1]],
  ...INVENTED.details.map(([key, value]): [string, string, string] => [
    'Document details',
    `Document details, ${key}`,
    `${key}: ${value}`,
  ]),
]

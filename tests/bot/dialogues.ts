/** Something said, with what must stand in the reply, and what must not. */
export interface Exchange {
  say: string
  has: string[]
  not?: string[]
}

const TRUST: Exchange = { say: 'how do I build trust?', has: ['SC-NETWORKS K14', 'CD-COLLAB PC 8'] }
const EVALUATE: Exchange = { say: 'how do I evaluate a partnership?', has: ['CD-COLLAB KU 17', 'Show more'] }
const ON_ITS_OWN = 'I can’t tell what that is about'

/** Questions that follow questions, as people ask them. Each dialogue begins anew. */
export const DIALOGUES: Record<string, Exchange[]> = {
  'the next label': [
    { say: 'K31', has: ['SC-NETWORKS K31'] },
    { say: 'and for K32?', has: ['SC-NETWORKS K32'], not: ['K31'] },
    { say: 'what about 33?', has: ['SC-NETWORKS K33'] },
    { say: 'and K60?', has: ['K runs to K55'] },
    { say: 'the previous one', has: ['SC-NETWORKS K32'] },
  ],
  'a label that two standards have': [
    { say: 'PC 7 of SFJBA13', has: ['SFJBA13 PC 7'] },
    { say: 'and PC 8?', has: ['SFJBA13 PC 8', 'Another standard has a clause with that number too', 'CD-COLLAB PC 8'] },
  ],
  'where it stands': [
    { say: 'K31', has: ['SC-NETWORKS K31'] },
    { say: 'which standard is that from?', has: ['SC-NETWORKS (', 'SC-NETWORKS K31'] },
    { say: 'and the next one?', has: ['SC-NETWORKS K32'] },
  ],
  'more of an answer': [
    EVALUATE,
    { say: 'tell me more', has: ['Here is more on the same question'], not: ['CD-COLLAB KU 17'] },
    { say: 'any more?', has: ['That is all I found'] },
  ],
  'more of one clause': [
    { say: 'K31', has: ['SC-NETWORKS K31'] },
    { say: 'say more', has: ['Under the same heading', 'SC-NETWORKS K30'], not: ['K31'] },
  ],
  'one of several': [
    { say: 'K14 and K16', has: ['SC-NETWORKS K14', 'SC-NETWORKS K16'] },
    { say: 'say more about the second one', has: ['SC-NETWORKS K16'], not: ['K14'] },
    { say: 'what does it mean?', has: ['SC-NETWORKS K16 in plain words (ours, not the standard’s)'] },
  ],
  'one that is not there': [
    TRUST,
    { say: 'the fifth one please', has: ['There weren’t that many', 'SC-NETWORKS K14'] },
  ],
  'which do you mean': [
    TRUST,
    { say: 'what does that mean?', has: ['Which of these do you mean?', 'What does SC-NETWORKS K14 mean?'] },
    { say: 'What does SC-NETWORKS K14 mean?', has: ['SC-NETWORKS K14 in plain words'] },
  ],
  'why and how': [
    { say: 'K31', has: ['SC-NETWORKS K31'] },
    { say: 'why?', has: ['They give no reasons for it', 'SC-NETWORKS, Overview, paragraph 1'] },
    { say: 'how do I do that?', has: ['not how to do it', 'your trainer or assessor'] },
  ],
  'the other list': [TRUST, { say: 'and the knowledge ones?', has: ['the nearest in that list', 'not how to do it'] }],
  'the other standards': [
    { say: 'K31', has: ['SC-NETWORKS K31'] },
    { say: 'what about the other standard?', has: ['There are two others', 'CD-COLLAB', 'SFJBA13'] },
    { say: 'what does SFJBA13 say about that?', has: ['the nearest that it says', 'SFJBA13'] },
  ],
  'facts of one and another': [
    { say: 'when was SFJBA13 approved?', has: ['August 2015'] },
    { say: 'and the networks one?', has: ['The text of SC-NETWORKS gives no date'] },
    { say: 'is it current?', has: ['The text of SC-NETWORKS gives no status'], not: ['CD-COLLAB'] },
    { say: 'what about SFJBA13?', has: ['Validity: Current', 'July 2020, has passed'] },
  ],
  'a question of its own in between': [
    TRUST,
    { say: 'What is the weather going to be like in Leeds tomorrow?', has: ['could try'] },
    { say: 'the first one', has: ['SC-NETWORKS K14'] },
  ],
  'nothing before it': [
    { say: 'tell me more', has: [ON_ITS_OWN] },
    { say: 'why?', has: [ON_ITS_OWN] },
    { say: 'and the other standard?', has: [ON_ITS_OWN] },
    { say: 'what about SFJBA13?', has: ['SFJBA13, Overview, paragraph 1'] },
  ],
  'questions that stand alone': [
    { say: 'K31', has: ['SC-NETWORKS K31'] },
    { say: 'what does it mean to work in partnership?', has: ['CD-COLLAB'], not: ['K31', ON_ITS_OWN] },
    { say: 'why do partnerships fail?', has: ['CD-COLLAB KU 10'], not: ['K31', ON_ITS_OWN] },
    { say: 'tell me about the networks standard', has: ['SC-NETWORKS, Overview, paragraph 1'] },
  ],
}

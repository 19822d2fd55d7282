/** One step on an axis of the power cube (Gaventa 2006). */
export interface Step {
  id: string
  label: string
  /** What to ask of a decision that is made there. */
  ask?: string
}

/** From the far down to the near; the household was added by others, below the three of the cube. */
export const LEVELS: Step[] = [
  { id: 'global', label: 'Global' },
  { id: 'national', label: 'National' },
  { id: 'local', label: 'Local' },
  { id: 'household', label: 'Household' },
]
export const SPACES: Step[] = [
  { id: 'closed', label: 'Closed', ask: 'Who could ask for minutes, a question time or a decision log?' },
  { id: 'invited', label: 'Invited', ask: 'Who set the agenda, the times and the numbers?' },
  {
    id: 'claimed',
    label: 'Claimed or created',
    ask: 'Whose space is it, and who doesn’t feel it is theirs?',
  },
]
export const FORMS: Step[] = [
  { id: 'visible', label: 'Visible', ask: 'What rule could change?' },
  { id: 'hidden', label: 'Hidden', ask: 'What never comes up?' },
  { id: 'invisible', label: 'Invisible', ask: 'What do people say is “how things are”?' },
]

/** One example of each pair of space and form. */
export const PAIRS: Record<string, Record<string, string>> = {
  closed: {
    visible: 'A cabinet votes.',
    hidden: 'Officers agree the options beforehand.',
    invisible: '“Experts know best.”',
  },
  invited: {
    visible: 'A forum has terms of reference.',
    hidden: 'The agenda is fixed by the host.',
    invisible: 'Guests feel they ought to be grateful.',
  },
  claimed: {
    visible: 'A tenants’ group elects a chair.',
    hidden: 'Two founders settle things on the phone.',
    invisible: '“We don’t bother with people from that side of town.”',
  },
}

/** As it is called in the middle of a sentence. */
export const inSentence = (step: Step): string => step.label.toLowerCase()

/** Where a decision stands; what wasn't said is undefined. */
export interface Place {
  level?: Step | undefined
  space?: Step | undefined
  form?: Step | undefined
}

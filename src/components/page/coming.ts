/** Chapters that are planned. Once there is a file for one in `content/chapters`, its own facts count. */
export const coming = [
  { number: 3, title: 'Community empowerment', promise: 'Five questions that turn a vague word into a plan.' },
  { number: 4, title: 'Power', promise: 'Power is not a dirty word. Learn to see it, name it and share it.' },
  {
    number: 5,
    title: 'Equalities, social justice and human rights',
    promise: 'What’s fair, what’s the law, and what you can do on Monday.',
  },
  {
    number: 6,
    title: 'Exploring influence',
    promise: 'Work out who can say yes, what you’re asking for, and where you can start.',
  },
  {
    number: 7,
    title: 'Working in partnership',
    promise: 'Join up for the right reasons, agree the hard things early, and end well.',
  },
]

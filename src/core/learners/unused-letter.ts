/** The letter before a notebook is deleted. It holds nothing that the learner wrote. */
export function unusedLetter(to: string, day: string, siteUrl: string | null) {
  return {
    to,
    subject: 'Your notebook on Standpoint will be deleted',
    text: [
      'Nobody has opened your notebook on Standpoint for almost two years.',
      '',
      `If it stays closed, it will be deleted on ${day} or soon after, with everything in it. That can’t be undone.`,
      '',
      `To keep it, or to take it with you, open it once before then${siteUrl ? `: ${siteUrl}/sign-in` : '.'}`,
      '',
      'If you no longer want it, you don’t need to do anything.',
      '',
    ].join('\n'),
  }
}

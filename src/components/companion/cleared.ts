/** After the conversation was cleared. */
export const CLEARED = 'This conversation is cleared. Your answers are still in your notebook.'

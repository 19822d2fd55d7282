/** A channel of a workspace, by one name: what is kept of a conversation goes by it, and so do prompts. */
export const conversationIn = ({ workspace, channel }: { workspace: string; channel: string }): string =>
  `${workspace}/${channel}`

export function channelOf(conversation: string): { workspace: string; channel: string } {
  const [channel = '', workspace = ''] = conversation.split('/').reverse()
  return { workspace, channel }
}

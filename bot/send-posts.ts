import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { TakenPost } from '#core/channels/take-post.ts'
import type { Config } from '#core/config.ts'
import { nameOf } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { SlackSettings } from '#core/slack-settings.ts'
import { aboutPost } from './channel-windows.ts'
import { forCore, type Outcome } from './channels/outcome.ts'
import { IN_SLACK } from './channels/slack/in-slack.ts'
import type { ToPost } from './channels/slack/post-in-channel.ts'
import { askablePart } from './features/chat-answer.ts'
import { channelWelcome, invitationCard, pictureCard } from './replies/course-channel.ts'

type Posting = Pick<Core, 'content' | 'queuePosts' | 'takePost' | 'markPost' | 'slackToken' | 'leaveSlackWorkspace'>
type Post = (post: ToPost) => Promise<Outcome>

/** What posts in courses' channels whatever is due, one after another until none is left or Slack asks for patience. */
export function postSender(core: Posting, config: Config, log: Log): (goesOn: () => boolean) => Promise<void> {
  const { slack } = config
  if (!slack) return async () => {}
  const site = config.url ?? `http://localhost:${config.port}`
  let opening: Promise<Post> | null = null
  return async (goesOn) => {
    await core.queuePosts(SYSTEM, {})
    while (goesOn()) {
      const taken = await core.takePost(SYSTEM, {})
      if (!taken) return
      opening ??= openSlack(core, slack, site)
      const post = await opening
      const outcome = await toPost(core, taken).then(post, cantBeMade)
      await core.markPost(SYSTEM, {
        post: taken.post,
        lease: taken.lease,
        outcome: forCore(outcome, log, 'post-not-sent'),
      })
      if (outcome.as === 'busy') return
    }
  }
}

/** Slack's client takes tens of megabytes, so it is loaded with the first post. */
async function openSlack(core: Posting, slack: SlackSettings, site: string): Promise<Post> {
  const { channelPoster } = await import('./channels/slack/post-in-channel.ts')
  const { sending } = await import('./channels/slack/sending.ts')
  return channelPoster(sending(core, slack, site))
}

async function toPost({ content }: Posting, { post, team, channel, course, saying }: TakenPost): Promise<ToPost> {
  const to = { workspace: team, channel }
  const about = aboutPost(team, channel, post)
  if (saying.kind === 'welcome') return { ...to, card: channelWelcome(course, about, IN_SLACK) }
  const { question } = saying
  if (saying.kind === 'question') {
    const inWindow = askablePart(question, IN_SLACK) !== null
    return { ...to, card: invitationCard(content, { course, question, about, inWindow }, IN_SLACK) }
  }
  // What draws takes megabytes as well, and few posts need it.
  const { picturePng } = await import('./pictures/picture-png.ts')
  const { pictureAlt, pictureWords } = await import('./pictures/picture-words.ts')
  const { title, lines } = pictureWords(saying.picture)
  const png = await picturePng(saying.picture)
  return {
    ...to,
    card: pictureCard(course, question, lines),
    under: saying.under,
    picture: png ? { png, title, alt: pictureAlt(saying.picture) } : undefined,
  }
}

/** What can't be put together now can't be later either, and nothing of it was sent. */
const cantBeMade = (error: unknown): Outcome => ({ as: 'failed', gone: false, why: nameOf(error) })

import { movePost, removePost } from './change-post.ts'
import { channelPlan } from './channel-plan.ts'
import { connectChannel } from './connect-channel.ts'
import { disconnectChannel, disconnectHere } from './disconnect-channel.ts'
import { invited } from './invited.ts'
import { makeChannelCode } from './make-channel-code.ts'
import { markPost } from './mark-post.ts'
import { planPost } from './plan-post.ts'
import { queuePosts } from './queue-posts.ts'
import { setChannelClock } from './set-channel-clock.ts'
import { takePost } from './take-post.ts'

/** What edges may ask about courses in channels. */
export const channelVerbs = {
  channelPlan,
  connectChannel,
  disconnectChannel,
  disconnectHere,
  invited,
  makeChannelCode,
  markPost,
  movePost,
  planPost,
  queuePosts,
  removePost,
  setChannelClock,
  takePost,
}

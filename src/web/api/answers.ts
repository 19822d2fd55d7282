import { answerReply, answerTrouble } from '../answer-reply.ts'
import { readAnswer } from '../read-answer.ts'
import type { Handler, Route } from '../route.ts'

/** A learner answers on the web. */
const saveAnswer: Handler = async (request) => {
  const answer = await request.core.saveAnswer(request.actor, { ...(await readAnswer(request)), channel: 'web' })
  return answerReply(request, answer)
}

export const answerRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/answers',
    handle: saveAnswer,
    trouble: answerTrouble,
    starts: true,
    // 300 people who save 1 kB twenty times send half of it. Without a limit a script filled the disk twenty times as fast.
    bytesPerMinute: 12_000_000,
  },
]

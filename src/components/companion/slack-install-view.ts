import type { Installed } from '#core/workspaces/installed.ts'
import { type Html, html } from '../html.ts'

const AGAIN = 'Nothing was changed. You can start again here.'
const WHY: Record<Exclude<Installed['as'], 'installed' | 'again'>, string> = {
  refused: `You said no at Slack, so the companion was not added. ${AGAIN}`,
  unknown: `This browser wasn’t waiting for Slack: the visit began in another browser, or was over already. ${AGAIN}`,
  late: `That took longer than a quarter of an hour, so it doesn’t count any more. ${AGAIN}`,
  'whole-organisation':
    'You chose a whole Slack organisation. The companion can only be added to one workspace at a time, so nothing was kept. Start again here, and choose a workspace.',
  expiring:
    'Slack gave a key that runs out after some hours, which this copy of Standpoint doesn’t support, so nothing was kept. Whoever runs it can switch “token rotation” off in the Slack app.',
  'not-reached': `We couldn’t reach Slack just now. ${AGAIN}`,
  'not-taken': `Slack didn’t let the companion in. ${AGAIN} If that doesn’t help, tell whoever runs this copy of Standpoint.`,
}

/** What a workspace agrees to when it adds the companion, the way to Slack, and how a visit there ended. */
export function installView(can: boolean, ended: Installed | undefined): Html {
  if (!can)
    return html`<div class="form"><header><h1>Not from here</h1></header><p>The companion can’t be added to Slack from this copy of Standpoint: whoever runs it has not set that up. It may be in your workspace already; look under <b>Apps</b> in Slack.</p></div>`
  if (ended?.as === 'installed' || ended?.as === 'again') return doneView(ended)
  return html`<div class="form"><header><h1>Add the companion to your Slack</h1>
<p>The companion is a program that asks the chapters’ questions and answers questions about the standards. With it, people in your workspace can do both in Slack. You need to be somebody who may add apps to the workspace.</p></header>
${ended && html`<p role="alert">${WHY[ended.as]}</p>`}
<section class="block" aria-labelledby="asked"><h2 id="asked">What Slack will ask you to allow</h2>
<ul><li>To read messages that name the companion, and no others in channels.</li><li>To read and write in its direct messages with people who write to it.</li><li>To add a command, <b>/standpoint</b>, which anybody may type anywhere in Slack.</li><li>To send messages where it was asked and, in the channel of a course, what its trainers plan.</li><li>To put pictures there of how a group answered, where the course said so from the start. This is what Slack calls “upload files”.</li></ul>
<p>It doesn’t ask for your list of members, for anybody’s files, or for what is said in channels.</p></section>
<section class="block" aria-labelledby="reads"><h2 id="reads">Who may read what</h2>
<ul><li>What people type to it goes through Slack. The owners of the workspace may be able to read it there, and the companion tells people so.</li>
<li>Answers go into a notebook that belongs to whoever wrote them. Adding the companion lets nobody read them: not you, and no trainer.</li>
<li>What Slack gives us to speak in your workspace is kept locked, and is deleted when you remove the app.</li></ul>
<p class="small soft"><a href="/who-sees-what#slack">Who sees what</a></p></section>
<p class="start"><a class="btn main" href="/api/slack/install">${ended ? 'Try again at Slack' : 'Go on to Slack'}</a></p></div>`
}

function doneView({ as, workspace }: Extract<Installed, { workspace: string }>): Html {
  const where = workspace ? html`<b>${workspace}</b>` : 'your workspace'
  return html`<div class="form"><header><h1>${as === 'again' ? 'It was there already' : 'The companion is in your Slack'}</h1></header>
<p role="status">${as === 'again' ? html`The companion had been added to ${where} before. It now uses the key that Slack gave a moment ago, and everything else is as it was.` : html`The companion was added to ${where}.`}</p>
<section class="block" aria-labelledby="next"><h2 id="next">What to do next</h2>
<ol><li>In Slack, find <b>Standpoint</b> under <b>Apps</b>, open <b>Messages</b> and write “hello”.</li>
<li>To have it in a channel, write <b>/invite @Standpoint</b> there. It speaks when somebody names it, and asks a course’s questions where a trainer has connected the channel.</li>
<li>Tell people that it is there, that it is a program, and that the owners of the workspace may be able to read what is typed to it.</li></ol>
<p>To take it out again, remove the app in Slack’s settings. It then stops at once, and nobody’s notebook is touched.</p></section></div>`
}

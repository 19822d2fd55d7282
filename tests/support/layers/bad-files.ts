/** For each rule, files that break it and nothing else. They are texts here so that no tool takes them for ours. */
export const BAD: Record<string, Record<string, string>> = {
  'content holds words: no logic, no program': {
    'content/chapters/a.mdx': "import Card from '../../src/components/Card.astro'\n\n# Words\n",
    'content/chapters/b.mdx': 'It is {new Date().getFullYear()} now.\n',
    'content/chapters/c.mdx': '<Question id={ids.map((id) => id)[0]} />\n',
    'content/chapters/d.mdx': 'export const answer = 42\n\nWords.\n',
    'content/questions/count.ts': 'export const count = 1\n',
  },
  'the core imports zod, kysely, Node, itself, and one listed library for a noun': {
    'src/core/answers/a.ts': "import { getCollection } from 'astro:content'",
    'src/core/answers/b.ts': "import type { APIContext } from 'astro'",
    'src/core/cohorts/c.ts': "export type { Botkit } from 'botkit'",
    'src/core/answers/d.ts': "const later = await import('../../web/session.ts')",
    'src/core/answers/e.ts': "import '../../../bot/index.ts'",
    'src/core/standards/f.ts': "import { parse } from 'yaml'",
    'src/core/learners/i.ts': "const numbers = await import('libphonenumber-js/max')",
    'src/core/answers/g.ts': "import { DatabaseSync } from 'node:sqlite'",
    'src/core/answers/h.ts': "type Page = import('../../pages/notebook.ts').Page",
    'src/core/questions/i.ts': "const yaml = require('yaml')",
    'src/core/questions/j.ts': "import { html } from '../../components/html.ts'",
  },
  'the settings stand on zod and Node alone': { 'src/core/config.ts': "import { connect } from './db/connect.ts'" },
  'only src/core/config.ts reads the environment': {
    'src/core/answers/a.ts': 'const mode = process.env.NODE_ENV',
    'src/web/b.ts': "const all = process['env']",
    'bot/c.ts': 'const { env } = process',
    'src/cli/d.ts': "import { env } from 'node:process'",
    'src/components/e.astro': '---\nconst mode = import.meta.env.MODE\n---\n<p>{mode}</p>',
    'src/web/f.ts': 'const url = globalThis.process.env.STANDPOINT_URL',
  },
  'a noun leaves other nouns’ tables to their verbs': {
    'src/core/cohorts/a.ts': "import type { AnswerTable } from '../answers/table.ts'",
    'src/core/cohorts/b.ts': "const rows = db.read.selectFrom('answer').selectAll()",
    'src/core/cohorts/c.ts': "const rows = db.read.selectFrom(['cohort', 'answer as a']).selectAll()",
    'src/core/cohorts/d.ts': "const rows = db.read.selectFrom('cohort').innerJoin('answer', 'a', 'b')",
    'src/core/insights/f.ts': "const rows = db.read.selectFrom('closing').selectAll()",
    'src/core/insights/h.ts': "const rows = db.read.selectFrom('gap').selectAll()",
    'src/core/cohorts/i.ts': "const rows = db.read.selectFrom('released_gap').selectAll()",
    'src/core/insights/g.ts': "const unit = db.draft.deleteFrom('batch')",
    'src/core/insights/k.ts': "const rows = released.selectFrom('batch').selectAll()",
    'src/core/release/i.ts': "const unit = db.draft.insertInto('answer')",
    'src/core/cohorts/j.ts': "const rows = world.released.selectFrom('released_batch').selectAll()",
    'src/core/cohorts/e.ts': "const unit = db.draft.updateTable('learner').set({ root_id: 'x' })",
  },
  'only the tick reaches the release of batches': {
    'src/web/api/a.ts': "import { closeBatches } from '#core/release/close-batches.ts'",
    'src/core/cohorts/b.ts': "import type { Batch } from '../release/close-batches.ts'",
    'src/core/insights/d.ts': "import { closeCohort } from '../release/close-cohort.ts'",
    'src/core/insights/g.ts': "import { gapsToRelease } from '../release/gaps-to-release.ts'",
    'src/core/gaps/h.ts': "import { askersOf } from '../release/bands.ts'",
    'src/core/answers/e.ts': "import { bandOf } from '../release/bands.ts'",
    'src/core/research/g.ts': "import { readReceipts } from '../release/receipts.ts'",
    'src/components/f.ts': "import type { Closed } from '#core/release/close-cohort.ts'",
    'src/pages/c.astro': '---\nawait Astro.locals.core.closeBatches(actor, {})\n---\n<p>Done</p>',
  },
  'what trainers read comes through the handle for released views': {
    'src/core/insights/a.ts': 'const rows = await world.db.read.execute()',
    'src/core/insights/b.ts': 'const words = await world.keys.open(id, sealed)',
    'src/core/insights/c.ts': 'const rowsOf = ({ db }) => db.read.execute()',
    'src/core/insights/d.ts': "const { 'db': all } = world\nall.read.execute()",
    'src/core/insights/e.ts': "const all = world['db']",
    'src/core/insights/f.ts': "import type { Db } from '../db/db.ts'",
    'src/core/insights/g.ts': "import { connect } from '#core/db/connect.ts'",
    'src/core/insights/h.ts': "import { sql } from 'kysely'",
    'src/core/insights/i.ts': "import type { World } from '../world.ts'",
    'src/core/insights/j.ts': "import { define } from '../define.ts'",
    'src/core/insights/insight.ts': 'const rows = await world.db.read.execute()',
  },
  'the release module reads answers through one door, and has no SQL of its own': {
    'src/core/release/a.ts': "import { saveAnswer } from '../answers/save-answer.ts'",
    'src/core/release/b.ts': "import type { AnswerValue } from '#core/answers/revision.ts'",
    'src/core/release/c.ts': "import { sql } from 'kysely'",
  },
  'what trainers read never comes from answers, questions to the companion or learners': {
    'src/core/insights/c.ts': "import { gapsOf } from '../gaps/gap.ts'",
    'src/core/insights/a.ts': "import { myAnswers } from '../answers/my-answers.ts'",
    'src/core/insights/b.ts': "import type { Learner } from '#core/learners/learner.ts'",
  },
  'a study knows no course, so that a course can’t become a column': {
    'src/core/research/a.ts': "import { membersOf } from '../cohorts/members.ts'",
    'src/core/research/b.ts': "import type { Insights } from '../insights/cohort-insights.ts'",
  },
  'only the core knows the database; edges ask the core': {
    'src/pages/a.astro': "---\nimport { sql } from 'kysely'\n---\n<p>{sql}</p>",
    'src/pages/b.astro': "---\nconst { connect } = await import('#core/db/connect.ts')\n---\n<p>{connect}</p>",
    'src/pages/c.astro': '<p>Words</p>\n<script>\nimport { open } from "../core/db/sqlite.ts"\nopen()\n</script>',
    'src/pages/d.ts': "import type { Database } from '#core/db/database.ts'",
    'src/web/e.ts': "import { Kysely } from 'kysely'",
    'src/web/api/f.ts': "import type { AnswerTable } from '#core/answers/table.ts'",
    'src/cli/g.ts': "import { DatabaseSync } from 'node:sqlite'",
    'src/cli/h.ts': "import { connect } from '../core/db/connect.ts'",
    'bot/features/i.ts': "import { sql } from 'kysely'",
    'bot/channels/web/j.ts': "import pg from 'pg'",
    'src/components/k.ts': "import { connect } from '#core/db/connect.ts'",
  },
  'pages stand on the core, the web and components': {
    'src/pages/a.astro': "---\nimport { openCompanion } from '#bot/index.ts'\n---\n<p>{openCompanion}</p>",
  },
  'components show what they are given: core types and question rules, no fetch, no session': {
    'src/components/a.ts': "import { saveAnswer } from '#core/answers/save-answer.ts'",
    'src/components/b.astro': "---\nconst all = await fetch('/api/answers')\n---\n<p>{all}</p>",
    'src/components/c.astro': '---\nconst { actor } = Astro.locals\n---\n<p>{actor}</p>',
    'src/components/d.ts': "import type { Session } from '../web/session.ts'",
    'src/components/e.astro': '<p>{Astro.cookies.get("me")}</p>',
    'src/components/f.astro': '---\nconst { locals } = Astro\n---\n<p>{locals.actor}</p>',
    'src/components/g.astro': '<p>{Astro.locals.actor.kind}</p>',
  },
  'the browser’s script imports itself and components’ pure code': {
    'src/client/a.ts': "import { question } from '#core/questions/question.ts'",
    'src/client/b.ts': "import confetti from 'canvas-confetti'",
    'src/client/c.ts': "import { send } from '../web/send.ts'",
  },
  'the bot’s kernel has no wording': { 'bot/kernel/a.ts': "import { sorry } from '../replies/sorry.ts'" },
  'channels have no wording': { 'bot/channels/slack/a.ts': "import { welcome } from '../../replies/welcome.ts'" },
  'replies know core types and content, and no channel': {
    'bot/replies/a.ts': "import type { Block } from '../channels/slack/blocks.ts'",
    'bot/replies/b.ts': "import { saveAnswer } from '#core/answers/save-answer.ts'",
    'bot/replies/c.ts': "import { WebClient } from '@slack/web-api'",
  },
  'what a person says is one file: the core and replies, no adapter, no `if slack`': {
    'bot/features/a.ts': "import { Botkit } from 'botkit'",
    'bot/features/b.ts': "import { adapter } from '../channels/slack/adapter.ts'",
    'bot/features/c.ts': "import { saveAnswer } from '#core/answers/save-answer.ts'",
    'bot/features/d.ts': "if (turn.channel === 'slack') reply()",
    'bot/features/e.ts': "import type { TurnContext } from 'botbuilder'",
  },
  'pages obey the content security policy: no inline script, handler or style': {
    'src/components/a.astro': '<p style="color: red">Words</p>',
    'src/components/b.astro': '<p>Words</p>\n<style>p { color: red }</style>',
    'src/pages/c.astro': '<button onclick="go()">Go</button>',
    'src/pages/d.astro': '<p>Words</p>\n<script is:inline>go()</script>',
  },
  'no file is longer than 250 lines, no test than 300': {
    'src/core/answers/a.ts': 'export {}\n'.repeat(251),
    'bot/b.ts': 'export {}\n'.repeat(251),
    'tests/c.test.ts': 'export {}\n'.repeat(301),
  },
}

/** Files that come close to breaking a rule and don’t. */
export const GOOD: Record<string, string> = {
  'content/chapters/a.mdx': '{/* a note to authors */}\n\n<Picture name="map" places={["here", "there"]} size={3} />\n',
  'src/core/content/a.ts':
    "import { parse } from 'yaml'\nimport { z } from 'zod'\nimport { readFileSync } from 'node:fs'",
  'src/core/db/database.ts': "import type { AnswerTable } from '../answers/table.ts'",
  'src/core/cohorts/b.ts':
    "import { myAnswers } from '../answers/my-answers.ts'\nconst rows = db.read.selectFrom('cohort').innerJoin('learner', 'a', 'b')",
  'src/core/insights/c.ts':
    "import { picture } from '../release/picture.ts'\nimport { shownGap } from '../release/shown-gap.ts'\nimport type { Released } from '../db/released.ts'\nconst rows = released.selectFrom(['released_batch', 'released_gap']).selectAll()\nconst all = Object.keys(rows)",
  'src/core/insights/insight.ts': "import { define } from '../define.ts'\nconst view = { released: world.released }",
  'src/core/release/l.ts': "import { countableAnswers } from '../answers/countable-answers.ts'",
  'src/core/research/l.ts':
    "import { isCountable } from '../cohorts/countable.ts'\nimport { keysOf } from '../release/picture.ts'",
  'src/components/k.ts': "import type { Picture } from '#core/release/picture.ts'",
  'src/cli/tick.ts': "import { closeBatches } from '#core/release/close-batches.ts'\ncore.closeBatches(actor, {})",
  'src/cli/d.mjs': 'const path = process.env.PATH',
  'src/components/e.ts':
    "import type { Answer } from '#core/answers/answer.ts'\nimport { lengthOf } from '#core/questions/part.ts'\nprefetch.fetch(1)",
  'src/components/j.astro':
    '---\nconst { reading } = Astro.locals\n---\n<p>{Astro.locals.reading.careNote}{reading}</p>',
  'src/pages/f.astro':
    '---\nconst { core, actor } = Astro.locals\n---\n<p>{core.myAnswers(actor, {})}</p>\n<script>\nimport "../client/save.ts"\n</script>\n<script type="application/json">{"a": 1}</script>',
  'src/client/g.ts':
    "import type { Answer } from '#core/answers/answer.ts'\nimport { html } from '../components/html.ts'",
  'bot/features/h.ts':
    "type Channel = 'slack' | 'chat'\nimport type { Core } from '#core/app.ts'\nimport { sorry } from '../replies/sorry.ts'\nimport { possibleHarm } from '#core/privacy/possible-harm.ts'",
  'src/core/answers/i.ts': 'export {}\n'.repeat(250),
}

import { z } from 'zod'
import { define } from '../define.ts'

/** Whether workspaces of Slack can add the companion here. It is the same for everybody. */
export const canInstallSlack = define({
  input: z.strictObject({}),
  async run({ config }): Promise<boolean> {
    return config.slack?.app != null
  },
})

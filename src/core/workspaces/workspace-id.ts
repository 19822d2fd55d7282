import { z } from 'zod'

/** As Slack writes them. */
export const workspaceId = z.string().regex(/^[A-Z0-9]{2,50}$/)

import { forgetAll } from './forget-all.ts'

void forgetAll().catch(() => {})

import { z } from 'zod'
import { NATIONS } from './help.ts'

/** `content/bank-holidays.yaml`: the days of each nation, `2027-03-26`. */
export const bankHolidays = z.record(z.enum(NATIONS), z.array(z.iso.date()).min(1))
export type BankHolidays = z.infer<typeof bankHolidays>

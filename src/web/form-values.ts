/** What was sent as JSON. The verb's own schema checks it, so it is passed on as it came. */
export const json = <T>(body: unknown, more: object = {}): T =>
  ({ ...(body && typeof body === 'object' ? body : {}), ...more }) as T

/** The values of a form's fields of one name, without those left blank. */
export const filled = (form: URLSearchParams, name: string): string[] =>
  form.getAll(name).filter((value) => value.trim() !== '')

export const number = (form: URLSearchParams, name: string): number | undefined => filled(form, name).map(Number)[0]

/** A choice between yes and no; undefined when neither was made. */
export const yesOrNo = (form: URLSearchParams, name: string): boolean | undefined =>
  ({ yes: true, no: false })[form.get(name) ?? '']

/** When pictures are made, as the forms of a new course ask. */
export function whenOf(form: URLSearchParams): { nightly: boolean; settle: number | undefined; ticks: string[] } {
  const nightly = form.get('when') === 'nightly'
  return { nightly, settle: number(form, 'settle'), ticks: nightly ? [] : filled(form, 'tick') }
}

import { readConfig } from '#core/config.ts'
import type { Model } from '#core/standards/model.ts'
import { openModel } from '#core/standards/open-model.ts'

export const KEY = 'sk-secret-key-of-a-test'

/** The environment that points at a scripted endpoint. */
export const endpointSettings = (url: string, more: Record<string, string> = {}): Record<string, string> => ({
  OPENAI_API_KEY: KEY,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: 'scripted',
  ...more,
})

/** A model at this address; `patience` in milliseconds. */
export async function modelAt(
  url: string,
  {
    settings = {},
    patience,
    now = Date.now,
  }: { settings?: Record<string, string>; patience?: number; now?: () => number } = {},
): Promise<Model> {
  const config = readConfig(endpointSettings(url, settings)).model
  const model = await openModel(config && { ...config, patience: patience ?? config.patience }, { now })
  if (!model) throw new Error('No model is set.')
  return model
}

import type { OpenAI } from 'openai'

/** Speaks with an endpoint, one attempt at a time; `patience` in milliseconds. Loaded only where it is used: it is large. */
export async function openClient(settings: { apiKey: string; baseUrl: string; patience: number }): Promise<OpenAI> {
  const { OpenAI } = await import('openai')
  return new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    // Given here, so that the library looks for none of them in the environment.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // It would print requests, and with them questions.
    logLevel: 'off',
    maxRetries: 0,
    timeout: settings.patience,
  })
}

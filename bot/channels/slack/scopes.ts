/** What a workspace is asked for when it installs the app; the manifest asks for the same. */
export const SCOPES = ['app_mentions:read', 'chat:write', 'commands', 'files:write', 'im:history', 'im:write']

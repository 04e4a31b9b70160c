export type { SandboxRoute } from './routes/routes.ts';
export type { Fault } from './server/fault.ts';
export type { Sandbox, SandboxCall, SandboxOptions } from './server/sandbox.ts';
export { SANDBOX_TOKEN } from './server/sandbox.ts';
export { startSandbox } from './server/startSandbox.ts';
export type { WorldChat } from './world/model.ts';
export type { PlaygroundContact, PlaygroundName } from './world/playground.ts';
export { PLAYGROUND, PLAYGROUND_ACCOUNT_ID } from './world/playground.ts';
export { SEED_CHAT_IDS } from './world/seedChatIDs.ts';

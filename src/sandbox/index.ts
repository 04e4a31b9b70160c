export type { SandboxRoute } from './routes/routes.ts';
export type { Fault } from './server/fault.ts';
export type { Sandbox, SandboxCall, SandboxOptions } from './server/sandbox.ts';
export { sandboxToken } from './server/sandbox.ts';
export { startSandbox } from './server/startSandbox.ts';
export type { WorldChat } from './world/model.ts';
export type { PlaygroundContact, PlaygroundName } from './world/playground.ts';
export { playgroundAccountID, playgroundContacts } from './world/playground.ts';
export { seedChatIDs } from './world/seedChatIDs.ts';

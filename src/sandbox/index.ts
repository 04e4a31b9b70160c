export type { Fault } from './fault.ts';
export type { PlaygroundEntry, PlaygroundName } from './playground.ts';
export { PLAYGROUND, PLAYGROUND_ACCOUNT_ID } from './playground.ts';
export type { SandboxRoute } from './routing.ts';
export { startSandbox } from './sandbox.ts';
export type { Sandbox, SandboxCall, SandboxOptions } from './surface.ts';
export { SANDBOX_TOKEN } from './surface.ts';
export { LANDMARKS } from './world/landmarks.ts';
export type { WorldChat } from './world/model.ts';

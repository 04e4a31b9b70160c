import { type Gateway, startGateway } from '../support/gateway.ts';
import { startUploadTarget, type UploadTarget } from './uploadTarget.ts';

export interface UploadPair extends AsyncDisposable {
  readonly target: UploadTarget;
  readonly gateway: Gateway;
}

/** A gateway in front of a stand-in for Beeper. */
export async function startUploadPair(
  options: Partial<Parameters<typeof startGateway>[0]> = {},
): Promise<UploadPair> {
  const target = await startUploadTarget();
  const gateway = await startGateway({ beeper: target.url, ...options });
  return {
    target,
    gateway,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await target[Symbol.asyncDispose]();
    },
  };
}

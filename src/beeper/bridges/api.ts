import { firstVersionWith } from '../features.ts';
import type { Read } from '../operation.ts';
import {
  type Bridge,
  type BridgeCapabilities,
  decodeBridge,
  decodeBridgeCapabilities,
  decodeBridges,
} from './wire.ts';

const since = firstVersionWith.bridges;

/** `GET /v1/bridges`: the networks that can be connected. */
export const getBridges = (): Read<readonly Bridge[]> => ({
  operation: 'bridges',
  path: '/v1/bridges',
  decode: decodeBridges,
  since,
});

const bridgePath = (bridgeID: string) => `/v1/bridges/${encodeURIComponent(bridgeID)}`;

/** `GET /v1/bridges/{bridgeID}`: null where Beeper knows no such bridge. */
export const getBridge = (bridgeID: string): Read<Bridge | null> => ({
  operation: 'bridge',
  path: bridgePath(bridgeID),
  decode: decodeBridge,
  ifNotFound: null,
  since,
  inputPaths: () => ({ '': ['id'] }),
});

/** `GET /v1/bridges/{bridgeID}/capabilities`: null where Beeper knows none. */
export const getBridgeCapabilities = (bridgeID: string): Read<BridgeCapabilities | null> => ({
  operation: 'bridge',
  path: `${bridgePath(bridgeID)}/capabilities`,
  decode: decodeBridgeCapabilities,
  ifNotFound: null,
  since,
});

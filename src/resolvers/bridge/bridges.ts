import { getBridge, getBridgeCapabilities, getBridges } from '../../beeper/bridges/api.ts';
import type { Bridge, BridgeCapabilities } from '../../beeper/bridges/wire.ts';
import type { Context } from '../../context.ts';

/** @returns the networks that can be connected. */
export function bridges({ beeper }: Context): Promise<readonly Bridge[]> {
  return beeper.read(getBridges());
}

/** @returns one of them, or null where Beeper knows no bridge with this ID. */
export function bridge(id: string, { beeper }: Context): Promise<Bridge | null> {
  return beeper.read(getBridge(id));
}

/** @returns what can be done on the network; null where Beeper does not say. */
export function bridgeCapabilities({ id }: Bridge, { beeper }: Context): Promise<BridgeCapabilities | null> {
  return beeper.read(getBridgeCapabilities(id));
}

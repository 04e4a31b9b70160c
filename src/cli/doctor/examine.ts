import type { Reading } from '../../config/readConfig.ts';
import { examineBeeper } from './beeper.ts';
import { examineExposure } from './exposure.ts';
import type { Finding } from './finding.ts';
import { examineNode } from './node.ts';
import { examinePort } from './port.ts';
import { examineSettings } from './settings.ts';
import { examineStore } from './store.ts';

/**
 * Examines what a gateway needs, without starting one.
 * @param read reads the settings, as `start` does.
 * @returns what was found, in the order in which a gateway needs it. With settings that are not valid, nothing else can be
 * examined.
 */
export async function examine(read: () => Reading): Promise<readonly Finding[]> {
  const { findings, reading } = examineSettings(read);
  const node = examineNode(process.versions.node);
  if (reading === null) return [node, ...findings];
  const { config } = reading;
  const parts = await Promise.all([
    examineBeeper(reading),
    examineStore(config),
    examineExposure(config),
    examinePort(config),
  ]);
  return [node, ...findings, ...parts.flat()];
}

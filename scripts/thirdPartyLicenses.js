import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the folder of the package that a bundled file is from, such as `node_modules/graphql`; null for our own. */
function packageOf(input) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  return folder ?? null;
}

/**
 * @param root the folder of the project.
 * @param metafile what esbuild says about the bundle, with paths relative to `root`.
 * @returns the names, versions and license texts of the bundled packages, which their licenses ask to be passed on.
 */
export function thirdPartyLicenses(root, { outputs }) {
  const bundled = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => packageOf(input));
  const folders = [...new Set(bundled)].filter((folder) => folder !== null);
  return folders
    .toSorted()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
      return `${name} ${version} (${license})\n${text}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

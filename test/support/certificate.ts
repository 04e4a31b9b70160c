import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findOrInstall } from './programs.ts';

/**
 * Writes a certificate for the host, signed by its own key, to `certificate.pem` of the folder, and its key to `key.pem`.
 * @returns the texts of both.
 */
export async function createCertificate(
  folder: string,
  hostName: string,
): Promise<{ certificate: string; key: string }> {
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  const what = ['-subj', `/CN=${hostName}`, '-addext', `subjectAltName=DNS:${hostName}`, '-days', '2'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const out = ['-keyout', files.key, '-out', files.certificate];
  await promisify(execFile)(await findOrInstall('openssl'), ['req', '-x509', ...key, ...what, ...out]);
  return { certificate: await readFile(files.certificate, 'utf8'), key: await readFile(files.key, 'utf8') };
}

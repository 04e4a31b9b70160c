import { type Flags, readConfig } from '../../config/readConfig.ts';
import { examine } from './examine.ts';
import { hasFailed, jsonReport, textReport } from './report.ts';

interface DoctorOptions {
  readonly json: boolean;
  /** As `start` takes them. */
  readonly flags: Flags;
}

/** Examines this gateway, prints what was found, and sets the exit code to 1 after a failure. */
export async function runDoctor({ json, flags }: DoctorOptions): Promise<void> {
  const findings = await examine(() => readConfig(flags));
  // https://no-color.org
  const colors = process.stdout.isTTY && !process.env.NO_COLOR;
  process.stdout.write(json ? jsonReport(findings) : textReport(findings, { colors }));
  if (hasFailed(findings)) process.exitCode = 1;
}

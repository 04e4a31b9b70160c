import { ConfigError } from '../../config/checks.ts';
import { parseSavedToken, tokenFile } from '../../config/savedToken.ts';
import { logIn } from './logIn.ts';
import { LoginError } from './loginError.ts';
import { openBrowser } from './openBrowser.ts';
import { revoke } from './revoke.ts';
import { deleteTokenFile, prepareFolder, readTokenFile, writeTokenFile } from './tokenFile.ts';
import { whichBeeper } from './whichBeeper.ts';

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

interface LoginOptions {
  readonly beeperURL: string | undefined;
  readonly scope: 'read' | 'read write';
  readonly opensBrowser: boolean;
  readonly timeoutMs: number;
}

/** Runs the command: prints how it ends, and sets the exit code to 1 after a failure. */
export const runLogin = ({ beeperURL, scope, opensBrowser, timeoutMs }: LoginOptions): Promise<void> =>
  toldOnStderr(async () => {
    const { beeper, namesToken } = whichBeeper(beeperURL);
    const path = tokenFile(beeper, process.env);
    await prepareFolder(path);
    const token = await logIn({
      beeper,
      scope,
      timeoutMs,
      show(url) {
        say(`Open this page in a browser on this machine, and choose Allow:\n\n  ${url}\n`);
        if (opensBrowser) void openBrowser(url);
      },
    });
    const earlier = parseSavedToken((await readTokenFile(path)) ?? '');
    await writeTokenFile(path, token).catch(async (error: unknown) => {
      // Nobody has it now.
      await revoke(token);
      throw error;
    });
    if (earlier !== null) await revoke(earlier);
    const canWrite = token.scope.split(' ').includes('write');
    say(
      `Logged in to ${beeper}: ${canWrite ? 'can read and write' : 'can only read, so mutations are refused'}.`,
    );
    say(`The token is in ${path}; \`beeper-graphql start\` uses it${expiry(token.expiresAt)}.`);
    if (namesToken) say('BEEPER_ACCESS_TOKEN is set and takes precedence: unset it to use the saved token.');
  });

const expiry = (expiresAt: string | null): string =>
  expiresAt === null ? '' : ` until ${expiresAt.slice(0, 10)}`;

/** Runs the command: prints how it ends, and sets the exit code to 1 if a token may still be valid. */
export const runLogout = (beeperURL: string | undefined): Promise<void> =>
  toldOnStderr(async () => {
    const { beeper } = whichBeeper(beeperURL);
    const path = tokenFile(beeper, process.env);
    const text = await readTokenFile(path);
    if (text === null) return say(`There is no saved token for ${beeper}.`);
    const token = parseSavedToken(text);
    const isRevoked = token !== null && (await revoke(token));
    await deleteTokenFile(path);
    if (!isRevoked) {
      throw new LoginError(
        `Deleted ${path}, but ${token === null ? 'it held no token that can be read' : `${beeper} did not revoke the token`}. It may still be valid: remove the connection in Beeper (Settings → Developers → Approved connections).`,
      );
    }
    say(`Logged out: the token is revoked, and ${path} deleted.`);
  });

async function toldOnStderr(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof LoginError || error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

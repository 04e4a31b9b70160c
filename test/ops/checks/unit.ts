import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { freePort } from '../../support/freePort.ts';
import { needRootOnLinux, root, run } from './commands.ts';
import { bootMachine, eventually, type Machine } from './machine.ts';
import { scrapeOnce } from './prometheus.ts';

const unit = 'beeper-graphql-gateway';

/**
 * Follows “Under systemd” of docs/operations.md, as it is written there, from the npm package to a Prometheus that scrapes
 * the gateway, and “On a desktop”. Only ports are replaced. Needs root on Linux with systemd.
 * @returns what was checked.
 */
export async function checkUnit(): Promise<string> {
  needRootOnLinux();
  const ports = { 23373: 0, 4000: await freePort(), 9464: await freePort() };
  await using sandbox = await startSandbox();
  ports[23373] = Number(new URL(sandbox.url).port);
  await using machine = await bootMachine();
  const version = await pack(machine);
  const { install, upgrade, desktop, doctor } = await readGuide(ports);

  const printed = await machine.shell(install, `${sandbox.token}\n`);
  const key = keyIn(printed);
  const gateway = new Gateway(`http://127.0.0.1:${ports[4000]}/graphql`, key);

  await checkRequests(gateway, sandbox);
  await checkProcess(machine);
  await checkReload(machine, gateway);
  await checkRestarts(machine, gateway, sandbox);

  await copyFile(join(machine.shared, `${unit}-${version}.tgz`), join(machine.shared, `${unit}-9.9.9.tgz`));
  await machine.shell(`next=9.9.9\n${upgrade}`);
  await eventually(() => gateway.isServing());
  expect(await machine.shell(`readlink /opt/${unit}/current`), /^9\.9\.9$/m, 'the new version');
  await gateway.createChat(true);

  await scrapeOnce(ports[9464]);
  expect(await machine.shell(doctor), /^✓ .*Beeper/m, 'checks without a fault');
  await checkUserUnit(machine, sandbox, desktop);
  const rating = await machine.shell(`systemd-analyze security ${unit} | tail -1`);
  const [, systemd] = /systemd (\d+)/.exec(await machine.shell('systemctl --version')) ?? [];
  return `installed, reloaded, killed, drained and upgraded, and run for one user, under systemd ${systemd};${rating.replace(/[^ -~]/g, '').trimEnd()}`;
}

function expect(text: string, pattern: RegExp, what: string): void {
  if (!pattern.test(text)) throw new Error(`Expected ${what}: ${pattern}, but got: ${text}`);
}

/** @returns the version of the package, which is in the shared folder. */
async function pack(machine: Machine): Promise<string> {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', machine.shared]);
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version;
}

interface Guide {
  readonly install: string;
  readonly upgrade: string;
  /** As the user of a desktop, without the step that opens a browser. */
  readonly desktop: string;
  readonly doctor: string;
}

/** @param ports those to use by those in the guide. */
async function readGuide(ports: Readonly<Record<string, number>>): Promise<Guide> {
  const text = await readFile(join(root, 'docs/operations.md'), 'utf8');
  const withPorts = (script: string) =>
    Object.entries(ports).reduce((all, [from, to]) => all.replaceAll(`:${from}`, `:${to}`), script);
  const blocks = (heading: string) => {
    const [, section = ''] = new RegExp(`^#+ ${heading}\\n(.*?)^#`, 'ms').exec(text) ?? [];
    return [...section.matchAll(/^( *)```sh\n(.*?)^\1```/gms)].map(([, , code = '']) => withPorts(code));
  };
  const [unpack = '', token = '', keys = '', start = '', ask = ''] = blocks('Under systemd');
  const [upgrade = ''] = blocks('Upgrades');
  const [desktop = ''] = blocks('On a desktop').map((script) => script.replace(/^.* login\n/m, ''));
  const [doctor = ''] = blocks('Troubleshooting');
  // “Edit settings.env”.
  const edit = Object.entries(ports).map(
    ([from, to]) => `sed -i 's/\\b${from}$/${to}/' /etc/${unit}/settings.env`,
  );
  const untilReady = `for _ in $(seq 100); do { ${ask.trim()}; } && exit; sleep 0.2; done; journalctl -u ${unit}; exit 1`;
  return { install: [unpack, token, keys, ...edit, start, untilReady].join('\n'), upgrade, desktop, doctor };
}

function keyIn(printed: string): string {
  const [, key] = /x-gateway-key: (\S+)/.exec(printed) ?? [];
  if (!key) throw new Error(`No key was printed: ${printed}`);
  return key;
}

class Gateway {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  post(query: string, key = this.#key): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...(key && { 'x-gateway-key': key }) };
    return fetch(this.#url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  }

  /** @throws {Error} unless it is. */
  async isServing(): Promise<void> {
    const { status } = await this.post('{ __typename }');
    if (status !== 200) throw new Error(`The gateway answers with ${status}.`);
  }

  /** @param replayed whether the gateway has to know the write. */
  async createChat(replayed: boolean): Promise<void> {
    const response = await this.post(`mutation { createChat(
      input: { single: { accountID: "telegram", participantID: "@telegram_7001001:beeper.com" } }
      idempotencyKey: "a-write-under-systemd"
    ) { ... on CreateChatPayload { replayed } } }`);
    expect(await response.text(), new RegExp(`"replayed":${replayed}`), 'the result of the write');
  }
}

async function checkRequests(gateway: Gateway, sandbox: Sandbox): Promise<void> {
  expect(await (await gateway.post('{ accounts { id } }')).text(), /"id":"telegram"/, 'accounts');
  expect(String((await gateway.post('{ __typename }', '')).status), /401/, 'a refusal without a key');
  await gateway.createChat(false);
  await gateway.createChat(true);
  const { length } = sandbox.calls.filter(({ route }) => route === 'POST /v1/chats');
  expect(String(length), /^1$/, 'one chat');
}

async function checkProcess(machine: Machine): Promise<void> {
  const ofProcess = await machine.shell(
    `cd /proc/$(systemctl show --property MainPID --value ${unit}); cat status; grep core limits; tr '\\0' '\\n' < environ`,
  );
  expect(ofProcess, /^NoNewPrivs:\t1$/m, 'no new privileges');
  expect(ofProcess, /^Seccomp:\t2$/m, 'a filter of system calls');
  expect(ofProcess, /^CapBnd:\t0+$/m, 'no capabilities');
  expect(ofProcess, /^Max core file size +0 /m, 'no core dump');
  expect(ofProcess, /^BEEPER_ACCESS_TOKEN_FILE=\/run\/credentials\//m, 'the token in a file');
  const mode = await machine.shell(`stat -c '%a %U' /var/lib/${unit}/keys`);
  expect(mode, /^700 beeper-graphql$/m, 'a store of its own');
}

async function checkReload(machine: Machine, gateway: Gateway): Promise<void> {
  const keys = `/etc/${unit}/gateway-keys`;
  const printed = await machine.shell(
    `cp ${keys} /shared/keys
     key=$(node /opt/${unit}/current/dist/cli.js key phone)
     echo "$key"
     echo "$key" | sed -n 's/^GATEWAY_KEYS: *//p' >> ${keys}
     systemctl reload ${unit}`,
  );
  const key = keyIn(printed);
  const status = async (expected: RegExp) =>
    expect(
      String((await gateway.post('{ __typename }', key)).status),
      expected,
      'the status with the new key',
    );
  await eventually(() => status(/200/));
  await machine.shell(`cat /shared/keys > ${keys}; systemctl reload ${unit}`);
  await eventually(() => status(/401/));
  await gateway.isServing();
}

async function checkRestarts(machine: Machine, gateway: Gateway, sandbox: Sandbox): Promise<void> {
  await machine.shell(`systemctl kill --kill-whom=main --signal=KILL ${unit}`);
  await eventually(() => gateway.isServing());
  await gateway.createChat(true);

  sandbox.next('GET /v1/accounts', { delayMs: 1_500 });
  const calls = sandbox.calls.length;
  const running = gateway.post('{ accounts { id } }');
  await eventually(async () => {
    if (sandbox.calls.length === calls) throw new Error('The request did not arrive.');
  });
  await machine.shell(`systemctl restart ${unit}`);
  expect(String((await running).status), /200/, 'an answer during the restart');
  await eventually(() => gateway.isServing());
}

async function checkUserUnit(machine: Machine, sandbox: Sandbox, desktop: string): Promise<void> {
  const port = await freePort();
  await writeFile(join(machine.shared, 'desktop.sh'), `set -e\ncd /shared\n${desktop}`);
  await machine.shell(
    `useradd --create-home --shell /bin/sh ann
     systemctl start user@$(id -u ann).service
     chmod a+rx /shared
     install -D -m 644 /dev/stdin /home/ann/.config/${unit}/settings.env
     chown -R ann: /home/ann/.config
     su - ann -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) sh /shared/desktop.sh'`,
    `BEEPER_URL=${sandbox.url}\nBEEPER_ACCESS_TOKEN=${sandbox.token}\nPORT=${port}\n`,
  );
  await eventually(() => new Gateway(`http://127.0.0.1:${port}/graphql`, '').isServing());
}

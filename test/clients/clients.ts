/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

export interface TypedClient {
  /** Its folder, and the name of the library. */
  readonly name: string;
  /** Fails if the toolchain is missing. Prints its version. */
  readonly toolchain: Command;
  /** Fails if the registry can't be reached. */
  readonly registry: Command;
  /** Generates and compiles. Runs in a copy of the folder, beside `schema.graphql`. */
  readonly build: readonly Command[];
  /** The check. It takes the URLs of a gateway and of one with changed answers, and prints what it checked. */
  readonly check: Command;
  /** The file that pins the version of the library, and where. */
  readonly pinned: readonly [file: string, version: RegExp];
}

const pip = ['-m', 'pip', '--disable-pip-version-check', '--quiet'] as const;
const python = {
  // Debian packages venv separately. ariadne-codegen needs Python 3.10.
  toolchain: [
    'python3',
    '-c',
    'import ensurepip, platform, sys; assert sys.version_info >= (3, 10); print("Python", platform.python_version())',
  ],
  registry: ['python3', ...pip, 'index', 'versions', 'gql', '--retries=0', '--timeout=10'],
  check: ['venv/bin/python', 'main.py'],
} as const;
const installed: Command[] = [
  ['python3', '-m', 'venv', 'venv'],
  ['venv/bin/python', ...pip, 'install', '--requirement', 'requirements.txt'],
];

export const clients: readonly TypedClient[] = [
  {
    name: 'genqlient',
    toolchain: ['go', 'env', 'GOVERSION'],
    registry: ['go', 'list', '-m', '-versions', 'github.com/Khan/genqlient'],
    build: [
      ['go', 'tool', 'genqlient'],
      ['go', 'build', '-o', 'check', '.'],
    ],
    check: ['./check'],
    pinned: ['go.mod', /genqlient v(\S+)/],
  },
  {
    name: 'graphql_client',
    // rustc links with the compiler of C.
    toolchain: ['sh', '-c', 'cc --version > /dev/null && cargo --version'],
    registry: ['cargo', 'info', '--quiet', 'graphql_client'],
    // The derive macro generates.
    build: [['cargo', 'build', '--locked', '--quiet', '--target-dir', 'target']],
    check: ['target/debug/graphql_client-check'],
    pinned: ['Cargo.toml', /graphql_client = "=([^"]+)"/],
  },
  {
    ...python,
    name: 'ariadne-codegen',
    build: [...installed, ['venv/bin/ariadne-codegen']],
    pinned: ['requirements.txt', /ariadne-codegen==(\S+)/],
  },
  {
    ...python,
    name: 'gql',
    build: installed,
    pinned: ['requirements.txt', /gql==(\S+)/],
  },
];

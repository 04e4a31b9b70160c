/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

export interface TypedClient {
  /** The name of the library. */
  readonly name: string;
  /** Its folder, here. The first folder of the path contains all that it needs. */
  readonly folder: string;
  /** What the toolchain is called. */
  readonly needs: string;
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

const pip = ['python3', '-m', 'pip', '--disable-pip-version-check', '--quiet'] as const;
const python = {
  needs: 'Python 3.10 with pip 22.3',
  toolchain: [
    'python3',
    '-c',
    [
      'import pip, platform, sys, venv',
      'assert sys.version_info >= (3, 10)',
      'assert tuple(map(int, pip.__version__.split(".")[:2])) >= (22, 3)',
      'print("Python", platform.python_version())',
    ].join('\n'),
  ],
  registry: [...pip, 'index', 'versions', 'gql', '--retries=0', '--timeout=10'],
  check: ['venv/bin/python', 'main.py'],
} as const;
/** `--without-pip` and `--no-compile` take less time. What is installed is the same. */
const installed: Command[] = [
  ['python3', '-m', 'venv', '--without-pip', 'venv'],
  [...pip, '--python', 'venv/bin/python', 'install', '--no-compile', '--requirement', 'requirements.txt'],
];

const rust = {
  needs: 'Rust or a C compiler, which it links with,',
  toolchain: ['sh', '-c', 'cc --version > /dev/null && cargo --version'],
  registry: ['cargo', 'info', '--quiet', 'serde'],
  // The derive macros generate. Builds both clients: the second build waits for the first and has nothing to do.
  build: [['cargo', 'build', '--workspace', '--locked', '--quiet', '--target-dir', '../target']],
} as const;

export const clients: readonly TypedClient[] = [
  {
    name: 'genqlient',
    folder: 'genqlient',
    needs: 'Go',
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
    ...rust,
    name: 'cynic',
    folder: 'rust/cynic',
    check: ['../target/debug/cynic-check'],
    pinned: ['Cargo.toml', /cynic = "=([^"]+)"/],
  },
  {
    ...rust,
    name: 'graphql_client',
    folder: 'rust/graphql_client',
    check: ['../target/debug/graphql_client-check'],
    pinned: ['Cargo.toml', /graphql_client = "=([^"]+)"/],
  },
  {
    ...python,
    name: 'ariadne-codegen',
    folder: 'ariadne-codegen',
    build: [...installed, ['venv/bin/ariadne-codegen']],
    pinned: ['requirements.txt', /ariadne-codegen==(\S+)/],
  },
  {
    ...python,
    name: 'gql',
    folder: 'gql',
    build: installed,
    pinned: ['requirements.txt', /gql==(\S+)/],
  },
  {
    ...python,
    name: 'sgqlc',
    folder: 'sgqlc',
    build: [
      ...installed,
      ['venv/bin/python', 'introspection.py'],
      ['venv/bin/sgqlc-codegen', 'schema', 'schema.json', 'beeper_schema.py'],
      // biome-ignore format: one command
      ['venv/bin/sgqlc-codegen', 'operation', '--schema', 'schema.json', 'beeper_schema', 'beeper_operations.py', 'operations.graphql'],
    ],
    pinned: ['requirements.txt', /sgqlc==(\S+)/],
  },
  {
    name: 'DGS codegen',
    folder: 'dgs-codegen',
    needs: 'Maven or Java 17',
    toolchain: ['sh', '-c', 'mvn --version > /dev/null && javac --version'],
    registry: ['mvn', '--quiet', '--batch-mode', 'dependency:copy-dependencies'],
    build: [['mvn', '--quiet', '--batch-mode', 'compile']],
    check: ['java', '-cp', 'target/classes:target/dependency/*', 'example.Check'],
    pinned: ['pom.xml', /<artifactId>graphqlcodegen-maven-plugin<\/artifactId>\s*<version>([^<]+)/],
  },
];

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  isClassDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isModuleBlock,
  isModuleDeclaration,
  isPropertySignatureDeclaration,
  isStringLiteral,
  type SourceFile,
  type Statement,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

const sdk = fileURLToPath(new URL('../../node_modules/@beeper/desktop-api/', import.meta.url));
const resources = join(sdk, 'resources');

export interface SDKTypes {
  /** As a user of the SDK writes them: `chats.messages.reactions.add`. */
  readonly methods: readonly string[];
  /** The fields of the types of answers, by the name of the type. Inherited fields are with the type that declares them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** In the same way, those of the types of requests: path, query and body. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** The types of what methods take, besides IDs and options of the SDK. */
  readonly argumentTypes: readonly string[];
}

/** Reads the declarations of the official SDK. */
export function readSDKTypes(): SDKTypes {
  const api = new API({ cwd: sdk });
  try {
    return typesIn(sourceFiles(api));
  } finally {
    api.close();
  }
}

function sourceFiles(api: API): readonly (readonly [resource: string, SourceFile])[] {
  const index = join(sdk, 'index.d.ts');
  const project = api.updateSnapshot({ openFiles: [index] }).getDefaultProjectForFile(index);
  const paths = readdirSync(resources, { recursive: true, encoding: 'utf8' }).map((path) =>
    join(resources, path),
  );
  return [join(sdk, 'client.d.ts'), join(sdk, 'core/pagination.d.ts'), ...paths].flatMap((path) => {
    const file = path.endsWith('.d.ts') ? project?.program.getSourceFile(path) : undefined;
    return file ? [[resourceOf(path), file] as const] : [];
  });
}

/** `chats/chats.d.ts` and `chats.d.ts` declare `chats`; the client declares what has no resource. */
function resourceOf(path: string): string {
  const names = relative(resources, path).replace('.d.ts', '').split('/');
  if (names[0] === '..') return '';
  return names.filter((name, index) => name !== names[index - 1]).join('.');
}

function typesIn(files: readonly (readonly [string, SourceFile])[]): SDKTypes {
  const requests: Method[] = [];
  const all = new Map<string, readonly string[]>();
  for (const [resource, { statements }] of files) {
    requests.push(...requestsIn(statements, resource));
    collectFields(statements, '', all);
  }
  const named = (ending: string) =>
    new Map([...all].filter(([type]) => type.split('.').some((part) => part.endsWith(ending))));
  const parameters = named('Params');
  const options = named('Options');
  const fields = new Map([...all].filter(([type]) => !parameters.has(type) && !options.has(type)));
  return {
    methods: requests.map(({ name }) => name),
    argumentTypes: requests.flatMap(({ argumentTypes }) => argumentTypes),
    fields,
    parameters,
  };
}

interface Method {
  readonly name: string;
  readonly argumentTypes: readonly string[];
}

/** Those of the client itself count where they make a request of their own. */
function requestsIn(statements: Iterable<Statement>, resource: string): Method[] {
  return [...statements].filter(isClassDeclaration).flatMap(({ members }) =>
    members.filter(isMethodDeclaration).flatMap(({ name, parameters, type }) => {
      const isRequest =
        type?.getText().includes('Promise<') && parameters.some((one) => one.name.getText() === 'options');
      if (
        !isIdentifier(name) ||
        !isRequest ||
        ['request', 'requestAPIList', 'prepareOptions'].includes(name.text)
      )
        return [];
      const argumentTypes = parameters
        .map((one) => one.type?.getText().replace(/ \| null \| undefined$/, '') ?? '')
        .filter((text) => text !== 'string' && text !== 'RequestOptions');
      return [{ name: resource ? `${resource}.${name.text}` : name.text, argumentTypes }];
    }),
  );
}

function collectFields(
  statements: Iterable<Statement>,
  within: string,
  into: Map<string, readonly string[]>,
): void {
  for (const statement of statements) {
    if (isModuleDeclaration(statement) && statement.body && isModuleBlock(statement.body))
      collectFields(statement.body.statements, `${within}${statement.name.text}.`, into);
    if (!isInterfaceDeclaration(statement)) continue;
    const name = within + statement.name.text;
    const own = statement.members
      .filter(isPropertySignatureDeclaration)
      .flatMap((member) =>
        isIdentifier(member.name) || isStringLiteral(member.name) ? [member.name.text] : [],
      );
    if (own.length > 0) into.set(name, own);
  }
}

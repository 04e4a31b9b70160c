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
  return [join(sdk, 'client.d.ts'), ...paths].flatMap((path) => {
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
  const methods: string[] = [];
  const fields = new Map<string, readonly string[]>();
  for (const [resource, { statements }] of files) {
    methods.push(...methodsIn(statements, resource));
    collectFields(statements, '', fields);
  }
  return { methods, fields };
}

/** Those of the client itself count where they make a request of their own. */
function methodsIn(statements: Iterable<Statement>, resource: string): string[] {
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
      return [resource ? `${resource}.${name.text}` : name.text];
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
    if (name.split('.').some((part) => part.endsWith('Params') || part.endsWith('Options'))) continue;
    const own = statement.members
      .filter(isPropertySignatureDeclaration)
      .flatMap((member) =>
        isIdentifier(member.name) || isStringLiteral(member.name) ? [member.name.text] : [],
      );
    if (own.length > 0) into.set(name, own);
  }
}

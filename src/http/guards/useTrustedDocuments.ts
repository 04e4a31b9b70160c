import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

/**
 * Runs the documents of a manifest, asked for by hash, and no other: `documentId`, as the GraphQL-over-HTTP draft has
 * it, or `extensions.persistedQuery.sha256Hash`, as Apollo's clients do.
 * @param documents each document's text by its hash; null runs whatever is sent.
 */
export function useTrustedDocuments(documents: ReadonlyMap<string, string> | null): Plugin {
  if (documents === null) return {};
  return usePersistedOperations({
    extractPersistedOperationId: (params, request) => hashIn(params) ?? hashInURL(request),
    // Codegen writes `sha256:` before its hashes, as the draft wants it; Apollo's clients send theirs bare.
    getPersistedOperation: (hash) => documents.get(hash) ?? documents.get(`sha256:${hash}`) ?? null,
    customErrors: {
      persistedQueryOnly: refused(
        'PERSISTED_QUERY_ONLY',
        'This gateway runs only documents that it knows: send "documentId", and no "query".',
      ),
      keyNotFound: refused(
        'PERSISTED_QUERY_ID_REQUIRED',
        'Name the document to run: send its hash as "documentId".',
      ),
      notFound: refused(
        'PERSISTED_QUERY_NOT_IN_LIST',
        'The gateway’s manifest has no document of this hash: it may be of another version of the client.',
      ),
    },
  });
}

function hashIn(params: GraphQLParams & { documentId?: unknown }): string | null {
  const hash = params.documentId ?? params.extensions?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : null;
}

const hashInURL = ({ method, url }: Request): string | null =>
  method === 'GET' ? new URL(url).searchParams.get('documentId') : null;

const refused = (code: string, message: string) => ({ message, extensions: { code, http: { status: 400 } } });

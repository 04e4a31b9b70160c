import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { Refusal } from '../refusal.ts';
import type { RefusalCode } from '../refusalCodes.ts';
import { type RulesContext, type RulesInForce, rulesOf } from './accessRules.ts';

/**
 * Runs only the documents of the manifest. Requests name a document by its hash, as `documentId` (GraphQL over HTTP) or as
 * `extensions.persistedQuery.sha256Hash` (Apollo's clients).
 */
export function useTrustedDocuments(inForce: RulesInForce): Plugin<object, RulesContext> {
  return usePersistedOperations({
    extractPersistedOperationId: hashIn,
    // GraphQL Code Generator writes hashes with the prefix `sha256:`, which Apollo's clients do not send.
    getPersistedOperation(hash, _request, context) {
      const { documents } = rulesOf(context as RulesContext, inForce);
      return documents?.get(hash) ?? documents?.get(`sha256:${hash}`) ?? null;
    },
    customErrors: {
      persistedQueryOnly: requestError(
        'PERSISTED_QUERY_ONLY',
        'This gateway runs only the documents of its manifest: send "documentId" instead of "query".',
      ),
      keyNotFound: requestError(
        'PERSISTED_QUERY_ID_REQUIRED',
        'Send the hash of the document to run as "documentId".',
      ),
      notFound: requestError(
        'PERSISTED_QUERY_NOT_IN_LIST',
        'The manifest of the gateway has no document with this hash: the client may be of another version.',
      ),
    },
  });
}

function hashIn(params: GraphQLParams & { documentId?: unknown }): string | null {
  const hash = params.documentId ?? params.extensions?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : null;
}

const requestError = (code: RefusalCode, message: string) => () =>
  new Refusal({ status: 400, code, message });

import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { Refusal } from '../refusal.ts';

const code = 'PERSISTED_QUERY_NOT_SUPPORTED';

/** For a gateway without a manifest: refuses requests that name their document by a hash instead of sending it. */
export function usePersistedQueryRefusals(): Plugin {
  return {
    onParams({ params }) {
      if (params.query) return;
      const { documentId, extensions }: GraphQLParams & { documentId?: unknown } = params;
      if (typeof extensions?.persistedQuery?.sha256Hash === 'string') {
        // Clients compare the message and then send the document. Status 200, as from Apollo Server: Apollo iOS reads no
        // body of another status.
        throw new Refusal({ status: 200, code, message: 'PersistedQueryNotSupported' });
      }
      if (documentId != null) {
        const message = 'This gateway has no manifest of documents: send "query" instead of "documentId".';
        throw new Refusal({ status: 400, code, message });
      }
    },
  };
}

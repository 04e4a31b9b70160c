interface CodeInfo {
  /** Names the cause in the log. */
  readonly reason: string;
  /** Tells the developer of a client what to do. */
  readonly remedy: string;
}

/** The codes of refused requests. Some are those of GraphQL servers in general: graphql-yoga sets them. */
export const refusalCodes = {
  BAD_REQUEST: {
    reason: 'request',
    remedy: 'Send a JSON object with "query" and, if needed, "variables" and "operationName".',
  },
  UNAUTHENTICATED: { reason: 'key', remedy: 'Ask the operator of the gateway for a key.' },
  FORBIDDEN: { reason: 'forbidden', remedy: 'Ask the operator of the gateway for access.' },
  NOT_FOUND: { reason: 'path', remedy: 'Send GraphQL requests to the path of this gateway.' },
  METHOD_NOT_ALLOWED: {
    reason: 'method',
    remedy: 'Send queries by GET or POST, and mutations by POST.',
  },
  EXPIRED: { reason: 'expired', remedy: 'Request a new address.' },
  CONFLICT: { reason: 'conflict', remedy: 'Request a new address.' },
  NOT_ACCEPTABLE: {
    reason: 'accept',
    remedy: 'Send "accept: application/graphql-response+json, application/json", or no Accept header.',
  },
  PAYLOAD_TOO_LARGE: { reason: 'size', remedy: 'Send less in one request.' },
  UNSUPPORTED_MEDIA_TYPE: {
    reason: 'content-type',
    remedy: 'Send the body as JSON in UTF-8, uncompressed, with the header "content-type: application/json".',
  },
  RATE_LIMITED: { reason: 'rate', remedy: 'Nothing was done. Send the request again later.' },
  UPSTREAM_ERROR: { reason: 'beeper', remedy: 'Send the request again later.' },
  UNSUPPORTED: { reason: 'unsupported', remedy: 'Update Beeper Desktop.' },
  UNAVAILABLE: { reason: 'overload', remedy: 'Nothing was done. Send the request again later.' },
  GRAPHQL_PARSE_FAILED: {
    reason: 'syntax',
    remedy: 'Correct the syntax of the document at the given location.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    reason: 'validation',
    remedy:
      'Correct the document: compare it with the schema of this version of the gateway. An input with @oneOf takes exactly one of its fields.',
  },
  BAD_USER_INPUT: {
    reason: 'variables',
    remedy:
      'Send variables that have the types that the document declares. An input with @oneOf takes exactly one of its fields.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    reason: 'operation',
    remedy: 'Send the name of an operation of the document as "operationName".',
  },
  QUERY_TOO_COMPLEX: { reason: 'complexity', remedy: 'Request less at once.' },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    reason: 'persisted-query',
    remedy: 'Send the document as "query": this gateway stores no documents.',
  },
  PERSISTED_QUERY_ONLY: {
    reason: 'persisted-query',
    remedy: 'Send the hash of a document of the manifest as "documentId", without "query".',
  },
  PERSISTED_QUERY_ID_REQUIRED: {
    reason: 'persisted-query',
    remedy: 'Send the hash of a document of the manifest as "documentId".',
  },
  PERSISTED_QUERY_NOT_IN_LIST: {
    reason: 'persisted-query',
    remedy: 'Send the hash of a document of the manifest, or ask the operator to add this document to it.',
  },
} as const satisfies Record<string, CodeInfo>;

export type RefusalCode = keyof typeof refusalCodes;

export const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(refusalCodes, code);

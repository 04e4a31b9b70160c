/**
 * @generated SignedSource<<52fe85d4a657eb60b79fa04558f74724>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type BeeperErrorCode = "CONFLICT" | "FORBIDDEN" | "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "NOT_FOUND" | "OUTCOME_UNKNOWN" | "RATE_LIMITED" | "UNAUTHENTICATED" | "UNAVAILABLE" | "UNSUPPORTED" | "UPSTREAM_ERROR" | "%future added value";
export type InboxSendMutation$variables = {
  chatID: string;
  key: string;
  text: string;
};
export type InboxSendMutation$data = {
  readonly sendMessage: {
    readonly __typename: string;
    readonly code?: BeeperErrorCode;
    readonly issues?: ReadonlyArray<{
      readonly message: string;
      readonly path: ReadonlyArray<string>;
    }>;
    readonly message?: string;
    readonly pendingMessageID?: string;
    readonly remedy?: string | null | undefined;
    readonly requestID?: string;
    readonly retryAfterSeconds?: number | null | undefined;
    readonly retryable?: boolean;
  } | null | undefined;
};
export type InboxSendMutation = {
  response: InboxSendMutation$data;
  variables: InboxSendMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "chatID"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "key"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "text"
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
},
v4 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "retryAfterSeconds",
    "storageKey": null
  }
],
v5 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "idempotencyKey",
        "variableName": "key"
      },
      {
        "fields": [
          {
            "kind": "Variable",
            "name": "chatID",
            "variableName": "chatID"
          },
          {
            "fields": [
              {
                "kind": "Variable",
                "name": "text",
                "variableName": "text"
              }
            ],
            "kind": "ObjectValue",
            "name": "content"
          }
        ],
        "kind": "ObjectValue",
        "name": "input"
      }
    ],
    "concreteType": null,
    "kind": "LinkedField",
    "name": "sendMessage",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "__typename",
        "storageKey": null
      },
      {
        "kind": "InlineFragment",
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "pendingMessageID",
            "storageKey": null
          }
        ],
        "type": "SendMessagePayload",
        "abstractKey": null
      },
      {
        "kind": "InlineFragment",
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "code",
            "storageKey": null
          },
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "remedy",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "retryable",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "requestID",
            "storageKey": null
          }
        ],
        "type": "BeeperError",
        "abstractKey": "__isBeeperError"
      },
      {
        "kind": "InlineFragment",
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "BeeperInputIssue",
            "kind": "LinkedField",
            "name": "issues",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "path",
                "storageKey": null
              },
              (v3/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "type": "BeeperInvalidInputError",
        "abstractKey": null
      },
      {
        "kind": "InlineFragment",
        "selections": (v4/*:: as any*/),
        "type": "BeeperRateLimitedError",
        "abstractKey": null
      },
      {
        "kind": "InlineFragment",
        "selections": (v4/*:: as any*/),
        "type": "BeeperUnavailableError",
        "abstractKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "InboxSendMutation",
    "selections": (v5/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v2/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "InboxSendMutation",
    "selections": (v5/*:: as any*/)
  },
  "params": {
    "cacheID": "c22673b82802253ff0552b6b5b36379d",
    "id": null,
    "metadata": {},
    "name": "InboxSendMutation",
    "operationKind": "mutation",
    "text": "mutation InboxSendMutation(\n  $chatID: ID!\n  $text: String!\n  $key: String!\n) {\n  sendMessage(input: {chatID: $chatID, content: {text: $text}}, idempotencyKey: $key) {\n    __typename\n    ... on SendMessagePayload {\n      pendingMessageID\n    }\n    ... on BeeperError {\n      __isBeeperError: __typename\n      code\n      message\n      remedy\n      retryable\n      requestID\n    }\n    ... on BeeperInvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on BeeperRateLimitedError {\n      retryAfterSeconds\n    }\n    ... on BeeperUnavailableError {\n      retryAfterSeconds\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "de575ec519ccf6a7b3f330e9e3bf9c43";

export default node;

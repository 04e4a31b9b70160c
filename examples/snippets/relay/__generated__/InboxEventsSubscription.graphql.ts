/**
 * @generated SignedSource<<f69d602834bf44e421c861baff0222c7>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type BeeperErrorCode = "CONFLICT" | "FORBIDDEN" | "IDEMPOTENCY_MISMATCH" | "INVALID_INPUT" | "NOT_FOUND" | "OUTCOME_UNKNOWN" | "RATE_LIMITED" | "UNAUTHENTICATED" | "UNAVAILABLE" | "UNSUPPORTED" | "UPSTREAM_ERROR" | "%future added value";
export type InboxEventsSubscription$variables = {
  after?: string | null | undefined;
};
export type InboxEventsSubscription$data = {
  readonly chatEvents: {
    readonly __typename: string;
    readonly chat?: {
      readonly account: {
        readonly id: string;
        readonly isUsable: boolean;
      } | null | undefined;
      readonly id: string;
      readonly lastActivity: string | null | undefined;
      readonly network: string | null | undefined;
      readonly title: string | null | undefined;
      readonly unreadCount: number | null | undefined;
    } | null | undefined;
    readonly chatID?: string;
    readonly error?: {
      readonly code: BeeperErrorCode;
      readonly message: string;
      readonly remedy: string | null | undefined;
      readonly retryAfterSeconds?: number | null | undefined;
      readonly retryable: boolean;
    };
    readonly isResumed?: boolean;
    readonly needsReload?: boolean;
    readonly position?: string;
  };
};
export type InboxEventsSubscription = {
  response: InboxEventsSubscription$data;
  variables: InboxEventsSubscription$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "after"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "after",
    "variableName": "after"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v3 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "position",
      "storageKey": null
    }
  ],
  "type": "BeeperLiveEvent",
  "abstractKey": "__isBeeperLiveEvent"
},
v4 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isResumed",
      "storageKey": null
    }
  ],
  "type": "BeeperLiveStarted",
  "abstractKey": null
},
v5 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "needsReload",
      "storageKey": null
    }
  ],
  "type": "BeeperLiveGap",
  "abstractKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v7 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "BeeperChat",
    "kind": "LinkedField",
    "name": "chat",
    "plural": false,
    "selections": [
      (v6/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "title",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "network",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "unreadCount",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "lastActivity",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "BeeperAccount",
        "kind": "LinkedField",
        "name": "account",
        "plural": false,
        "selections": [
          (v6/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "isUsable",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
],
v8 = {
  "kind": "InlineFragment",
  "selections": (v7/*:: as any*/),
  "type": "BeeperChatUpserted",
  "abstractKey": null
},
v9 = {
  "kind": "InlineFragment",
  "selections": (v7/*:: as any*/),
  "type": "BeeperMessageUpserted",
  "abstractKey": null
},
v10 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "chatID",
      "storageKey": null
    }
  ],
  "type": "BeeperChatDeleted",
  "abstractKey": null
},
v11 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "remedy",
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "retryable",
  "storageKey": null
},
v15 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "retryAfterSeconds",
    "storageKey": null
  }
],
v16 = {
  "kind": "InlineFragment",
  "selections": (v15/*:: as any*/),
  "type": "BeeperRateLimitedError",
  "abstractKey": null
},
v17 = {
  "kind": "InlineFragment",
  "selections": (v15/*:: as any*/),
  "type": "BeeperUnavailableError",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "InboxEventsSubscription",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "chatEvents",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/),
          (v8/*:: as any*/),
          (v9/*:: as any*/),
          (v10/*:: as any*/),
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "error",
                "plural": false,
                "selections": [
                  (v11/*:: as any*/),
                  (v12/*:: as any*/),
                  (v13/*:: as any*/),
                  (v14/*:: as any*/),
                  (v16/*:: as any*/),
                  (v17/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "BeeperLiveEnded",
            "abstractKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "InboxEventsSubscription",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "chatEvents",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/),
          (v8/*:: as any*/),
          (v9/*:: as any*/),
          (v10/*:: as any*/),
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "error",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  (v11/*:: as any*/),
                  (v12/*:: as any*/),
                  (v13/*:: as any*/),
                  (v14/*:: as any*/),
                  (v16/*:: as any*/),
                  (v17/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "BeeperLiveEnded",
            "abstractKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "2d8bd5d74ff86a951988a51a775d6f5f",
    "id": null,
    "metadata": {},
    "name": "InboxEventsSubscription",
    "operationKind": "subscription",
    "text": "subscription InboxEventsSubscription(\n  $after: String\n) {\n  chatEvents(after: $after) {\n    __typename\n    ... on BeeperLiveEvent {\n      __isBeeperLiveEvent: __typename\n      position\n    }\n    ... on BeeperLiveStarted {\n      isResumed\n    }\n    ... on BeeperLiveGap {\n      needsReload\n    }\n    ... on BeeperChatUpserted {\n      chat {\n        id\n        title\n        network\n        unreadCount\n        lastActivity\n        account {\n          id\n          isUsable\n        }\n      }\n    }\n    ... on BeeperMessageUpserted {\n      chat {\n        id\n        title\n        network\n        unreadCount\n        lastActivity\n        account {\n          id\n          isUsable\n        }\n      }\n    }\n    ... on BeeperChatDeleted {\n      chatID\n    }\n    ... on BeeperLiveEnded {\n      error {\n        __typename\n        code\n        message\n        remedy\n        retryable\n        ... on BeeperRateLimitedError {\n          retryAfterSeconds\n        }\n        ... on BeeperUnavailableError {\n          retryAfterSeconds\n        }\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "c1e23c08164d5c6f80fab55563aeef11";

export default node;

import { lookUpContacts, maxFoundContacts } from '../../resolvers/account/lookUpContacts.ts';
import { builder } from '../builder.ts';
import { callCost } from '../cost.ts';
import { atMost, idLength, idSchema, lookUpSchema, maxLength } from '../validation.ts';
import { BeeperUser } from './user.ts';

builder.queryField('lookUpContacts', (t) =>
  t.field({
    type: [BeeperUser],
    nullable: true,
    description: `People found on the network of an account, known or not, each once; at most ${maxFoundContacts}. Only a phone number, an email address, or a username with a leading \`@\` is looked up on the network, and must match exactly. Any other text finds only known contacts, as \`contacts\` does. Costs one upstream call, which can take up to 30 seconds, whatever the gateway’s timeout is: do not select it together with fields that are needed sooner. Null if they can’t be read; see \`errors\`.`,
    args: {
      accountID: t.arg.id({
        required: true,
        description: `ID of the account whose network to ask, such as \`slackgo.T012-U034\`.${idLength}`,
        validate: { schema: idSchema },
      }),
      query: t.arg.string({
        required: true,
        description: `A phone number with its country code, such as \`+1 555 010-1002\`, an email address, or a username such as \`@ada\`. White space around it and the punctuation of phone numbers do not count. Must not be blank.${atMost(maxLength.shortText)}`,
        validate: { schema: lookUpSchema },
      }),
    },
    extensions: { cost: callCost },
    resolve: (_root, { accountID, query }, context) => lookUpContacts(accountID, query, context),
  }),
);

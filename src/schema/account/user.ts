import type { Participant, User } from '../../beeper/users/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';

const BeeperPerson = builder.interfaceRef<User>('BeeperPerson').implement({
  description: 'Somebody on a network, as one account sees them.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'The person’s ID on this account, as `createChat` and `startChat` take it.',
    }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'The handle on the network; not unique across networks.',
    }),
    phoneNumber: t.exposeString('phoneNumber', {
      nullable: true,
      description: 'In E.164, such as `+15550101002`.',
    }),
    email: t.exposeString('email', { nullable: true, description: 'As the network tells it; not verified.' }),
    fullName: t.exposeString('fullName', { nullable: true, description: 'The name to show.' }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'The avatar; null where there is none.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
    cannotMessage: t.exposeBoolean('cannotMessage', {
      nullable: true,
      description:
        'True where a new chat with this person can’t be begun from this account; null where Beeper does not say.',
    }),
    isSelf: t.exposeBoolean('isSelf', {
      nullable: true,
      description: 'True for the account’s own identity. Do not compare IDs for that: they differ.',
    }),
  }),
});

export const BeeperUser = builder.objectRef<User>('BeeperUser').implement({
  description: 'A person whom an account knows, or the account’s own identity.',
  interfaces: [BeeperPerson],
});

export const BeeperParticipant = builder.objectRef<Participant>('BeeperParticipant').implement({
  description: 'A person, or a bot of the network, who takes part in a chat.',
  interfaces: [BeeperPerson],
  fields: (t) => ({
    isAdmin: t.exposeBoolean('isAdmin', {
      nullable: true,
      description: 'Whether the person administers the chat.',
    }),
    isPending: t.exposeBoolean('isPending', {
      nullable: true,
      description: 'True for someone who is invited and has not joined yet.',
    }),
    isNetworkBot: t.exposeBoolean('isNetworkBot', {
      nullable: true,
      description: 'True for an automated account of the network.',
    }),
  }),
});

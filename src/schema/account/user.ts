import type { Participant, User } from '../../beeper/users/wire.ts';
import { BeeperAsset, toAsset } from '../asset/asset.ts';
import { builder } from '../builder.ts';
import { isPhoneNumber } from '../phoneNumber.ts';

const BeeperPerson = builder.interfaceRef<User>('BeeperPerson').implement({
  description: 'A person on a network, as seen by one account.',
  fields: (t) => ({
    userID: t.exposeID('id', {
      description:
        'ID of the person on this account, such as `@15550101002:local-whatsapp.localhost`. `createChat` and `startChat` take it. The other fields of the same person can differ from chat to chat and from account to account, so do not use this ID alone as the key of a cache.',
    }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'Username on the network. Not unique across networks. Null if unknown.',
    }),
    phoneNumber: t.string({
      nullable: true,
      description:
        'Phone number, usually in E.164 format, such as `+15550101002`. `startChat` takes it. Null if unknown, or if Beeper sends something that is not a phone number, such as the name of a sender.',
      resolve: ({ phoneNumber }) => (phoneNumber !== null && isPhoneNumber(phoneNumber) ? phoneNumber : null),
    }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'Email address as reported by the network, not verified. Null if unknown.',
    }),
    fullName: t.exposeString('fullName', {
      nullable: true,
      description: 'Display name of the person. Null if unknown.',
    }),
    imgURL: t.field({
      type: BeeperAsset,
      nullable: true,
      description: 'Avatar of the person. Null if there is none.',
      resolve: ({ imgURL }) => toAsset(imgURL),
    }),
    cannotMessage: t.exposeBoolean('cannotMessage', {
      nullable: true,
      description: 'True if this account can’t start a new chat with the person. Null if unknown.',
    }),
    isSelf: t.exposeBoolean('isSelf', {
      nullable: true,
      description:
        'True if this is the account’s own identity. Use this field instead of comparing IDs: your ID as a participant can differ from `BeeperAccount.user.userID`. Null if unknown.',
    }),
  }),
});

export const BeeperUser = builder.objectRef<User>('BeeperUser').implement({
  description: 'A contact of an account, the sender of a message, or the account’s own identity.',
  interfaces: [BeeperPerson],
});

export const BeeperParticipant = builder.objectRef<Participant>('BeeperParticipant').implement({
  description: 'A participant of a chat: a person or an automated account of the network.',
  interfaces: [BeeperPerson],
  fields: (t) => ({
    isAdmin: t.exposeBoolean('isAdmin', {
      nullable: true,
      description: 'Whether the participant is an admin of the chat. Null if unknown.',
    }),
    isPending: t.exposeBoolean('isPending', {
      nullable: true,
      description: 'True if the participant is invited and has not joined yet. Null if unknown.',
    }),
    isNetworkBot: t.exposeBoolean('isNetworkBot', {
      nullable: true,
      description: 'True if the participant is an automated account of the network. Null if unknown.',
    }),
  }),
});

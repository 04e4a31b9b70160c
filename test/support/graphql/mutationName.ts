export type MutationName = 'createChat' | 'sendMessage' | 'setChatArchived' | 'startChat';

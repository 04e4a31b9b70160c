export type MutationName = 'createChat' | 'setChatArchived' | 'startChat';

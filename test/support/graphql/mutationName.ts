export type MutationName = 'createChat' | 'startChat';

export type MutationName = 'addReaction' | 'createChat' | 'deleteMessage' | 'editMessage' | 'removeReaction' | 'setChatArchived' | 'startChat';

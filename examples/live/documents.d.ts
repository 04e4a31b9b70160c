export const chatEvents: string;
export const inbox: string;
export const conversation: string;
export const sendMessage: string;

export const inbox: string;
export const conversation: string;
export const createUpload: string;
export const sendFile: string;

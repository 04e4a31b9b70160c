export function sendFile(options: {
  ask: (query: string, variables?: object) => Promise<unknown>;
  chatID: string;
  file: File;
  caption: string | null;
  key: string;
}): Promise<void>;

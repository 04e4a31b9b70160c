export function uploadFromDisk(options: {
  ask: (query: string, variables?: object) => Promise<unknown>;
  path: string;
  mimeType: string | null;
}): Promise<string>;

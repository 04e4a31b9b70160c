import type * as esbuild from 'esbuild';

export const prebuilds: string;
export const hasDatabase: boolean;
export const entryPoints: Record<string, string>;

export function bundle(
  build: typeof esbuild,
  options: { readonly entryPoints: Record<string, string>; readonly outdir: string },
): Promise<{
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly metafile: esbuild.Metafile;
}>;

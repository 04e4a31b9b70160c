import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Copy, DockerfileParser, type Flag, type Instruction } from 'dockerfile-ast';
import { run } from './commands.ts';

/** What a stage of a Containerfile leaves behind. */
export interface Stage {
  /** The files that the stage adds to its base. */
  readonly files: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** Of ENTRYPOINT and of the CMD of HEALTHCHECK, in exec form. */
  readonly entrypoint: readonly string[];
  readonly healthcheck: readonly string[];
  readonly volumes: readonly string[];
}

const empty: Omit<Stage, 'files'> = {
  environment: {},
  workingDirectory: '/',
  entrypoint: [],
  healthcheck: [],
  volumes: [],
};

interface Build {
  /** The folder that COPY without a stage reads. */
  readonly context: string;
  /** An empty folder for the files of the stages. */
  readonly folder: string;
}

/**
 * Runs the steps of a Containerfile without a container engine, in the place of the base image on a copy of the file system
 * of this machine. A stage that no other needs is left out. Needs root on Linux.
 * @returns the last stage.
 */
export async function build(text: string, { context, folder }: Build): Promise<Stage> {
  const stages = stagesIn(text);
  const built = new Map<string, Stage>();

  const buildStage = async ({ name, base, instructions }: Source): Promise<Stage> => {
    const found = built.get(name);
    if (found) return found;
    const files = join(folder, name);
    await mkdir(files);
    const from = stages.find((stage) => stage.name === base);
    let stage: Stage = { ...empty, files };
    if (from) {
      stage = { ...(await buildStage(from)), files };
      await run('cp', ['-a', `${join(folder, from.name)}/.`, files]);
    }
    for (const instruction of instructions) stage = await step(stage, instruction);
    built.set(name, stage);
    return stage;
  };

  const step = async (stage: Stage, instruction: Instruction): Promise<Stage> => {
    const text = instruction.getArgumentsContent() ?? '';
    switch (instruction.getKeyword()) {
      case 'RUN':
        await runOnCopy(stage, instruction.getRawArgumentsContent() ?? '');
        return stage;
      case 'COPY':
        await copy(stage, text.split(/\s+/), instruction instanceof Copy ? instruction.getFromFlag() : null);
        return stage;
      case 'WORKDIR':
        await mkdir(join(stage.files, text), { recursive: true });
        return { ...stage, workingDirectory: text };
      case 'ENV':
        return { ...stage, environment: { ...stage.environment, ...assignments(text) } };
      case 'VOLUME':
        return { ...stage, volumes: [...stage.volumes, text] };
      case 'ENTRYPOINT':
        return { ...stage, entrypoint: JSON.parse(text) };
      case 'HEALTHCHECK':
        return { ...stage, healthcheck: JSON.parse(text.replace(/^CMD /, '')) };
      case 'ARG':
      case 'EXPOSE':
      case 'LABEL':
      case 'STOPSIGNAL':
      case 'USER':
        return stage;
      default:
        throw new Error(`This check does not know ${instruction.getKeyword()}.`);
    }
  };

  const copy = async (stage: Stage, words: string[], from: Flag | null) => {
    const source = stages.find(({ name }) => name === from?.getValue());
    if (from && !source) throw new Error(`There is no stage ${from.getValue()}.`);
    const origin = source ? (await buildStage(source)).files : context;
    const target = words.pop() ?? '';
    for (const path of words) {
      const isFolder = target === './';
      const to = join(stage.files, stage.workingDirectory, target, isFolder ? path : '');
      await mkdir(dirname(to), { recursive: true });
      await cp(join(origin, path), to, { recursive: true });
    }
  };

  const last = stages.at(-1);
  if (!last) throw new Error('There is no stage.');
  return buildStage(last);
}

interface Source {
  readonly name: string;
  readonly base: string;
  readonly instructions: Instruction[];
}

function stagesIn(text: string): Source[] {
  const file = DockerfileParser.parse(text);
  const names = file.getFROMs().map((from, index) => from.getBuildStage() ?? `stage-${index}`);
  const stages = file.getFROMs().map((from, index) => ({
    name: names[index] ?? '',
    base: from.getImage() ?? '',
    line: from.getRange().start.line,
  }));
  return stages.map(({ name, base, line }, index) => ({
    name,
    base,
    instructions: file.getInstructions().filter((instruction) => {
      const at = instruction.getRange().start.line;
      return at > line && at < (stages[index + 1]?.line ?? Number.POSITIVE_INFINITY);
    }),
  }));
}

const assignments = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));

/** In mounts of its own: /, under what the stage has so far, with an empty /tmp. */
const onCopy = `
  set -e
  mkdir -p "$1.work" "$1.root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$1,workdir=$1.work" "$1.root"
  mount --rbind /proc "$1.root/proc"
  mount --rbind /dev "$1.root/dev"
  mount -t tmpfs tmpfs "$1.root/tmp"
  exec chroot "$1.root" /bin/sh -c 'cd "$1" && eval "$2"' sh "$2" "$3"`;

const runOnCopy = ({ files, workingDirectory, environment }: Stage, command: string) => {
  const { PATH = '' } = process.env;
  const args = ['--mount', '--propagation', 'private', 'sh', '-c', onCopy, 'sh'];
  return run('unshare', [...args, files, workingDirectory, command], {
    env: { PATH, HOME: '/root', ...environment },
  });
};

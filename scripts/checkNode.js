/** Ends the process with one sentence under a Node that is too old. It runs there, so it uses nothing that is new. */
const version = process.versions.node;
const [major, minor] = version.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`This gateway requires Node 20.19 or newer; this is Node ${version}.\n`);
  process.exit(1);
}

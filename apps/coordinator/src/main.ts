import { runMain } from '@filigree/cli';
import { coordinatorProgram } from './program.ts';

await runMain(await coordinatorProgram(process.argv.slice(2)));

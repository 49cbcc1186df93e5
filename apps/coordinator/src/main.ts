import { runMain } from '@filigree/cli';
import { coordinatorProgram } from './program.ts';

await runMain(coordinatorProgram);

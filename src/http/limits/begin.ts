import type { ExecutionArgs, ExecutionResult } from 'graphql';

/** What a check needs of the hook that runs before an operation, `onExecute` or `onSubscribe`. */
export interface Begin {
  readonly args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;
  setResultAndStopExecution(result: ExecutionResult): void;
}

import { Counter, Histogram, type Registry } from 'prom-client';
import {
  callerLeftStatus,
  type RequestObserver,
  type RequestRecord,
  resultsOf,
} from '../common/requestRecord.ts';
import type { OperationNames } from './operationNames.ts';

interface RequestMetricsOptions {
  readonly registry: Registry;
  readonly names: OperationNames;
  /** Upper limits in seconds. */
  readonly buckets: number[];
}

/** @returns an observer that counts every HTTP answer once, and every operation that was executed. */
export function createRequestMetrics({ registry, names, buckets }: RequestMetricsOptions): RequestObserver {
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the head of a request to the end of its response, or until its caller left (status 499).',
    labelNames: ['http_request_method', 'http_response_status_code', 'outcome'],
    buckets,
    registers,
  });
  const refused = new Counter({
    name: 'beeper_graphql_requests_refused_total',
    help: 'Requests of which nothing was executed, by the code and the reason of the access log.',
    labelNames: ['code', 'reason'],
    registers,
  });
  const operations = new Counter({
    name: 'beeper_graphql_operations_total',
    help: 'Operations that were executed, by what became of them: ok, the type of a result of a mutation, or the code of the first error.',
    labelNames: ['graphql_operation_name', 'graphql_operation_type', 'result'],
    registers,
  });
  const durations = new Histogram({
    name: 'beeper_graphql_operation_duration_seconds',
    help: 'Time to execute an operation, with its calls to Beeper; of a subscription, until its stream begins.',
    labelNames: ['graphql_operation_name', 'graphql_operation_type'],
    buckets,
    registers,
  });

  const fileBytes = new Counter({
    name: 'beeper_graphql_file_bytes_total',
    help: 'Bytes of files: of assets those that were sent, of uploads those that were received.',
    labelNames: ['route'],
    registers,
  });
  for (const route of ['assets', 'uploads']) fileBytes.inc({ route }, 0);

  return {
    onEnd(record) {
      const { refusal, operation, status, route } = record;
      requests.observe(
        {
          http_request_method: methodOf(record),
          http_response_status_code: status,
          outcome: outcomeOf(record),
        },
        (record.endedAt - record.arrivedAt) / 1_000,
      );
      const ofFile = route === 'assets' && refusal === null ? record.bytes : record.receivedBytes;
      if (route !== null && ofFile > 0) fileBytes.inc({ route }, ofFile);
      if (refusal !== null) {
        refused.inc({ code: refusal.code, reason: refusal.reason });
        return;
      }
      if (operation === null) return;
      const isOK = operation.endedAt > 0 && record.errorCodes.length === 0;
      const labels = {
        graphql_operation_name: names.labelOf(operation.name, isOK),
        graphql_operation_type: operation.type,
      };
      operations.inc({ result: resultOf(record), ...labels });
      if (operation.endedAt > 0) durations.observe(labels, (operation.endedAt - operation.startedAt) / 1_000);
    },
  };
}

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'OPTIONS', 'HEAD'];

/** Callers choose the method: as OpenTelemetry's conventions say, others share a name. */
const methodOf = ({ method }: RequestRecord): string => (methods.includes(method) ? method : '_OTHER');

function outcomeOf({ refusal, status, operation, isProbe, route }: RequestRecord): string {
  if (refusal !== null) return 'refused';
  if (status === callerLeftStatus) return 'left';
  if (operation !== null) return operation.type === 'subscription' ? 'stream' : 'operation';
  return isProbe ? 'probe' : (route ?? 'other');
}

/** A mutation with several fields that ended differently counts once, too. */
function resultOf(record: RequestRecord): string {
  if (record.operation?.endedAt === 0) return 'left';
  const [first = 'ok', ...others] = resultsOf(record);
  if (others.some((result) => result !== first)) return 'mixed';
  return first === 'errors' ? (record.errorCodes[0] ?? first) : first;
}

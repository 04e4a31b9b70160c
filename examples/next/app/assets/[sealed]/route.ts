export { handle as GET, handle as HEAD, handle as OPTIONS } from '../../../lib/gateway.ts';

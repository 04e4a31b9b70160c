export { handle as OPTIONS, handle as PUT } from '../../../lib/gateway.ts';

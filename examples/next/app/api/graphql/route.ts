export { handle as GET, handle as OPTIONS, handle as POST } from '../../../lib/gateway.ts';

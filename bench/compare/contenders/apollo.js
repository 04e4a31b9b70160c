import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { resolvers } from './shared/resolvers.js';
import { typeDefs } from './shared/schema.js';

/** Apollo Server with RESTDataSource, both with their defaults. */
class Beeper extends RESTDataSource {
  baseURL = process.env.BEEPER_URL;

  willSendRequest(_path, request) {
    request.headers.authorization = `Bearer ${process.env.BEEPER_ACCESS_TOKEN}`;
  }

  // It shares one call between all that ask for the same path.
  accounts() {
    return this.get('/v1/accounts');
  }

  chats(first) {
    return this.get('/v1/chats', { params: { limit: String(first) } });
  }

  chat(id) {
    return this.get(`/v1/chats/${encodeURIComponent(id)}`);
  }

  startChat(body) {
    return this.post('/v1/chats/start', { body });
  }

  createChat(body) {
    return this.post('/v1/chats', { body });
  }

  sendMessage(chatID, body) {
    return this.post(`/v1/chats/${encodeURIComponent(chatID)}/messages`, { body });
  }
}

const server = new ApolloServer({ typeDefs, resolvers });
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async () => ({ beeper: new Beeper({ cache: server.cache }) }),
});

import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { client } from './data/client.ts';
import { openLive } from './data/live.ts';
import { resumeOutbox } from './data/outbox.ts';
import { keepFocus } from './ui/keepFocus.ts';
import './styles/tokens.css';
import './styles/controls.css';
import './styles/dialog.css';
import './styles/shell.css';
import './styles/conversation.css';
import './styles/inbox.css';

openLive();
resumeOutbox();
keepFocus();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <App />
    </ApolloProvider>
  </StrictMode>,
);

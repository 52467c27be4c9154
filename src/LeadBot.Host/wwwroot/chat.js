// Opens the conversation kept in this browser, or a new one, in Web Chat.
'use strict';

const directLineAt = `${location.origin}/v3/directline`;
const kept = 'leadbot.conversation';
const nonce = document.currentScript.dataset.nonce;
const chat = document.getElementById('chat');
const trouble = document.getElementById('trouble');
const startNew = document.getElementById('new');
const dark = matchMedia('(prefers-color-scheme: dark)');

async function ask(method, path, token) {
  const response = await fetch(directLineAt + path, { method, headers: token ? { Authorization: `Bearer ${token}` } : {} });
  return response.ok ? response.json() : null;
}

async function resume() {
  const held = JSON.parse(localStorage.getItem(kept) ?? 'null');
  return held && ask('GET', `/conversations/${held.conversationId}`, held.token);
}

async function start() {
  const { token } = await ask('POST', '/tokens/generate');
  return ask('POST', '/conversations', token);
}

// Web Chat does not find out by itself that sockets are blocked.
function socketsWork(streamUrl) {
  return new Promise(resolve => {
    const socket = new WebSocket(streamUrl);
    socket.onopen = () => { socket.close(); resolve(true); };
    socket.onerror = () => resolve(false);
    setTimeout(() => resolve(false), 3000);
  });
}

function startOver() {
  localStorage.removeItem(kept);
  location.reload();
}

async function connect() {
  const { conversationId, token, streamUrl } = await resume() ?? await start();
  localStorage.setItem(kept, JSON.stringify({ conversationId, token }));
  if (!await socketsWork(streamUrl)) {
    window.WebSocket = PollingSocket;
  }

  // It finds the host again by itself; these are the ends it cannot mend: the token expired, the conversation is gone.
  const directLine = WebChat.createDirectLine({ domain: directLineAt, conversationId, token, timeout: 5000 });
  directLine.connectionStatus$.subscribe({ next: status => (status === 3 || status === 5) && startOver() });
  directLine.activity$.subscribe({ error: startOver });
  return directLine;
}

// A card pressed by keyboard is redrawn without its buttons: the focus goes on to the box below instead of nowhere.
function keepFocus() {
  if (document.activeElement?.matches('.ac-pushButton:focus-visible')) {
    document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  }
}

const store = () => WebChat.createStore({}, () => next => action => {
  if (action.type !== 'DIRECT_LINE/POST_ACTIVITY') {
    return next(action);
  }

  keepFocus();
  // The page speaks English; what the person's language is still reaches the bot.
  const activity = { ...action.payload.activity, locale: navigator.language };
  return next({ ...action, payload: { ...action.payload, activity } });
});

// Under a message only what is not as expected: being sent, or not sent.
const activityStatusMiddleware = () => next => status => ['sending', 'send failed'].includes(status.sendState) ? next(status) : null;

// A screen reader is told a new card's summary instead of all its parts; those are there to be read in the card.
const spoken = text => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });
const attachmentForScreenReaderMiddleware = () => next => ({ activity, attachment }) =>
  next({ activity, attachment: activity.summary ? { ...attachment, content: spoken(activity.summary) } : attachment });

function show(directLine) {
  const constant = {
    directLine, store: store(), nonce, activityStatusMiddleware, attachmentForScreenReaderMiddleware, locale: 'en-US', role: 'main', userID: 'you',
  };
  const render = () => WebChat.renderWebChat({ ...constant, ...look(dark.matches) }, chat);
  render();
  dark.addEventListener('change', render);
  startNew.hidden = false;
  startNew.addEventListener('click', startOver);
}

function say(sentence) {
  trouble.textContent = sentence;
  trouble.hidden = !sentence;
}

async function open() {
  if (!window.WebChat) {
    say('This page was built without Web Chat. Install Node.js with npm, then start again: dotnet run --project src/LeadBot.Host');
    return;
  }

  try {
    show(await connect());
    say('');
  } catch {
    say('LeadBot does not answer. Trying again …');
    setTimeout(open, 2000);
  }
}

open();

// Opens the conversation kept in this browser, or a new one, and keeps Web Chat connected to it.
'use strict';

const directLineAt = `${location.origin}/v3/directline`;
const kept = 'leadbot.conversation';
const nonce = document.currentScript.dataset.nonce;
const chat = document.getElementById('chat');
const trouble = document.getElementById('trouble');
const startNew = document.getElementById('new');
const dark = matchMedia('(prefers-color-scheme: dark)');

let store;
let directLine;

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

// Web Chat does not fall back by itself where something between here and the host blocks sockets.
function socketsWork(streamUrl) {
  return new Promise(resolve => {
    const socket = new WebSocket(streamUrl);
    socket.onopen = () => { socket.close(); resolve(true); };
    socket.onerror = () => resolve(false);
    setTimeout(() => resolve(false), 3000);
  });
}

async function connect() {
  const conversation = await resume() ?? await start();
  const { conversationId, token, streamUrl } = conversation;
  localStorage.setItem(kept, JSON.stringify({ conversationId, token }));
  const line = directLine = WebChat.createDirectLine({
    domain: directLineAt, conversationId, token, timeout: 5000, webSocket: await socketsWork(streamUrl),
  });

  const lost = () => line === directLine && keepTrying();
  line.connectionStatus$.subscribe({ next: status => (status === 3 || status === 5) && lost() });
  line.activity$.subscribe({ error: lost, complete: lost });
  trouble.hidden = true;
  render();
}

async function keepTrying() {
  try {
    await connect();
  } catch {
    trouble.textContent = 'LeadBot does not answer. Trying again …';
    trouble.hidden = false;
    setTimeout(keepTrying, 2000);
  }
}

// A card pressed by keyboard is redrawn without its buttons: the focus goes on to the box below instead of nowhere.
function keepFocus() {
  if (document.activeElement?.matches('.ac-pushButton:focus-visible')) {
    document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  }
}

function newStore() {
  return WebChat.createStore({}, () => next => action => {
    if (action.type !== 'DIRECT_LINE/POST_ACTIVITY') {
      return next(action);
    }

    keepFocus();
    // The page speaks English; what the person's language is still reaches the bot.
    const activity = { ...action.payload.activity, locale: navigator.language };
    return next({ ...action, payload: { ...action.payload, activity } });
  });
}

// Under a message only what is not as expected: being sent, or not sent.
const activityStatusMiddleware = () => next => status => ['sending', 'send failed'].includes(status.sendState) ? next(status) : null;

function render() {
  WebChat.renderWebChat({
    directLine, store, nonce, activityStatusMiddleware, locale: 'en-US', role: 'main', userID: 'you', ...look(dark.matches),
  }, chat);
}

function startOver() {
  directLine?.end();
  localStorage.removeItem(kept);
  store = newStore();
  return keepTrying();
}

async function open() {
  if (!window.WebChat) {
    trouble.textContent = 'This page was built without Web Chat. Install Node.js with npm, then start again: dotnet run --project src/LeadBot.Host';
    trouble.hidden = false;
    return;
  }

  store = newStore();
  await keepTrying();
  startNew.hidden = false;
  startNew.addEventListener('click', startOver);
  dark.addEventListener('change', render);
}

open();

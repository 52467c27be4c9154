// One request a line on stdin, as JSON; answers "yes" or "no" a line: whether Slack's Bolt believes it.
const path = require('node:path');
const readline = require('node:readline');
const { isValidSlackRequest } = require(path.join(__dirname, '../node_modules/@slack/bolt/dist/receivers/verify-request.js'));

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const { secret, timestamp, signature, body, now } = JSON.parse(line);
  const believed = isValidSlackRequest({
    signingSecret: secret,
    body,
    headers: { 'x-slack-request-timestamp': Number(timestamp), 'x-slack-signature': signature },
    nowMilliseconds: now,
  });
  process.stdout.write(believed ? 'yes\n' : 'no\n');
});

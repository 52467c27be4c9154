// Stands in for a socket where something between here and the host blocks them: asks every second instead. To Web Chat
// it is a socket, so that losing the host and finding it again goes the same way.
'use strict';

class PollingSocket {
  readyState = 1;

  constructor(streamUrl) {
    const { pathname, searchParams } = new URL(streamUrl);
    this.run(pathname.replace(/stream$/, 'activities'), searchParams.get('watermark'), searchParams.get('t'));
  }

  async run(path, watermark, token) {
    try {
      while (this.readyState === 1) {
        const response = await fetch(`${path}?watermark=${watermark}`, { headers: { Authorization: `Bearer ${token}` } });
        if (!response.ok) {
          break;
        }

        const set = await response.json();
        watermark = set.watermark;
        if (set.activities.length && this.readyState === 1) {
          this.onmessage?.({ data: JSON.stringify(set) });
        }

        await new Promise(resolve => setTimeout(resolve, 1000));
      }
    } catch {
      // The host is gone; Web Chat looks for it again.
    }

    if (this.readyState === 1) {
      this.close();
      this.onclose?.();
    }
  }

  send() {}

  close() {
    this.readyState = 3;
  }
}

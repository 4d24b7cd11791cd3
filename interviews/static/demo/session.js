// Who the page is signed in as: a short-lived token, renewed by the page's own session.

export class Session {
  /** `settings` has `access` and `renew`; null where nobody has to sign in. */
  constructor(settings) {
    this.settings = settings;
  }

  headers() {
    return this.settings ? { Authorization: `Bearer ${this.settings.access}` } : {};
  }

  /** The subprotocols to open a WebSocket with: a browser sends no header along. */
  protocols() {
    return this.settings ? ["bearer", this.settings.access] : [];
  }

  /** True once there is a new token. False: nobody is signed in any more. Throws when offline. */
  async renew() {
    if (!this.settings) return false;
    const response = await fetch(this.settings.renew, { credentials: "same-origin" });
    if (response.ok) this.settings.access = (await response.json()).access;
    return response.ok;
  }
}

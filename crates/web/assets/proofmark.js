// What scripts add to pages that work without them: keys in lists, copying with one press, passkeys.

const on = (name, act) => document.addEventListener(name, act);

// A button with `data-copy` copies the text of what it names.
on("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const from = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(from.textContent.trim());
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
});
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

// In a list with `data-keys`: j and k move, x chooses, a chooses all, o opens, e says why, d leads to the decision; / searches
// and ? shows the keys. Whoever speaks to their machine, or has keys of their own, turns them off (WCAG 2.2, 2.1.4).
const list = document.querySelector("[data-keys]");
const help = document.querySelector("[data-keys-help]");
const rows = () => [...(list?.querySelectorAll("tbody tr") ?? [])];
const boxes = () => rows().flatMap((row) => [...row.querySelectorAll("input[type=checkbox]")]);
let here = -1;

const KEYS_OFF = "proofmark-keys-off";
const wish = {
  get off() {
    try {
      return localStorage.getItem(KEYS_OFF) === "1";
    } catch {
      return false;
    }
  },
  set off(off) {
    try {
      if (off) localStorage.setItem(KEYS_OFF, "1");
      else localStorage.removeItem(KEYS_OFF);
    } catch {
      // A browser that keeps nothing forgets the wish with the page.
    }
  },
};

for (const label of document.querySelectorAll("[data-keys-switch]")) {
  const box = label.querySelector("input");
  label.hidden = false;
  box.checked = !wish.off;
  box.addEventListener("change", () => (wish.off = !box.checked));
}

function go(to) {
  const all = rows();
  if (all.length === 0) return;
  here = Math.max(0, Math.min(all.length - 1, to));
  for (const row of all) row.classList.remove("here");
  all[here].classList.add("here");
  all[here].querySelector("a, input")?.focus({ preventScroll: true });
  all[here].scrollIntoView({ block: "nearest" });
}

const acts = {
  j: () => go(here + 1),
  k: () => go(here - 1),
  x: () => rows()[here]?.querySelector("input[type=checkbox]")?.click(),
  a: () => {
    const choose = !boxes().every((box) => box.checked);
    for (const box of boxes()) box.checked = choose;
  },
  o: () => rows()[here]?.querySelector("[data-open], th a")?.click(),
  e: () => rows()[here]?.querySelector("details > summary")?.click(),
  d: () => document.querySelector("form#decide select")?.focus(),
  "?": () => {
    if (!help) return;
    help.open = !help.open;
    help.querySelector("summary").focus();
  },
};

on("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing || wish.off || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    document.querySelector("input[type=search]")?.focus();
    event.preventDefault();
  }
  if (!list || !Object.hasOwn(acts, event.key)) return;
  acts[event.key]();
  event.preventDefault();
});

// Filters are sent as soon as one is chosen; their button is for those without scripts.
for (const form of document.querySelectorAll("form[data-filters]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// A form with `data-busy` says so while the server is at work; without scripts the browser's own sign does.
for (const form of document.querySelectorAll("form[data-busy]")) {
  const button = form.querySelector("button");
  const words = button.textContent;
  const busy = (is) => {
    button.textContent = is ? form.dataset.busy : words;
    button.setAttribute("aria-disabled", is);
    button.dataset.sent = is;
  };
  form.addEventListener("submit", (event) => {
    if (button.dataset.sent === "true") event.preventDefault();
    else busy(true);
  });
  // Whoever comes back to the page finds it as it was.
  addEventListener("pageshow", (event) => event.persisted && busy(false));
}

// Menus close when the reader goes elsewhere.
on("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
on("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
});

// Passkeys: the server's challenge goes to the authenticator, its answer back.
const post = (path, body, form) =>
  fetch(path, {
    method: "POST",
    headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...(form ? { "X-Form-Token": form } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });

const passkeys = {
  async "sign-in"(button) {
    const options = await (await post("/sign-in/passkey/challenge")).json();
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const answer = await navigator.credentials.get({ publicKey });
    const done = await post("/sign-in/passkey", answer.toJSON());
    if (done.ok) location.assign(button.dataset.next || "/");
    else button.after((await done.json()).detail ?? "");
  },
  async register(button) {
    const form = button.dataset.form;
    const options = await (await post("/account/passkeys/challenge", null, form)).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const answer = await navigator.credentials.create({ publicKey });
    const done = await post("/account/passkeys?name=Passkey", answer.toJSON(), form);
    if (done.ok) location.reload();
    else button.after((await done.json()).detail ?? "");
  },
};

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      // Whoever closes the authenticator's window has changed their mind; nothing is wrong.
      passkeys[button.dataset.passkey](button).catch(() => {});
    });
  }
}

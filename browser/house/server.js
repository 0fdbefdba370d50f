// A server of a journey's own: the real program on a free loopback port, with a home that goes away afterwards.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { proofmark } from "./programs.js";

/** How long the program may take to say where it is, and to go: a machine that has other work too is slow, not wrong. */
const PATIENCE_MS = 120_000;

/** The one-time set-up link as the program prints it. */
const SETUP_LINK = /https?:\/\/\S+\/set-up\/[^\s`]+/;

/** A running `proofmark serve`. */
export class Server {
  #process;
  #said = "";
  #gone;

  /** Starts one, in an empty home or in the one given, and waits until it answers. */
  static async start({ home, words = [] } = {}) {
    const server = new Server();
    server.home = home ?? (await mkdtemp(join(tmpdir(), "proofmark-journey-")));
    server.port = await freePort();
    server.url = `http://127.0.0.1:${server.port}`;
    server.#spawn(words);
    await server.#answers();
    return server;
  }

  #spawn(words) {
    const line = ["serve", "--listen", `127.0.0.1:${this.port}`, "--home", this.home, ...words];
    this.#process = spawn(proofmark(), line, { stdio: ["ignore", "pipe", "pipe"], env: bare(process.env) });
    this.#gone = once(this.#process, "exit");
    for (const pipe of [this.#process.stdout, this.#process.stderr]) {
      pipe.setEncoding("utf8");
      pipe.on("data", (text) => (this.#said += text));
    }
  }

  /** Everything the program has said so far. */
  get said() {
    return this.#said;
  }

  /** The set-up link, which is printed once, at the first start. */
  async setupLink() {
    return await this.#until(() => SETUP_LINK.exec(this.#said)?.[0], "it printed no set-up link");
  }

  async #answers() {
    await this.#until(async () => {
      const answer = await fetch(this.url, { redirect: "manual" }).catch(() => undefined);
      return answer !== undefined;
    }, "it did not answer");
  }

  async #until(question, complaint) {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const answer = await question();
      if (answer) return answer;
      if (this.#process.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`proofmark serve: ${complaint}; it said:\n${this.#said}`);
  }

  /** Runs another command of the program against the same home, and gives what it wrote. */
  async run(...words) {
    const child = spawn(proofmark(), [...words, "--home", this.home], { env: bare(process.env) });
    let out = "";
    let err = "";
    child.stdout.on("data", (text) => (out += text));
    child.stderr.on("data", (text) => (err += text));
    const [code] = await once(child, "close");
    return { code, out, err };
  }

  /** Asks it to stop. It must end by itself, in good order, and must never have panicked. */
  async stop() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill("SIGTERM");
      const impatience = setTimeout(() => this.#process.kill("SIGKILL"), PATIENCE_MS);
      await this.#gone;
      clearTimeout(impatience);
    }
    await rm(this.home, { recursive: true, force: true });
    if (/panicked at/.test(this.#said)) throw new Error(`the server panicked:\n${this.#said}`);
    if (this.#process.exitCode !== 0) {
      const how = this.#process.exitCode ?? this.#process.signalCode;
      throw new Error(`the server did not stop in good order (${how}):\n${this.#said}`);
    }
  }
}

/** The environment without anything that would lead the program to another home or another proxy. */
function bare(environment) {
  const kept = Object.entries(environment).filter(([name]) => !/^PROOFMARK_|_proxy$/i.test(name));
  return Object.fromEntries(kept);
}

/** A port nobody listens on at this moment. */
async function freePort() {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

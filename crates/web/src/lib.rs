//! The window: HTTP API and pages. This room must never decide anything: it parses a request, calls one action and
//! shows the answer. Start reading at `Route`.

/** Several events of one transaction are one refresh. */
const PAUSE = 300;
const LONGEST_WAIT = 60_000;

/**
 * Calls back after server-sent events, at most once per pause, and only while somebody looks at the page: what
 * happened meanwhile is caught up on when they come back. Connects again by itself, ever less eagerly, and calls
 * back then too, because events may have been missed. Returns how to stop.
 */
export function followEvents(url: string, onChange: () => void): () => void {
  let source: EventSource | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wait = 1000;
  let missed = false;
  let due = false;

  const change = () => {
    due = true;
    if (document.hidden) return;
    pause ??= setTimeout(() => {
      pause = undefined;
      if (document.hidden) return;
      due = false;
      onChange();
    }, PAUSE);
  };
  const connect = () => {
    source = new EventSource(url);
    source.onmessage = change;
    source.onopen = () => {
      wait = 1000;
      if (missed) change();
      missed = false;
    };
    source.onerror = () => {
      missed = true;
      // The browser tries again by itself unless it was refused.
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  const onVisible = () => {
    if (due) change();
  };

  connect();
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    clearTimeout(pause);
    clearTimeout(retry);
    source?.close();
  };
}

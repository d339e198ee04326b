// A compiled program, shared by the frames of one article: what one of them has fetched and compiled, the others take.
// They are of one origin, and find each other among the frames of the page around them, whosever that is.

// A frame that goes away in the middle of it never has it.
const gone = (frame) => new Promise((resolve) => {
  const timer = setInterval(() => {
    if (!frame.closed) return;
    clearInterval(timer);
    resolve(null);
  }, 200);
});

async function of_another(key) {
  for (let i = 0; i < parent.length; ++i) {
    const frame = parent[i];
    try {
      if (frame === window || !frame[key]) continue;
      const module = await Promise.race([frame[key].catch(() => null), gone(frame)]);
      if (module) return module;
    } catch {}  // of another origin
  }
  return null;
}

// A promise of a WebAssembly.Module, that of another frame or what `compile` promises. name: an address, or begins with one.
export function shared(name, compile) {
  const key = `awaitscope ${name}`;
  return window[key] ??= (async () => {
    try {
      return await of_another(key) ?? await compile();
    } catch (error) {
      delete window[key];
      throw error;
    }
  })();
}

export const compiled = (address) => shared(address, () => WebAssembly.compileStreaming(fetch(address)));

// The service worker: keeps what the page is made of, so that it opens without a network.
//
// index.html comes from the network where there is one; its addresses name the build they belong to, so what else is
// kept never grows old, and a new build is kept as a whole before it takes the place of the last one.

const kCache = `${registration.scope} @VERSION@`;
const kPage = './';
const kFiles = [kPage, ...'@FILES@'.split(' ')];
const kPatience = 4000;  // milliseconds for the network to answer before the copy is shown

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(caches.open(kCache).then((cache) => cache.addAll(kFiles)));
});

async function drop_old() {
  for (const name of await caches.keys())
    if (name.startsWith(`${registration.scope} `) && name !== kCache) await caches.delete(name);
  await clients.claim();
}
addEventListener('activate', (event) => event.waitUntil(drop_old()));

// The page asks for one more file to be kept, and may hear whether it is.
async function keep(address, answer) {
  try {
    const cache = await caches.open(kCache);
    if (!await cache.match(address)) await cache.add(address);
    answer?.postMessage(true);
  } catch {
    answer?.postMessage(false);
  }
}
addEventListener('message', (event) => event.waitUntil(keep(event.data, event.ports[0])));

async function page(request, cache) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(kPatience) });
  } catch {
    return (await cache.match(kPage)) ?? Response.error();
  }
}

async function file(request, cache) {
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  // The editor, kept from its first use on.
  if (response.ok && new URL(request.url).search === '@VERSION@') await cache.put(request, response.clone());
  return response;
}

// Other pages in the folder, an article say, are none of ours.
function is_page({ url }) {
  const { origin, pathname } = new URL(url), place = origin + pathname;
  return place === registration.scope || place === `${registration.scope}index.html`;
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const navigates = request.mode === 'navigate';
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope) || (navigates && !is_page(request))) return;
  event.respondWith(caches.open(kCache).then((cache) => (navigates ? page : file)(request, cache)));
});

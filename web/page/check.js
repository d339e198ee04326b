// Can this browser show the page at all? A classic script without modern syntax, so that an old browser,
// or a page opened as a file, gets an answer rather than an empty window. start.js goes on if it may, and finds out
// whether there is WebGL 2: to try here would take as long as all the rest of a first visit.
(function () {
  'use strict';

  function problem() {
    if (location.protocol === 'file:')
      return 'This page needs a web server: browsers do not let a page opened as a file load its program. ' +
             'In the project\'s folder, web/serve builds and serves it.';
    if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script')))
      return 'This browser does not run WebAssembly, which the page needs. Any current Firefox, Chrome, ' +
             'Edge or Safari does.';
    return '';
  }

  // Also to the article that it is a frame of: web/docs/messages.md.
  function say(text) {
    document.documentElement.setAttribute('data-problem', text);
    document.getElementById('cover-text').textContent = text;
    document.getElementById('cover-progress').hidden = true;
    if (parent !== window) parent.postMessage({ awaitscope: 1, type: 'failed', message: text, of: 'page' }, '*');
  }

  addEventListener('error', function (event) {
    if (text || !event.target || event.target.localName !== 'script') return;
    say('The page\'s scripts could not be loaded. A frame with "sandbox" needs a host that sends ' +
        'Access-Control-Allow-Origin: *');
  }, true);

  document.documentElement.setAttribute('data-problem', '');
  var text = problem();
  if (text) say(text);
})();

// Draws with a library as soon as the page holds it. The output that brought it may have been run again, cleared or saved
// without it: then a Jupyter server has a copy beside the kernel, and else it comes from its public address.
function withLibrary(library, draw, giveUp) {
  var fetched = window.learningKitFetched = window.learningKitFetched || {};
  var triesLeft = 200;

  function addresses() {
    var config = document.getElementById('jupyter-config-data');
    var base = document.body.dataset.baseUrl || (config && JSON.parse(config.textContent).baseUrl);
    var notebook = window.Jupyter && window.Jupyter.notebook;
    var kernel = notebook && notebook.kernel && notebook.kernel.name || 'learningkit-csharp';
    return (base ? [{ src: base + 'kernelspecs/' + kernel + '/' + library.file }] : []).concat(library.address);
  }

  function fetchFrom(list) {
    if (list.length === 0) { triesLeft = 0; return; }
    var script = document.createElement('script');
    Object.assign(script, list[0]);
    script.onerror = function () { fetchFrom(list.slice(1)); };
    document.head.appendChild(script);
  }

  (function look() {
    if (window[library.global]) return draw();
    // A page that is just being opened may hold it further below.
    if (triesLeft === 180 && !fetched[library.global]) {
      fetched[library.global] = true;
      fetchFrom(addresses());
    }
    if (triesLeft-- > 0) setTimeout(look, 50);
    else giveUp();
  })();
}

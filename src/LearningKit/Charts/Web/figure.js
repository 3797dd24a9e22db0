// Draws every figure of the page that is not drawn yet, when plotly.js is there. Each figure's fragment carries this
// script; running it again is harmless. The colours of dark mode, the library and other scripts are put in where their markers stand.
(function (darkColours, library) {
  'use strict';

  var darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

  /*theme.js*/

  /*library.js*/

  function recolour(value) {
    if (typeof value === 'string') return Object.hasOwn(darkColours, value) ? darkColours[value] : value;
    if (Array.isArray(value)) return value.map(recolour);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(function (entry) { return [entry[0], recolour(entry[1])]; }));
  }

  function draw(plot) {
    var spec = JSON.parse(plot.parentElement.querySelector('script.lk-spec').textContent);
    if (isDark(plot)) spec = recolour(spec);
    window.Plotly.react(plot, spec.data, spec.layout, spec.config);
    plot.dataset.drawn = 'yes';
  }

  function explain(plot) {
    plot.textContent = 'This chart needs plotly.js, which this page does not hold. Run the first chart of the notebook again; the data is below.';
    plot.style.minHeight = '0';
    var details = plot.parentElement.querySelector('details');
    if (details) details.open = true;
  }

  function undrawn() { return document.querySelectorAll('.lk-plot:not([data-drawn])'); }

  withLibrary(library, function () { undrawn().forEach(draw); }, function () { undrawn().forEach(explain); });
  if (!window.learningKitWatchesTheme) {
    window.learningKitWatchesTheme = true;
    darkQuery.addEventListener('change', function () { document.querySelectorAll('.lk-plot[data-drawn]').forEach(draw); });
  }
})(/*darkColours*/, /*library*/);

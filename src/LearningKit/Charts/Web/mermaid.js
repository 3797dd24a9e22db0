// Draws every diagram of the page that is not drawn yet, when Mermaid is there; where it is not, its text stays.
(function (library) {
  'use strict';

  /*theme.js*/

  /*library.js*/

  function draw(diagram) {
    var number = window.learningKitDiagrams = (window.learningKitDiagrams || 0) + 1;
    diagram.dataset.drawn = 'yes';
    window.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: isDark(diagram.parentElement) ? 'dark' : 'default' });
    window.mermaid.render('lk-diagram-' + number, diagram.textContent).then(
      function (drawn) { diagram.innerHTML = drawn.svg; },
      function (error) { diagram.textContent += '\n' + error.message; });
  }

  withLibrary(library, function () { document.querySelectorAll('.lk-mermaid:not([data-drawn])').forEach(draw); }, function () { });
})(/*library*/);

// True where the page around an element is dark. Its own background decides, for a notebook may be dark where the system
// is light; only where no element has a background does the system's wish count.
function isDark(element) {
  for (var e = element; e; e = e.parentElement) {
    var rgba = getComputedStyle(e).backgroundColor.match(/[\d.]+/g);
    if (rgba && (rgba.length < 4 || rgba[3] > 0.5)) return 0.299 * rgba[0] + 0.587 * rgba[1] + 0.114 * rgba[2] < 128;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches && /dark/.test(getComputedStyle(document.documentElement).colorScheme);
}

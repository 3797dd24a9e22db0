"""How values of Python cells are shown: rich forms by their IPython names, and matplotlib's figures as PNG."""
import base64
import importlib.util
import io
import os
import sys

# The best form first: front ends show the first that they know.
RICH_FORMS = [
    ('text/html', '_repr_html_'),
    ('image/svg+xml', '_repr_svg_'),
    ('image/png', '_repr_png_'),
    ('image/jpeg', '_repr_jpeg_'),
    ('text/markdown', '_repr_markdown_'),
    ('text/latex', '_repr_latex_'),
    ('application/json', '_repr_json_'),
]
LONGEST_TEXT = 100_000


def display(*values):
    """Shows values below the cell, now; the name is IPython's."""
    for value in values:
        send_value('display', value)


def show_result(value):
    if value is None:
        return
    send_value('result', value)


def send_value(kind, value):
    sys.stdout.flush()
    sys.stderr.flush()
    reply(kind=kind, data=forms(value))


def forms(value):
    """The value in every form it has, by mime type."""
    figure = figure_of(value)
    if figure is not None:
        return figure_forms(figure)
    found = {}
    bundle = call_repr(value, '_repr_mimebundle_')
    if bundle is not None:
        found.update(bundle[0] if isinstance(bundle, tuple) else bundle)
    for mime, method in RICH_FORMS:
        if mime not in found:
            shown = call_repr(value, method)
            if shown is not None:
                found[mime] = shown[0] if isinstance(shown, tuple) else shown
    text = found.pop('text/plain', None) or repr(value)
    if len(text) > LONGEST_TEXT:
        text = f'{text[:LONGEST_TEXT]}… {len(text) - LONGEST_TEXT:,} more characters are not shown.'
    found = {mime: base64.b64encode(data).decode() if isinstance(data, bytes) else data for mime, data in found.items()}
    return {**found, 'text/plain': text}


def call_repr(value, method):
    # A class has the method too, but for its objects.
    if isinstance(value, type) or not callable(getattr(type(value), method, None)):
        return None
    return getattr(value, method)()


def figure_of(value):
    """The figure if the value is one of matplotlib's, or the only thing in what plotting functions return."""
    figures = sys.modules.get('matplotlib.figure')
    return value if figures is not None and isinstance(value, figures.Figure) else None


def figure_forms(figure):
    image = io.BytesIO()
    figure.savefig(image, format='png', bbox_inches='tight')
    close_figure(figure)
    titles = [axes.get_title() for axes in figure.axes if axes.get_title()]
    return {'image/png': base64.b64encode(image.getvalue()).decode(),
            'text/plain': 'Figure: ' + ', '.join(titles) if titles else repr(figure)}


def close_figure(figure):
    """Forgets a figure that was shown, or the end of the cell would show it again."""
    pyplot = sys.modules.get('matplotlib.pyplot')
    if pyplot is not None:
        pyplot.close(figure)


def show_figures(*_, **__):
    """plt.show(), and the end of each cell: shows the figures that are open."""
    pyplot = sys.modules.get('matplotlib.pyplot')
    if pyplot is None:
        return
    for number in pyplot.get_fignums():
        send_value('display', pyplot.figure(number))


class FigureBackend:
    """matplotlib's backend 'module://learningkit_figures': Agg's canvas, shown below the cell. Made when it is imported."""

    NAME = 'learningkit_figures'

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, cls) if name == cls.NAME else None

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        from matplotlib.backend_bases import FigureManagerBase
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        module.FigureCanvas, module.FigureManager, module.show = FigureCanvasAgg, FigureManagerBase, show_figures


def show_figures_of_matplotlib():
    sys.meta_path.append(FigureBackend)
    os.environ['MPLBACKEND'] = 'module://' + FigureBackend.NAME

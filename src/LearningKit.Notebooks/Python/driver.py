"""Executes the Python cells of one notebook session in one process, so that their variables stay.

The program is values.py, display.py and this file, one after the other. Requests come as lines of JSON on the standard
input, the bytes of their buffers right behind. Replies go as lines of JSON to what was the standard output, the bytes of
their buffers to a pipe of their own, since forked processes may reply at any time. What other programs write to the
standard output arrives on the error stream instead. The process ends when its input ends: no Python outlives its notebook.
"""
import ast
import builtins
import getpass
import io
import json
import linecache
import os
import queue
import signal
import sys
import threading
import traceback
import types


class ReplyStream(io.TextIOBase):
    """sys.stdout and sys.stderr of cells: whole lines become replies."""

    # A reply this short is written to a pipe in one piece, also by forked processes at the same time.
    LONGEST = 600

    def __init__(self, name):
        self.name = name
        self.pending = ''
        self.renew_lock()
        # A process forked while another thread prints would wait for that thread for ever.
        if hasattr(os, 'register_at_fork'):
            os.register_at_fork(after_in_child=self.renew_lock)

    def renew_lock(self):
        self.lock = threading.RLock()

    def writable(self):
        return True

    def write(self, text):
        with self.lock:
            self.pending += text
            if '\n' in text or len(self.pending) > self.LONGEST:
                self.flush()
        return len(text)

    def flush(self):
        with self.lock:
            text, self.pending = self.pending, ''
            for start in range(0, len(text), self.LONGEST):
                reply(kind=self.name, text=text[start:start + self.LONGEST])


def reply(**fields):
    line = (json.dumps(printable(fields)) + '\n').encode()
    while line:
        line = line[os.write(replies, line):]


def printable(value):
    """Half of a surrogate pair is no text: it becomes a question mark, as in a terminal."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode('utf-8', 'replace').decode()
    if isinstance(value, dict):
        return {key: printable(item) for key, item in value.items()}
    return [printable(item) for item in value] if isinstance(value, list) else value


def read_requests():
    """On a thread of its own: the input is read while a cell runs, for a line the cell waits for, or for the end."""
    while line := requests.readline():
        request = json.loads(line)
        request['buffers'] = [(kind, shape, read_exactly(size_of(kind, shape))) for kind, shape in request.get('buffers', [])]
        (lines if request['kind'] == 'line' else waiting).put(request)
    os._exit(0)


def read_exactly(size):
    buffer = bytearray(size)
    view = memoryview(buffer)
    while len(view) > 0:
        view = view[requests.readinto(view):]
    return buffer


def ask(prompt='', password=False):
    """input() of cells: the front end asks the person."""
    sys.stdout.flush()
    sys.stderr.flush()
    reply(kind='input', prompt=str(prompt), password=password)
    answer = lines.get()
    if answer.get('text') is None:
        raise EOFError(answer['refusal'])
    return answer['text']


def fork_processes():
    """Lets functions of cells run in other processes: a forked process has them, a new one could not import them."""
    import multiprocessing
    if os.name == 'posix' and multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method('fork')


def execute(request):
    name, code = request['name'], request['code']
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    if 'multiprocessing' in code or 'concurrent' in code:
        fork_processes()
    body = ast.parse(code, name).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    try:
        exec(compile(ast.Module(body, []), name, 'exec'), cells.__dict__)
        if last is not None:
            show_result(eval(compile(ast.Expression(last.value), name, 'eval'), cells.__dict__))
    finally:
        show_figures()


def set_variable(request):
    cells.__dict__[request['name']] = decode(request['value'], request['buffers'])


def get_variable(request):
    name = request['name']
    if name not in cells.__dict__:
        raise CannotCross(f"Python has no variable '{name}'. #!whos lists the variables there are.")
    buffers = []
    value = encode(cells.__dict__[name], name, buffers)
    # A half-sent buffer would be taken for the beginning of the next one.
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reply(kind='variable', value=value, buffers=[[kind, list(shape)] for kind, shape, _ in buffers])
        for _, _, data in buffers:
            while len(data) > 0:
                data = data[os.write(results, data):]
    finally:
        signal.signal(signal.SIGINT, handler)


def list_variables(request):
    reply(kind='variables', variables=[
        [name, type(value).__name__, brief(value)] for name, value in list(cells.__dict__.items())
        if not name.startswith('_') and not isinstance(value, (types.ModuleType, types.FunctionType, type))])


def brief(value, longest=200):
    try:
        text = repr(value)
    except Exception as error:
        text = f'({type(error).__name__} in its __repr__)'
    return text if len(text) <= longest else text[:longest] + '…'


def describe(error):
    # The first frames are this driver's.
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_globals is globals():
        trace = trace.tb_next
    lines = ''.join(traceback.format_exception(type(error), error, trace)).rstrip().split('\n')
    reply(kind='error', name=type(error).__name__, message=str(error), traceback=lines)


def open_results(handle):
    """The pipe for the bytes of buffers, from the handle that this process inherited."""
    if os.name == 'nt':
        import msvcrt
        handle = msvcrt.open_osfhandle(handle, os.O_WRONLY)
    os.set_inheritable(handle, False)
    widen(handle)
    return handle


def widen(pipe):
    """Lets a pipe of Linux hold 1 MB: each time it is full, both processes wait for the other's turn."""
    try:
        import fcntl
        fcntl.fcntl(pipe, getattr(fcntl, 'F_SETPIPE_SZ', 1031), 1 << 20)
    except (ImportError, OSError):
        pass


requests = os.fdopen(os.dup(0), 'rb')
widen(requests.fileno())
replies = os.dup(1)
results = open_results(int(sys.argv.pop()))
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
sys.stdin = open(os.devnull)
sys.stdout, sys.stderr = ReplyStream('stdout'), ReplyStream('stderr')
builtins.input = ask
builtins.display = display
getpass.getpass = lambda prompt='Password: ', stream=None: ask(prompt, password=True)
show_figures_of_matplotlib()
sys.path.insert(0, os.getcwd())
cells = types.ModuleType('__main__')
sys.modules['__main__'] = cells
waiting, lines = queue.Queue(), queue.Queue()
actions = {'execute': execute, 'get': get_variable, 'set': set_variable, 'list': list_variables}
# A kit that was started in the background hands on that interrupts are ignored; cells must be stoppable all the same.
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Thread(target=read_requests, daemon=True).start()

while True:
    try:
        request = waiting.get()
        try:
            actions[request['kind']](request)
        except CannotCross as error:
            reply(kind='error', name='CannotCross', message=str(error), traceback=[])
        except BaseException as error:
            describe(error)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(2, b'\x1e')
        reply(kind='done')
    except KeyboardInterrupt:
        pass
    finally:
        request = None

"""Executes the Python cells of one notebook session in one process, so that their variables stay.

Requests come as lines of JSON on the standard input: {"name": ..., "code": ...}. Replies go as lines of JSON to what was
the standard output. What other programs write to the standard output arrives on the error stream instead. The process
ends when its input ends: no Python outlives its notebook.
"""
import ast
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

    def writable(self):
        return True

    def write(self, text):
        self.pending += text
        if '\n' in text or len(self.pending) > self.LONGEST:
            self.flush()
        return len(text)

    def flush(self):
        text, self.pending = self.pending, ''
        for start in range(0, len(text), self.LONGEST):
            reply(kind=self.name, text=text[start:start + self.LONGEST])


def reply(**fields):
    line = (json.dumps(fields) + '\n').encode()
    while line:
        line = line[os.write(replies, line):]


def read_requests():
    for line in requests:
        waiting.put(json.loads(line))
    os._exit(0)


def fork_processes():
    """Lets functions of cells run in other processes: a forked process has them, a new one could not import them."""
    import multiprocessing
    if os.name == 'posix' and multiprocessing.get_start_method(allow_none=True) is None:
        multiprocessing.set_start_method('fork')


def execute(name, code):
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    if 'multiprocessing' in code or 'concurrent' in code:
        fork_processes()
    body = ast.parse(code, name).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), name, 'exec'), cells.__dict__)
    if last is not None:
        show(eval(compile(ast.Expression(last.value), name, 'eval'), cells.__dict__))


def show(value):
    if value is None:
        return
    sys.stdout.flush()
    html = value._repr_html_() if hasattr(type(value), '_repr_html_') else None
    reply(kind='value', text=repr(value), html=html)


def describe(error):
    # The first frames are this driver's.
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_globals is globals():
        trace = trace.tb_next
    lines = ''.join(traceback.format_exception(type(error), error, trace)).rstrip().split('\n')
    reply(kind='error', name=type(error).__name__, message=str(error), traceback=lines)


requests = os.fdopen(os.dup(0), encoding='utf-8')
replies = os.dup(1)
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
sys.stdin = open(os.devnull)
sys.stdout, sys.stderr = ReplyStream('stdout'), ReplyStream('stderr')
sys.path.insert(0, os.getcwd())
cells = types.ModuleType('__main__')
sys.modules['__main__'] = cells
waiting = queue.Queue()
# A kit that was started in the background hands on that interrupts are ignored; cells must be stoppable all the same.
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Thread(target=read_requests, daemon=True).start()

while True:
    try:
        request = waiting.get()
        try:
            execute(request['name'], request['code'])
        except BaseException as error:
            describe(error)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(2, b'\x1e')
        reply(kind='done')
    except KeyboardInterrupt:
        pass

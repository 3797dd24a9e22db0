"""Values between C# and Python: a tree of JSON, and buffers of numbers beside it.

None, booleans, strings, whole numbers and finite fractions are JSON's own. All else is a list that begins with its kind:
["float", "nan"], ["complex", re, im], ["decimal", text], ["list", item...], ["tuple", item...], ["set", item...],
["dict", [key, value]...], ["datetime", text], ["date", text], ["time", text], ["timedelta", microseconds],
["bytes", n], ["numbers", n] for an array, ["items", n] for a list of numbers of one type, where n is the place of a buffer:
(type, shape, bytes in row order), with types by their numpy names.
"""
import array
import datetime
import decimal
import math
import struct

MAXIMAL_DEPTH = 64
CROSSING = ('What crosses: None, numbers, strings, dates, bytes, numpy arrays and array.array of numbers, and lists, tuples, '
            'sets and dictionaries of these.')
# The letters of the struct module for the numbers that C# has too.
TYPE_OF_LETTER = {'?': 'bool', 'e': 'float16', 'f': 'float32', 'd': 'float64', 'b': 'int8', 'B': 'uint8', 'h': 'int16',
                  'H': 'uint16', 'i': 'int32', 'I': 'uint32', 'l': f'int{8 * array.array("l").itemsize}',
                  'L': f'uint{8 * array.array("L").itemsize}', 'q': 'int64', 'Q': 'uint64'}
LETTER_OF_TYPE = {'bool': '?', 'float16': 'e', 'float32': 'f', 'float64': 'd', 'int8': 'b', 'uint8': 'B', 'int16': 'h',
                  'uint16': 'H', 'int32': 'i', 'uint32': 'I', 'int64': 'q', 'uint64': 'Q'}


class CannotCross(Exception):
    """A value has no counterpart in C#; the message names the variable and the type."""


def encode(value, path, buffers, depth=0):
    """The tree of a value; adds to the buffers.

    path is how the learner would write the place, for messages.
    """
    if depth > MAXIMAL_DEPTH:
        raise CannotCross(f'{path} is nested too deeply to go to C#, or holds itself.')
    if value is None or isinstance(value, (bool, str)):
        return value
    if type(value).__module__ == 'numpy':
        return encode_numpy(value, path, buffers)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else ['float', repr(float(value))]
    if isinstance(value, complex):
        return ['complex', encode(value.real, path, buffers), encode(value.imag, path, buffers)]
    if isinstance(value, decimal.Decimal):
        return ['decimal', str(value)]
    if isinstance(value, datetime.datetime):
        return ['datetime', value.isoformat()]
    if isinstance(value, datetime.date):
        return ['date', value.isoformat()]
    if isinstance(value, datetime.time) and value.tzinfo is None:
        return ['time', value.isoformat()]
    if isinstance(value, datetime.timedelta):
        return ['timedelta', value // datetime.timedelta(microseconds=1)]
    if isinstance(value, (bytes, bytearray)):
        return ['bytes', add_buffer(buffers, 'uint8', (len(value),), value)]
    if isinstance(value, array.array) and value.typecode in TYPE_OF_LETTER:
        return ['numbers', add_buffer(buffers, TYPE_OF_LETTER[value.typecode], (len(value),), value)]
    if isinstance(value, memoryview) and value.format in TYPE_OF_LETTER and value.c_contiguous:
        return ['numbers', add_buffer(buffers, TYPE_OF_LETTER[value.format], value.shape, value)]
    if isinstance(value, list):
        numbers = encode_number_list(value, buffers)
        return numbers or ['list'] + [encode(item, f'{path}[{i}]', buffers, depth + 1) for i, item in enumerate(value)]
    if isinstance(value, tuple):
        return ['tuple'] + [encode(item, f'{path}[{i}]', buffers, depth + 1) for i, item in enumerate(value)]
    if isinstance(value, (set, frozenset)):
        return ['set'] + [encode(item, f'an item of {path}', buffers, depth + 1) for item in value]
    if isinstance(value, dict):
        return ['dict'] + [[encode(key, f'a key of {path}', buffers, depth + 1),
                            encode(item, f'{path}[{key!r}]', buffers, depth + 1)] for key, item in value.items()]
    raise refusal(value, path)


def refusal(value, path):
    module = type(value).__module__
    advice = CROSSING
    if module.split('.')[0] == 'pandas':
        advice = f"Convert it first, for example {path}.to_dict('list') for a table or {path}.to_numpy() for a column."
    name = type(value).__qualname__ if module in ('builtins', '__main__') else f'{module}.{type(value).__qualname__}'
    return CannotCross(f'{path} is of the Python type {name}, which has no counterpart in C#. {advice}')


def encode_number_list(value, buffers):
    """A list of floats or of whole numbers of 64 bits as one buffer; None for other lists."""
    kinds = set(map(type, value))
    letter = 'd' if kinds == {float} else 'q' if kinds == {int} else None
    if letter is None:
        return None
    try:
        packed = array.array(letter, value)
    except OverflowError:
        return None
    return ['items', add_buffer(buffers, TYPE_OF_LETTER[letter], (len(packed),), packed)]


def encode_numpy(value, path, buffers):
    import numpy
    if isinstance(value, numpy.ndarray):
        kind = value.dtype.name
        if kind not in LETTER_OF_TYPE and kind != 'complex128':
            raise CannotCross(f'{path} is a numpy array of {kind}, which has no counterpart in C#. '
                              f'Convert it first, for example {path}.tolist() or {path}.astype(float).')
        native = numpy.ascontiguousarray(value, dtype=value.dtype.newbyteorder('='))
        return ['numbers', add_buffer(buffers, kind, value.shape, native.reshape(-1).view(numpy.uint8))]
    if isinstance(value, (numpy.datetime64, numpy.timedelta64)):
        return encode(value.astype(f'{value.dtype.kind}8[us]').item(), path, buffers)
    if isinstance(value, numpy.generic) and not isinstance(value.item(), numpy.generic):
        return encode(value.item(), path, buffers)
    raise refusal(value, path)


def add_buffer(buffers, kind, shape, data):
    empty = 0 in shape
    buffers.append((kind, shape, memoryview(b'') if empty else memoryview(data).cast('B')))
    return len(buffers) - 1


def decode(tree, buffers):
    """The value of a tree."""
    if not isinstance(tree, list):
        return tree
    kind, items = tree[0], tree[1:]
    return DECODERS[kind](items, buffers)


def decode_all(items, buffers):
    return [decode(item, buffers) for item in items]


def decode_numbers(items, buffers):
    """A numpy array; without numpy an array.array or, where that has no such type or shape, a memoryview."""
    kind, shape, data = buffers[items[0]]
    try:
        import numpy
    except ImportError:
        numpy = None
    if numpy is not None:
        return numpy.frombuffer(data, kind).reshape(shape)
    if kind not in LETTER_OF_TYPE:
        raise CannotCross(f'Numbers of the type {kind} need numpy, which this Python lacks: pip install numpy')
    letter = LETTER_OF_TYPE[kind]
    if len(shape) == 1 and letter in array.typecodes:
        numbers = array.array(letter)
        numbers.frombytes(data)
        return numbers
    return memoryview(data).cast(letter) if 0 in shape else memoryview(data).cast(letter, shape)


DECODERS = {
    'float': lambda items, _: float(items[0]),
    'complex': lambda items, buffers: complex(*decode_all(items, buffers)),
    'decimal': lambda items, _: decimal.Decimal(items[0]),
    'list': decode_all,
    'tuple': lambda items, buffers: tuple(decode_all(items, buffers)),
    'set': lambda items, buffers: set(decode_all(items, buffers)),
    'dict': lambda items, buffers: {decode(key, buffers): decode(item, buffers) for key, item in items},
    'datetime': lambda items, _: datetime.datetime.fromisoformat(items[0]),
    'date': lambda items, _: datetime.date.fromisoformat(items[0]),
    'time': lambda items, _: datetime.time.fromisoformat(items[0]),
    'timedelta': lambda items, _: datetime.timedelta(microseconds=items[0]),
    'bytes': lambda items, buffers: bytes(buffers[items[0]][2]),
    'numbers': decode_numbers,
}


def size_of(kind, shape):
    """The bytes of a buffer."""
    return math.prod(shape) * (16 if kind == 'complex128' else struct.calcsize('=' + LETTER_OF_TYPE[kind]))

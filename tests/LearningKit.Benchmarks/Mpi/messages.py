"""The peer in Python: the same figures as MessageFigures.cs by mpi4py, as JSON. Without NumPy, arrays are array.array."""
import array, json
from mpi4py import MPI

comm = MPI.COMM_WORLD
rank = comm.Get_rank()


def best(batch, batches, send, receive):
    """Half the time of a round trip, of the best batch."""
    least = 1e9
    for _ in range(batches + 50):
        comm.Barrier()
        started = MPI.Wtime()
        for _ in range(batch):
            if rank == 0: send(1), receive(1)
            elif rank == 1: receive(0), send(0)
        least = min(least, (MPI.Wtime() - started) / batch / 2)
    return least


figures = {}
for name, size, batch, batches in (("8 B", 8, 200, 200), ("64 KB", 1 << 16, 50, 60), ("1 MB", 1 << 20, 4, 60), ("16 MB", 16 << 20, 1, 20)):
    buffer = array.array("d", bytes(size))
    figures[name] = best(batch, batches, lambda to: comm.Send([buffer, MPI.DOUBLE], to, 7), lambda source: comm.Recv([buffer, MPI.DOUBLE], source, 7))
reading = {"city": "Ulm", "celsius": 21.5, "hour": 14}
figures["object: record"] = best(50, 60, lambda to: comm.send(reading, to), lambda source: comm.recv(source=source))
values = array.array("d", bytes(1 << 20))
figures["object: 1 MB array"] = best(4, 20, lambda to: comm.send(values, to), lambda source: comm.recv(source=source))
send, receive, least = array.array("d", bytes(8_000_000)), array.array("d", bytes(8_000_000)), 1e9
for _ in range(40):
    comm.Barrier()
    started = MPI.Wtime()
    comm.Allreduce([send, MPI.DOUBLE], [receive, MPI.DOUBLE], MPI.SUM)
    least = min(least, MPI.Wtime() - started)
figures["allreduce of 1M doubles"] = least
if rank == 0: print(json.dumps(figures))

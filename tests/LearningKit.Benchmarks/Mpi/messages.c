/* The peer in C: the same figures as MessageFigures.cs, as JSON. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

static int rank;

static double ping_pong(int bytes, int batch, int batches)
{
    int n = bytes / 8;
    double *b = calloc(n, 8), least = 1e9;
    for (int i = 0; i < batches + 50; i++) {
        MPI_Barrier(MPI_COMM_WORLD);
        double started = MPI_Wtime();
        for (int k = 0; k < batch; k++) {
            if (rank == 0) {
                MPI_Send(b, n, MPI_DOUBLE, 1, 7, MPI_COMM_WORLD);
                MPI_Recv(b, n, MPI_DOUBLE, 1, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            } else if (rank == 1) {
                MPI_Recv(b, n, MPI_DOUBLE, 0, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(b, n, MPI_DOUBLE, 0, 7, MPI_COMM_WORLD);
            }
        }
        double took = (MPI_Wtime() - started) / batch / 2;
        if (took < least) least = took;
    }
    free(b);
    return least;
}

int main(int argc, char **argv)
{
    int provided, million = 1000000;
    MPI_Init_thread(&argc, &argv, MPI_THREAD_MULTIPLE, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    double small = ping_pong(8, 200, 200), middle = ping_pong(1 << 16, 50, 60), large = ping_pong(1 << 20, 4, 60), huge = ping_pong(16 << 20, 1, 20);
    double *s = malloc(8 * million), *r = malloc(8 * million), least = 1e9;
    for (int i = 0; i < million; i++) s[i] = rank + 1, r[i] = 0;
    for (int i = 0; i < 40; i++) {
        MPI_Barrier(MPI_COMM_WORLD);
        double started = MPI_Wtime();
        MPI_Allreduce(s, r, million, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        double took = MPI_Wtime() - started;
        if (took < least) least = took;
    }
    if (rank == 0)
        printf("{\"8 B\": %g, \"64 KB\": %g, \"1 MB\": %g, \"16 MB\": %g, \"allreduce of 1M doubles\": %g}\n", small, middle, large, huge, least);
    MPI_Finalize();
}

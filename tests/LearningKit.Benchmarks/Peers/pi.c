/* Monte-Carlo pi with xoshiro256+ (D. Blackman, S. Vigna, 2021): blocks of 4096 samples, one stream each, as in C#. */
#include <stdint.h>
#include <string.h>

enum { BLOCK = 4096 };

#ifdef __AVX512F__
enum { LANES = 8 };
#else
enum { LANES = 4 };
#endif

typedef uint64_t words __attribute__((vector_size(LANES * 8)));
typedef int64_t counts __attribute__((vector_size(LANES * 8)));
typedef double doubles __attribute__((vector_size(LANES * 8)));

static const uint64_t exponent_of_one = 0x3FF0000000000000ull;

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

static void fill(uint64_t state[4], int32_t seed, int64_t stream)
{
    uint64_t key = mix((uint32_t)seed);
    for (int word = 0; word < 4; word++) state[word] = mix(key + (4 * (uint64_t)stream + word + 1) * 0x9E3779B97F4A7C15ull);
}

/* One step, for a word as for a vector of words. */
#define NEXT(result, s0, s1, s2, s3)            \
    do {                                        \
        __typeof__(s1) shifted = s1 << 17;      \
        result = s0 + s3;                       \
        s2 ^= s0, s3 ^= s1, s1 ^= s2, s0 ^= s3; \
        s2 ^= shifted;                          \
        s3 = (s3 << 45) | (s3 >> 19);           \
    } while (0)

static double unit(uint64_t bits)
{
    double number;
    bits = (bits >> 12) | exponent_of_one;
    memcpy(&number, &bits, sizeof number);
    return number - 1;
}

int64_t pi_scalar(int32_t seed, int64_t blocks)
{
    int64_t hits = 0;
    for (int64_t block = 0; block < blocks; block++) {
        uint64_t state[4], a, b;
        fill(state, seed, block);
        uint64_t s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3];
        for (int sample = 0; sample < BLOCK; sample++) {
            NEXT(a, s0, s1, s2, s3);
            NEXT(b, s0, s1, s2, s3);
            double x = unit(a), y = unit(b);
            if (x * x + y * y <= 1) hits++;
        }
    }
    return hits;
}

/* blocks: a multiple of 8. */
int64_t pi_vector(int32_t seed, int64_t blocks)
{
    int64_t hits = 0;
    for (int64_t block = 0; block < blocks; block += LANES) {
        words s0, s1, s2, s3, a, b;
        counts lane_hits = {0};
        for (int lane = 0; lane < LANES; lane++) {
            uint64_t state[4];
            fill(state, seed, block + lane);
            s0[lane] = state[0], s1[lane] = state[1], s2[lane] = state[2], s3[lane] = state[3];
        }
        for (int sample = 0; sample < BLOCK; sample++) {
            NEXT(a, s0, s1, s2, s3);
            NEXT(b, s0, s1, s2, s3);
            doubles x = (doubles)((a >> 12) | exponent_of_one) - 1.0, y = (doubles)((b >> 12) | exponent_of_one) - 1.0;
            lane_hits -= x * x + y * y <= 1.0;
        }
        for (int lane = 0; lane < LANES; lane++) hits += lane_hits[lane];
    }
    return hits;
}

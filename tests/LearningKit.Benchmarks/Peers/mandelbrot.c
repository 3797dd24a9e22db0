/* The Mandelbrot set, one point after the other, as it is written most often. */
#include <stdint.h>

void mandelbrot_rows(uint16_t *counts, int width, int height, double left, double top, double step, int limit)
{
    for (int row = 0; row < height; row++)
        for (int column = 0; column < width; column++) {
            double cx = left + column * step, cy = top - row * step, x = 0, y = 0;
            int steps = 0;
            while (steps < limit) {
                double xx = x * x, yy = y * y;
                if (xx + yy > 4) break;
                y = 2 * x * y + cy;
                x = xx - yy + cx;
                steps++;
            }
            *counts++ = (uint16_t)steps;
        }
}

"""One round of matrix products in NumPy per line read: "form size repetitions" -> "processor seconds wall seconds"."""
import sys
import time

import numpy as np

from blas import openblas_kernels

print(f"NumPy {np.__version__} with OpenBLAS ({openblas_kernels()} kernels)", flush=True)

random = np.random.default_rng(1)
matrices = {}
for line in sys.stdin:
    form, size, repetitions = line.split()
    size = int(size)
    if size not in matrices:
        matrices[size] = [np.asfortranarray(random.random((size, size)) - 0.5) for _ in range(3)]
    a, b, c = matrices[size]
    a = a.T if form == "TN" else a
    b = b.T if form == "NT" else b
    processor, wall = time.process_time(), time.perf_counter()
    for _ in range(int(repetitions)):
        np.matmul(a, b, out=c)
    print(time.process_time() - processor, time.perf_counter() - wall, flush=True)

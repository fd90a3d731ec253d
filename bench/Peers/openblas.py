"""One round of matrix products in NumPy per line read: "form size repetitions" -> "processor seconds wall seconds"."""
import ctypes
import sys
import time

import numpy as np

blas = ctypes.CDLL("libopenblas.so.0")
blas.openblas_get_corename.restype = ctypes.c_char_p
print(f"NumPy {np.__version__} with OpenBLAS ({blas.openblas_get_corename().decode()} kernels)", flush=True)

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

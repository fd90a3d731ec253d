"""Which library does the peer's matrix products."""
import ctypes
import sys


def openblas_kernels():
    """The name of OpenBLAS' kernels in this process; ends it when products are done by another library.

    Without OpenBLAS Debian's packages fall back on a reference library that is ten times as slow: no fair peer.
    """
    with open("/proc/self/maps", encoding="utf-8") as maps:
        paths = {line.split()[-1] for line in maps if "libopenblas" in line}
    if not paths:
        sys.exit("Without OpenBLAS the comparison would not be fair: apt-get install libopenblas0-pthread")
    blas = ctypes.CDLL(paths.pop())
    blas.openblas_get_corename.restype = ctypes.c_char_p
    return blas.openblas_get_corename().decode()

"""Root obeys no file modes; a process that gives up two capabilities does."""

from __future__ import annotations

import ctypes
import os
import struct

_VERSION_3 = 0x20080522
_OVERRIDING = (1 << 1) | (1 << 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def obey_modes() -> None:
    """Let the modes of files and folders hold for this process, whoever it is. OSError where the
    system refuses."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = struct.pack("<Ii", _VERSION_3, 0)
    data = ctypes.create_string_buffer(24)
    if libc.capget(header, data):
        raise OSError(ctypes.get_errno(), "capget")
    effective, permitted, inherited, *high = struct.unpack("<6I", data.raw)
    kept = struct.pack(
        "<6I",
        effective & ~_OVERRIDING,
        permitted & ~_OVERRIDING,
        inherited & ~_OVERRIDING,
        *high,
    )
    if libc.capset(header, kept):
        raise OSError(ctypes.get_errno(), "capset")

"""Zstandard files as streams of bytes, read to their end or up to where they are cut off."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from extractors.readers.extras import need

_BLOCK = 1 << 18


class Unpacked(io.RawIOBase):
    """The bytes of a file packed with zstandard, frame after frame.

    Reading raises EOFError where the file is damaged or ends inside a frame: the library's own stream takes a file
    that is cut off for a whole one.
    """

    def __init__(self, packed: BinaryIO, name: str) -> None:
        """Take the packed bytes. Raises UnreadableInputError when the library is not installed."""
        super().__init__()
        self._library = need("zstandard", "zst", name)
        self._packed = packed
        self._frame: Any = None
        self._left = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Say yes: these bytes are there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer and return how many bytes are in it; 0 at the end."""
        while not self._ready:
            block = self._left or self._packed.read(_BLOCK)
            self._left = b""
            if not block:
                if self._frame is not None:
                    raise EOFError("it ends in the middle")
                return 0
            self._unpack(block)
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _unpack(self, block: bytes) -> None:
        if self._frame is None:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        try:
            self._ready = memoryview(self._frame.decompress(block))
        except self._library.ZstdError as error:
            raise EOFError(str(error)) from error
        if self._frame.eof:
            self._left, self._frame = self._frame.unused_data, None

"""The parts of a ZIP archive (DOCX, ODT), unpacked no further than the limits allow."""

from __future__ import annotations

import io
import zipfile
import zlib

from politburo.sources.errors import Limits, SourceError

__all__ = ["Archive"]


class Archive:
    """A ZIP archive in memory."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise SourceError(f"a broken ZIP archive: {str(error).lower()}") from None
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > limits.parts:
            raise SourceError(f"more than {limits.parts:,} parts in the archive")

    def part(self, name: str) -> bytes:
        """Return one of the parts in ``names``; what its entry says of its size is not trusted."""
        try:
            with self._zip.open(name) as file:
                data = file.read(self._limits.markup + 1)
        except RuntimeError:  # zipfile's word for a part that is encrypted
            raise SourceError("encrypted", name) from None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise SourceError(f"cannot be unpacked: {str(error).lower()}", name) from None
        if len(data) > self._limits.markup:
            raise SourceError(f"more than {self._limits.markup:,} bytes when unpacked", name)
        return data

"""Keys that a site generates for itself on its first start and keeps in ``.data/``."""

import os
import secrets
from pathlib import Path


def read_or_make_key(path: Path, *, fernet: bool = False) -> str:
    """Return the key in ``path``; a missing file is made with a fresh key, mode 0600.

    ``fernet`` asks for 32 url-safe base64 bytes, the form ``cryptography.Fernet`` takes.
    Two processes that start at once agree: the file is linked into place whole and
    the loser reads the winner's.
    """
    if not path.exists():
        if fernet:
            from cryptography.fernet import Fernet

            key = Fernet.generate_key().decode()
        else:
            key = secrets.token_urlsafe(64)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(key)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()

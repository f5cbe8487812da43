"""Why a file can't be read or written, in a few Dutch words; the system itself says it in English.

Comes in: an OSError. Goes out: words that fit between brackets, and what can be done about it.
"""

import errno

_WORDS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EROFS: "hier mag alleen worden gelezen",
    errno.EACCES: "dit mag hier niet",
    errno.EPERM: "dit mag hier niet",
    errno.ENOENT: "de map is er niet",
    errno.ENOTDIR: "een deel van de naam is geen map",
    errno.EISDIR: "er is al een map met deze naam",
    errno.ENOTEMPTY: "er is al een map met deze naam",
    errno.EEXIST: "er is al iets met deze naam",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EINVAL: "deze naam kan hier niet",
    errno.EBUSY: "een ander programma gebruikt het",
    errno.ETXTBSY: "een ander programma gebruikt het",
    errno.ENODEV: "de schijf is weg",
    errno.ENXIO: "de schijf is weg",
    errno.EIO: "de schijf werkt niet",
}

_NAMES = frozenset(
    (errno.ENAMETOOLONG, errno.EINVAL, errno.EISDIR, errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR)
)
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


def in_dutch(error: OSError) -> str:
    """Return why it failed.

    >>> in_dutch(OSError(errno.ENOSPC, "No space left on device"))
    'de schijf is vol'
    """
    return _WORDS.get(error.errno or 0, "de schijf werkt niet mee")


def way_out(error: OSError) -> str:
    """Return what to do when a file could not be written.

    >>> way_out(OSError(errno.ENAMETOOLONG, "File name too long"))
    'Kies een andere naam of een andere map.'
    """
    if error.errno in _NAMES:
        return "Kies een andere naam of een andere map."
    if error.errno in _FULL:
        return "Maak ruimte op de schijf of kies een andere map."
    return "Kies een andere map, of controleer de schijf."

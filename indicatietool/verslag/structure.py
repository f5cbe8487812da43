"""The structure tree as PDF objects, and the way back from a mark on a page to its tag.

Comes in: a tag with all that is in it. Goes out: numbered objects.

Bron: ISO 32000-1 §14.7.
"""

from collections.abc import Iterator, Sequence

from indicatietool.verslag.objects import Bestand
from indicatietool.verslag.tagging import Tag

MAY_BE_EMPTY = {"TD", "TH"}
"""A table keeps its shape; any other tag without content is left out."""


def write_tree(
    bestand: Bestand, document: Tag, bladen: Sequence[int], merken: Sequence[Sequence[Tag]]
) -> int:
    """Add the tree to a file.

    Args:
        bestand: the file.
        document: the top of the tree.
        bladen: the object number of each page.
        merken: the tags of each page, by the number of their mark.

    Returns:
        The object number of the root.
    """
    _prune(document)
    tags = list(_walk(document))
    wortel = bestand.reserve()
    eerste = bestand.reserve(len(tags))
    for nummer, tag in enumerate(tags, start=eerste):
        tag.nummer = nummer
    bestand.add(_element(document, wortel, bladen), document.nummer)
    for tag in tags:
        for kind in tag.kinderen:
            bestand.add(_element(kind, tag.nummer, bladen), kind.nummer)
    return bestand.add(
        f"<</Type /StructTreeRoot /K {document.nummer} 0 R /RoleMap <</Title /P>> "
        f"/ParentTree {_parent_tree(bestand, merken)} 0 R /ParentTreeNextKey {len(bladen)}>>".encode("ascii"),
        wortel,
    )


def _prune(tag: Tag) -> None:
    for kind in tag.kinderen:
        _prune(kind)
    tag.kinderen = [k for k in tag.kinderen if k.kinderen or k.merken or k.soort in MAY_BE_EMPTY]


def _walk(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kind in tag.kinderen:
        yield from _walk(kind)


def _element(tag: Tag, ouder: int, bladen: Sequence[int]) -> bytes:
    if tag.merken:
        blad = tag.merken[0][0]
        inhoud = [
            str(merk) if plek == blad else f"<</Type /MCR /Pg {bladen[plek]} 0 R /MCID {merk}>>"
            for plek, merk in tag.merken
        ]
        pagina = f"/Pg {bladen[blad]} 0 R"
    else:
        inhoud, pagina = [f"{kind.nummer} 0 R" for kind in tag.kinderen], ""
    plaats = f"/P {ouder} 0 R /K [{' '.join(inhoud)}] {pagina}"
    return f"<</Type /StructElem /S /{tag.soort} {plaats} {tag.extra}>>".encode("ascii")


def _parent_tree(bestand: Bestand, merken: Sequence[Sequence[Tag]]) -> int:
    """Add, for each page, the tag that each of its marks belongs to."""
    namen = (" ".join(f"{tag.nummer} 0 R" for tag in tags) for tags in merken)
    rijen = (f"{blad} [{tags}]" for blad, tags in enumerate(namen))
    return bestand.add(f"<</Nums [{' '.join(rijen)}]>>".encode("ascii"))

"""Files with somebody's name, place and device planted wherever such a file can hide them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, PngImagePlugin, TiffImagePlugin

NAME = "ZhangWeidong"
SEEN = "SEEN"
TRACES = (NAME.encode(), NAME.encode("utf-16-le"), NAME.encode("utf-16-be"), "张卫东".encode(),
          "张卫东".encode("gb18030"), "张卫东".encode("utf-16-le"), "张卫东".encode("utf-16-be"), b"HUAWEI")
SIGNS = (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
         b"1 begincodespacerange <00> <ff> endcodespacerange\n"
         b"3 beginbfchar <61> <673A> <62> <5BC6> <63> <2605> endbfchar\nendcmap end end")  # 机密★
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{NAME} 张卫东</creator></x:xmpmeta>'.encode()
GPS, MAKE, ARTIST, XP_AUTHOR, COMMENT = 0x8825, 0x010F, 0x013B, 0x9C9D, 0x9286


def drawn(mode: str = "RGB") -> Image.Image:
    """Something to be seen: a dark corner at the upper left."""
    picture = Image.new(mode, (120, 80), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, 39, 39), fill="black")
    return picture


def exif() -> Image.Exif:
    made = Image.Exif()
    made[MAKE], made[ARTIST] = "HUAWEI", NAME
    made[XP_AUTHOR] = "张卫东".encode("utf-16-le")
    made.get_ifd(GPS).update({1: "N", 2: (25.0, 20.0, 31.0), 29: NAME})
    made.get_ifd(0x8769)[COMMENT] = NAME.encode("utf-16-be")
    return made


def jpeg() -> bytes:
    """With a thumbnail-like second picture behind its end, as telephones write."""
    out = BytesIO()
    drawn().save(out, "JPEG", exif=exif(), comment=NAME.encode(), xmp=XMP, icc_profile=NAME.encode() * 20)
    return out.getvalue() + b"\xff\xd8\xff\xe1" + NAME.encode()


def png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", NAME)
    told.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    told.add_itxt("Comment", "张卫东")
    out = BytesIO()
    drawn().save(out, "PNG", pnginfo=told, exif=exif(), icc_profile=NAME.encode() * 20)
    body = f"{NAME}\0".encode()
    ours = struct.pack(">I", len(body)) + b"prVt" + body + struct.pack(">I", zlib.crc32(b"prVt" + body))
    at = out.getvalue().index(b"IDAT") - 4
    return out.getvalue()[:at] + ours + out.getvalue()[at:] + NAME.encode()


def tiff() -> bytes:
    told = TiffImagePlugin.ImageFileDirectory_v2()
    told[ARTIST], told[MAKE], told[700] = NAME, "HUAWEI", XMP
    out = BytesIO()
    drawn("L").save(out, "TIFF", tiffinfo=told, save_all=True, append_images=[drawn("L")])
    return out.getvalue()


def pdf(author: str = NAME, *, text: str = SEEN, pages: int = 1) -> bytes:
    """Info, XMP, an attached file, a note with its author, a photograph with its own, a script."""
    stream = f"BT /F1 24 Tf 20 40 Td ({text}) Tj ET q 60 0 0 60 20 100 cm /Im1 Do Q".encode()
    objects: list[Any] = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/OpenAction 9 0 R"
        b"/Names<</EmbeddedFiles<</Names[(a)8 0 R]>>>>>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b"3 0 R " * pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Annots[7 0 R]/Resources"
        b"<</Font<</F1 5 0 R>>/XObject<</Im1 11 0 R>>>>/PieceInfo<</X<</Of(%s)>>>>>>" % author.encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 13 0 R>>",
        b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream" % (len(XMP), XMP),
        b"<</Type/Annot/Subtype/Text/Rect[150 150 170 170]/Open true/T(%s)/Contents(%s)>>" % (
            author.encode(), author.encode()),
        b"<</Type/Filespec/F(a.txt)/EF<</F 10 0 R>>>>",
        b"<</S/JavaScript/JS(app.alert\\('%s'\\))>>" % author.encode(),
        b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(author), author.encode()),
        b"<</Type/XObject/Subtype/Image/Width 120/Height 80/ColorSpace/DeviceRGB/BitsPerComponent 8"
        b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (len(jpeg()), jpeg()),
        b"<</Author(%s)/Creator<%s>>>" % (
            author.encode(), f"\ufeff{author}".encode("utf-16-be").hex().encode()),
        b"<</Length %d>>stream\n%s\nendstream" % (len(SIGNS), SIGNS)]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer<</Size %d/Root 1 0 R/Info 12 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


FILES = {"a.jpg": jpeg, "a.JPEG": jpeg, "b.png": png, "c.tif": tiff, "d.pdf": pdf}

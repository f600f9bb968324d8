import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from network import logos
from network.logos import LogoError, LogoProblem, prepared_logo
from tests.network.conftest import picture


def opened(content):
    return Image.open(io.BytesIO(content.read()))


def with_gps():
    exif = Image.Exif()
    exif[0x0110] = "Camera of somebody"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (IFDRational(13), IFDRational(6), IFDRational(40))
    return picture(size=(800, 400), exif=exif)


def test_a_large_picture_becomes_a_small_webp_with_an_unguessable_name():
    file = picture("our-logo.jpg", size=(3000, 1500))
    made = prepared_logo(file, file.size)
    image = opened(made)
    assert (image.format, image.size) == ("WEBP", (512, 256))
    assert made.name.endswith(".webp")
    assert len(made.name) == 37
    assert "our-logo" not in made.name


def test_transparency_is_kept_as_png():
    file = picture("logo.png", size=(80, 80), colour=(10, 20, 30, 0), kind="PNG")
    image = opened(prepared_logo(file, file.size))
    assert (image.format, image.mode, image.getpixel((0, 0))[3]) == ("PNG", "RGBA", 0)


def test_place_camera_and_every_other_note_are_gone_but_the_picture_stands_upright():
    file = with_gps()
    assert b"Camera of somebody" in file.read()
    file.seek(0)
    made = prepared_logo(file, file.size)
    assert b"Camera" not in made.read()
    made.seek(0)
    image = opened(made)
    assert not image.getexif()
    assert "exif" not in image.info
    assert image.height > image.width


def test_text_and_colour_profiles_of_a_png_are_gone():
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Comment", "made at 13.11, 99.94")
    file = picture("logo.png", kind="PNG", pnginfo=notes, icc_profile=b"a profile")
    assert set(opened(prepared_logo(file, file.size)).info) <= {"transparency"}


def test_the_same_picture_gives_the_same_bytes():
    files = [picture(), picture()]
    first, second = (prepared_logo(file, file.size).read() for file in files)
    assert first == second


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        b"%PDF-1.7",
    ],
)
def test_what_is_no_picture_of_the_three_kinds_is_refused(content):
    with pytest.raises(LogoError) as refused:
        prepared_logo(io.BytesIO(content), len(content))
    assert refused.value.problem == LogoProblem.NO_IMAGE


def test_a_picture_cut_off_in_the_middle_is_refused():
    whole = picture().read()
    with pytest.raises(LogoError) as refused:
        prepared_logo(io.BytesIO(whole[: len(whole) // 2]), len(whole) // 2)
    assert refused.value.problem == LogoProblem.NO_IMAGE


def test_a_file_of_more_than_five_megabytes_is_refused_unread():
    file = SimpleUploadedFile("big.jpg", b"")
    with pytest.raises(LogoError) as refused:
        prepared_logo(file, logos.MAX_BYTES + 1)
    assert refused.value.problem == LogoProblem.TOO_LARGE


@pytest.mark.parametrize("size", [(5001, 5000), (12_000, 12_000), (60_000, 60_000)])
def test_a_decompression_bomb_is_refused_before_it_unpacks(size, monkeypatch):
    """A PNG header may promise any size; nothing of it may be read."""
    header = io.BytesIO()
    Image.new("1", (1, 1)).save(header, "PNG")
    content = bytearray(header.getvalue())
    content[16:24] = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big")
    import zlib

    content[29:33] = zlib.crc32(bytes(content[12:29])).to_bytes(4, "big")
    monkeypatch.setattr(Image.Image, "convert", lambda *a: pytest.fail("unpacked"))
    with pytest.raises(LogoError) as refused:
        prepared_logo(io.BytesIO(bytes(content)), len(content))
    assert refused.value.problem == LogoProblem.TOO_MANY_PIXELS

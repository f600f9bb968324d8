"""Pictures of the demo: wide, light and with their drawings."""

from struct import unpack

from tests.demo.files import HOME, news, toml


class TestPictures:
    def used(self):
        site = toml(HOME / "site.toml")["home"]
        return {item["image"] for item in news()} | {site["image"]}

    def test_every_picture_named_is_there_and_none_is_left_over(self):
        there = {path.name for path in (HOME / "images").glob("*.jpg")}
        assert self.used() | {"sharing.jpg"} == there

    def test_pictures_are_wide_and_light(self):
        for path in (HOME / "images").glob("*.jpg"):
            width, height = jpeg_size(path.read_bytes())
            assert path.stat().st_size <= 150_000, path.name
            assert width >= 1200 if path.name == "sharing.jpg" else width >= 1600, path.name
            assert height < width

    def test_every_picture_keeps_its_drawing(self):
        drawings = {path.stem for path in (HOME / "images/src").glob("*.svg")}
        assert {path.stem for path in (HOME / "images").glob("*.jpg")} <= drawings


def jpeg_size(data):
    """Width and height from the first frame header (ITU T.81, annex B.2.2)."""
    at = 2
    while at < len(data):
        marker, length = unpack(">HH", data[at : at + 4])
        if marker in (0xFFC0, 0xFFC1, 0xFFC2):
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise AssertionError("no frame in the picture")

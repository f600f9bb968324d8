from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL.ExifTags import GPS, IFD, Base

from home import pictures
from tests.factories.home import ImageFactory, picture_file

pytestmark = pytest.mark.django_db

SECRET = b"13 6 39.6"


def exif(orientation: int = 1) -> Picture.Exif:
    """What a telephone writes: who, when turned how, and where."""
    data = Picture.Exif()
    data[Base.Artist] = SECRET.decode()
    data[Base.Orientation] = orientation
    data[IFD.GPSInfo] = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (13.0, 6.0, 39.6), GPS.GPSLongitudeRef: "E"}
    return data


def content(stored) -> bytes:
    with stored.storage.open(stored.name) as file:
        return file.read()


def is_clean(data: bytes) -> bool:
    with Picture.open(BytesIO(data)) as picture:
        return not picture.getexif() and "xmp" not in picture.info and SECRET not in data and b"Exif" not in data


class TestUpload:
    @pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
    def test_the_place_never_reaches_the_server_s_disk(self, form):
        name = f"boat.{form.lower()}"
        upload = picture_file(name, (64, 48), format=form, exif=exif())
        assert not is_clean(upload.read())
        image = ImageFactory(file=upload)
        assert is_clean(content(image.file))
        assert image.file.name.endswith(name)

    def test_renditions_are_clean_too(self):
        image = ImageFactory(file=picture_file(exif=exif()))
        for rendition in image.get_renditions(*pictures.SIZES).values():
            assert is_clean(content(rendition.file)), rendition.filter_spec

    def test_a_picture_taken_upright_stays_upright(self):
        image = ImageFactory(file=picture_file(size=(60, 40), exif=exif(orientation=6)))
        assert (image.width, image.height) == (40, 60)
        with Picture.open(BytesIO(content(image.file))) as picture:
            assert picture.size == (40, 60)

    def test_comments_and_text_are_dropped(self):
        upload = picture_file("note.jpg", comment=SECRET)
        assert SECRET in upload.read()
        assert SECRET not in content(ImageFactory(file=upload).file)

    def test_a_jpeg_without_secrets_loses_no_quality(self):
        upload = picture_file(quality=80)
        with Picture.open(upload) as picture:
            before = picture.tobytes()
        with Picture.open(BytesIO(content(ImageFactory(file=upload).file))) as picture:
            assert picture.tobytes() == before

    def test_size_is_that_of_the_cleaned_file(self):
        image = ImageFactory(file=picture_file(exif=exif()))
        assert image.file_size == len(content(image.file))

    def test_saving_again_leaves_the_file_alone(self):
        image = ImageFactory()
        name, before = image.file.name, content(image.file)
        image.title = "ชื่อใหม่"
        image.save()
        assert (image.file.name, content(image.file)) == (name, before)

    def test_another_file_is_cleaned_as_well(self):
        image = ImageFactory()
        image.file = picture_file(exif=exif())
        image.save()
        assert is_clean(content(image.file))

    def test_a_moving_picture_goes_on_moving(self):
        stream = BytesIO()
        frames = [Picture.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
        frames[0].save(stream, format="GIF", save_all=True, append_images=frames[1:], comment=SECRET)
        cleaned = pictures.without_metadata(ContentFile(stream.getvalue(), name="a.gif"))
        with Picture.open(cleaned) as picture:
            assert picture.n_frames == 3
        cleaned.seek(0)
        assert SECRET not in cleaned.read()


class TestSizes:
    def test_a_worker_makes_what_pages_ask_for(self, settings):
        settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
        ImageFactory()
        results = pictures.make_sizes.get_backend().results
        assert [result.task.name for result in results if result.task.func is pictures.make_sizes.func] == [
            "make_sizes"
        ]

    def test_without_a_worker_nobody_waits_at_upload(self):
        assert ImageFactory().renditions.count() == 0

    def test_the_task_makes_every_size_once(self):
        image = ImageFactory()
        assert pictures.make_sizes.func(image.pk) == len(pictures.SIZES) == 10
        pictures.make_sizes.func(image.pk)
        assert image.renditions.count() == 10

    def test_a_picture_deleted_meanwhile_is_no_error(self):
        assert pictures.make_sizes.func(0) == 0

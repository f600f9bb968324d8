import datetime
from io import BytesIO

import factory
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.images.models import Image
from wagtail.models import Page

from home.models import CharterPage, NewsIndexPage, NewsPage, StandardPage


def picture_file(name: str = "picture.jpg", size: tuple[int, int] = (1200, 800), **options) -> ImageFile:
    """An image file; `options` go to Pillow, for example `exif=`."""
    stream = BytesIO()
    Picture.new("RGB", size, "#0f4a57").save(stream, **({"format": "JPEG"} | options))
    stream.seek(0)
    return ImageFile(stream, name=name)


class ImageFactory(factory.django.DjangoModelFactory):
    """A picture in the CMS; saving a file reads its size."""

    class Meta:
        model = Image

    title = factory.Sequence(lambda n: f"picture {n}")
    file = factory.LazyFunction(picture_file)


class PageFactory(factory.django.DjangoModelFactory):
    """A live page below `parent`, in the parent's language."""

    class Meta:
        abstract = True

    parent: Page
    slug = factory.Sequence(lambda n: f"page-{n}")

    @classmethod
    def _create(cls, model_class: type[Page], *args, parent: Page, **fields) -> Page:
        parent.refresh_from_db()
        return parent.add_child(instance=model_class(**{"locale": parent.locale} | fields))


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda n: f"หน้าที่ {n}")


class NewsIndexFactory(PageFactory):
    class Meta:
        model = NewsIndexPage

    title = "ข่าว"
    slug = "news"


class NewsFactory(PageFactory):
    """A news item with a text of one paragraph."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"ข่าวที่ {n}")
    lead = "เครือข่ายสิบจังหวัดพบกัน"
    published_on = factory.Sequence(lambda n: datetime.date(2022, 1, 6) + datetime.timedelta(days=n))
    body = factory.LazyFunction(lambda: [("paragraph", "<p>สภาประชาสังคมไทยเชิญทุกองค์กร</p>")])


class CharterFactory(PageFactory):
    """A charter of two chapters with the clauses 1 to 3."""

    class Meta:
        model = CharterPage

    title = "ธรรมนูญ"
    slug = "charter"
    edition = "ฉบับทดสอบ"
    adopted_on = datetime.date(2020, 8, 14)
    chapters = factory.LazyFunction(
        lambda: [
            ("chapter", {"number": 1, "title": "บททั่วไป", "clauses": [clause(1), clause(2)]}),
            ("chapter", {"number": 2, "title": "สมาชิก", "clauses": [clause(3)]}),
        ]
    )
    sources = factory.LazyFunction(lambda: [("source", {"label": "บทความ", "url": "https://example.org/article"})])


def clause(number: int) -> dict:
    return {"number": number, "title": f"เรื่องที่ {number}", "text": "<p>ข้อความ</p>"}

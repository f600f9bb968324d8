"""The English of a page through wagtail-localize, so that editors go on translating in the CMS."""

from collections import defaultdict

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def publish_translation(page: Page, twin: Page, locale: Locale) -> None:
    """Makes or fills the page of `locale` that translates `page`, and publishes it.

    `twin` is never saved: it has the same blocks as `page` and the texts of the other language.
    """
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    StringTranslation.objects.bulk_create(string_translations(source, twin, locale), ignore_conflicts=True)
    # wagtail-localize would publish on commit, with the number of children that the page has now.
    translation.save_target(publish=False)
    page.get_translation(locale).latest_revision.publish()


def string_translations(source: TranslationSource, twin: Page, locale: Locale) -> list[StringTranslation]:
    """One for every text of the source that the twin says otherwise.

    Raises:
        ValueError: the two languages differ in structure, so a text would stay untranslated.
    """
    said = texts_by_path(twin)
    found = []
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order"):
        if not said[segment.context.path]:
            raise ValueError(f"{source.object_repr}: nothing translates {segment.string.data!r}")
        found.append(
            StringTranslation(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                data=said[segment.context.path].pop(0),
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        )
    return found


def texts_by_path(twin: Page) -> dict[str, list[str]]:
    texts = defaultdict(list)
    for value in extract_segments(twin):
        if isinstance(value, StringSegmentValue):
            texts[value.path].append(value.string.data)
    return texts

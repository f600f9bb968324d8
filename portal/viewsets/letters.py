"""The words of mails in the CMS: beside each language the mail as it comes, while it is written."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from portal.forms.letters import LetterTextForm, mistakes
from portal.letters import letter_kinds
from portal.letters.preview import in_a_frame
from portal.mail.desk import restore_first_words
from portal.models import LetterText
from portal.models.user import Language
from portal.requests import SignedInRequest
from portal.viewsets.columns import NothingToTick


def whose_words(text: LetterText) -> str:
    return gettext("The council's own words") if text.is_changed else gettext("First words")


def language_panel(language: str, heading) -> MultiFieldPanel:
    """Subject and text, and the mail that comes of them; side by side at a desk."""
    fields = [FieldPanel(f"subject_{language}"), FieldPanel(f"body_{language}")]
    preview = HelpPanel(template=f"portal/cms/letter_{language}.html")
    return MultiFieldPanel([*fields, preview], heading=heading, classname="letter-words")


class TextIndexView(NothingToTick, IndexView):
    def get_base_queryset(self) -> QuerySet[LetterText]:
        return LetterText.objects.complete(letter_kinds()).order_by("kind")

    def get_list_more_buttons(self, instance: LetterText) -> list[Button]:
        buttons = super().get_list_more_buttons(instance)
        if instance.is_changed and self.user_has_permission("change"):
            url = reverse("wagtailsnippets_portal_lettertext:restore", args=[instance.pk])
            buttons.append(Button(_("Back to the first words"), url=url, icon_name="undo", priority=20))
        return buttons


class LetterTextViewSet(SnippetViewSet):
    model = LetterText
    # Every kind on one page: a text is looked for by eye.
    list_per_page = 200
    icon = "doc-full"
    menu_label = _("Texts of mails")
    index_view_class = TextIndexView
    copy_view_enabled = False
    search_fields = ["kind"]
    search_backend_name = None
    list_display = ["__str__", Column("words", label=_("What it says"), accessor=whose_words)]
    edit_handler = ObjectList(
        [
            HelpPanel(template="portal/cms/variables.html"),
            language_panel(Language.THAI, _("In Thai")),
            language_panel(Language.ENGLISH, _("In English")),
        ],
        base_form_class=LetterTextForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[LetterText]:
        return LetterText.objects.of_kinds(letter_kinds())

    def get_urlpatterns(self) -> list:
        return [
            *super().get_urlpatterns(),
            path("restore/<row:pk>/", self.restore_view, name="restore"),
            path("sample/<row:pk>/<str:language>/", require_POST(sample), name="sample"),
        ]

    def restore_view(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """Asks once, then gives up the council's own words."""
        text = own_text(request, pk)
        if request.method != "POST":
            return TemplateResponse(request, "portal/cms/restore.html", {"text": text})
        restore_first_words(text, by=request.user)
        messages.success(request, _("The first words stand again."))
        return redirect(self.get_url_name("edit"), pk)


def own_text(request: SignedInRequest, pk: int) -> LetterText:
    # Wagtail asks only for access to the CMS before a view that a viewset adds.
    if not request.user.has_perm("portal.change_lettertext"):
        raise PermissionDenied
    return get_object_or_404(LetterText.objects.of_kinds(letter_kinds()), pk=pk)


def sample(request: SignedInRequest, pk: int, language: str) -> HttpResponse:
    """The mail that would come of the words in the form; nothing is kept. With mistakes, what they are."""
    text = own_text(request, pk)
    if language not in Language.values:
        raise Http404
    # Browsers send the line ends of a text area as CR LF.
    words = {part: request.POST.get(part, "").replace("\r\n", "\n") for part in ("subject", "body")}
    if wrong := [sentence for said in words.values() for sentence in mistakes(said, text.letter_kind)]:
        return render(request, "portal/cms/letter_mistakes.html", {"mistakes": wrong}, status=422)
    for part, said in words.items():
        setattr(text, f"{part}_{language}", said)
    return HttpResponse(in_a_frame(text.sample(language).html))

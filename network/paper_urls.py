"""Forms that came on paper: entered at a desk, handed back with a sheet and its code."""

from django.urls import path

from network.views.paper import form, sheet, start

app_name = "network_paper"
urlpatterns = [
    path("", start.papers, name="list"),
    path("<uuid:token>/", form.form, name="form"),
    path("<uuid:token>/discard/", form.discard, name="discard"),
    path("<uuid:token>/sheet/", sheet.sheet, name="sheet"),
    path("<uuid:token>/sheet.pdf", sheet.sheet_pdf, name="sheet_pdf"),
]
